import { agreement, agreementClass } from "./agreement.ts";
import { balancedBounds } from "./balanced-level.ts";
import { type Protection, shownGroups } from "./groups.ts";
import type { VotesScore } from "./schema.ts";
import { castVotes, type GroupVotes, pooledLevels, total } from "./votes.ts";

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
