import type { Rubric } from "../rubric/rubric.ts";
import { exact, fractionText, smallest } from "../util/exact.ts";
import { isApplicable, isAsked, type Weighed, weigh, whyNoScore } from "./interval.ts";
import { percentRange, pointsAt } from "./percent.ts";
import { scoreInstrument } from "./results.ts";
import type { InstrumentResult, NoHeadline, Scorecard } from "./schema.ts";
import { bandRange, type Cap, capsOf, type JudgedSection, practiceOf } from "./section-score.ts";

type Headline = Pick<Scorecard, "headline" | "noHeadline">;
type Principle = JudgedSection & { readonly weighed: Weighed };

/** The result of all: of rubrics whose weakest principle decides, else of the one rubric that has a result of its own. */
export function scoreHeadline(
  sections: readonly JudgedSection[],
  results: readonly InstrumentResult[] = resultsOf(sections),
): Headline {
  const weakest = sections.filter(({ rubric }) => rubric.headline === "weakest");
  const isDecided = weakest.some(({ section }) => section.kind === "principle");
  const [only, ...others] = results;
  if (isDecided || (only === undefined && !wantsNone(sections))) return weakestHeadline(weakest);
  if (only === undefined) return noHeadline("none-wanted", [], []);
  return others.length > 0 ? noHeadline("several-results", [], []) : ownHeadline(sections, only);
}

/** The results of the rubrics that are added up, or of which the mean is taken. */
export function resultsOf(sections: readonly JudgedSection[]): InstrumentResult[] {
  const rubrics = [...new Set(sections.map(({ rubric }) => rubric))];
  return rubrics
    .filter(({ headline }) => headline === "sum" || headline === "mean")
    .map((rubric) =>
      scoreInstrument(
        rubric,
        sections.filter((each) => each.rubric === rubric),
      ),
    );
}

function wantsNone(sections: readonly JudgedSection[]): boolean {
  return sections.some(
    ({ rubric, section }) =>
      rubric.headline === "none" && section.kind === "principle" && section.scored,
  );
}

const NO_NUMBER_REASONS = {
  "does-not-apply": "not-enough",
  "not-asked": "too-early",
  "too-early": "too-early",
  unscored: "unscored",
} as const;

function ownHeadline(
  sections: readonly JudgedSection[],
  { noScore, low, high, percent, ...result }: InstrumentResult,
): Headline {
  const principles = sections.filter(
    ({ rubric, section }) => rubric.id === result.rubric && section.kind === "principle",
  );
  if (low === null || high === null || percent === null)
    return noHeadline(NO_NUMBER_REASONS[noScore ?? "not-asked"], principles, principles);
  return { headline: { ...result, low, high, percent, weakest: [] }, noHeadline: null };
}

/** The weakest principle speaks for all: a mean would let a strong one pay for a weak one. */
function weakestHeadline(sections: readonly JudgedSection[]): Headline {
  const principles = sections
    .filter(
      ({ section, judged }) => section.kind === "principle" && section.scored && judged.length > 0,
    )
    .map((each) => ({ ...each, weighed: weigh(practiceOf(each)) }));
  const unclear = principles.filter(({ weighed }) => weighed === undefined);
  const early = principles.filter((each) => whyNoScore(practiceOf(each)) !== undefined);
  const [first, ...others] = principles.filter(isWeighed);
  if (unclear.length > 0) return noHeadline("not-enough", unclear, principles);
  if (first === undefined) {
    const isUnscored = sections.some(
      ({ section }) => section.kind === "principle" || !section.scored,
    );
    return noHeadline(isUnscored ? "unscored" : "no-principles", [], principles);
  }
  if (early.length > 0) return noHeadline("too-early", early, principles);
  return weakestOf([first, ...others], sections);
}

function isWeighed(each: JudgedSection & { weighed: Weighed | undefined }): each is Principle {
  return each.weighed !== undefined;
}

function noHeadline(
  reason: NoHeadline["reason"],
  sections: readonly JudgedSection[],
  principles: readonly JudgedSection[],
): Headline {
  const applicable = principles.flatMap(practiceOf).filter(isApplicable);
  const answered: [number, number] = [applicable.filter(isAsked).length, applicable.length];
  return { headline: null, noHeadline: { reason, sections: keysOf(sections), answered } };
}

function weakestOf(
  principles: readonly [Principle, ...Principle[]],
  sections: readonly JudgedSection[],
): Headline {
  const [first, ...others] = principles;
  const low = smallest([first.weighed.low, ...others.map(({ weighed }) => weighed.low)]);
  const high = smallest([first.weighed.high, ...others.map(({ weighed }) => weighed.high)]);
  const weakest = principles.filter(({ weighed }) => weighed.low.equals(low));
  const { rubric } = weakest[0] ?? first;
  const points = pointsAt(rubric, practiceOf(weakest[0] ?? first), { low, high });
  const headline = {
    ...(points !== undefined && { points }),
    low: fractionText(low),
    high: fractionText(high),
    percent: percentRange(low, high),
    ...bandRange(rubric.bands, { low, high }, capsOn(rubric, sections)),
    weakest: keysOf(weakest),
  };
  return { headline, noHeadline: null };
}

/**
 * Every must-have holds the headline down, wherever it stands: one in a principle through the band of its principle,
 * one elsewhere (safeguarding, say) directly.
 */
export function capsOn(rubric: Rubric, sections: readonly JudgedSection[]): readonly Cap[] {
  return sections.flatMap((each) => capsOf(each.judged, capIn(rubric, each.rubric)));
}

/** The band that `owner` caps at, among the bands of `rubric`; where it has no such band, its own cap serves. */
function capIn(rubric: Rubric, owner: Rubric): number {
  const named = owner.bands[owner.cap]?.id;
  const same = rubric.bands.findIndex(({ id }) => id === named);
  return same >= 0 ? same : rubric.cap;
}

function keysOf(sections: readonly JudgedSection[]): string[] {
  return sections.map(({ section }) => section.key);
}

/** The principles of which the weakest decides: none of a rubric that is added up, say, or that has no result. */
export function rivalsFor(
  { sections }: Scorecard,
  rubrics: readonly Rubric[],
): Scorecard["sections"] {
  const keys = new Set(
    rubrics
      .filter(({ headline }) => headline === "weakest")
      .flatMap((rubric) => rubric.sections.filter(({ scored }) => scored).map(({ key }) => key)),
  );
  return sections.filter(({ key, kind }) => kind === "principle" && keys.has(key));
}

/**
 * Whether no other principle could turn out weaker once what is open is settled. Otherwise the weakest is only the one
 * with the lowest low end, and a page may say no more than that it seems so.
 */
export function isWeakestSure(scorecard: Scorecard, rubrics: readonly Rubric[]): boolean {
  const { headline } = scorecard;
  const principles = rivalsFor(scorecard, rubrics);
  const isNamed = ({ key }: { readonly key: string }) => headline?.weakest.includes(key) === true;
  const highs = principles.filter(isNamed).flatMap(({ high }) => high ?? []);
  const lows = principles.filter((each) => !isNamed(each)).flatMap(({ low }) => low ?? []);
  return highs.every((high) => lows.every((low) => exact(high).compare(exact(low)) <= 0));
}
