import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import type { VoteRound } from "../assessment/schema.ts";
import { asSentence, listOf, quoted } from "../util/words.ts";
import type { Item, Material } from "./input.ts";
import type { Side } from "./schema/parts.ts";

/** Groups below these sizes are never shown on their own. */
export const SMALLEST_SHOWN = { trustees: 3, public: 5 } as const;

const LIVED_EXPERIENCE_NAME = "People with lived experience";

/** Groups that are shown as one: a small one stands with the group it asked to be shown with. */
export interface ShownGroup {
  readonly members: readonly string[];
  readonly name: string;
  readonly size: number;
}

export function smallestShown({ options }: Material): number {
  return SMALLEST_SHOWN[options.audience];
}

export function livedExperienceName({ assessment }: Material): string {
  const group = assessment.people.find((each) => each.group === LIVED_EXPERIENCE);
  return group?.name ?? LIVED_EXPERIENCE_NAME;
}

/** Everybody who was there, in the order of the list of people. */
export function shownGroups(material: Material): ShownGroup[] {
  const here = material.assessment.people.filter(({ present }) => present > 0);
  const hosts = new Map(here.map(({ group }) => [group, hostOf(material, group)]));
  return [...new Set(hosts.values())].map((host) => {
    const members = here.filter(({ group }) => hosts.get(group) === host);
    return {
      members: members.map(({ group }) => group),
      name: listOf(members.map(({ name }) => name)),
      size: members.reduce((total, { present }) => total + present, 0),
    };
  });
}

/** Every side of a question as heavy as the other: its own words and its votes, under one name. */
export function sidesOf(material: Material, item: Item): Side[] {
  const words = sideWords(material, item);
  const votes = sideVotes(material, item);
  const names = [...new Set([...words, ...votes].map(({ who }) => who))];
  return names.map((who) => {
    const says = words.filter((each) => each.who === who).map(({ text }) => text);
    return {
      who,
      says: says.length === 0 ? null : says.join(" "),
      votes: votes.find((each) => each.who === who)?.text ?? null,
    };
  });
}

interface Voice {
  readonly who: string;
  readonly text: string;
}

/** Words of a group too small to be shown stand without its name; a public page leaves out what people wrote. */
function sideWords(material: Material, { response }: Item): Voice[] {
  if (material.options.audience === "public") return [];
  const groups = shownGroups(material).filter(({ size }) => size >= smallestShown(material));
  return Object.entries(response?.views ?? {}).map(([id, text]) => {
    const group = groups.find(({ members }) => members.includes(id));
    return { who: group?.name ?? "Another view", text: asSentence(text) };
  });
}

function sideVotes(material: Material, item: Item): Voice[] {
  const answers = [
    ...item.criterion.levels.map(({ id, name }) => ({ id, name: quoted(name) })),
    { id: "unsure", name: "not sure" },
  ];
  return groupLevels(material, item).map(({ name: who, members }) => {
    const counts = answers
      .map(({ id, name }) => ({ name, count: countVotes(lastRound(item), members, id) }))
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `${count} said ${name}`);
    return { who, text: asSentence(listOf(counts)) };
  });
}

type GroupLevel = Omit<ShownGroup, "size"> & { readonly level: number };

/**
 * The groups whose votes are shown, each with its middle level. None at all where only one side would be heard, or where
 * those with lived experience would be the ones left out: the others' votes alone would look like the answer.
 */
export function groupLevels(material: Material, item: Item): GroupLevel[] {
  const large = largeGroups(material, item);
  const hidden = hiddenVoters(item, large);
  const isOneSided = large.length < 2 || hidden.includes(LIVED_EXPERIENCE);
  return hidden.length > 0 && isOneSided ? [] : large;
}

/** What to say where groups voted whose votes are not shown; empty where all are. */
export function hiddenVotesText(material: Material, item: Item): string {
  if (hiddenVoters(item, groupLevels(material, item)).length === 0) return "";
  return "Some groups are too small for us to show how they voted.";
}

function hiddenVoters(item: Item, shown: readonly GroupLevel[]): string[] {
  const named = shown.flatMap(({ members }) => members);
  return Object.keys(lastRound(item)).filter(
    (group) => !named.includes(group) && countVotes(lastRound(item), [group]) > 0,
  );
}

/** The scorecard decides which groups are large enough; a public page shows fewer. */
function largeGroups(material: Material, item: Item): GroupLevel[] {
  const { people } = material.assessment;
  const nameOf = (id: string) => people.find(({ group }) => group === id)?.name ?? id;
  return (item.votes?.groups ?? [])
    .map((shown) => ({ members: [shown.group, ...(shown.with ?? [])], level: shown.level }))
    .filter(({ members }) => countVotes(lastRound(item), members) >= smallestShown(material))
    .map(({ members, level }) => ({ members, name: listOf(members.map(nameOf)), level }));
}

function lastRound({ response }: Item): VoteRound {
  return response?.votes?.at(-1) ?? {};
}

function countVotes(round: VoteRound, members: readonly string[], answer?: string): number {
  return members
    .flatMap((member) => Object.entries(round[member] ?? {}))
    .filter(([given]) => answer === undefined || given === answer)
    .reduce((total, [, count]) => total + count, 0);
}

function hostOf(material: Material, group: string, seen: readonly string[] = []): string {
  const { people } = material.assessment;
  const own = people.find((each) => each.group === group);
  const next = own?.["shown-with"];
  const isSmall = own !== undefined && own.present < smallestShown(material);
  const isThere = people.some((each) => each.group === next && each.present > 0);
  if (next === undefined || !isSmall || !isThere || seen.includes(next)) return group;
  return hostOf(material, next, [...seen, group]);
}
