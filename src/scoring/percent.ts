import { type Exact, exact } from "../util/exact.ts";
import { percentWords } from "../util/words.ts";

/** The low end rounded down and the high end up; 100 only if exactly complete, and 0 only if exactly nothing. */
export function percentRange(low: Exact, high: Exact): [low: number, high: number] {
  return [honest(low, low.mul(100).floor()), honest(high, high.mul(100).ceil())];
}

/** The printed percents of a range that the scorecard wrote as exact texts. */
export function percentsOf([low, high]: readonly [string, string]): [low: number, high: number] {
  return percentRange(exact(low), exact(high));
}

export function shareWords(range: readonly [string, string]): string {
  return percentWords(percentsOf(range));
}

function honest(share: Exact, rounded: Exact): number {
  const percent = rounded.valueOf();
  if (share.equals(0) || share.equals(1)) return percent;
  return Math.min(99, Math.max(1, percent));
}
