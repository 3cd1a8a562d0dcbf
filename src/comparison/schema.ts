import * as z from "zod/mini";
import { helped } from "../assessment/schema.ts";
import { scorecardSchema } from "../scoring/schema.ts";
import { COMPARISON_FORMAT, SERIES_FORMAT } from "../util/formats.ts";
import { optional } from "../yaml/fields.ts";

const scorecard = scorecardSchema.shape;
const headline = scorecard.headline.def.innerType.shape;
const section = scorecard.sections.def.element.shape;
const barrier = scorecard.barriers.def.element.shape;
const criterion = scorecard.criteria.def.element.shape;

/**
 * `learning`: what was not known became known, which is neither gain nor loss. `may-have-changed`: too much is open to
 * tell. How much a barrier is felt is better where it is felt less.
 */
const change = z.enum(["better", "worse", "same", "may-have-changed", "learning"]);

/**
 * `questions-changed`: other questions, weights or must-haves; `bands-moved`: the same number has another name now;
 * `kind-changed`: a principle is a foundation now, say; `not-enough`: at least one side has no number.
 */
const status = z.enum([
  "compared",
  "questions-changed",
  "bands-moved",
  "kind-changed",
  "not-enough",
  "added",
  "removed",
]);

/** One question that made the change: its must-have, its answer, or that it is open. */
const cause = z.strictObject({
  key: criterion.key,
  what: z.enum([
    "must-have-not-met",
    "must-have-met",
    "must-have-unknown",
    "better",
    "worse",
    "open",
  ]),
});

/** One of the two assessments. */
const side = z.strictObject({
  ...scorecard.assessment.shape,
  /** The charity, where its name is written down. */
  charity: z.nullable(z.string()),
  rubrics: scorecard.rubrics,
  smallestShown: scorecard.smallestShown,
  people: scorecard.people,
  view: scorecard.view,
});

/** Where something stood, in numbers, band ids and the names of those bands. */
const standing = z.strictObject({
  low: headline.low,
  high: headline.high,
  percent: headline.percent,
  /** Null where the rubric has no bands. */
  bands: headline.bands,
  names: z.tuple([z.string(), z.string()]),
  /** Where the rubric says results in points, or in words alone: what stands beside the name, if anything. */
  amount: optional(z.nullable(z.string())),
  capped: headline.capped,
  undecided: headline.undecided,
});

const compared = {
  /** Null unless the two sides can be compared. */
  change: z.nullable(change),
  status,
  /** What made the change, the most telling first. */
  because: z.array(cause),
};

const sectionChange = z.strictObject({
  key: section.key,
  title: z.string(),
  kind: section.kind,
  before: z.nullable(standing),
  after: z.nullable(standing),
  ...compared,
});

const barrierStanding = z.strictObject({
  pressure: barrier.pressure,
  cover: barrier.cover,
  class: barrier.class,
  noClass: barrier.noClass,
  /** How much it is felt, in the words of its one question, or as a share. */
  felt: z.string(),
});

const barrierChange = z.strictObject({
  key: barrier.key,
  title: z.string(),
  before: z.nullable(barrierStanding),
  after: z.nullable(barrierStanding),
  status,
  pressure: z.nullable(change),
  cover: z.nullable(change),
  /** Whether it needs more attention now or less, by its class; null where it has none on one side. */
  attention: z.nullable(z.enum(["more", "less", "same"])),
  because: z.array(cause),
});

const answered = z.strictObject({
  answer: criterion.answer,
  interval: criterion.interval,
  /** Names of the two levels of `interval`; null where it does not apply. */
  levels: z.nullable(z.tuple([z.string(), z.string()])),
});

const question = {
  key: criterion.key,
  /** Key of the section it stands in now, or stood in where it was removed. */
  section: section.key,
  asks: z.string(),
};

const pair = {
  ...question,
  /** Its key last time, where it has been renamed since. */
  formerKey: z.nullable(criterion.key),
  before: answered,
  after: answered,
};

const criterionChange = z.strictObject({
  ...pair,
  measures: z.enum(["practice", "pressure", "name"]),
  change,
});

const reworded = z.strictObject({
  ...pair,
  /** How it was asked last time; its wording or its levels meant something else then. */
  asked: z.string(),
});

/** What came of one action of last time. */
const actionOutcome = z.strictObject({
  /** What people call it, such as 1. */
  number: z.string(),
  do: z.string(),
  /** `gone`: it was open last time, and is in no list now. */
  status: z.enum(["planned", "doing", "done", "dropped", "gone"]),
  helped: z.nullable(helped),
  /** What each group says of that, where they do not say the same. */
  helpedBy: optional(z.array(z.strictObject({ group: z.string(), helped }))),
  why: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** The question it was about, where it was asked the same way both times. */
  question: z.nullable(
    z.strictObject({ key: criterion.key, asks: z.string(), before: answered, after: answered }),
  ),
  change: z.nullable(change),
});

/** A result that a rubric has of its own. */
const resultChange = z.strictObject({
  rubric: z.string(),
  title: z.string(),
  before: z.nullable(standing),
  after: z.nullable(standing),
  ...compared,
});

/** What changed between two assessments (`coprod: comparison/1`). */
export const comparisonSchema = z.strictObject({
  coprod: z.literal(COMPARISON_FORMAT),
  older: side,
  newer: side,
  /** Why nothing here is compared: the two are of different charities, or of different work of one. */
  incomparable: z.nullable(z.enum(["other-charity", "other-work"])),
  headline: z.strictObject({
    /** The title of the questions it is of, where others have a result of another kind. */
    whose: z.nullable(z.string()),
    before: z.nullable(standing),
    after: z.nullable(standing),
    ...compared,
  }),
  /** Results beside the headline, or in its place: of rubrics that are added up, or whose mean is taken. */
  results: optional(z.array(resultChange)),
  sections: z.array(sectionChange),
  barriers: z.array(barrierChange),
  criteria: z.array(criterionChange),
  added: z.array(z.strictObject(question)),
  removed: z.array(z.strictObject(question)),
  reworded: z.array(reworded),
  actions: z.array(actionOutcome),
});

/** Three or more assessments in order: each step, and the first against the last. */
export const comparisonSeriesSchema = z.strictObject({
  coprod: z.literal(SERIES_FORMAT),
  steps: z.array(comparisonSchema),
  whole: comparisonSchema,
});

/** What `coprod compare --format json` prints: a series where there are three files or more. */
export const compareOutputSchema = z.discriminatedUnion("coprod", [
  comparisonSchema,
  comparisonSeriesSchema,
]);

/** What `coprod score --json` prints: `changes` only with `--previous`. */
export const scoreOutputSchema = z.extend(scorecardSchema, {
  changes: optional(comparisonSchema),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonSeries = z.infer<typeof comparisonSeriesSchema>;
export type Change = z.infer<typeof change>;
export type ComparisonStatus = z.infer<typeof status>;
export type Standing = z.infer<typeof standing>;
export type Cause = z.infer<typeof cause>;
export type HeadlineChange = Comparison["headline"];
export type ResultChange = z.infer<typeof resultChange>;
export type SectionChange = z.infer<typeof sectionChange>;
export type BarrierChange = z.infer<typeof barrierChange>;
export type CriterionChange = z.infer<typeof criterionChange>;
export type Reworded = z.infer<typeof reworded>;
export type Answered = z.infer<typeof answered>;
export type ActionOutcome = z.infer<typeof actionOutcome>;
