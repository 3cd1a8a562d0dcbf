import { groupsOf } from "../../assessment/assessment.ts";
import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Group } from "../../assessment/schema.ts";
import { type Block, choices, heading, lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber, readYesNo } from "../../terminal/typed-line.ts";
import {
  coveringVotes,
  isCounted,
  joined,
  partCounted,
  peopleHere,
  smallGroup,
} from "../groups.ts";
import { messages } from "../messages/messages.ts";
import { isCommand } from "../parse-input.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.people;

const LONGEST_NAME = 60;

/** Above this, a number of people is read back before it is used. */
const SURPRISING = 200;

/** How many people of each group are here: counts, never names. */
export const peopleScreen: Screen<AtOf<"people">> = {
  show: (_, { index, many }) =>
    many !== undefined
      ? [paragraph(wording.isThatMany(many))]
      : index > 0
        ? []
        : [heading(1, wording.title), lines(...wording.ask)],
  page: (state, here) => [
    ...peopleScreen.show(state, { ...here, index: 0 }, "full"),
    ...counts(here),
  ],
  isForm: true,
  prompt(state, { index, people, many }) {
    if (many !== undefined) return messages.common.yesOrNo;
    const group = groupsOf(people)[index];
    const before = isCounted(state.file) ? beforeCount(state, group) : undefined;
    return before === undefined ? `${group?.name}: ` : wording.enterKeeps(`${group?.name}`, before);
  },
  hear(state, here, { line }) {
    if (here.many !== undefined) return hearMany(state, here, { many: here.many, line });
    const people = groupsOf(here.people);
    const typed = fold(line);
    if (["s", "skip"].includes(typed)) return leaveOut(state, here);
    if (here.added === true && ["", "b", "back", "0", "none"].includes(typed)) return unadd(here);
    if (["b", "back"].includes(typed)) return groupBefore(here);
    const kept = isCounted(state.file) ? beforeCount(state, people[here.index]) : undefined;
    const count = typed === "" ? kept : readNumber(line);
    if (count === undefined) return notANumber(here, line);
    return count > SURPRISING ? { at: { ...here, many: count } } : counted(state, here, count);
  },
  help: () => [paragraph(wording.help)],
};

/** Groups that are not on the usual list. */
export const morePeopleScreen: Screen<AtOf<"more-people">> = {
  page: (state, here) => [
    heading(1, wording.title),
    ...counts({ ...here, index: here.people.length }),
    ...morePeopleScreen.show(state, here, "full"),
  ],
  show: () => [paragraph(wording.another)],
  prompt: () => wording.anotherPrompt,
  hear(state, here, { line }) {
    const name = line.trim();
    const { people } = here;
    if (["", "0", "none", "no"].includes(fold(name))) return startJoining(state, here);
    if (["b", "back"].includes(fold(name)))
      return { at: { ...here, kind: "people", index: people.length - 1 } };
    const problem = nameProblem(name, people);
    if (problem !== undefined) return { at: here, show: "prompt", say: [paragraph(problem)] };
    const added = [...people, { group: freeId(name, people), name, present: 0 }];
    return { at: { ...here, kind: "people", index: people.length, people: added, added: true } };
  },
  help: () => [paragraph(wording.anotherHelp)],
  free: () => true,
};

/** The groups that are counted already. */
function counts({ people, index }: Pick<AtOf<"people">, "people" | "index">): readonly Block[] {
  const counted = groupsOf(people).slice(0, index);
  return counted.length === 0
    ? []
    : [lines(...counted.map(({ name, present }) => messages.common.says(name, present)))];
}

function groupBefore({ added: _, ...here }: AtOf<"people">): Outcome {
  if (here.index > 0) return { at: { ...here, index: here.index - 1 } };
  return { at: here, show: "prompt", say: [paragraph(wording.isFirst)] };
}

/** Every count is saved as it is typed, so that no stop can lose it. */
function counted(state: Interview, here: AtOf<"people">, count: number): Outcome {
  const { before, returnTo } = here;
  const people = groupsOf(here.people).map((each, index) =>
    index === here.index ? { ...each, present: count } : each,
  );
  const edits = [partCounted(state, people, here.index)];
  const index = here.index + 1;
  return index < people.length
    ? { at: { kind: "people", people, index, before, returnTo }, edits, quiet: true }
    : { at: { kind: "more-people", people, before, returnTo }, edits, quiet: true };
}

/** More people than usually fit in a room may be a slip of the finger. */
function hearMany(
  state: Interview,
  here: AtOf<"people">,
  { many, line }: { readonly many: number; readonly line: string },
): Outcome {
  const yes = readYesNo(line);
  const { many: _, ...asking } = here;
  if (yes === true) return counted(state, asking, many);
  if (yes === false || ["", "b", "back"].includes(fold(line))) {
    return { at: asking, show: "prompt", say: [paragraph(wording.howMany)] };
  }
  const say = [paragraph(messages.common.neitherYesNorNo(echo(line)))];
  return { at: here, show: "prompt", say };
}

/** Leaves out again a group that was only just named. */
function unadd({ people, before, returnTo }: AtOf<"people">): Outcome {
  return { at: { kind: "more-people", people: people.slice(0, -1), before, returnTo } };
}

function notANumber(here: AtOf<"people">, line: string): Outcome {
  const typed = fold(line) === "" ? "" : echo(line);
  const say = [paragraph(wording.notANumber(typed, here.added === true))];
  return { at: here, show: "prompt", say };
}

/** What is wrong with a group's name: slips of the finger and commands would become groups for ever. */
function nameProblem(name: string, people: readonly Group[]): string | undefined {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (name.length > LONGEST_NAME) return wording.nameTooLong(LONGEST_NAME);
  if (letters < 2 || isCommand(name) || readNumber(name) !== undefined) {
    return wording.notAName(echo(name));
  }
  if (people.some((each) => fold(each.name) === fold(name))) {
    return wording.namedAlready(echo(name));
  }
  return undefined;
}

function beforeCount(state: Interview, group: Group | undefined): number | undefined {
  return peopleHere(state).find((each) => each.group === group?.group)?.present;
}

function freeId(name: string, people: readonly Group[]): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/gu, "");
  const slug = letters
    .trim()
    .replace(/[\s-]+/gu, "-")
    .replace(/^[-\d]+|-+$/gu, "");
  const base = slug === "" ? "group" : slug;
  const taken = people.map(({ group }) => group);
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}

/** A small group's votes could point at a person: with whom are they put together? */
export const joinSmallGroupsScreen: Screen<AtOf<"join-small-groups">> = {
  show(_, here) {
    const found = smallGroup(here.people, here.alone);
    return found === undefined ? [] : smallGroupBlocks(found);
  },
  prompt: () => wording.smallPrompt,
  hear(state, here, { line }) {
    const found = smallGroup(here.people, here.alone);
    if (found === undefined) return settle(state, here);
    const { small, host } = found;
    const typed = readNumber(line);
    if (typed === 1)
      return settle(state, { ...here, people: joined(here.people, small.group, host.group) });
    if (typed === 2) return settle(state, { ...here, alone: [...here.alone, small.group] });
    if (["b", "back"].includes(fold(line))) return { at: countAgain(here) };
    const wrong = wording.smallWrong(fold(line) === "" ? "" : echo(line));
    return { at: here, show: "prompt", say: [paragraph(wrong)] };
  },
  help: () => [paragraph(wording.smallHelp)],
};

/** Everybody is counted: asks about each small group, or saves who is here. */
function startJoining(state: Interview, here: AtOf<"more-people">): Outcome {
  const { people: counted, before, returnTo } = here;
  // Groups whose votes were typed together stay together; how many are here is what was counted today.
  const people = coveringVotes(afresh(counted), state.file).map((each, index) => ({
    ...each,
    present: counted[index]?.present ?? 0,
  }));
  return settle(state, { kind: "join-small-groups", people, counted, alone: [], before, returnTo });
}

/** Asks about the next small group, or saves who is here. */
function settle(state: Interview, here: AtOf<"join-small-groups">): Outcome {
  if (smallGroup(here.people, here.alone) !== undefined) return { at: here };
  const today = here.people.map((each) =>
    here.alone.includes(each.group) ? { ...each, alone: true } : each,
  );
  const covering = coveringVotes(afresh(here.counted), state.file);
  const people = today.map((each, index) => ({
    ...each,
    present: covering[index]?.present ?? each.present,
  }));
  const total = here.counted.reduce((sum, { present }) => sum + present, 0);
  const saved = [wording.here(total), ...keptNumbers(people, here.counted)];
  const next = total === 0 ? withoutVotingMethod(here.returnTo) : here.returnTo;
  const edits: AssessmentEdit[] = [{ kind: "people", people, here: today }];
  return { at: next, here: today, edits, saved: saved.join(" ") };
}

/** Why the file says more people than were counted today. */
function keptNumbers(people: readonly Group[], counted: readonly Group[]): readonly string[] {
  const kept = people.filter(({ present }, index) => present > (counted[index]?.present ?? 0));
  return kept.map(({ name, present }) => wording.keeps(name, present));
}

/** Leaves the counts as they were before today. */
function leaveOut(state: Interview, { before, returnTo }: AtOf<"people">): Outcome {
  const restore =
    state.file.people === undefined || state.file.people === before
      ? []
      : [{ kind: "people" as const, people: before }];
  const nobody = before.length === 0;
  const words = nobody ? wording.leftOut : wording.stay;
  const at = nobody ? withoutVotingMethod(returnTo) : returnTo;
  return { at, edits: restore, quiet: true, say: [paragraph(words)] };
}

// With nobody counted there is no vote to count either.
function withoutVotingMethod(at: At): At {
  return at.kind === "voting-method" ? at.returnTo : at;
}

// What small groups said on another day is asked again.
function afresh(people: readonly Group[]): readonly Group[] {
  return people.map(({ group, name, present }) => ({ group, name, present }));
}

function countAgain({ counted: people, before, returnTo }: AtOf<"join-small-groups">): At {
  return { kind: "people", index: 0, people, before, returnTo };
}

function smallGroupBlocks({
  small,
  host,
}: NonNullable<ReturnType<typeof smallGroup>>): readonly Block[] {
  const names = wording.smallChoices(host.name);
  return [
    paragraph(wording.small(small.size, small.name)),
    choices(names.map((name, index) => ({ mark: String(index + 1), name }))),
  ];
}
