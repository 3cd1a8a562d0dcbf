import type { Criterion } from "../rubric/rubric.ts";
import { type Exact, sum } from "../util/exact.ts";
import { type Applicable, isApplicable, type Judged } from "./interval.ts";

/** Where a set of criteria stands together: the least and the most it could be, as shares of the whole. */
export interface Weighed {
  readonly low: Exact;
  readonly high: Exact;
  /** The share of the weight that is settled. */
  readonly known: Exact;
}

/** Undefined where there is not enough to say: nothing applies, or more than a third of the weight does not. */
export function weigh(judged: readonly Judged[]): Weighed | undefined {
  const applicable = judged.filter(isApplicable);
  const whole = weightOf(judged);
  const weight = weightOf(applicable);
  if (weight.equals(0) || whole.sub(weight).mul(3).gt(whole)) return undefined;
  const share = (level: (each: Applicable) => number) =>
    sum(applicable.map((each) => worth(each.criterion, level(each)))).div(weight);
  return {
    low: share(({ interval }) => interval[0]),
    high: share(({ interval }) => interval[1]),
    known: weightOf(applicable.filter(isSettled)).div(weight),
  };
}

function weightOf(judged: readonly Judged[]): Exact {
  return sum(judged.map(({ criterion }) => criterion.weight));
}

function worth({ levels, weight }: Criterion, level: number): Exact {
  return weight.mul(levels[level]?.value ?? 0);
}

function isSettled({ interval }: Applicable): boolean {
  return interval[0] === interval[1];
}
