import type { Rubric } from "../rubric/rubric.ts";
import { type Exact, exact, ONE, sum } from "../util/exact.ts";
import { percentWords } from "../util/words.ts";
import { isApplicable, type Judged, whyNoScore } from "./interval.ts";
import type { Points } from "./schema.ts";

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

/** What answers come to, in points or in shares of one, between the least and the most that they could. */
export interface Amount {
  readonly low: Exact;
  readonly high: Exact;
  readonly least: Exact;
  readonly most: Exact;
}

/** Adds the answers up by weight, or takes their mean. */
export function amountOf(judged: readonly Judged[], adds: boolean): Amount {
  const applicable = judged.filter(isApplicable);
  const whole = adds ? ONE : sum(applicable.map(({ criterion }) => criterion.weight));
  const total = (level: (each: (typeof applicable)[number]) => number) =>
    sum(
      applicable.map((each) =>
        each.criterion.weight.mul(each.criterion.levels[level(each)]?.points ?? 0),
      ),
    ).div(whole);
  return {
    low: total(({ interval }) => interval[0]),
    high: total(({ interval }) => interval[1]),
    least: total(() => 0),
    most: total(({ criterion }) => criterion.levels.length - 1),
  };
}

/** The mean of how far each stands between its own least and most, so that none weighs more by a longer scale. */
export function meanOf(amounts: readonly Amount[]): Amount {
  const mean = (of: (amount: Amount) => Exact) => sum(amounts.map(of)).div(amounts.length);
  const [least, most] = [mean((each) => each.least), mean((each) => each.most)];
  const at = (end: "low" | "high") => {
    const share = mean((each) => each[end].sub(each.least).div(each.most.sub(each.least)));
    return least.add(share.mul(most.sub(least)));
  };
  return { low: at("low"), high: at("high"), least, most };
}

/** What one section's answers come to; undefined where the rubric speaks in no points, or there is no number. */
export function pointsOf(rubric: Rubric, judged: readonly Judged[]): Points | undefined {
  if (!countsPoints(rubric) || whyNoScore(judged) !== undefined) return undefined;
  return pointsIn(amountOf(judged, rubric.headline === "sum"));
}

export function countsPoints({ show, headline }: Rubric): boolean {
  return show === "points" || headline === "sum";
}

/** A range of shares as points on the way from the least to the most of these answers. */
export function pointsAt(
  rubric: Rubric,
  judged: readonly Judged[],
  { low, high }: { readonly low: Exact; readonly high: Exact },
): Points | undefined {
  if (!countsPoints(rubric)) return undefined;
  const { least, most } = amountOf(judged, rubric.headline === "sum");
  const at = (share: Exact) => least.add(share.mul(most.sub(least)));
  return pointsIn({ low: at(low), high: at(high), least, most });
}

export function pointsIn({ low, high, least, most }: Amount): Points {
  const text = (value: Exact) => value.toFraction();
  return { low: text(low), high: text(high), least: text(least), most: text(most) };
}

/** `59 points of 20 to 100`; as rough as two places, but never a whole number that is not exact. */
export function pointsWords({ low, high, least, most }: Points): string {
  const [from, to, ...room] = [low, high, least, most].map((each) => exact(each));
  if (from === undefined || to === undefined) return "";
  const [lowest = from, highest = to] = room;
  const ends = from.equals(to)
    ? [from.mul(100).round()]
    : [from.mul(100).floor(), to.mul(100).ceil()];
  const isOne = ends.length === 1 && from.equals(1);
  const said = ends.map((end) => String(Number(end.div(100)))).join(" to ");
  const scale = [lowest, highest].map((end) => String(Number(end.mul(100).round().div(100))));
  return `${said} ${isOne ? "point" : "points"} of ${scale.join(" to ")}`;
}

/** A number beside a name: in percent, or in points where the rubric has them; null where names alone are wanted. */
export function amountWords(
  {
    percent,
    points,
    bands,
  }: {
    readonly percent: readonly [number, number];
    readonly points?: Points | undefined;
    readonly bands: readonly string[] | null;
  },
  rubric: Pick<Rubric, "show"> | undefined,
): string | null {
  if (rubric?.show === "words" && bands !== null) return null;
  const inPoints = rubric?.show === "points" && points !== undefined;
  return inPoints ? pointsWords(points) : percentWords(percent);
}
