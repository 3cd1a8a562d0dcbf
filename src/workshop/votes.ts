import type { AssessmentEdit } from "../assessment/edit.ts";
import type { Group, VoteRound } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { type Block, heading, lines, paragraph } from "../terminal/blocks.ts";
import { type GroupHere, groupsHere, peopleHere } from "./groups.ts";
import { levelList, levelNumbers } from "./messages/question-words.ts";
import { criterionOf, respond, responseTo, storedKey } from "./responses.ts";
import type { Interview, Vote } from "./state.ts";

export function introduction(
  criterion: Criterion,
  { masked }: Pick<Interview, "masked">,
): readonly Block[] {
  const { levels } = criterion;
  const example = `${levels.map((_, index) => index + 1).join("")}u`;
  return [
    heading(1, `Votes . ${criterion.asks}`),
    lines(
      `Type each vote you see: ${levelNumbers(criterion).replace(" or ", ", ")}, or u for not sure.`,
      `Type them in any order, for example ${example}. Only counts are kept.`,
    ),
    levelList(criterion),
    paragraph(
      masked
        ? "What you type is hidden. The wall shows only how many votes are typed."
        : "This mode shows what you type. Turn off the projector, or use cards that everyone sees anyway.",
    ),
  ];
}

/** The typed votes as one character each, or undefined where something else is among them. */
export function charactersOf({ levels }: Criterion, typed: string): string | undefined {
  const characters = typed
    .replaceAll("not sure", "u")
    .replaceAll("unsure", "u")
    .replace(/[\s,;]/gu, "");
  const fits = [...characters].every(
    (character) =>
      character === "u" || (/^\d$/u.test(character) && isLevel(Number(character), levels)),
  );
  return fits ? characters : undefined;
}

function isLevel(number: number, levels: Criterion["levels"]): boolean {
  return number >= 1 && number <= levels.length;
}

export function roundOf(state: Interview, { typed }: Vote, criterion: Criterion): VoteRound {
  const groups = groupsHere(peopleHere(state));
  const counted = groups.map(
    ({ group }, index) => [group, countsOf(typed[index] ?? "", criterion)] as const,
  );
  return Object.fromEntries(counted.filter(([, counts]) => Object.keys(counts).length > 0));
}

/** How often each level was typed, and "not sure"; what nobody chose is left out. */
function countsOf(typed: string, { levels }: Criterion): VoteRound[string] {
  const count = (character: string) => [...typed].filter((each) => each === character).length;
  const all = [
    ...levels.map(({ id }, level) => [id, count(String(level + 1))] as const),
    ["unsure", count("u")] as const,
  ];
  return Object.fromEntries(all.filter(([, number]) => number > 0));
}

export function groupOf(state: Interview, { typed }: Vote): GroupHere | undefined {
  return groupsHere(peopleHere(state))[typed.length];
}

interface More {
  readonly here: readonly Group[];
  /** The file never says fewer than are here. */
  readonly inFile: readonly Group[];
}

/** The people where as many of a group are here as have voted. */
export function withMore(state: Interview, vote: Vote): More {
  const group = groupOf(state, vote);
  const more = vote.partial.length - (group?.size ?? 0);
  const here = peopleHere(state).map((each) =>
    each.group === group?.group ? { ...each, present: each.present + more } : each,
  );
  const countOf = new Map(here.map((each) => [each.group, each.present]));
  const inFile = (state.file.people ?? []).map((each) => ({
    ...each,
    present: Math.max(each.present, countOf.get(each.group) ?? 0),
  }));
  return { here, inFile };
}

/** Keeps the votes of every group that is typed, a group without votes too, so that no stop can lose them. */
export function keepUnrevealed(state: Interview, vote: Vote): AssessmentEdit {
  const criterion = criterionOf(state, vote.key);
  const groups = groupsHere(peopleHere(state)).slice(0, vote.typed.length);
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
  const groups = groupsHere(peopleHere(state)).map(({ group }) => group);
  const typed = groups.filter((group) => round[group] !== undefined);
  const inOrder = typed.every((group, index) => groups[index] === group);
  if (!inOrder || typed.length < Object.keys(round).length) return [];
  return typed.map((group) => charactersFor(round[group] ?? {}, criterion));
}

function charactersFor(counts: VoteRound[string], { levels }: Criterion): string {
  const chosen = levels.map(({ id }, level) => String(level + 1).repeat(counts[id] ?? 0));
  return [...chosen, "u".repeat(counts["unsure"] ?? 0)].join("");
}
