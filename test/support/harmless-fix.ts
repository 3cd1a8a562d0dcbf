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

/** What a fix would change if it stood in a sentence of ours. */
const TEMPTING = ["utilise", "the-the", "a-hour", "e.g.", "via", "i.e.", "an-user", "in-order-to"];
const tempting = fc.constantFrom(...TEMPTING);

const ADDRESSES: readonly ((one: string, other: string) => string)[] = [
  (one) => `${one.replaceAll(".", "")}@example.org`,
  (one, other) => `${one.replaceAll(".", "")}.${other.replaceAll(".", "")}@mail.example.org.uk`,
  (one, other) => `https://example.org/${one}/${other}`,
  (one, other) => `http://www.example.org:8080/a/a?${one}=${other}#${one}`,
  (one, other) => `www.example.org/${one}/${other}(2)`,
  (one, other) => `example.org.uk/${one}/${other}`,
  (one) => `our-charity.wales/${one}`,
];
const NAMES = [
  "Bora Bora",
  "Via House",
  "Utilise Forum",
  "Stakeholder Hub",
  "The The",
  "An Comunn",
  "Prior Hall",
];
const QUOTES = ["“”", '""', "«»", "‘’"] as const;

/** Addresses, names and people's words: whatever stands around them, they must come through as they are. */
const notOurs = fc.oneof(
  fc
    .record({ one: tempting, other: tempting, form: fc.constantFrom(...ADDRESSES) })
    .map(({ one, other, form }) => form(one, other)),
  fc.constantFrom(...NAMES).map((name) => `with ${name}`),
  fc
    .record({
      words: fc.constantFrom("we utilise a hour", "the the plan", "e.g. via us"),
      quotes: fc.constantFrom(...QUOTES),
    })
    .map(({ words, quotes }) => `${quotes[0]}${words}${quotes[1]}`),
);

const piece = fc.oneof(fc.constantFrom(...PIECES), notOurs);
const sentence = fc.oneof(
  fc.constantFrom(...[...rightSentences(), ...wrongSentences()].map(({ text }) => text)),
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((all) => all.join(" ")),
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

/** Slips in a name that a fix may put right, each with how it is meant. */
const SLIPS: readonly (readonly [string, string])[] = [
  ["about:", "abuot:"],
  ["scale: check", "scale: chekc"],
  ["look-for:", "look-fro:"],
  ["evidence:", "evidnce:"],
  ["{ id: before-you-start }", "{ id: before-you-strat }"],
  ["status: planned", "status: plannd"],
];

interface FixableFile {
  readonly text: string;
  /** What it would be without the slip; the same where there is none. */
  readonly meant: string;
}

export const fixableFile: fc.Arbitrary<FixableFile> = fc
  .record({
    texts: fc.array(written, { minLength: 1, maxLength: 5 }),
    number: fc.constantFrom(...NUMBERS),
    isRubric: fc.boolean(),
    slip: fc.option(fc.constantFrom(...SLIPS), { freq: 3, nil: undefined }),
    lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
  })
  .map(({ texts, number, isRubric, slip, lineEnd }) => {
    const sound = isRubric ? rubricOf(texts, number) : assessmentOf(texts, number);
    const meant = sound.replaceAll("\n", lineEnd);
    return { meant, text: slip === undefined ? meant : meant.replace(`${slip[0]}`, slip[1]) };
  });

const PATH = `${CHARITY_FOLDER}/ours.yaml`;
const FLAGS = ["lint", "ours.yaml", "--no-config", "--no-cache"];

async function fixed(text: string): Promise<string> {
  const files = memoryFiles({ "ours.yaml": text });
  await runInMemory([...FLAGS, "--fix"], { files });
  return files.texts.get(PATH) ?? "";
}

interface Finding {
  readonly rule: string;
  readonly idPath: string;
  readonly severity: string;
}

async function findings(text: string): Promise<readonly Finding[]> {
  const files = memoryFiles({ "ours.yaml": text });
  const { stdout } = await runInMemory([...FLAGS, "--format", "json"], { files });
  return (JSON.parse(stdout) as { problems: readonly Finding[] }).problems;
}

/** Each rule with the place it speaks of, once for each time it does. What a slip hid may come to light, but no error. */
function added(before: readonly Finding[], after: readonly Finding[], hasSlip: boolean): string[] {
  const nameOf = ({ rule, idPath }: Finding) => `${rule} ${idPath}`;
  const left = before.map(nameOf);
  return after
    .filter(({ severity }) => !hasSlip || severity === "error")
    .map(nameOf)
    .filter((each) => {
      const at = left.indexOf(each);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
}

/** The first harm that fixing a file does; undefined for none. */
export async function harmOf({ text, meant }: FixableFile): Promise<string | undefined> {
  const after = await fixed(text);
  const isTheirs = text.startsWith("coprod: assessment");
  const harms = [meant, text].map((each) => valueHarm(parse(each), parse(after), isTheirs));
  if (harms.every((harm) => harm !== undefined)) return `${harms[0]}\n${after}`;
  const [fresh] = added(await findings(text), await findings(after), text !== meant);
  if (fresh !== undefined) return `a new finding: ${fresh}\n${after}`;
  if (/\r\n/u.test(text) && /(?<!\r)\n/u.test(after)) return `another line end\n${after}`;
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
  const lost = untouchable(before).find((each) => countOf(before, each) !== countOf(after, each));
  return lost === undefined ? undefined : `"${lost}" is gone from "${after}"`;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Addresses, names and quoted words: they must stand in the text as before. */
function untouchable(text: string): string[] {
  const addresses =
    text.match(/\S+@\S+|https?:\S+|www\.\S+|\b(?:[a-z-]+\.)+(?:org|uk|wales)\/\S+/gu) ?? [];
  const quoted = text.match(/“[^”]*”|"[^"]*"|«[^»]*»|(?<!\w)‘[^’]*’(?!\w)/gu) ?? [];
  const others =
    text.match(
      /Stakeholder Forum|An? [A-Z]-?\w+ (?:member|talk)|An X-ray|log in in|had had|(?<=with )(?:Bora Bora|The The|[A-Z]\w+ [A-Z]\w+)/gu,
    ) ?? [];
  return [...addresses, ...quoted, ...others];
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
