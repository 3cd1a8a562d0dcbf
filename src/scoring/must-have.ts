import type { Interval } from "./balanced-level.ts";
import type { Judged } from "./interval.ts";
import type { CriterionScore } from "./schema.ts";

export type MustResult = CriterionScore["must"];

/** Whether a criterion reaches the level it must have; met exactly is met. */
export function mustResult({ criterion: { must }, interval }: Judged): MustResult {
  if (must === undefined || interval === null) return "none";
  return compared(interval, must);
}

function compared([low, high]: Interval, must: number): MustResult {
  if (low >= must) return "pass";
  return high < must ? "fail" : "unknown";
}
