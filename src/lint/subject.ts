import { isEnded } from "../assessment/actions.ts";
import type { Action, AssessmentFile } from "../assessment/schema.ts";
import type { Guide } from "../guide/schema.ts";
import type { NextStepFile, RubricFile } from "../rubric/schema.ts";
import type { TranslationFile } from "../rubric/translation/schema.ts";
import type { Diagnostic, Path } from "../yaml/diagnostic.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import type { LetterPattern } from "./text/lazy-unicode-reg-exp.ts";
import { type Prose, proseIn } from "./text/prose.ts";
import type { SourceText } from "./text/source-text.ts";
import { wordsOf } from "./text/spans.ts";
import { isGlossary } from "./text/terms.ts";

/** What linting one text found, and what it held where its shape was right: other files may refer to it. */
export interface LintedText {
  /** Undefined for a file that is not coprod's. */
  readonly kind: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The file, where it could be read as YAML. */
  readonly source?: SourceFile | undefined;
  readonly rubric?: RubricFile | undefined;
  readonly guide?: Guide | undefined;
  /** Its rubrics still have to be held against it. */
  readonly assessment?: AssessmentFile | undefined;
  /** And its rubric against this. */
  readonly translation?: TranslationFile | undefined;
}

/** What rules look at: one file. The parts are there where the file's shape is right. */
export interface Subject {
  readonly source: SourceFile;
  readonly kind: string | undefined;
  readonly rubric: RubricFile | undefined;
  readonly guide: Guide | undefined;
  readonly assessment: AssessmentFile | undefined;
  readonly prose: readonly Prose[];
  /** The words of a text in small letters; those of the file's own texts are found once. */
  readonly smallWordsOf: (text: string) => readonly string[];
  /** All of the prose in one, for a first look: what is not here is nowhere. */
  readonly said: string;
  /** Term → what it means. */
  readonly glossary: Readonly<Record<string, string>>;
  readonly language: string;
  readonly surroundings: OutsideFile;
}

/** What a rule needs from outside the file. */
export interface OutsideFile {
  /** Written like 2026-11-21. */
  readonly today: string;
  /** Words the group has agreed to avoid, with what it says instead. */
  readonly agreed: readonly AgreedWord[];
  /** Loaded only where a rule that counts syllables runs. */
  readonly readability: typeof import("./text/readability.ts") | undefined;
  /** The texts that the file draws on, where they are kept beside it. */
  readonly sources: readonly SourceText[];
  /** Where editors find the schema of rubrics from the file's folder; undefined where it is nowhere near. */
  readonly schemaAddress: string | undefined;
}

export interface AgreedWord {
  readonly avoid: string;
  readonly use?: string;
  readonly because?: string;
}

export function subjectOf(
  { source, kind, rubric, guide, assessment }: LintedText,
  surroundings: OutsideFile,
): Subject | undefined {
  if (source === undefined) return undefined;
  const top = source.value as Readonly<Record<string, unknown>> | undefined;
  const glossary = top?.["glossary"];
  const language = top?.["language"];
  const prose = proseIn(kind, source.value);
  return {
    source,
    kind,
    rubric,
    guide,
    assessment,
    prose,
    smallWordsOf: smallWordsFinder(prose),
    said: inOne(prose.map(({ text }) => text)),
    glossary: isGlossary(glossary) ? glossary : {},
    language: typeof language === "string" ? language : "en-GB",
    surroundings,
  };
}

function smallWordsFinder(prose: readonly Prose[]): Subject["smallWordsOf"] {
  let byText: ReadonlyMap<string, Prose> | undefined;
  return (text) => {
    byText ??= new Map(prose.map((each) => [each.text, each]));
    return byText.get(text)?.smallWords ?? wordsOf(text.toLowerCase());
  };
}

/** No letter and no space, so that nothing is found across the end of a text. */
const BETWEEN = "\n\u0000\n";

/** Several texts as one to be searched. */
export function inOne(texts: readonly string[]): string {
  return texts.join(BETWEEN);
}

/** Whether a pattern without `^` or `$` can match in any text at all: one look is far quicker than one for each text. */
export function occurs({ said }: Pick<Subject, "said">, pattern: LetterPattern): boolean {
  return said.search(pattern.in(said)) >= 0;
}

/** Whether the rules that know English can judge the file. */
export function isEnglish({ language }: Subject): boolean {
  return /^en(?:-|$)/iu.test(language);
}

/** Every next step of a rubric, and where it stands. */
export function stepsIn(
  rubric: RubricFile | undefined,
): { readonly step: NextStepFile; readonly path: Path }[] {
  return (rubric?.sections ?? []).flatMap(({ criteria }, at) =>
    criteria.flatMap(({ next = {} }, index) =>
      Object.entries(next).map(([level, step]) => ({
        step,
        path: ["sections", at, "criteria", index, "next", level],
      })),
    ),
  );
}

/** Actions that still have to be done, and where they stand. */
export function openActions(
  assessment: AssessmentFile | undefined,
): { readonly action: Action; readonly path: Path }[] {
  return (assessment?.actions ?? []).flatMap((action, index) =>
    isEnded(action) ? [] : [{ action, path: ["actions", index] }],
  );
}

/** The words of one level, and where they stand. */
export interface Anchor {
  readonly level: string;
  readonly text: string;
  readonly path: Path;
}

/** The levels that are told apart by their words: those of each scale, and those of each question with words of its own. */
export function anchorSets({ scales, sections }: RubricFile): Anchor[][] {
  const own = sections.flatMap(({ criteria }, at) =>
    criteria.map(({ levels = {} }, index) =>
      Object.entries(levels).map(([level, text]) => ({
        level,
        text,
        path: ["sections", at, "criteria", index, "levels", level],
      })),
    ),
  );
  const shared = Object.entries(scales).map(([scale, levels]) =>
    levels.flatMap(({ id, means }, index) =>
      means === undefined
        ? []
        : [{ level: id, text: means, path: ["scales", scale, index, "means"] }],
    ),
  );
  return [...shared, ...own];
}

const AMOUNTS = new Set(
  (
    "none no some few several many most all every each always often usually sometimes rarely never half part partly fully not " +
    "occasionally mostly seldom frequently"
  ).split(" "),
);

/** What is left of words without those of amount or frequency. */
export function withoutAmounts(words: readonly string[]): string {
  return words.filter((word) => !AMOUNTS.has(word)).join(" ");
}

/** Whether all levels say the same but for an amount, as from never to always: one fact about the scale. */
export function isAmountScale(
  anchors: readonly Anchor[],
  smallWordsOf: Subject["smallWordsOf"],
): boolean {
  const bare = new Set(anchors.map(({ text }) => withoutAmounts(smallWordsOf(text))));
  return anchors.length > 2 && bare.size === 1;
}

/** Something that says where it comes from, or should. */
interface Cited {
  readonly id: string;
  readonly path: Path;
  /** Source id → headings in that source. */
  readonly from: Readonly<Record<string, readonly string[]>>;
}

/** The questions of a rubric; the pages and figures of a guide. */
export function citationsIn({ rubric, guide }: Pick<Subject, "rubric" | "guide">): Cited[] {
  return [...criteriaIn(rubric), ...pagesIn(guide)];
}

function criteriaIn(rubric: RubricFile | undefined): Cited[] {
  const sections = rubric?.sections ?? [];
  return sections.flatMap(({ criteria }, at) =>
    criteria.map(({ id, from = {} }, index) => ({
      id,
      from,
      path: ["sections", at, "criteria", index],
    })),
  );
}

function pagesIn(guide: Guide | undefined): Cited[] {
  const { pages = [], figures = [] } = guide ?? {};
  return Object.entries({ pages, figures }).flatMap(([list, items]) =>
    items.map(({ id, from }, index) => ({ id, from, path: [list, index] })),
  );
}
