import * as z from "zod/mini";
import { SCORECARD_FORMAT } from "../util/formats.ts";
import { optional } from "../yaml/fields.ts";

/** An exact, reduced share of the whole: `0`, `1/3`, `1`. */
const share = z.string().check(z.regex(/^\d+(?:\/\d+)?$/u));
const percent = z.int().check(z.gte(0), z.lte(100));
const range = z.tuple([share, share]);
const key = z.string();

/** Low end rounded down, high end rounded up; where they are equal, the nearest for both. */
const percents = z.tuple([percent, percent]);
/** Band ids of the two ends, after caps; twice the same where the band is settled. The bands are the rubric's own. */
const bands = z.tuple([z.string(), z.string()]);

/** An exact number of points, and the least and the most that it could have been. */
const amount = z.string().check(z.regex(/^-?\d+(?:\/\d+)?$/u));
const points = z.strictObject({ low: amount, high: amount, least: amount, most: amount });

/** The weakest principle: the lowest low end, the lowest high end, and bands from the rubric of `weakest[0]`. */
const headline = z.strictObject({
  /** Where it is no weakest principle: the rubric whose own result it is, and how that is made. */
  rubric: optional(z.string()),
  how: optional(z.enum(["sum", "mean"])),
  /** Where results are said in points. */
  points: optional(points),
  low: share,
  high: share,
  percent: percents,
  bands: z.nullable(bands),
  /** Keys of the sections that reach the lowest low end. */
  weakest: z.array(key),
  /** Keys of the criteria whose failed must-have holds the headline's band down. */
  capped: z.array(key),
  /** Keys of the criteria whose must-have is not known yet and so holds the low end's band down. */
  undecided: z.array(key),
});

/**
 * Why there is no headline: the set has no principle, too many questions of these principles do not apply, or less than
 * half of each of them is answered. `none-wanted`: the rubric makes no result of its parts. `several-results`: each rubric
 * has a result of its own, in `results`.
 */
const noHeadline = z.strictObject({
  reason: z.enum([
    "no-principles",
    "unscored",
    "not-enough",
    "too-early",
    "none-wanted",
    "several-results",
  ]),
  sections: z.array(key),
  /** How many of the questions that make the result are answered, and how many apply. */
  answered: z.tuple([z.int(), z.int()]),
});

/** `not-asked`: nothing is answered. `too-early`: less than half of the weight is. `unscored`: its answers are words. */
const noScore = z.nullable(z.enum(["does-not-apply", "not-asked", "too-early", "unscored"]));

const section = z.strictObject({
  key,
  kind: z.enum(["principle", "foundation"]),
  low: z.nullable(share),
  high: z.nullable(share),
  percent: z.nullable(percents),
  /** Where results are said in points. */
  points: optional(points),
  /** The share of the weight that is settled. */
  known: z.nullable(share),
  bands: z.nullable(bands),
  /** Keys of the criteria whose failed must-have holds the section's band down. */
  capped: z.array(key),
  /** Keys of the criteria whose must-have is not known yet and so holds the low end's band down. */
  undecided: z.array(key),
  /** False: there are no numbers, because of `noScore`. */
  enough: z.boolean(),
  /** `does-not-apply`: more than a third of the weight does not apply, or nothing is left. */
  noScore,
});

const figures = {
  low: section.shape.low,
  high: section.shape.high,
  percent: section.shape.percent,
  points: section.shape.points,
  bands: section.shape.bands,
  capped: section.shape.capped,
  undecided: section.shape.undecided,
  noScore,
};

/** A group of sections with a result of its own. */
const part = z.strictObject({
  key,
  title: z.string(),
  /** Key of the part that it is in. */
  within: z.nullable(key),
  /** Keys of all sections in it. */
  sections: z.array(key),
  ...figures,
});

/** The result of one rubric that is added up, or of whose parts the mean is taken. */
const result = z.strictObject({
  rubric: z.string(),
  how: z.enum(["sum", "mean"]),
  ...figures,
});

const barrier = z.strictObject({
  key,
  /** How much it is felt. Null where no such question applies, has been answered, or too many do not apply. */
  pressure: z.nullable(range),
  /** What is in place against it. Null as with `pressure`. */
  cover: z.nullable(range),
  /** From the high end of `pressure` and the low end of `cover`; null where either is. */
  class: z.nullable(z.enum(["act-first", "in-hand", "keep-watch", "clear"])),
  /** Why there is no class; `waits`: its checklist does, because other barriers come first. */
  noClass: z.nullable(z.enum(["does-not-apply", "not-asked", "waits"])),
});

const votes = z.strictObject({
  /** How far the people agree whose groups are shown. A word, because a number would tell how each of them voted. */
  class: z.enum(["shared", "mostly-shared", "different-views", "split", "not-split", "too-few"]),
  /**
   * Only groups in which enough people voted; `level` is the lower median, and `upper` the other vote in the middle where
   * there are two of different levels. `with` names the groups that are shown together with this one because too few of
   * them voted.
   */
  groups: z.array(
    z.strictObject({
      group: z.string(),
      with: optional(z.array(z.string())),
      level: z.int(),
      upper: optional(z.int()),
    }),
  ),
  /** Widest difference between shown groups' levels; null with fewer than two. */
  gap: z.nullable(z.int()),
  /** The middle of the groups' middle votes, with who is unsure or not shown at the lowest and at the highest level. */
  level: z.tuple([z.int(), z.int()]),
  /** False: groups voted that are too small to be shown, and nothing here is made of their votes. */
  everybody: z.boolean(),
});

const criterion = z.strictObject({
  key,
  /**
   * A level id, `unsure`, `not-applicable`, `skipped`, `differ`, `votes` (no level agreed), `look-again` (a level that
   * the question no longer has), `given` (in words, figures or choices), `left-out` (by an earlier answer), `waits` (a check
   * of a barrier that others are felt more than) or `none` (not asked).
   */
  answer: z.string(),
  /** With `given`: what was given, in words. */
  given: optional(z.string()),
  /** Lowest and highest level it could be; null where it does not apply. */
  interval: z.nullable(z.tuple([z.int(), z.int()])),
  must: z.enum(["pass", "fail", "unknown", "none"]),
  /** Of a must-have with two levels: whether it reaches the second, below which something has to be put right. */
  putRight: optional(z.enum(["pass", "fail", "unknown", "none"])),
  votes: z.nullable(votes),
});

/** All results of one assessment (`coprod: scorecard/1`, DESIGN §2.3). */
export const scorecardSchema = z.strictObject({
  coprod: z.literal(SCORECARD_FORMAT),
  assessment: z.strictObject({
    title: z.string(),
    covers: z.nullable(z.string()),
    started: z.nullable(z.string()),
  }),
  rubrics: z.array(z.strictObject({ id: z.string(), version: z.string(), hash: z.string() })),
  /** How many people a group has from which it is shown. */
  smallestShown: z.int(),
  /**
   * `present` is null where somebody was there, but fewer than `smallestShown`; `outside` likewise: how many answered
   * without being in the room.
   */
  people: z.array(
    z.strictObject({
      group: z.string(),
      name: z.string(),
      present: z.nullable(z.int()),
      outside: optional(z.nullable(z.int())),
    }),
  ),
  /** `staff`: people are listed and nobody with lived experience is among them; `unknown`: nobody is listed. */
  view: z.enum(["shared", "staff", "unknown"]),
  /** `quick`: only the core questions were meant to be asked; the others have no interval and are in no sum. */
  look: z.nullable(z.enum(["quick"])),
  headline: z.nullable(headline),
  noHeadline: z.nullable(noHeadline),
  /** Of rubrics with a result of their own; left out where none has. */
  results: optional(z.array(result)),
  /** Of rubrics whose sections are grouped; left out where none are. */
  parts: optional(z.array(part)),
  sections: z.array(section),
  barriers: z.array(barrier),
  criteria: z.array(criterion),
});

export type Scorecard = z.infer<typeof scorecardSchema>;
export type NoHeadline = NonNullable<Scorecard["noHeadline"]>;
export type SectionScore = Scorecard["sections"][number];
export type PartScore = NonNullable<Scorecard["parts"]>[number];
export type InstrumentResult = NonNullable<Scorecard["results"]>[number];
export type Points = NonNullable<SectionScore["points"]>;
export type BarrierScore = Scorecard["barriers"][number];
export type CriterionScore = Scorecard["criteria"][number];
export type VotesScore = NonNullable<CriterionScore["votes"]>;
export type BarrierClass = NonNullable<BarrierScore["class"]>;
