import type { AssessmentEdit } from "../assessment/edit.ts";
import type { VoteRound } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { peopleHere, shownGroups } from "./groups.ts";
import { criterionOf, respond, responseTo, storedKey } from "./responses.ts";
import type { Interview, Vote } from "./state.ts";
import { countsOf } from "./vote-round.ts";

/** Keeps the votes of every group that is typed, a group without votes too, so that no stop can lose them. */
export function keepUnrevealed(state: Interview, vote: Vote): AssessmentEdit {
  const criterion = criterionOf(state, vote.key);
  const groups = shownGroups(peopleHere(state)).slice(0, vote.typed.length);
  const counted = groups.map(
    ({ group }, index) => [group, countsOf(vote.typed[index] ?? "", criterion)] as const,
  );
  return respond(state, criterion, { unrevealed: Object.fromEntries(counted) });
}

/** Takes votes out again that were typed and never shown. */
export function dropUnrevealed(state: Interview, key: string): readonly AssessmentEdit[] {
  const criterion = criterionOf(state, key);
  const { unrevealed, ...rest } = responseTo(state, criterion) ?? {};
  if (unrevealed === undefined) return [];
  return Object.keys(rest).length === 0
    ? [{ kind: "forget", key: storedKey(state, criterion) }]
    : [respond(state, criterion, { unrevealed: undefined })];
}

/** The votes typed so far for each group in turn; none where other groups are shown now than when they were typed. */
export function typedBefore(state: Interview, criterion: Criterion): readonly string[] {
  const round = responseTo(state, criterion)?.unrevealed;
  if (round === undefined) return [];
  const groups = shownGroups(peopleHere(state)).map(({ group }) => group);
  const typed = groups.filter((group) => round[group] !== undefined);
  const inOrder = typed.every((group, index) => groups[index] === group);
  if (!inOrder || typed.length < Object.keys(round).length) return [];
  return typed.map((group) => signsFor(round[group] ?? {}, criterion));
}

function signsFor(counts: VoteRound[string], { levels }: Criterion): string {
  const chosen = levels.map(({ id }, level) => String(level + 1).repeat(counts[id] ?? 0));
  return [...chosen, "u".repeat(counts["unsure"] ?? 0)].join("");
}
