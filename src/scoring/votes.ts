import type { Response, VoteRound } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { type Exact, exact, sum, ZERO } from "../util/exact.ts";

/** What one group voted: counts, never names. */
export interface GroupVotes {
  readonly group: string;
  /** At index L: how many chose level L. */
  readonly levels: readonly number[];
  readonly unsure: number;
}

/** The groups that cast a vote in the last round that has one. Earlier rounds are history. */
export function lastRound(
  criterion: Criterion,
  response: Response | undefined,
): readonly GroupVotes[] {
  const rounds = (response?.votes ?? []).map((round) => groupsThatVoted(criterion, round));
  return rounds.findLast((round) => round.length > 0) ?? [];
}

/** How many people voted, those who are unsure included. */
export function castVotes({ levels, unsure }: GroupVotes): number {
  return total(levels) + unsure;
}

/** Several groups' level votes as if they were one group. */
export function pooledLevels(votes: readonly GroupVotes[]): readonly number[] {
  const [first] = votes;
  return (first?.levels ?? []).map((_, level) =>
    total(votes.map(({ levels }) => levels[level] ?? 0)),
  );
}

/** The level at which half of these votes are reached: with two in the middle the lower one. */
export function middleLevel(levels: readonly number[]): number {
  let counted = 0;
  return levels.findIndex((count) => {
    counted += count;
    return 2 * counted >= total(levels);
  });
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function groupsThatVoted(criterion: Criterion, round: VoteRound): GroupVotes[] {
  return Object.entries(round)
    .map(([group, counts]) => votesOf(criterion, { group, counts }))
    .filter((votes) => castVotes(votes) > 0);
}

function votesOf(
  { levels }: Criterion,
  { group, counts }: { group: string; counts: VoteRound[string] },
): GroupVotes {
  const cast = new Map(Object.entries(counts));
  const at = (id: string) => cast.get(id) ?? 0;
  return { group, levels: levels.map(({ id }) => at(id)), unsure: at("unsure") };
}

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
