import { type Exact, exact } from "../util/exact.ts";
import { percentWords } from "../util/words.ts";

/**
 * Two ends that differ are rounded away from each other, so that nothing possible is left out; what is settled is one number,
 * the nearest. 100 only if exactly complete, and 0 only if exactly nothing.
 */
export function percentRange(low: Exact, high: Exact): [low: number, high: number] {
  if (low.equals(high)) {
    const nearest = honest(low, low.mul(100).round());
    return [nearest, nearest];
  }
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
