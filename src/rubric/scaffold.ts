import { RUBRIC_FORMAT } from "../util/formats.ts";
import { yamlText } from "../yaml/edit/yaml-text.ts";

/** Questions with levels of their own words; a checklist of one thing that gets in the way; or a section of each. */
export type ScaffoldKind = (typeof SCAFFOLD_KINDS)[number];

export const SCAFFOLD_KINDS = ["questions", "checklist", "both"] as const;

/** Fewer decide too much each, and more tire people out. */
export const FEWEST_QUESTIONS = 3;
export const MOST_QUESTIONS = 12;

export interface ScaffoldContent {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly kind: ScaffoldKind;
  /** How many questions each section starts with. */
  readonly questions: number;
  /** The title of what the questions draw on. */
  readonly source: string;
  readonly year: number;
  /** Where editors find the schema, as seen from the file. */
  readonly schema: string;
}

/**
 * The text of a rubric to be filled in. It is sound, so that it can be looked at straight away, and all that lint has to
 * say about it is which texts are still to be written.
 */
export function rubricScaffold(content: ScaffoldContent): string {
  const { kind, schema } = content;
  const hasLevels = kind !== "checklist";
  const hasChecks = kind !== "questions";
  return [
    `# yaml-language-server: $schema=${schema}`,
    "# Started with: coprod rubric new. Each TODO is yours to write; coprod lint names them one by one.",
    head(content),
    "# Lowest level first. Answers are kept under the ids: choose them now, and leave them as they are later.",
    "scales:",
    ...(hasLevels ? [PRACTICE] : []),
    ...(hasChecks ? [FELT_AND_IN_PLACE] : []),
    ...(hasLevels ? [BANDS] : []),
    "sections:",
    ...(hasLevels ? [levelsSection(content)] : []),
    ...(hasChecks ? [checksSection(content)] : []),
    "# Words that are not everyday speech.",
    "glossary:",
    "  lived experience: Knowing something because it happened to you.",
    "",
  ].join("\n");
}

const SOURCE = "ours";

function head({ id, title, about, kind, questions, source, year }: ScaffoldContent): string {
  const minutes = Math.ceil({ questions: 6, checklist: 1.5, both: 7 }[kind] * questions);
  const sources = { [SOURCE]: { title: source, authors: "Our own group", year } };
  return yamlText({
    coprod: RUBRIC_FORMAT,
    id,
    version: "1.0.0",
    language: "en-GB",
    title,
    about,
    minutes,
    sources,
  }).trimEnd();
}

const PRACTICE = `  practice:
    - { id: not-yet, name: Not yet }
    - { id: in-places, name: In places }
    - { id: usual, name: Usual practice }
    - { id: shared, name: How we work together }`;

const FELT_AND_IN_PLACE = `  felt:
    - { id: not-much, name: Not much, means: Nobody here can name work that it held up. }
    - { id: some, name: Some, means: It slowed us down until we found a way round it. }
    - { id: a-lot, name: A lot, means: It stopped a piece of work or kept people away. }
  in-place:
    - { id: "no", name: "No", means: There is nothing to show yet. }
    - { id: partly, name: Partly, means: It holds for some people or some of our work. }
    - { id: "yes", name: "Yes", means: People with lived experience can see it and say so. }`;

const BANDS = `# What a result is called. Each name holds from its share on: 0, then 1/4, and so on.
bands:
  - { id: early, name: Early days, from: 0, means: Little has moved so far. }
  - { id: starting, name: Getting started, from: 1/4, means: Good things happen in places. }
  - { id: building, name: Building it, from: 1/2, means: It is becoming usual. }
  - { id: there, name: Doing it together, from: 3/4, means: People with lived experience say that it is so. }`;

function levelsSection({ questions }: ScaffoldContent): string {
  return [
    "  - id: practice",
    "    kind: principle # or: foundation, shown beside the result",
    "    title: TODO name this part",
    "    why: TODO why it matters to people",
    "    scale: practice",
    "    criteria:",
    ...numbered(questions, (number) => [
      `      - id: question-${number}${comment(number, "choose a short name; answers are filed under it")}`,
      `        asks: TODO ask one thing${comment(number, "at most 20 words, with a ? at the end")}`,
      ...(number === 1 ? ["        core: true # is part of the quick look"] : []),
      `        levels:${comment(number, "what people would see or hear; each one different")}`,
      "          not-yet: TODO what shows Not yet",
      "          in-places: TODO what shows In places",
      "          usual: TODO what shows Usual practice",
      "          shared: TODO what shows How we work together",
      ...help(number),
      ...step(number, "shared"),
    ]),
  ].join("\n");
}

function checksSection({ questions }: ScaffoldContent): string {
  return [
    "  - id: barrier",
    "    kind: barrier",
    "    title: TODO name what gets in the way",
    "    why: TODO why it matters to people",
    "    signs: # how people notice it",
    "      - TODO a sign of it",
    "    scale: in-place",
    "    criteria:",
    "      - id: felt",
    "        asks: TODO ask how much it gets in the way",
    "        core: true # is part of the quick look",
    "        measures: pressure",
    "        scale: felt",
    `        from: { ${SOURCE}: [Our own words] }`,
    ...numbered(questions, (number) => [
      `      - id: check-${number}${comment(number, "choose a short name; answers are filed under it")}`,
      `        asks: TODO ask one thing${comment(number, "that yes, partly or no can answer")}`,
      ...help(number),
      ...step(number, '"yes"'),
    ]),
  ].join("\n");
}

function help(number: number): readonly string[] {
  return [
    `        talk:${comment(number, "open questions that start the talk; 2 to 4 are best")}`,
    "          - TODO an open question",
    `        look-for:${comment(number, "what you could point to")}`,
    "          - TODO something to point to",
  ];
}

function step(number: number, level: string): readonly string[] {
  return [
    `        next:${comment(number, "the step to that level. It serves those below, unless they have their own")}`,
    `          ${level}:`,
    "            do: TODO what to do",
    `            first: TODO a first move${comment(number, "takes under an hour")}`,
    `            effort: small${comment(number, "or: medium, large")}`,
    `            who: TODO a role${comment(number, "never a name")}`,
    "            sign: TODO how we will know",
    `        from: { ${SOURCE}: [Our own words] }${comment(number, "a source from above, and its headings")}`,
  ];
}

/** What a field is for is said once, at the first question. */
function comment(number: number, words: string): string {
  return number === 1 ? ` # ${words}` : "";
}

function numbered(count: number, lines: (number: number) => readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, index) => lines(index + 1)).flat();
}
