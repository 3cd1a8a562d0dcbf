import * as z from "zod/mini";
import { described } from "../../yaml/fields.ts";

// Every value is already worded: a template only places it. Nothing is ever absent; it is null or empty instead.
export const words = z.string();
export const wordsList = z.array(words);

export const day = z.strictObject({
  text: described(words, "The day in words, such as 12 November 2026"),
  iso: described(words, "The day or month for machines, such as 2026-11-12"),
});

const factText = described(words, "What people said, or the plain words that it is missing");
const missing = described(z.boolean(), "Whether it is missing");

/** A fact that is expected on the page: where it is missing, `text` says so in plain words. */
export const fact = z.strictObject({ text: factText, missing });

export const datedFact = z.strictObject({
  text: factText,
  missing,
  iso: described(z.nullable(words), "The day or month for machines, such as 2026-11-12"),
});

export const namedFact = z.strictObject({
  name: described(words, "What it is about, such as When or Votes"),
  text: factText,
  missing,
});

const percent = z.int().check(z.gte(0), z.lte(100));

/** A drawing of a range from 0 to 100. It repeats what the words beside it say. */
const bar = z.strictObject({
  low: described(percent, "The low end, from 0 to 100"),
  open: described(percent, "From the low to the high end; at least 1, so that it can be seen"),
  high: described(percent, "The high end, from 0 to 100"),
  ticks: described(z.array(percent), "Where one band ends and the next begins"),
});

/** One side of a question: what a group said in its own words, and how it voted. */
const side = z.strictObject({
  who: described(words, "The group, or another name where it is too small to be named"),
  says: described(z.nullable(words), "Its own words"),
  votes: described(z.nullable(words), "How many chose what"),
});

const section = described(words, "Title of the part the question belongs to");
const asks = described(words, "The question as it was asked");

export const highlight = z.strictObject({
  text: described(words, "What would be seen at the level we said, or the question"),
  answer: described(z.nullable(words), "Our answer, where the text is the question"),
});

export const standing = z.strictObject({
  title: described(words, "Its title in the rubric"),
  band: described(words, "Where it stands, in the rubric's own words"),
  means: described(z.nullable(words), "What that means"),
  percent: described(
    z.nullable(words),
    "Its range, such as 33% to 55%, or its points; missing where the name says it",
  ),
  unknown: described(words, "How much of it we do not know"),
  held: described(z.nullable(words), "The must-have that holds its band down"),
  was: described(z.nullable(words), "Where it stood last time; missing in a first plan"),
  bar: described(z.nullable(bar), "Numbers to draw its range with"),
  wasBar: described(
    z.nullable(bar),
    "Numbers to draw last time's range with, where the two compare",
  ),
});

/** One name of the scale that a result is read on. */
export const scaleName = z.strictObject({
  name: described(words, "The name"),
  here: described(z.boolean(), "Whether the result may be here"),
  sure: described(z.boolean(), "Whether it can be nowhere else"),
});

/** What one set of questions says the work rests on. */
export const foundation = z.strictObject({
  title: described(words, "Title of the set of questions"),
  counts: described(words, "How many of its parts have which name"),
  parts: described(z.array(standing), "Its parts"),
});

const barrier = z.strictObject({
  title: described(words, "Its title in the rubric"),
  felt: described(words, "How strongly we feel it"),
  cover: described(words, "How much is in place, such as 21% to 36%"),
  answers: described(words, "How many checks stand at each level; empty where none was asked"),
  feltBar: described(z.nullable(bar), "Numbers to draw how much it is felt"),
  coverBar: described(z.nullable(bar), "Numbers to draw what is in place"),
});

export const barrierClass = z.strictObject({
  name: described(words, "What to do about these barriers, such as Act first"),
  means: described(words, "Why"),
  barriers: described(z.array(barrier), "The barriers to do it about"),
  more: described(z.nullable(words), "How many more there are, where a short plan shows some"),
});

export const mustHave = z.strictObject({
  question: asks,
  section,
  needed: described(words, "The level it needs, and what that looks like"),
  now: described(words, "What we answered"),
});

export const difference = z.strictObject({
  question: asks,
  section,
  finding: described(words, "How people see it differently, in one sentence"),
  sides: described(z.array(side), "Each side, as heavy as the other"),
});

export const openQuestions = z.strictObject({
  section,
  questions: described(wordsList, "The questions that are open in it"),
});

export const working = z.strictObject({
  title: described(words, "The part it is the sum of"),
  sum: described(words, "Exact low and high end, and the percents printed for them"),
  result: described(words, "The band or class it comes to"),
});

export const question = z.strictObject({
  question: asks,
  answer: described(words, "What we answered"),
  means: described(z.nullable(words), "What would be seen at that level; missing while it is open"),
  counts: described(words, "What the answer counts for, and its weight where that is not 1"),
  weight: described(z.nullable(words), "Its weight, where that is not 1"),
  must: described(z.nullable(words), "Whether its must-have is met"),
  sides: described(z.array(side), "What each group said and how it voted"),
  reason: described(wordsList, "Why it does not apply; one entry a paragraph"),
  note: described(wordsList, "What was said; one entry a paragraph"),
  evidence: described(wordsList, "What we could point to"),
});

export type Bar = z.infer<typeof bar>;
export type DatedFact = z.infer<typeof datedFact>;
export type Fact = z.infer<typeof fact>;
export type Highlight = z.infer<typeof highlight>;
export type SideView = z.infer<typeof side>;
export type StandingView = z.infer<typeof standing>;
