import { type Protection, shownGroups } from "./groups.ts";
import type { VotesScore } from "./schema.ts";
import { balancedBounds, castVotes, type GroupVotes, pooledLevels, total } from "./votes.ts";

/** What the votes on one criterion show; null where nobody voted, or so few that the whole would show each vote. */
export function scoreVotes(
  votes: readonly GroupVotes[],
  protection: Protection,
): VotesScore | null {
  if (total(votes.map(castVotes)) < protection.minGroup) return null;
  const counts = pooledLevels(votes);
  const groups = shownGroups(votes, protection);
  const [low, high] = balancedBounds(votes);
  return {
    count: total(counts),
    unsure: total(votes.map(({ unsure }) => unsure)),
    agreement: agreement(counts),
    class: agreementClass(counts),
    groups,
    gap: gapBetween(groups),
    level: [low, high],
  };
}

function gapBetween(groups: VotesScore["groups"]): number | null {
  if (groups.length < 2) return null;
  const levels = groups.map(({ level }) => level);
  return Math.max(...levels) - Math.min(...levels);
}

/** Fewer level votes than this say nothing about agreement. */
const FEWEST = 3;
const MARGIN = 1e-9;

type AgreementClass = VotesScore["class"];

/** Consensus after Tastle and Wierman (2007): 1 where all chose the same level, 0 where half stand at each end. */
export function consensus(counts: readonly number[]): number {
  const whole = total(counts) * (counts.length - 1);
  return counts.reduce((sum, count, level) => {
    if (count === 0) return sum;
    return sum + (count / total(counts)) * Math.log2(closeness(counts, level) / whole);
  }, 1);
}

/** The consensus of people who stand half on one level and half on the next: the least that one step can give. */
export function consensusThreshold(steps: number): number {
  return 1 + Math.log2(1 - 1 / (2 * steps));
}

/** Consensus to three decimals, or null below three level votes. */
export function agreement(counts: readonly number[]): number | null {
  return total(counts) < FEWEST ? null : Math.round(consensus(counts) * 1000) / 1000;
}

/** Which of the plain sentences about agreement holds for these level votes. */
export function agreementClass(counts: readonly number[]): AgreementClass {
  if (total(counts) < FEWEST) return "too-few";
  if (withinOneStep(counts)) return "shared";
  if (isSplit(counts)) return "split";
  return reachesThreshold(counts) ? "mostly-shared" : "different-views";
}

function withinOneStep(counts: readonly number[]): boolean {
  const lowest = counts.findIndex((count) => count > 0);
  return counts.findLastIndex((count) => count > 0) - lowest <= 1;
}

/** At least a third at or below some level, and at least a third two or more levels above it. */
function isSplit(counts: readonly number[]): boolean {
  const third = (some: readonly number[]) => 3 * total(some) >= total(counts);
  return counts.some(
    (_, level) => third(counts.slice(0, level + 1)) && third(counts.slice(level + 2)),
  );
}

// Half on one level and half on the next tie with the threshold, and never come here. The margin gives any other tie to
// the same side however the sum is rounded; no votes of up to 20 people come near enough to it to be misplaced.
function reachesThreshold(counts: readonly number[]): boolean {
  return consensus(counts) >= consensusThreshold(counts.length - 1) - MARGIN;
}

/** How near a level is to the mean, from 0 to people x steps: a whole number. */
function closeness(counts: readonly number[], level: number): number {
  const people = total(counts);
  const sum = counts.reduce((so, count, index) => so + count * index, 0);
  return people * (counts.length - 1) - Math.abs(level * people - sum);
}
