import type { Response, VoiceSource, VoteRound } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";

/** What one group voted: counts, never names. */
export interface GroupVotes {
  readonly group: string;
  /** At index L: how many chose level L. */
  readonly levels: readonly number[];
  readonly unsure: number;
}

/**
 * The groups that voted: in the last round of the room that has a vote, with all that came in from outside. Earlier rounds
 * are history; who was outside votes once, and stands beside each round.
 */
export function lastRound(
  criterion: Criterion,
  response: Response | undefined,
): readonly GroupVotes[] {
  const rounds = (response?.votes ?? []).map((round) => groupsThatVoted(criterion, round));
  const room = rounds.findLast((round) => round.length > 0) ?? [];
  return summed([...room, ...votesFromOutside(criterion, response)]);
}

/** What came in from outside the room, by group: all of it, or only what came in one way. */
export function votesFromOutside(
  criterion: Criterion,
  response: Response | undefined,
  from?: VoiceSource,
): readonly GroupVotes[] {
  const entries = (response?.outside ?? []).filter(
    (each) => from === undefined || each.from === from,
  );
  return summed(entries.flatMap(({ votes }) => groupsThatVoted(criterion, votes)));
}

/** Each group once, however its votes came in. */
function summed(votes: readonly GroupVotes[]): readonly GroupVotes[] {
  const groups = [...new Set(votes.map(({ group }) => group))];
  if (groups.length === votes.length) return votes;
  return groups.map((group) => {
    const own = votes.filter((each) => each.group === group);
    const unsure = total(own.map((each) => each.unsure));
    return { group, levels: pooledLevels(own), unsure };
  });
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

/** The votes in the middle, the lower one first: twice the same where they do not differ. */
export function middleVotes(levels: readonly number[]): [lower: number, upper: number] {
  let counted = 0;
  const upper = levels.findIndex((count) => {
    counted += count;
    return 2 * counted > total(levels);
  });
  return [middleLevel(levels), Math.max(0, upper)];
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

/**
 * The middle of the groups' middle votes, if all who are unsure or not heard stood at the lowest level, and if all stood at
 * the highest; of two in the middle the lower one. It is made of middle votes alone: shares of each group would tell,
 * together with them, how a whole group voted.
 */
export function levelByVotes(
  { heard, hidden }: { readonly heard: readonly GroupVotes[]; readonly hidden: number },
  width: number,
): Interval {
  const levels = Array.from({ length: width }, (_, level) => level);
  const settled = (end: number) => {
    const voices = heard.map((each) =>
      middleLevel(each.levels.map((count, level) => (level === end ? count + each.unsure : count))),
    );
    return middleLevel(
      levels.map(
        (level) => voices.filter((voice) => voice === level).length + (level === end ? hidden : 0),
      ),
    );
  };
  return [settled(0), settled(width - 1)];
}
