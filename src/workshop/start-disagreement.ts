import type { VoteRound } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { responseTo } from "./responses.ts";
import type { At, Interview } from "./state.ts";

/** Where "we do not agree" begins: the votes already say between which levels, or the room is asked. */
export function startDiffer(state: Interview, criterion: Criterion, returnTo: At): At {
  const { key, levels } = criterion;
  const round = responseTo(state, criterion)?.votes?.at(-1);
  const chosen = levels.filter(({ id }) => round !== undefined && hasVotes(round, id));
  const [from, to] = [chosen[0], chosen.at(-1)];
  if (from === undefined || to === undefined || from === to)
    return { kind: "range", key, returnTo };
  return { kind: "views", key, from: from.id, to: to.id, heard: [], returnTo };
}

function hasVotes(round: VoteRound, level: string): boolean {
  return Object.values(round).some((counts) => (counts[level] ?? 0) > 0);
}
