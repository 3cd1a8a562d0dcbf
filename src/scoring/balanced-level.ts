import { type Exact, exact, sum, ZERO } from "../util/exact.ts";
import { type GroupVotes, total } from "./votes.ts";

/** Lowest and highest level index it could be. */
export type Interval = readonly [low: number, high: number];

/** The smallest level at which at least half of the whole has been counted. */
export function lowerMedian(shares: readonly Exact[]): number {
  const half = sum(shares).div(2);
  let counted = ZERO;
  return shares.findIndex((share) => {
    counted = counted.add(share);
    return counted.gte(half);
  });
}

/** The group level from votes, in which each group that cast a level vote counts the same. */
export function balancedLevel(groups: readonly (readonly number[])[]): number {
  const voting = groups.filter((counts) => total(counts) > 0);
  const width = voting[0]?.length ?? 0;
  const shares = Array.from({ length: width }, (_, level) =>
    sum(voting.map((counts) => exact(counts[level] ?? 0, total(counts)))),
  );
  return lowerMedian(shares);
}

/** The balanced level if all who are unsure stood at the lowest level, and if all stood at the highest. */
export function balancedBounds(votes: readonly GroupVotes[]): Interval {
  const settled = (at: (levels: readonly number[]) => number) =>
    balancedLevel(
      votes.map(({ levels, unsure }) =>
        levels.map((count, level) => (level === at(levels) ? count + unsure : count)),
      ),
    );
  return [settled(() => 0), settled((levels) => levels.length - 1)];
}
