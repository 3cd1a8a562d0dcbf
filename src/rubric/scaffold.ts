import { RUBRIC_FORMAT } from "../util/formats.ts";
import { yamlText } from "../yaml/edit/yaml-text.ts";

export type ScaffoldKind = keyof typeof KINDS;

type PartKind = "levels" | "checks" | "statements" | "yes-no" | "sum" | "words";

/** The sections that each kind of instrument starts with. */
const KINDS = {
  questions: ["levels"],
  checklist: ["checks"],
  both: ["levels", "checks"],
  statements: ["statements"],
  "yes-no": ["yes-no"],
  sum: ["sum"],
  unscored: ["words"],
} as const satisfies Record<string, readonly PartKind[]>;

export const SCAFFOLD_KINDS = Object.keys(KINDS) as readonly ScaffoldKind[];

export const FEWEST_QUESTIONS = 1;
/** More tire people out. */
export const MOST_QUESTIONS = 40;
/** Fewer decide too much each. */
export const USUAL_QUESTIONS = 3;

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
  const parts = KINDS[content.kind].map((kind) => PARTS[kind](content));
  const scales = parts.flatMap(({ scale }) => scale ?? []);
  return [
    `# yaml-language-server: $schema=${content.schema}`,
    "# Started with: coprod rubric new. Each TODO is yours to write; coprod lint names them one by one.",
    head(content),
    ...parts.flatMap(({ top }) => top ?? []),
    "# Lowest level first. Answers are kept under the ids: choose them now, and leave them as they are later.",
    scales.length === 0 ? "scales: {}" : "scales:",
    ...scales,
    ...parts.flatMap(({ bands }) => bands ?? []),
    "sections:",
    ...parts.map(({ section }) => section),
    "# Words that are not everyday speech.",
    "glossary:",
    "  lived experience: Knowing something because it happened to you.",
    "",
  ].join("\n");
}

interface ScaffoldPart {
  readonly top?: readonly string[];
  readonly scale?: readonly string[];
  readonly bands?: readonly string[];
  readonly section: string;
}

const PARTS: Readonly<Record<PartKind, (content: ScaffoldContent) => ScaffoldPart>> = {
  levels: (content) => ({ scale: [PRACTICE], bands: [BANDS], section: levelsSection(content) }),
  checks: (content) => ({ scale: [FELT_AND_IN_PLACE], section: checksSection(content) }),
  statements: (content) => ({
    scale: [ONE_TO_FIVE],
    bands: [BANDS],
    section: shortSection(content, STATEMENTS),
  }),
  "yes-no": (content) => ({
    scale: [NO_YES],
    bands: [BANDS],
    section: shortSection(content, YES_NO),
  }),
  sum: (content) => ({
    top: ["headline: sum # the points of all answers are added up"],
    scale: [ONE_TO_FIVE],
    bands: [totalBands(content)],
    section: shortSection(content, STATEMENTS),
  }),
  words: (content) => ({
    top: ["scoring: none # no number and no band is made of the answers"],
    section: shortSection(content, WORDS),
  }),
};

const SOURCE = "ours";

function head({ id, title, about, kind, questions, source, year }: ScaffoldContent): string {
  const minutes = Math.ceil((MINUTES[kind] ?? 1) * questions);
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

/** How long a question takes, where it is more than a minute. */
const MINUTES: { [Kind in ScaffoldKind]?: number } = {
  questions: 6,
  checklist: 1.5,
  both: 7,
  unscored: 5,
};

const ONE_TO_FIVE = `  agree:
    - { id: one, name: "1", means: Nobody here would say that. }
    - { id: two, name: "2", means: A few would say so. }
    - { id: three, name: "3", means: About half would say so. }
    - { id: four, name: "4", means: Most would say so. }
    - { id: five, name: "5", means: People with lived experience say it without being asked. }`;

const NO_YES = `  yes-no:
    - { id: "no", name: "No", means: There is nothing to show. }
    - { id: "yes", name: "Yes", means: People with lived experience can see it. }`;

interface Short {
  readonly section: readonly string[];
  readonly question: readonly string[];
  /** The level that the step leads to; none where nothing is climbed. */
  readonly top?: string;
}

const together = (heading: string, scale: string) => [
  "    kind: principle # or: foundation, shown beside the result",
  "    asked: together # or: one-by-one, each on a page of its own",
  `    heading: ${heading}`,
  `    scale: ${scale}`,
];

const STATEMENTS: Short = {
  section: together("How far is this so with us?", "agree"),
  question: ["        says: TODO say one thing that can be so"],
  top: "five",
};

const YES_NO: Short = {
  section: together("Is this so with us?", "yes-no"),
  question: ["        asks: TODO ask one thing that yes or no can answer"],
  top: '"yes"',
};

const WORDS: Short = {
  section: ["    kind: foundation"],
  question: [
    "        asks: TODO ask one open thing",
    "        kind: text # in own words; or: number, or choices with a list of them",
    "        talk:",
    "          - What do people with lived experience say first?",
    `        from: { ${SOURCE}: [Our own words] }`,
  ],
};

function shortSection({ questions }: ScaffoldContent, { section, question, top }: Short): string {
  return [
    "  - id: practice",
    "    title: TODO name this part",
    "    why: TODO why it matters to people",
    ...section,
    "    criteria:",
    ...numbered(questions, (number) => [
      `      - id: question-${number}${comment(number, "choose a short name; answers are filed under it")}`,
      ...question,
      ...(number === 1 ? ["        core: true # is part of the quick look"] : []),
      ...(top === undefined ? [] : [...help(number), ...step(number, top)]),
    ]),
  ].join("\n");
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

const BANDS = bands("a result", "from", ["0", "1/4", "1/2", "3/4"]);

/** A quarter of the way each, in points of the total of statements from 1 to 5. */
function totalBands({ questions }: ScaffoldContent): string {
  return bands(
    "a total",
    "points",
    [1, 2, 3, 4].map((times) => String(times * questions)),
  );
}

function bands(what: string, field: "from" | "points", [a, b, c, d]: readonly string[]): string {
  return `# What ${what} is called. Each name holds from there on${field === "from" ? ": a share such as 1/4" : ", in points"}.
bands:
  - { id: early, name: Early days, ${field}: ${a}, means: Little has moved so far. }
  - { id: starting, name: Getting started, ${field}: ${b}, means: Good things happen in places. }
  - { id: building, name: Building it, ${field}: ${c}, means: It is becoming usual. }
  - { id: there, name: Doing it together, ${field}: ${d}, means: People with lived experience say that it is so. }`;
}

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
