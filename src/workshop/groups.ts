import { LIVED_EXPERIENCE, USUAL_GROUPS } from "../assessment/assessment.ts";
import type { AssessmentEdit } from "../assessment/edit.ts";
import type { AssessmentFile, Group, VoteRound } from "../assessment/schema.ts";
import { unhiddenVotes } from "../assessment/schema.ts";
import { groupsAtTheWall, SMALLEST_GROUP } from "../scoring/groups.ts";
import { inSentence, listOf } from "../util/words.ts";
import type { At, AtOf, Interview } from "./state.ts";

/** A group as its votes are shown: alone, or with the small groups that joined it. */
export interface GroupHere {
  readonly group: string;
  /** For instance `Staff and trustees`. */
  readonly name: string;
  readonly size: number;
}

/** Who is here today, or where nobody was counted today, whom the file names. */
export function peopleHere({
  here,
  file,
}: Pick<Interview, "file"> & Partial<Pick<Interview, "here">>): readonly Group[] {
  return here ?? file.people ?? [];
}

/** The groups that are here, those that joined another counted with it. */
export function groupsHere(people: readonly Group[]): readonly GroupHere[] {
  return groupsAtTheWall(people).map(({ host, members, size }) => ({
    group: host.group,
    name: namesOf(members),
    size,
  }));
}

/** The first small group that has not said it is happy to be shown alone, and whom it could be put with. */
export function smallGroup(
  people: readonly Group[],
  alone: readonly string[],
): { readonly small: GroupHere; readonly host: GroupHere } | undefined {
  const shown = groupsHere(people);
  const small = shown
    .filter(({ group, size }) => size < SMALLEST_GROUP && !alone.includes(group))
    // Others first: they may be large enough together, and lived experience is best heard on its own.
    .toSorted(
      (a, b) => Number(a.group === LIVED_EXPERIENCE) - Number(b.group === LIVED_EXPERIENCE),
    )[0];
  if (small === undefined) return undefined;
  const others = shown.filter(({ group }) => group !== small.group);
  // The largest other group hides a small one best.
  const host = others.toSorted(
    (a, b) =>
      Number(a.group === LIVED_EXPERIENCE) - Number(b.group === LIVED_EXPERIENCE) ||
      b.size - a.size,
  )[0];
  return host === undefined ? undefined : { small, host };
}

/** The people with a small group, and any that joined it before, put together with another. */
export function joined(people: readonly Group[], small: string, host: string): readonly Group[] {
  return people.map((each) =>
    each.group === small || each["shown-with"] === small ? { ...each, "shown-with": host } : each,
  );
}

/**
 * The people with counts that are large enough for every vote already in the file. Groups whose votes were typed
 * together stay together: nobody can tell any more whose votes they were.
 */
export function coveringVotes(
  people: readonly Group[],
  { people: before = [], answers = {} }: Pick<AssessmentFile, "people" | "answers">,
): readonly Group[] {
  const rounds = Object.values(answers).flatMap(({ votes = [], unrevealed }) =>
    [...votes, unhiddenVotes(unrevealed) ?? []].flat(),
  );
  const castOf = (group: string) => Math.max(0, ...rounds.map((round) => castBy(round, group)));
  const old = new Map(before.map((each) => [each.group, each]));
  const together = people.map((each) => {
    const host = old.get(each.group)?.["shown-with"];
    if (host === undefined || castOf(host) === 0) return each;
    const present = each.present > 0 ? each.present : (old.get(each.group)?.present ?? 0);
    return { ...each, present, "shown-with": host };
  });
  const short = together
    .map(({ group }) => group)
    .filter((group) => castOf(group) > sizeWith(together, group));
  return together
    .map((each) => {
      const isShort = short.includes(each.group) || short.includes(each["shown-with"] ?? "");
      const present = Math.max(each.present, old.get(each.group)?.present ?? 0);
      return isShort ? { ...each, present } : each;
    })
    .map((each, _, all) => {
      const missing = castOf(each.group) - sizeWith(all, each.group);
      return missing > 0 ? { ...each, present: each.present + missing } : each;
    });
}

/** How many people a group has with those that joined it. */
function sizeWith(people: readonly Group[], group: string): number {
  return people
    .filter((each) => each.group === group || each["shown-with"] === group)
    .reduce((total, { present }) => total + present, 0);
}

function castBy(round: VoteRound, group: string): number {
  return Object.values(round[group] ?? {}).reduce((total, count) => total + count, 0);
}

function namesOf(members: readonly Group[]): string {
  const [first = "", ...rest] = members.map(({ name }) => name);
  return listOf([first, ...rest.map(inSentence)]);
}

/** Who is here, for instance `Staff: 5. Trustees: 2.`; empty where nobody was counted. */
export function peopleWords(people: readonly Group[]): string {
  const here = people.filter(({ present }) => present > 0);
  return here.map(({ name, present }) => `${name}: ${present}.`).join(" ");
}

interface Counting {
  readonly file: AssessmentFile;
  readonly here?: readonly Group[] | undefined;
}

/** Counts who is here, from the first group on. */
export function countPeople({ file, here }: Counting, returnTo: At): AtOf<"people"> {
  const before = file.people ?? [];
  return { kind: "people", index: 0, people: here ?? before, before, returnTo };
}

/** Where the counting stopped half-way last time: the next group, or the small group nobody was asked about. */
export function goOnCounting({ file }: Counting, returnTo: At): At {
  const people = file.people ?? [];
  const missing = file.answers === undefined ? missingGroups(people) : [];
  const before = people;
  const next: At =
    file.answers === undefined && returnTo.kind !== "voting-method"
      ? { kind: "voting-method", returnTo }
      : returnTo;
  if (missing.length > 0) {
    const all = [...people, ...missing];
    return { kind: "people", index: people.length, people: all, before, returnTo: next };
  }
  const alone = people.filter((each) => each.alone === true).map(({ group }) => group);
  return smallGroup(people, alone) === undefined
    ? returnTo
    : { kind: "join-small-groups", people, counted: people, before, alone, returnTo: next };
}

/** Saves the groups counted up to here; those not asked about yet stay as the file has them. */
export function partCounted(
  { file }: Counting,
  people: readonly Group[],
  index: number,
): AssessmentEdit {
  const known = (file.people ?? []).map(({ group }) => group);
  const counted = people.filter(({ group }, at) => at <= index || known.includes(group));
  return { kind: "people", people: coveringVotes(counted, file) };
}

/** A list that is the beginning of the usual one was left half-way. */
function missingGroups(people: readonly Group[]): readonly Group[] {
  const begins = people.every(({ group }, index) => group === USUAL_GROUPS[index]?.group);
  return begins && people.length > 0 ? USUAL_GROUPS.slice(people.length) : [];
}

/** Groups alone, as a new assessment takes them over, are nobody yet. */
export function isCounted({ people, previous, voices }: AssessmentFile): boolean {
  const isNew = previous === undefined && voices === undefined;
  return people !== undefined && (isNew || people.some(({ present }) => present > 0));
}
