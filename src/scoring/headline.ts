import type { Rubric } from "../rubric/rubric.ts";
import { fractionText, smallest } from "../util/exact.ts";
import { bandRange, type Cap, capsOf } from "./band.ts";
import { percentRange } from "./percent.ts";
import type { Scorecard } from "./schema.ts";
import { type JudgedSection, practiceOf } from "./section-score.ts";
import { type Weighed, weigh } from "./weighed.ts";

type Headline = Pick<Scorecard, "headline" | "noHeadline">;
type Principle = JudgedSection & { readonly weighed: Weighed };

/** The weakest principle speaks for all: a mean would let a strong one pay for a weak one. */
export function scoreHeadline(sections: readonly JudgedSection[]): Headline {
  const principles = sections
    .filter(({ section }) => section.kind === "principle")
    .map((each) => ({ ...each, weighed: weigh(practiceOf(each)) }));
  const unclear = principles.filter(({ weighed }) => weighed === undefined);
  const [first, ...others] = principles.filter(isWeighed);
  if (unclear.length > 0) return noHeadline("not-enough", unclear);
  if (first === undefined) return noHeadline("no-principles", []);
  return weakestOf([first, ...others], sections);
}

function isWeighed(each: JudgedSection & { weighed: Weighed | undefined }): each is Principle {
  return each.weighed !== undefined;
}

function noHeadline(
  reason: NonNullable<Scorecard["noHeadline"]>["reason"],
  sections: readonly JudgedSection[],
): Headline {
  return { headline: null, noHeadline: { reason, sections: keysOf(sections) } };
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
  const headline = {
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
