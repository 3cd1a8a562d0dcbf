import type { Path } from "../../yaml/diagnostic.ts";
import { type Sentence, type Stretch, sentenceStretches, wordStretches, wordsOf } from "./spans.ts";
import { withoutAddresses } from "./untouched.ts";

/** What a text is for: rules ask different things of a question and of an explanation. */
type Role =
  | "title"
  | "name"
  | "text"
  | "question"
  | "anchor"
  | "talk"
  | "step"
  | "avoid"
  | "explanation"
  | "own-words";

/** One text that people read, and where it stands. */
export interface Prose {
  readonly path: Path;
  readonly role: Role;
  /** With a number in the place of each address: rules about wording have no business there. */
  readonly text: string;
  /** As it stands in the file. */
  readonly written: string;
  readonly words: readonly string[];
  /** The same with their places, which take longer to find. */
  readonly placedWords: readonly Stretch[];
  /** In small letters. */
  readonly smallWords: readonly string[];
  readonly sentences: readonly Sentence[];
}

type Spec = Role | { readonly fields: Readonly<Record<string, Spec>> } | { readonly each: Spec };

const each = (inner: Spec): Spec => ({ each: inner });

const RUBRIC: Spec = {
  fields: {
    title: "title",
    about: "text",
    scales: each(each({ fields: { name: "name", means: "anchor" } })),
    parts: each({
      fields: { title: "title", parts: each({ fields: { title: "title" } }) },
    }),
    bands: each({ fields: { name: "name", means: "text" } }),
    sections: each({
      fields: {
        title: "title",
        why: "text",
        signs: each("text"),
        heading: "text",
        criteria: each({
          fields: {
            asks: "question",
            choices: each({ fields: { name: "name" } }),
            says: "text",
            "asks-for": each("question"),
            levels: each("anchor"),
            talk: each("talk"),
            "look-for": each("text"),
            facts: each("text"),
            next: each({ fields: { do: "step", first: "step", who: "name", sign: "text" } }),
          },
        }),
      },
    }),
    glossary: each("explanation"),
  },
};

const GUIDE: Spec = {
  fields: {
    title: "title",
    about: "text",
    pages: each({
      fields: {
        title: "title",
        when: "text",
        say: each("text"),
        try: each("step"),
        avoid: each("avoid"),
      },
    }),
    figures: each({ fields: { says: "text", but: "text", strength: "text" } }),
    glossary: each("explanation"),
  },
};

// What people said in the room is theirs: rules about style leave the role `own-words` alone.
const ASSESSMENT: Spec = {
  fields: {
    title: "own-words",
    covers: "own-words",
    answers: each({
      fields: {
        text: "own-words",
        reason: "own-words",
        note: "own-words",
        evidence: each("own-words"),
        views: each("own-words"),
      },
    }),
    actions: each({
      fields: {
        do: "own-words",
        first: "own-words",
        who: "own-words",
        with: "own-words",
        sign: "own-words",
        why: "own-words",
        note: "own-words",
      },
    }),
  },
};

const TRANSLATION: Spec = { fields: { texts: each({ fields: { text: "text" } }) } };

const SPECS: Readonly<Record<string, Spec>> = {
  rubric: RUBRIC,
  guide: GUIDE,
  assessment: ASSESSMENT,
  translation: TRANSLATION,
};

/** Every text of a file that people read, in the order of the file. What quotes a source or names a file is left out. */
export function proseIn(kind: string | undefined, value: unknown): Prose[] {
  const found: Prose[] = [];
  collect(SPECS[kind ?? ""], { value, path: [], found });
  return found;
}

interface Walk {
  readonly value: unknown;
  /** The path of the moment; it goes on to change. */
  readonly path: (string | number)[];
  readonly found: Prose[];
}

function collect(spec: Spec | undefined, { value, path, found }: Walk): void {
  if (typeof spec === "string") {
    if (typeof value === "string") found.push(new ProseText([...path], spec, value));
    return;
  }
  if (spec === undefined || typeof value !== "object" || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    path.push(isList ? Number(key) : key);
    collect("each" in spec ? spec.each : spec.fields[key], { value: inner, path, found });
    path.pop();
  }
}

/** Words and sentences are found when they are first asked for: not every rule needs both. */
class ProseText implements Prose {
  readonly path: Path;
  readonly role: Role;
  readonly text: string;
  readonly written: string;
  private knownWords: readonly string[] | undefined;
  private knownSmallWords: readonly string[] | undefined;
  private knownSentences: readonly Sentence[] | undefined;

  constructor(path: Path, role: Role, written: string) {
    this.path = path;
    this.role = role;
    this.written = written;
    this.text = withoutAddresses(written);
  }

  get words(): readonly string[] {
    this.knownWords ??= wordsOf(this.text);
    return this.knownWords;
  }

  get placedWords(): readonly Stretch[] {
    return wordStretches(this.text);
  }

  get smallWords(): readonly string[] {
    this.knownSmallWords ??= this.words.map((word) => word.toLowerCase());
    return this.knownSmallWords;
  }

  get sentences(): readonly Sentence[] {
    this.knownSentences ??= sentenceStretches(this.text);
    return this.knownSentences;
  }
}
