import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import type { Group } from "../assessment/schema.ts";
import { castVotes, type GroupVotes, middleVotes, pooledLevels, total } from "./votes.ts";

// Which group may be shown, decided here for everybody: the workshop's wall, the scorecard, its explanation and the plan.
//
// present  People of a group who were there. Decides what is said of who was in the room, and whose words stand under
//          the group's own name.
// voted    People of a group who voted, those who are unsure included. Decides whether its votes are shown.
// audience Trustees and the charity itself see groups from 3 people, the public from 5. `--min-group` raises the limit.
//
// No count of votes is ever given away, and no figure is made of the votes of people who may not be shown: what they voted
// changes nothing that anybody can read. Of a group that is shown, its middle vote is said, never how many chose it.
//
// A group below the limit stands with the one it names in `shown-with`, and with whom that one stands, also by way of a
// group that was not there. At the wall the votes of such groups are typed as one, so there they join whatever their size.

/** Below this a group's votes could point at a person, whoever looks and whatever is asked for. */
export const SMALLEST_GROUP = 3;

/** Groups below these sizes are never shown on their own. */
export const SMALLEST_SHOWN = { trustees: SMALLEST_GROUP, public: 5 } as const;

/** Groups that are shown as one, in the order of the list of people. */
interface RoomGroup {
  readonly members: readonly Group[];
  /** The group that the others joined. */
  readonly host: Group;
  /** How many of its people were there. */
  readonly size: number;
}

/** Everybody who was there, small groups put with the one they asked to be shown with. */
export function groupsPresent(people: readonly Group[], limit: number): RoomGroup[] {
  return roomGroups(people, ({ present }) => present < limit);
}

/** Everybody who is here, as their votes are typed: a group that joined another types with it, after it. */
export function groupsAtTheWall(people: readonly Group[]): RoomGroup[] {
  const hosts = people.filter((person) => person["shown-with"] === undefined);
  const guests = people.filter((person) => person["shown-with"] !== undefined);
  return roomGroups([...hosts, ...guests], () => true);
}

function roomGroups(people: readonly Group[], joins: (person: Group) => boolean): RoomGroup[] {
  const parties = partiesOf(
    people.map((person) => ({
      id: person.group,
      person,
      joins: joins(person) ? person["shown-with"] : undefined,
    })),
  );
  return parties.flatMap((party) => {
    const members = party.map(({ person }) => person).filter(({ present }) => present > 0);
    const [first] = members;
    const hosts = party.filter((each) => each.joins === undefined);
    if (first === undefined) return [];
    const size = total(members.map(({ present }) => present));
    return [{ members, host: hosts[0]?.person ?? first, size }];
  });
}

interface Joining {
  readonly id: string;
  /** The group to stand with, where this one may not stand alone. */
  readonly joins: string | undefined;
}

/** Those who stand together, following every join; each party in the order given, the parties in that of their first. */
function partiesOf<Member extends Joining>(members: readonly Member[]): Member[][] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const roots = new Map<string, string>();
  const parties = new Map<string, Member[]>();
  for (const member of members) {
    const root = rootOf(byId, roots, member.id);
    const party = parties.get(root);
    if (party === undefined) parties.set(root, [member]);
    else party.push(member);
  }
  return [...parties.values()];
}

/** Where a chain of joins ends; of a chain that goes round, the first by id. What is found is kept in `roots`. */
function rootOf(
  members: ReadonlyMap<string, Joining>,
  roots: Map<string, string>,
  first: string,
): string {
  const trail = new Set<string>();
  let last = first;
  let root: string | undefined;
  while (root === undefined) {
    trail.add(last);
    const next = members.get(last)?.joins;
    if (next === undefined || !members.has(next)) root = last;
    else if (trail.has(next)) root = firstOfRing([...trail], next);
    else {
      root = roots.get(next);
      last = next;
    }
  }
  for (const id of trail) roots.set(id, root);
  return root;
}

function firstOfRing(trail: readonly string[], from: string): string {
  return trail.slice(trail.indexOf(from)).toSorted(byName)[0] ?? from;
}

/** A group whose votes are shown, with those that stand with it. */
interface ShownGroup {
  readonly group: string;
  readonly with?: string[];
  /** Its middle vote: the lower one of two. */
  readonly level: number;
  /** The upper one of two, where that is another level. */
  readonly upper?: number;
}

export interface Protection {
  readonly people: readonly Group[];
  readonly minGroup: number;
}

interface Voters extends Joining {
  readonly votes: GroupVotes | undefined;
  /** Whether anybody of this group was there, by the list of people or by the votes. */
  readonly isThere: boolean;
}

/** One group, or several that are shown as one. */
interface Unit {
  readonly members: readonly Voters[];
  /** The votes of all its members, level by level. */
  readonly levels: readonly number[];
  /** How many of its people voted, those who are unsure included. */
  readonly size: number;
}

/** All that any figure may be made of: the votes of the groups that are shown. */
export interface HeardVotes {
  readonly groups: ShownGroup[];
  /** The votes of each of them, with those that stand with it. */
  readonly heard: readonly GroupVotes[];
  /** How many others voted: too few people, or too few of them chose a level. */
  readonly hidden: number;
}

/** What may be said of the votes on one question without giving anybody's vote away. */
export function heardVotes(votes: readonly GroupVotes[], protection: Protection): HeardVotes {
  const units = partiesOf(votersOf(votes, protection))
    .map(unitOf)
    .filter(({ size }) => size > 0);
  let shown: readonly Unit[] = units.filter(({ size }) => size >= protection.minGroup);
  // What is hidden must be as many people as a group that may be shown: the whole less the rest would give it away.
  while (shown.length > 0 && isTooSmall(units, shown, protection.minGroup)) {
    shown = withoutSmallest(shown);
  }
  // The same for every audience: where one saw a group and another did not, it would tell how many are unsure.
  const heard = shown.filter(({ levels }) => total(levels) >= SMALLEST_GROUP);
  return {
    groups: heard.map(shownGroup),
    heard: heard.map((unit) => ({
      group: hostOf(unit),
      levels: unit.levels,
      unsure: unit.size - total(unit.levels),
    })),
    hidden: units.length - heard.length,
  };
}

/** A number of people in words that tell of nobody, such as how many of a small group were there. */
export function peopleCount(count: number | null, limit: number): string {
  return count === null || (count > 0 && count < limit) ? `fewer than ${limit}` : `${count}`;
}

function isTooSmall(units: readonly Unit[], shown: readonly Unit[], minGroup: number): boolean {
  const seen = new Set(shown);
  const hidden = units.filter((unit) => !seen.has(unit));
  return (
    hidden.length === 1 || (hidden.length > 0 && total(hidden.map(({ size }) => size)) < minGroup)
  );
}

function votersOf(votes: readonly GroupVotes[], { people }: Protection): Voters[] {
  const byGroup = new Map(votes.map((each) => [each.group, each]));
  const joined = joinedIn(people);
  // Of hundreds of groups only a few vote on each question.
  const concerned = people.filter(({ group }) => byGroup.has(group) || joined.has(group));
  const listed = new Map(concerned.map((person) => [person.group, person]));
  const unlisted = [...byGroup.keys()].filter((group) => !listed.has(group));
  return [...listed.keys(), ...unlisted.toSorted(byName)].map((id) => {
    const person = listed.get(id);
    const own = byGroup.get(id);
    const size = own === undefined ? 0 : castVotes(own);
    return {
      id,
      votes: own,
      isThere: size > 0 || (person?.present ?? 0) > 0,
      // Whoever looks: the votes of two groups, once apart and once together, would tell more than either.
      joins: size < SMALLEST_GROUP ? person?.["shown-with"] : undefined,
    };
  });
}

const joinedGroups = new WeakMap<readonly Group[], ReadonlySet<string>>();

/** The groups that may stand with others, or others with them. */
function joinedIn(people: readonly Group[]): ReadonlySet<string> {
  const known = joinedGroups.get(people);
  if (known !== undefined) return known;
  const found = new Set(
    people.flatMap(({ group, "shown-with": host }) => (host === undefined ? [] : [group, host])),
  );
  joinedGroups.set(people, found);
  return found;
}

function unitOf(members: readonly Voters[]): Unit {
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

function isLived({ id }: Voters): boolean {
  return id === LIVED_EXPERIENCE;
}

function shownGroup(unit: Unit): ShownGroup {
  const host = hostOf(unit);
  const others = namesOf(unit).filter((id) => id !== host);
  const [level, upper] = middleVotes(unit.levels);
  return {
    group: host,
    ...(others.length > 0 && { with: others }),
    level,
    ...(upper !== level && { upper }),
  };
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
