import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import { asksOf, levelName } from "../rubric/rubric.ts";
import { SMALLEST_SHOWN } from "../scoring/groups.ts";
import { asSentence, listOf, quoted, rangeWords } from "../util/words.ts";
import type { NamedGroup, PlanInput, PlanItem } from "./input.ts";
import { planWords } from "./messages/messages.ts";
import type { SideView } from "./schema/parts.ts";

export function smallestShown({ options }: PlanInput): number {
  return SMALLEST_SHOWN[options.audience];
}

export function livedExperienceName({ assessment }: PlanInput): string {
  const group = assessment.people.find((each) => each.group === LIVED_EXPERIENCE);
  return group?.name ?? planWords.groups.livedExperience;
}

/** Every side of a question as heavy as the other: its own words and its votes, under one name. */
export function sidesOf(input: PlanInput, item: PlanItem): SideView[] {
  const words = sideWords(input, item);
  const votes = sideVotes(input, item);
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
function sideWords(input: PlanInput, { response }: PlanItem): Voice[] {
  if (input.options.audience === "public") return [];
  const groups = input.room.filter(({ size }) => size >= smallestShown(input));
  return Object.entries(response?.views ?? {}).map(([id, text]) => {
    const group = groups.find(({ members }) => members.includes(id));
    return { who: group?.name ?? planWords.groups.anotherView, text: asSentence(text) };
  });
}

/** A group's middle vote, never how many chose it: with the counts, a group of one mind would be everybody's vote. */
function sideVotes(input: PlanInput, item: PlanItem): Voice[] {
  return groupLevels(input, item).map((group) => ({
    who: group.name,
    text: planWords.groups.middleVote(askedText(item, group), middleVoteWords(item, group)),
  }));
}

/** The question as a group was asked it, where it has words of its own. */
function askedText({ criterion }: PlanItem, { members }: Pick<NamedGroup, "members">): string {
  const asked = members.map((group) => asksOf(criterion, group));
  const own = asked.find((words) => words !== criterion.asks);
  return own === undefined ? "" : planWords.groups.asked(own);
}

type GroupLevel = Omit<NamedGroup, "size"> & { readonly level: number; readonly upper: number };

/** `“Not yet”`, or with two votes in the middle `between “Not yet” and “In places”`. */
export function middleVoteWords(
  { criterion }: PlanItem,
  { level, upper }: Pick<GroupLevel, "level" | "upper">,
): string {
  return rangeWords([quoted(levelName(criterion, level)), quoted(levelName(criterion, upper))]);
}

/**
 * The groups whose votes are shown, each with its middle level. None at all where only one side would be heard, or where
 * those with lived experience would be the ones left out: the others' votes alone would look like the answer.
 */
export function groupLevels(input: PlanInput, item: PlanItem): GroupLevel[] {
  const large = largeGroups(input, item);
  const hidden = hiddenVoters(item, large);
  const isOneSided = large.length < 2 || hidden.includes(LIVED_EXPERIENCE);
  return hidden.length > 0 && isOneSided ? [] : large;
}

/** The middle level of people with lived experience, alone or with those who are shown with them. */
export function levelOfLivedExperience(input: PlanInput, item: PlanItem): number | undefined {
  return groupLevels(input, item).find(({ members }) => members.includes(LIVED_EXPERIENCE))?.level;
}

/** What to say where groups voted whose votes are not shown; empty where all are. */
export function hiddenVotesText(input: PlanInput, item: PlanItem): string {
  if (hiddenVoters(item, groupLevels(input, item)).length === 0) return "";
  return planWords.groups.tooSmall;
}

function hiddenVoters({ lastVotes }: PlanItem, shown: readonly GroupLevel[]): string[] {
  const named = new Set(shown.flatMap(({ members }) => members));
  return lastVotes.map(({ group }) => group).filter((group) => !named.has(group));
}

/** Which groups may be shown is decided in one place for every reader. */
function largeGroups({ groupNames }: PlanInput, { votes }: PlanItem): GroupLevel[] {
  const nameOf = (id: string) => groupNames.get(id) ?? id;
  return (votes?.groups ?? []).map(({ group, with: others = [], level, upper = level }) => {
    const members = [group, ...others];
    return { members, name: listOf(members.map(nameOf)), level, upper };
  });
}
