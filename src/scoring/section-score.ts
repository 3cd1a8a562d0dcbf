import type { Rubric, Section } from "../rubric/rubric.ts";
import { fractionText } from "../util/exact.ts";
import { bandRange, capsOf } from "./band.ts";
import { type Judged, type Weighed, weigh } from "./interval.ts";
import { percentRange } from "./percent.ts";
import type { SectionScore } from "./schema.ts";

/** A section with its answers read and weighed: what every score is made from. */
export interface JudgedSection {
  readonly rubric: Rubric;
  readonly section: Section;
  readonly judged: readonly Judged[];
}

/** What the section's practice adds up to; pressure would count the same problem twice. */
export function practiceOf({ judged }: JudgedSection): readonly Judged[] {
  return judged.filter(({ criterion }) => criterion.measures === "practice");
}

/** The score of a principle or a foundation. */
export function scoreSection(judged: JudgedSection, kind: SectionScore["kind"]): SectionScore {
  const { key } = judged.section;
  const weighed = weigh(practiceOf(judged));
  if (weighed === undefined) return { key, kind, ...NOT_ENOUGH };
  return { key, kind, ...figures(judged, weighed), enough: true };
}

const NOT_ENOUGH = {
  low: null,
  high: null,
  percent: null,
  known: null,
  bands: null,
  capped: [],
  enough: false,
};

function figures(
  { rubric, judged }: JudgedSection,
  weighed: Weighed,
): Omit<SectionScore, "key" | "kind" | "enough"> {
  return {
    low: fractionText(weighed.low),
    high: fractionText(weighed.high),
    percent: percentRange(weighed.low, weighed.high),
    known: fractionText(weighed.known),
    ...bandRange(rubric.bands, weighed, capsOf(judged, rubric.cap)),
  };
}
