import { LIVED_EXPERIENCE } from "../assessment/assessment.ts";
import type { Group } from "../assessment/schema.ts";
import { type Block, choices, heading, lines, text } from "./block.ts";
import { coveringVotes, inSentence, joined, smallGroup } from "./groups.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "./state.ts";
import { echo, fold, readNumber } from "./typed.ts";

/** The groups asked about where nobody has named others yet. */
const USUAL_GROUPS: readonly Group[] = [
  { group: LIVED_EXPERIENCE, name: "People with lived experience", present: 0 },
  { group: "staff", name: "Staff", present: 0 },
  { group: "volunteers", name: "Volunteers", present: 0 },
  { group: "trustees", name: "Trustees", present: 0 },
];

/** How many people of each group are here: counts, never names. */
export const peopleScreen: Screen<AtOf<"people">> = {
  show: (_, { index }) =>
    index > 0
      ? []
      : [
          heading("Who is in the room?"),
          lines(
            "How many people are here from each group? Type 0 for none.",
            "Type s to leave this out. We never ask for names.",
          ),
        ],
  prompt(state, { index, people }) {
    const group = groupsOf(people)[index];
    const before = beforeCount(state, group);
    return `${group?.name}${before === undefined ? "" : ` (Enter keeps ${before})`}: `;
  },
  hear(state, here, { line }) {
    const people = groupsOf(here.people);
    const typed = fold(line);
    if (["s", "skip"].includes(typed)) return leaveOut(state, here.returnTo);
    if (["b", "back"].includes(typed))
      return { at: { ...here, index: Math.max(0, here.index - 1) } };
    const count = typed === "" ? beforeCount(state, people[here.index]) : readNumber(line);
    if (count === undefined) {
      const wrong =
        typed === "" ? "Nothing is typed yet." : `${echo(line)} is not a number we can use.`;
      return {
        at: here,
        show: "prompt",
        say: [text(`${wrong} Type how many are here, or 0 for none.`)],
      };
    }
    const counted = people.map((each, index) =>
      index === here.index ? { ...each, present: count } : each,
    );
    const { returnTo } = here;
    if (here.index + 1 < counted.length)
      return { at: { ...here, people: counted, index: here.index + 1 } };
    return { at: { kind: "more-people", people: counted, returnTo } };
  },
  help: () => [
    text(
      "Type a number, such as 3. Type 0 where nobody is here, b for the group before, or s to leave this out.",
    ),
  ],
};

/** Groups that are not on the usual list. */
export const morePeopleScreen: Screen<AtOf<"more-people">> = {
  show: () => [
    text("Is anybody else here? Type the name of their group, or press Enter to go on."),
  ],
  prompt: () => "Another group: ",
  hear(state, here, { line }) {
    const name = line.trim();
    const { people, returnTo } = here;
    if (name === "")
      return settle(state, { kind: "join", people: alone(people), alone: [], returnTo });
    if (name === "b") return { at: { kind: "people", index: people.length - 1, people, returnTo } };
    if (name.length > 60)
      return {
        at: here,
        show: "prompt",
        say: [text("That name is too long. Use at most 60 signs.")],
      };
    if (people.some((each) => fold(each.name) === fold(name))) {
      return { at: here, show: "prompt", say: [text(`${echo(name)} is on the list already.`)] };
    }
    const group = { group: freeId(name, people), name, present: 0 };
    return { at: { kind: "people", index: people.length, people: [...people, group], returnTo } };
  },
  help: () => [text("Type a group's name, such as Carers. Press Enter alone to go on.")],
  free: true,
};

/** A small group's votes could point at a person: with whom are they put together? */
export const joinScreen: Screen<AtOf<"join">> = {
  show(_, here) {
    const found = smallGroup(here.people, here.alone);
    return found === undefined ? [] : smallGroupBlocks(found);
  },
  prompt: () => "1 or 2: ",
  hear(state, here, { line }) {
    const found = smallGroup(here.people, here.alone);
    if (found === undefined) return settle(state, here);
    const { small, host } = found;
    const typed = readNumber(line);
    if (typed === 1)
      return settle(state, { ...here, people: joined(here.people, small.group, host.group) });
    if (typed === 2) return settle(state, { ...here, alone: [...here.alone, small.group] });
    return {
      at: here,
      show: "prompt",
      say: [text(`${echo(line)} is not one of the choices. Type 1 or 2.`)],
    };
  },
  help: () => [
    text("Type 1 to put the votes of the two groups together, or 2 to show them on their own."),
  ],
};

/** Asks about the next small group, or saves who is here. */
function settle(state: Interview, here: AtOf<"join">): Outcome {
  if (smallGroup(here.people, here.alone) !== undefined) return { at: here };
  const people = coveringVotes(here.people, state.file.answers ?? {});
  const total = here.people.reduce((sum, { present }) => sum + present, 0);
  const kept = people.some((each, index) => each.present !== here.people[index]?.present);
  const note = kept ? " Where more people voted earlier, the larger number is kept." : "";
  const saved = `${total} ${total === 1 ? "person is" : "people are"} here.${note}`;
  const next = total === 0 ? withoutWay(here.returnTo) : here.returnTo;
  return { at: next, edits: [{ kind: "people", people }], saved };
}

function leaveOut(state: Interview, returnTo: At): Outcome {
  const next = state.file.people === undefined ? withoutWay(returnTo) : returnTo;
  return { at: next, say: [text("Left out. The plan will say that nobody noted who was here.")] };
}

// With nobody counted there is no vote to count either.
function withoutWay(at: At): At {
  return at.kind === "way" ? at.returnTo : at;
}

function groupsOf(people: readonly Group[]): readonly Group[] {
  return people.length > 0 ? people : USUAL_GROUPS;
}

function beforeCount({ file }: Interview, group: Group | undefined): number | undefined {
  return file.people?.find((each) => each.group === group?.group)?.present;
}

function alone(people: readonly Group[]): readonly Group[] {
  return people.map(({ group, name, present }) => ({ group, name, present }));
}

function smallGroupBlocks({
  small,
  host,
}: NonNullable<ReturnType<typeof smallGroup>>): readonly Block[] {
  const count = small.size === 1 ? "There is only 1 person" : `There are only ${small.size} people`;
  const other = inSentence(host.name);
  return [
    text(
      `${count} in one group: ${inSentence(small.name)}. If we show these votes on their own, people may guess who said what.`,
    ),
    choices([
      { mark: "1", name: `Put the votes in with ${other} (recommended)` },
      { mark: "2", name: "Show them on their own. We asked, and they are happy with that" },
    ]),
  ];
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
