import type { CriterionScore } from "../scoring/schema.ts";
import { type Exact, exact } from "../util/exact.ts";
import type { Change } from "./schema.ts";

export type Range<Value> = readonly [low: Value, high: Value];

/** What can be said of a range that moved: only what holds wherever in it the truth lies. */
export function rangeChange<Value>(
  [oldLow, oldHigh]: Range<Value>,
  [newLow, newHigh]: Range<Value>,
  compare: (a: Value, b: Value) => number,
): Exclude<Change, "learning"> {
  if (compare(newLow, oldHigh) > 0) return "better";
  if (compare(newHigh, oldLow) < 0) return "worse";
  const settled = compare(oldLow, oldHigh) === 0 && compare(newLow, newHigh) === 0;
  return settled ? "same" : "may-have-changed";
}

export function indexChange(before: Range<number>, after: Range<number>): Change {
  return rangeChange(before, after, (a, b) => a - b);
}

/** As `rangeChange`, for shares as the scorecard writes them. */
export function shareChange(before: Range<string>, after: Range<string>): Change {
  const exactly = ([low, high]: Range<string>): Range<Exact> => [exact(low), exact(high)];
  return rangeChange(exactly(before), exactly(after), (a, b) => a.compare(b));
}

/** What changed in the answers to one question that was asked the same way both times. */
export function answerChange(
  before: CriterionScore,
  after: CriterionScore,
  measures: "practice" | "pressure",
): Change {
  if (before.interval === null || after.interval === null) {
    return before.interval === after.interval ? "same" : "may-have-changed";
  }
  const change = indexChange(before.interval, after.interval);
  if (change === "may-have-changed" && isUnknown(before) && isSettled(after)) return "learning";
  return measures === "pressure" ? reversed(change) : change;
}

/** A barrier that is felt more is not a gain. */
export function reversed(change: Change): Change {
  if (change === "better") return "worse";
  return change === "worse" ? "better" : change;
}

// People who do not agree have answered; what they do not know, or have not been asked, is open.
function isUnknown(score: CriterionScore): boolean {
  return !isSettled(score) && score.answer !== "differ";
}

function isSettled({ interval }: CriterionScore): boolean {
  return interval !== null && interval[0] === interval[1];
}
