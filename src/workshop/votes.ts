import type { AssessmentEdit } from "../assessment/edit.ts";
import type { Group, VoteRound } from "../assessment/schema.ts";
import { hiddenVotes, unhiddenVotes } from "../assessment/schema.ts";
import { type Criterion, isVotedOn, levelMarks } from "../rubric/rubric.ts";
import { type GroupHere, groupsHere, peopleHere } from "./groups.ts";
import { criterionOf, respond, responseTo, storedKey } from "./responses.ts";
import type { At, Interview, Vote } from "./state.ts";

/** Whether people have voted, on another day perhaps. */
export function hasVotes({ answers = {} }: Interview["file"]): boolean {
  return Object.values(answers).some(({ votes }) => votes !== undefined);
}

/** Whether votes are asked for as soon as the question is shown: a way of voting was chosen, and it has none yet. */
export function opensVotes(state: Interview, criterion: Criterion): boolean {
  const { votingMethod = "talk" } = state;
  if (!isVotedOn(criterion)) return false;
  const { answer, votes } = responseTo(state, criterion) ?? {};
  if (votingMethod === "talk" || answer !== undefined || votes !== undefined) return false;
  const { group, typed } = voteOf(state, criterion.key);
  return group < typed.length;
}

/** The place itself, or where its votes open by themselves the form for them. */
export function withVotesOpen(state: Interview): At {
  const { at, items, withoutVotes } = state;
  if (at.kind !== "question" || withoutVotes === at.item) return at;
  const item = items[at.item];
  if (item?.kind !== "question" || !opensVotes(state, item.criterion)) return at;
  return { kind: "votes", vote: voteOf(state, item.criterion.key), returnTo: at };
}

/** Whether what is typed has to stay hidden: cards have been seen by everybody, and folded slips by nobody. */
export function areSecret(
  { votingMethod }: Interview,
  { private: isPrivate }: Pick<Criterion, "private">,
): boolean {
  return isPrivate || votingMethod !== "cards";
}

/** Whether votes are being typed that everybody has seen. */
export function areTypedOpenly(state: Interview): boolean {
  const { at } = state;
  return at.kind === "votes" && !areSecret(state, criterionOf(state, at.vote.key));
}

/** The form of one round, with what was typed into it before. */
export function voteOf(state: Interview, key: string): Vote {
  const typed = typedBefore(state, criterionOf(state, key));
  return { key, typed, partial: typed.map(() => ""), group: nextGroup(typed) };
}

/** The first group that has no votes yet; the number of groups where all have. */
export function nextGroup(typed: Vote["typed"]): number {
  const open = typed.indexOf(undefined);
  return open < 0 ? typed.length : open;
}

/** The typed votes as one character each, or undefined where something else is among them. */
export function charactersOf({ levels }: Criterion, typed: string): string | undefined {
  const characters = typed
    .replaceAll("not sure", "u")
    .replaceAll("unsure", "u")
    .replace(/[\s,;]/gu, "");
  const marks = levelMarks(levels);
  const fits = [...characters].every((character) => character === "u" || marks.includes(character));
  return fits ? characters : undefined;
}

/** What is typed where nobody of a group votes: a 0, unless a level has that name. */
export function nobodyWord({ levels }: Criterion): "0" | "none" {
  return levelMarks(levels).includes("0") ? "none" : "0";
}

/** One line of votes by the groups it is for, from the one that is asked for on; undefined where it is none. */
export function votesByGroup(
  state: Interview,
  vote: Vote,
  line: string,
): readonly string[] | undefined {
  const criterion = criterionOf(state, vote.key);
  const sizes = groupsHere(peopleHere(state))
    .slice(vote.group)
    .map(({ size }) => size);
  const parts = line.replace(/\/\s*$/u, "").split("/");
  const nobody = nobodyWord(criterion);
  const found = parts.map((part) => (part.trim() === nobody ? "" : charactersOf(criterion, part)));
  if (!found.every((part) => part !== undefined) || found.length > sizes.length) return undefined;
  const [only = ""] = found;
  return found.length === 1 && isForAll(only, sizes) ? cut(only, sizes) : found;
}

/** So many more than the people of a group are no slip of the finger, and nobody who came in late. */
const SURELY_MORE = 3;

function isForAll(characters: string, sizes: readonly number[]): boolean {
  const [first = 0] = sizes;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length > 1 && characters.length === all && all - first >= SURELY_MORE;
}

function cut(characters: string, sizes: readonly number[]): readonly string[] {
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return characters.slice(from - size, from);
  });
}

/** How many of each group chose what, for the groups that have their votes. */
function countedVotes(state: Interview, { key, typed }: Vote): VoteRound {
  const criterion = criterionOf(state, key);
  const counted = groupsHere(peopleHere(state)).flatMap(({ group }, index) => {
    const characters = typed[index];
    return characters === undefined ? [] : [[group, countsOf(characters, criterion)] as const];
  });
  return Object.fromEntries(counted);
}

/** The round as it is kept: a group without a vote is not in it. */
export function roundOf(state: Interview, vote: Vote): VoteRound {
  const counted = Object.entries(countedVotes(state, vote));
  return Object.fromEntries(counted.filter(([, counts]) => Object.keys(counts).length > 0));
}

/** How often each level was typed, and "not sure"; what nobody chose is left out. */
function countsOf(typed: string, { levels }: Criterion): VoteRound[string] {
  const marks = levelMarks(levels);
  const count = (character: string) => [...typed].filter((each) => each === character).length;
  const all = [
    ...levels.map(({ id }, level) => [id, count(marks[level] ?? "")] as const),
    ["unsure", count("u")] as const,
  ];
  return Object.fromEntries(all.filter(([, number]) => number > 0));
}

export function groupOf(state: Interview, { group }: Vote): GroupHere | undefined {
  return groupsHere(peopleHere(state))[group];
}

interface More {
  readonly here: readonly Group[];
  /** The file never says fewer than are here. */
  readonly inFile: readonly Group[];
}

/** The people where as many of a group are here as have voted. */
export function withMore(state: Interview, vote: Vote): More {
  const group = groupOf(state, vote);
  const more = (vote.partial[vote.group]?.length ?? 0) - (group?.size ?? 0);
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
  return respond(state, criterionOf(state, vote.key), {
    unrevealed: hiddenVotes(countedVotes(state, vote)),
  });
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

/** The votes typed so far for each group; none where other groups are shown now than when they were typed. */
function typedBefore(state: Interview, criterion: Criterion): Vote["typed"] {
  const round = unhiddenVotes(responseTo(state, criterion)?.unrevealed) ?? {};
  const groups = groupsHere(peopleHere(state)).map(({ group }) => group);
  const isSame = Object.keys(round).every((group) => groups.includes(group));
  return groups.map((group) => {
    const counts = isSame ? round[group] : undefined;
    return counts === undefined ? undefined : charactersFor(counts, criterion);
  });
}

function charactersFor(counts: VoteRound[string], { levels }: Criterion): string {
  const marks = levelMarks(levels);
  const chosen = levels.map(({ id }, level) => (marks[level] ?? "").repeat(counts[id] ?? 0));
  return [...chosen, "u".repeat(counts["unsure"] ?? 0)].join("");
}
