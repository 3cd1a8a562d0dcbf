import type { Criterion } from "../rubric/rubric.ts";
import { heardVotes, type Protection } from "./groups.ts";
import type { VotesScore } from "./schema.ts";
import { type GroupVotes, levelByVotes, pooledLevels, total } from "./votes.ts";

/** What the votes on one criterion show; null where no group may be shown. */
export function scoreVotes(
  votes: readonly GroupVotes[],
  protection: Protection,
): VotesScore | null {
  const said = heardVotes(votes, protection);
  const { groups, heard } = said;
  if (heard.length === 0) return null;
  const counts = pooledLevels(heard);
  const [low, high] = levelByVotes(said, counts.length);
  return {
    class: groups.length > 1 ? coarseClass(counts) : agreementClass(counts),
    groups,
    gap: gapBetween(groups),
    level: [low, high],
    everybody: said.hidden === 0,
  };
}

/**
 * Whether groups stand so far apart that it is a finding: two levels, or both ends where there are only two; any gap where
 * each was asked in its own words, so that the answers can be set side by side.
 */
export function areApart(
  { levels, asksFor }: Pick<Criterion, "levels" | "asksFor">,
  votes: VotesScore | null,
): boolean {
  const least = Object.keys(asksFor).length > 0 ? 1 : Math.max(1, Math.min(2, levels.length - 1));
  return (votes?.gap ?? 0) >= least;
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

/** Which of the plain sentences about agreement holds for these level votes. */
export function agreementClass(counts: readonly number[]): AgreementClass {
  if (total(counts) < FEWEST) return "too-few";
  if (withinOneStep(counts)) return "shared";
  if (isSplit(counts)) return "split";
  return reachesThreshold(counts) ? "mostly-shared" : "different-views";
}

/** Beside the middle votes of several groups, a closer word would tell how one of them voted. */
function coarseClass(counts: readonly number[]): AgreementClass {
  return isSplit(counts) ? "split" : "not-split";
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
