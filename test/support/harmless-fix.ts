import fc from "fast-check";
import { parse } from "yaml";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "./context.ts";
import { rightSentences, wrongSentences } from "./prose.ts";

// What people write beside sentences: pieces that a careless fix would spoil.
const PIECES = [
  "utilise@example.org",
  "https://www.example.org/e.g./utilise",
  "www.example.org/the/the",
  "example.org/via/a-hour",
  "Bora Bora Café",
  "the Stakeholder Forum",
  "“we utilise a hour”",
  '"the the plan"',
  "We log in in the morning.",
  "She had had enough.",
  "An X-ray, an NCVO member and a U3A talk.",
  "We met An Comunn Gàidhealach.",
  "It costs £12.50, not £1,000.",
  "the the",
  "a hour",
  "an useful",
  "in order to",
  "prior to",
  "e.g. tea",
  "i.e. us",
  "via the post",
  "A apple",
  "utilises",
  "to",
  "a",
  "an",
  "and",
  "and/or",
  "use",
  "that",
  "Tŷ Hapus 🚲",
  "No. 10",
  "12:30",
  "‘a a’",
];

const sentence = fc.oneof(
  fc.constantFrom(...[...rightSentences(), ...wrongSentences()].map(({ text }) => text)),
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((all) => all.join(" ")),
);

type Style = "double" | "single" | "folded" | "literal" | "plain";

interface Written {
  readonly text: string;
  readonly style: Style;
}

const written: fc.Arbitrary<Written> = fc.record({
  text: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
  style: fc.constantFrom<Style>("double", "single", "folded", "literal", "plain"),
});

const IS_PLAIN = /^[A-Za-z][\w ,.'’“”-]*$/u;
const NEEDS_QUOTES = /: | #|:$|^(?:yes|no|on|off|null|true|false|y|n)$/iu;

/** A text as it can stand behind a key, in lines of its own where the style has them. */
function yamlOf({ text, style }: Written, indent: string): string {
  const lines = text.match(/.{1,60}(?: |$)|.+/gu)?.map((line) => line.trim()) ?? [text];
  if (style === "folded") return `>-\n${lines.map((line) => `${indent}${line}`).join("\n")}`;
  if (style === "literal") return `|-\n${lines.map((line) => `${indent}${line}`).join("\n")}`;
  if (style === "single") return `'${text.replaceAll("'", "''")}'`;
  if (style === "plain" && IS_PLAIN.test(text) && !NEEDS_QUOTES.test(text)) return text;
  return JSON.stringify(text);
}

const STEP = `{ "yes": { do: Talk about it., first: Ask., effort: small, who: Chair, sign: It is on the wall. } }`;

function rubricOf(texts: readonly Written[], number: string): string {
  const at = (index: number, indent: string) =>
    yamlOf(texts[index % texts.length] ?? { text: "So.", style: "double" }, indent);
  return `coprod: rubric/1
id: ours
version: 1.0.0
language: en-GB
title: Our questions
about: ${at(0, "  ")}
minutes: ${number}
sources:
  talk: { title: First, authors: Our group, year: 2026 }
scales:
  check:
    - { id: "no", name: "No", value: 0.0, means: There is nothing to show yet. }
    - { id: "yes", name: "Yes", value: 1.0, means: A visitor could see it. }
bands:
  - { id: low, name: Low, from: 0, means: It is early. }
sections:
  - id: first
    kind: principle
    title: First
    why: ${at(1, "      ")}
    scale: check
    criteria:
      - id: one
        asks: Do we meet where people are?
        weight: 1.50
        talk:
          - ${at(2, "            ")}
        look-for:
          - ${at(3, "            ")}
        next: ${STEP}
        from: { talk: [Power] }
glossary:
  power: ${at(4, "    ")}
`;
}

function assessmentOf(texts: readonly Written[], number: string): string {
  const at = (index: number, indent: string) =>
    yamlOf(texts[index % texts.length] ?? { text: "So.", style: "double" }, indent);
  return `coprod: assessment/1
title: ${at(0, "  ")}
rubrics: [{ id: before-you-start }]
people:
  - { group: lived-experience, name: People, present: 4 }
answers:
  before-you-start/why-we-do-this:
    answer: "no"
    note: ${at(1, "      ")}
    evidence:
      - ${at(2, "        ")}
      - ${number}:30
actions:
  - id: a1
    for: before-you-start/why-we-do-this
    do: ${at(3, "      ")}
    who: Chair
    by: 2027-02
    cost: ${number}.50
    status: planned
`;
}

const NUMBERS = ["4", "12", "012", "1e1", "8"];

export const fixableFile = fc
  .record({
    texts: fc.array(written, { minLength: 1, maxLength: 5 }),
    number: fc.constantFrom(...NUMBERS),
    isRubric: fc.boolean(),
  })
  .map(({ texts, number, isRubric }) =>
    isRubric ? rubricOf(texts, number) : assessmentOf(texts, number),
  );

const PATH = `${CHARITY_FOLDER}/ours.yaml`;
const FLAGS = ["lint", "ours.yaml", "--no-config", "--no-cache"];

async function fixed(text: string): Promise<string> {
  const files = memoryFiles({ "ours.yaml": text });
  await runInMemory([...FLAGS, "--fix"], { files });
  return files.texts.get(PATH) ?? "";
}

/** Each rule with the place it speaks of, once for each time it does. */
async function findings(text: string): Promise<string[]> {
  const files = memoryFiles({ "ours.yaml": text });
  const { stdout } = await runInMemory([...FLAGS, "--format", "json"], { files });
  const { problems } = JSON.parse(stdout) as {
    problems: readonly { rule: string; idPath: string }[];
  };
  return problems.map(({ rule, idPath }) => `${rule} ${idPath}`);
}

/** The first harm that fixing a file does; undefined for none. */
export async function harmOf(text: string): Promise<string | undefined> {
  const after = await fixed(text);
  const harm = valueHarm(parse(text), parse(after), text.startsWith("coprod: assessment"));
  if (harm !== undefined) return `${harm}\n${after}`;
  const left = await findings(text);
  for (const found of await findings(after)) {
    const at = left.indexOf(found);
    if (at < 0) return `a new finding: ${found}\n${after}`;
    left.splice(at, 1);
  }
  return (await fixed(after)) === after ? undefined : `a second fix changes more\n${after}`;
}

/** A value that is not as before, but for what a fix may mean. */
function valueHarm(before: unknown, after: unknown, isTheirs: boolean): string | undefined {
  if (typeof before === "string" && typeof after === "string")
    return isTheirs && before !== after ? `"${before}" became "${after}"` : textHarm(before, after);
  if (!isObject(before) || !isObject(after))
    return Object.is(before, after) ? undefined : `${before} became ${JSON.stringify(after)}`;
  const keys = Object.keys(before);
  if (keys.join("\n") !== Object.keys(after).join("\n")) return `keys: ${Object.keys(after)}`;
  return keys.map((key) => valueHarm(before[key], after[key], isTheirs)).find(Boolean);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function textHarm(before: string, after: string): string | undefined {
  if (meaningOf(before) !== meaningOf(after)) return `"${before}" became "${after}"`;
  const lost = untouchable(before).find((each) => !after.includes(each));
  return lost === undefined ? undefined : `"${lost}" is gone from "${after}"`;
}

/** Addresses, names and quoted words: they must stand in the text as before. */
function untouchable(text: string): string[] {
  return (
    text.match(
      /\S+@\S+|https?:\S+|www\.\S+|“[^”]*”|"[^"]*"|Bora Bora|Stakeholder Forum|An Comunn|An? [A-Z]-?\w+ (?:member|talk)|An X-ray|log in in|had had/gu,
    ) ?? []
  );
}

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/\butili[sz]/giu, "us"],
  [/\b(?:in order to|prior to|subsequent to|with regards? to|in the event that)\b/giu, "~"],
  [/\b(?:to|before|after|about|if)\b/giu, "~"],
  [/\be\.\s?g\.,?|\beg\b|\bfor example\b/giu, "~"],
  [/\bi\.\s?e\.,?|\bie\b|\bthat is\b/giu, "~"],
  [/\bvia\b|\bthrough\b/giu, "~"],
  [/\bper annum\b|\ba year\b/giu, "~"],
  [/\bper capita\b|\bfor each person\b/giu, "~"],
  [/\bvice versa\b|\bthe other way round\b/giu, "~"],
  [/\ban?\b/giu, "a"],
  [/\b(the|a|and|our|your|their|my|we)(?:\s+\1)+\b/giu, "$1"],
];

/** What is left of a text when all that a fix may change is made alike. */
function meaningOf(text: string): string {
  const plain = PLAIN.reduce((each, [pattern, to]) => each.replace(pattern, to), text);
  return plain.replace(/[\s,]+/gu, " ").replace(/use(?=[sd]?\b)|us(?=e?[sd]?\b)/giu, "us");
}
