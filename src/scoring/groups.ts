import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import type { Group } from "../assessment/schema.ts";
import { exact } from "../util/exact.ts";
import { lowerMedian } from "./balanced-level.ts";
import type { VotesScore } from "./schema.ts";
import { castVotes, type GroupVotes, pooledLevels, total } from "./votes.ts";

type ShownGroup = VotesScore["groups"][number];

export interface Protection {
  readonly people: readonly Group[];
  readonly minGroup: number;
}

interface Member {
  readonly id: string;
  readonly votes: GroupVotes | undefined;
  /** Whether anybody of this group was there, by the list of people or by the votes. */
  readonly isThere: boolean;
  /** The group to join, where too few of this one voted for it to be shown alone. */
  readonly joins: string | undefined;
}

/** One group, or several that are shown as one. */
interface Unit {
  readonly members: readonly Member[];
  /** The votes of all its members, level by level. */
  readonly levels: readonly number[];
  /** How many of its people voted, those who are unsure included. */
  readonly size: number;
}

/** The groups whose level may be shown without giving anybody's vote away. */
export function shownGroups(votes: readonly GroupVotes[], protection: Protection): ShownGroup[] {
  const units = joined(membersOf(votes, protection)).filter(({ size }) => size > 0);
  let shown: readonly Unit[] = units.filter(({ size }) => size >= protection.minGroup);
  // What is hidden must be as many people as a group that may be shown: the whole less the rest would give it away.
  while (shown.length > 0 && isTooSmall(units, shown, protection.minGroup)) {
    shown = withoutSmallest(shown);
  }
  return shown.filter(({ levels }) => total(levels) > 0).map(shownGroup);
}

function isTooSmall(units: readonly Unit[], shown: readonly Unit[], minGroup: number): boolean {
  const hidden = units.filter((unit) => !shown.includes(unit));
  return (
    hidden.length === 1 || (hidden.length > 0 && total(hidden.map(({ size }) => size)) < minGroup)
  );
}

function membersOf(votes: readonly GroupVotes[], { people, minGroup }: Protection): Member[] {
  const listed = people.map(({ group }) => group);
  const unlisted = votes.map(({ group }) => group).filter((group) => !listed.includes(group));
  return [...listed, ...unlisted.toSorted(byName)].map((id) => {
    const person = people.find(({ group }) => group === id);
    const own = votes.find(({ group }) => group === id);
    const size = own === undefined ? 0 : castVotes(own);
    return {
      id,
      votes: own,
      isThere: size > 0 || (person?.present ?? 0) > 0,
      joins: size < minGroup ? person?.["shown-with"] : undefined,
    };
  });
}

/** Follows every join, also one that leads on to another. */
function joined(members: readonly Member[]): Unit[] {
  const homes = new Map(members.map(({ id }) => [id, id]));
  for (const { id, joins } of members) {
    const from = homes.get(id);
    const to = homes.get(joins ?? id) ?? id;
    for (const [each, home] of homes) if (home === from) homes.set(each, to);
  }
  return [...new Set(homes.values())].map((home) =>
    unitOf(members.filter(({ id }) => homes.get(id) === home)),
  );
}

function unitOf(members: readonly Member[]): Unit {
  const votes = members.flatMap((member) => member.votes ?? []);
  return { members, levels: pooledLevels(votes), size: total(votes.map(castVotes)) };
}

// One hidden group could be worked out from the whole and the others, so a second one is hidden with it; the voice of
// lived experience last.
function withoutSmallest(units: readonly Unit[]): readonly Unit[] {
  const rank = (unit: Unit) => (unit.members.some(isLived) ? 1 : 0);
  const [hidden] = units.toSorted(
    (a, b) => rank(a) - rank(b) || a.size - b.size || byName(hostOf(a), hostOf(b)),
  );
  return units.filter((unit) => unit !== hidden);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function isLived({ id }: Member): boolean {
  return id === LIVED_EXPERIENCE;
}

function shownGroup(unit: Unit): ShownGroup {
  const host = hostOf(unit);
  const others = namesOf(unit).filter((id) => id !== host);
  const level = lowerMedian(unit.levels.map((count) => exact(count)));
  return { group: host, ...(others.length > 0 && { with: others }), level };
}

/** The group that the others joined; where they joined each other, the first by id. */
function hostOf(unit: Unit): string {
  const names = namesOf(unit).toSorted(byName);
  const hosts = names.filter((id) =>
    unit.members.some((member) => member.id === id && member.joins === undefined),
  );
  return hosts[0] ?? names[0] ?? "";
}

function namesOf({ members }: Unit): string[] {
  return members.filter(({ isThere }) => isThere).map(({ id }) => id);
}
