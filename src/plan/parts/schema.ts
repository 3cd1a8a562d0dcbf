import * as z from "zod";

// Every value is already worded: a template only places it. Nothing is ever absent; it is null or empty instead.
export const words = z.string();
export const list = z.array(words);

export const day = z.strictObject({
  text: words.describe("The day in words, such as 12 November 2026"),
  iso: words.describe("The day or month for machines, such as 2026-11-12"),
});

/** A fact that is expected on the page: where it is missing, `text` says so in plain words. */
export const fact = z.strictObject({ text: words, missing: z.boolean() });

export const datedFact = z.strictObject({
  text: words,
  missing: z.boolean(),
  iso: words.nullable(),
});

const percent = z.int().min(0).max(100);

/** A drawing of a range from 0 to 100. It repeats what the words beside it say. */
const bar = z.strictObject({
  low: percent,
  /** From the low to the high end; at least 1, so that it can be seen. */
  open: percent,
  ticks: z.array(percent).describe("Where one band ends and the next begins"),
});

/** One side of a question: what a group said in its own words, and how it voted. */
const side = z.strictObject({ who: words, says: words.nullable(), votes: words.nullable() });

export const highlight = z.strictObject({
  text: words,
  question: words.nullable().describe("Null where the text says it all"),
});

export const standing = z.strictObject({
  title: words,
  band: words,
  means: words.nullable(),
  percent: words.nullable(),
  unknown: words.describe("How much of it we do not know"),
  held: words.nullable().describe("The must-have that holds its band down"),
  bar: bar.nullable(),
});

const barrier = z.strictObject({
  title: words,
  felt: words,
  cover: words,
  answers: words,
  feltBar: bar.nullable(),
  coverBar: bar.nullable(),
});

export const barrierClass = z.strictObject({
  name: words,
  means: words,
  barriers: z.array(barrier),
});

export const mustHave = z.strictObject({
  question: words,
  section: words,
  needed: words,
  now: words,
});

export const difference = z.strictObject({
  question: words,
  section: words,
  finding: words,
  sides: z.array(side),
});

export const openQuestions = z.strictObject({ section: words, questions: list });

export const action = z.strictObject({
  number: words,
  id: words.nullable().describe("Its id in the assessment, or null for a suggestion"),
  kind: z.enum(["fix", "find-out", "talk", "improve", "agreed"]),
  title: words,
  agreed: z.boolean(),
  origin: words.describe("Whether people agreed it or the questions suggest it"),
  status: words,
  late: words.nullable(),
  reason: words,
  question: words.nullable(),
  section: words.nullable(),
  lead: fact,
  couldLead: words.nullable().describe("A role the rubric suggests; never the owner"),
  alongside: fact.describe("Who does it with the person who leads"),
  finish: datedFact,
  first: fact,
  sign: fact,
  effort: words.nullable(),
  cost: words.nullable(),
  hours: words.nullable(),
  note: words.nullable(),
  sources: list,
});

export const laterAction = z.strictObject({
  title: words,
  reason: words,
  section: words.nullable(),
});

export const finishedAction = z.strictObject({
  title: words,
  outcome: words,
  what: words.describe("What happened, or the words that this is missing"),
});

export const money = z.strictObject({
  rows: z.array(z.strictObject({ action: words, cost: words, funding: words, hours: words })),
  totals: z.array(z.strictObject({ name: words, cost: words, hours: words })),
});

export const working = z.strictObject({
  title: words,
  sum: words.describe("Exact low and high end, and the percents printed for them"),
  result: words,
});

export const question = z.strictObject({
  question: words,
  answer: words,
  means: words.nullable(),
  counts: words.describe("What the answer counts for, and its weight"),
  must: words.nullable(),
  sides: z.array(side),
  reason: list,
  note: list.describe("One entry a paragraph"),
  evidence: list,
});

export const sinceAction = z.strictObject({
  action: words,
  outcome: words,
  what: words.describe("What happened, or the words that this is missing"),
});

export const sinceChange = z.strictObject({ title: words, was: words, now: words, change: words });

export const sinceQuestions = z.strictObject({
  title: words,
  list: z.array(z.strictObject({ question: words, was: words, now: words })),
});

export type Bar = z.infer<typeof bar>;
export type DatedFact = z.infer<typeof datedFact>;
export type Fact = z.infer<typeof fact>;
export type Highlight = z.infer<typeof highlight>;
export type Side = z.infer<typeof side>;
export type Standing = z.infer<typeof standing>;
