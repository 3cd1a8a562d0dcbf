import * as z from "zod";

// Every value is already worded: a template only places it. Nothing is ever absent; it is null or empty instead.
export const words = z.string();
export const list = z.array(words);

export const day = z.strictObject({
  text: words.describe("The day in words, such as 12 November 2026"),
  iso: words.describe("The day or month for machines, such as 2026-11-12"),
});

const factText = words.describe("What people said, or the plain words that it is missing");
const missing = z.boolean().describe("Whether it is missing");

/** A fact that is expected on the page: where it is missing, `text` says so in plain words. */
export const fact = z.strictObject({ text: factText, missing });

export const datedFact = z.strictObject({
  text: factText,
  missing,
  iso: words.nullable().describe("The day or month for machines, such as 2026-11-12"),
});

export const namedFact = z.strictObject({
  name: words.describe("What it is about, such as When or Votes"),
  text: factText,
  missing,
});

const percent = z.int().min(0).max(100);

/** A drawing of a range from 0 to 100. It repeats what the words beside it say. */
const bar = z.strictObject({
  low: percent.describe("The low end, from 0 to 100"),
  open: percent.describe("From the low to the high end; at least 1, so that it can be seen"),
  high: percent.describe("The high end, from 0 to 100"),
  ticks: z.array(percent).describe("Where one band ends and the next begins"),
});

/** One side of a question: what a group said in its own words, and how it voted. */
const side = z.strictObject({
  who: words.describe("The group, or another name where it is too small to be named"),
  says: words.nullable().describe("Its own words"),
  votes: words.nullable().describe("How many chose what"),
});

const section = words.describe("Title of the part the question belongs to");
const asks = words.describe("The question as it was asked");

export const highlight = z.strictObject({
  text: words.describe("What would be seen at the level we said, or the question"),
  answer: words.nullable().describe("Our answer, where the text is the question"),
});

export const standing = z.strictObject({
  title: words.describe("Its title in the rubric"),
  band: words.describe("Where it stands, in the rubric's own words"),
  means: words.nullable().describe("What that means"),
  percent: words.nullable().describe("Its range, such as 33% to 55%"),
  unknown: words.describe("How much of it we do not know"),
  held: words.nullable().describe("The must-have that holds its band down"),
  was: words.nullable().describe("Where it stood last time; missing in a first plan"),
  bar: bar.nullable().describe("Numbers to draw its range with"),
  wasBar: bar.nullable().describe("Numbers to draw last time's range with, where the two compare"),
});

const barrier = z.strictObject({
  title: words.describe("Its title in the rubric"),
  felt: words.describe("How strongly we feel it"),
  cover: words.describe("How much is in place, such as 21% to 36%"),
  answers: words.describe("How many checks stand at each level; empty where none was asked"),
  feltBar: bar.nullable().describe("Numbers to draw how much it is felt"),
  coverBar: bar.nullable().describe("Numbers to draw what is in place"),
});

export const barrierClass = z.strictObject({
  name: words.describe("What to do about these barriers, such as Act first"),
  means: words.describe("Why"),
  barriers: z.array(barrier).describe("The barriers to do it about"),
});

export const mustHave = z.strictObject({
  question: asks,
  section,
  needed: words.describe("The level it needs, and what that looks like"),
  now: words.describe("What we answered"),
});

export const difference = z.strictObject({
  question: asks,
  section,
  finding: words.describe("How people see it differently, in one sentence"),
  sides: z.array(side).describe("Each side, as heavy as the other"),
});

export const openQuestions = z.strictObject({
  section,
  questions: list.describe("The questions that are open in it"),
});

export const working = z.strictObject({
  title: words.describe("The part it is the sum of"),
  sum: words.describe("Exact low and high end, and the percents printed for them"),
  result: words.describe("The band or class it comes to"),
});

export const question = z.strictObject({
  question: asks,
  answer: words.describe("What we answered"),
  means: words.nullable().describe("What would be seen at that level; missing while it is open"),
  counts: words.describe("What the answer counts for, and its weight where that is not 1"),
  must: words.nullable().describe("Whether its must-have is met"),
  sides: z.array(side).describe("What each group said and how it voted"),
  reason: list.describe("Why it does not apply; one entry a paragraph"),
  note: list.describe("What was said; one entry a paragraph"),
  evidence: list.describe("What we could point to"),
});

export type Bar = z.infer<typeof bar>;
export type DatedFact = z.infer<typeof datedFact>;
export type Fact = z.infer<typeof fact>;
export type Highlight = z.infer<typeof highlight>;
export type Side = z.infer<typeof side>;
export type Standing = z.infer<typeof standing>;
