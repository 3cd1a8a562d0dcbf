import type { Assessment } from "../assessment/assessment.ts";
import { compareAssessments } from "./compare-assessments.ts";
import { SERIES_FORMAT } from "./format.ts";
import type { ComparisonSeries } from "./schema.ts";

/** Each step from one assessment to the next, and from the first to the last. */
export function compareSeries(
  first: Assessment,
  others: readonly [Assessment, ...Assessment[]],
): ComparisonSeries {
  const all = [first, ...others];
  const steps = others.map((newer, index) => compareAssessments(all[index] ?? first, newer));
  const whole = compareAssessments(first, others.at(-1) ?? others[0]);
  return { coprod: SERIES_FORMAT, steps, whole };
}
