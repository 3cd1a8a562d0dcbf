import type { Group } from "../../assessment/schema.ts";
import { heading, lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber, readYesNo } from "../../terminal/typed-line.ts";
import { groupsOf, partCounted } from "../count-people.ts";
import { peopleHere } from "../groups.ts";
import { isCommand } from "../parse-input.ts";
import type { AtOf, Interview, Outcome, Screen } from "../state.ts";
import { leaveOut, startJoin } from "./join-small-groups.ts";

/** Above this, a number of people is read back before it is used. */
const SURPRISING = 200;

/** How many people of each group are here: counts, never names. */
export const peopleScreen: Screen<AtOf<"people">> = {
  show: (_, { index, many }) =>
    many !== undefined
      ? [paragraph(`That is ${many} people in one group. Is that right?`)]
      : index > 0
        ? []
        : [
            heading(1, "Who is in the room?"),
            lines(
              "How many people are here from each group? Type 0 for none.",
              "Type s to leave this out. We never ask for names.",
            ),
          ],
  prompt(state, { index, people, many }) {
    if (many !== undefined) return "y or n: ";
    const group = groupsOf(people)[index];
    const before = beforeCount(state, group);
    return `${group?.name}${before === undefined ? "" : ` (Enter keeps ${before})`}: `;
  },
  hear(state, here, { line }) {
    if (here.many !== undefined) return hearMany(state, here, { many: here.many, line });
    const people = groupsOf(here.people);
    const typed = fold(line);
    if (["s", "skip"].includes(typed)) return leaveOut(state, here);
    if (here.added === true && ["", "b", "back", "0", "none"].includes(typed)) return unadd(here);
    if (["b", "back"].includes(typed)) return groupBefore(here);
    const count = typed === "" ? beforeCount(state, people[here.index]) : readNumber(line);
    if (count === undefined) return notANumber(here, line);
    return count > SURPRISING ? { at: { ...here, many: count } } : counted(state, here, count);
  },
  help: () => [
    paragraph(
      "Type a number, such as 3. Type 0 where nobody is here, b for the group before, or s to leave this out.",
    ),
  ],
};

/** Groups that are not on the usual list. */
export const morePeopleScreen: Screen<AtOf<"more-people">> = {
  show: () => [
    paragraph("Is anybody else here? Type the name of their group, or press Enter to go on."),
  ],
  prompt: () => "Another group: ",
  hear(state, here, { line }) {
    const name = line.trim();
    const { people } = here;
    if (["", "0", "none", "no"].includes(fold(name))) return startJoin(state, here);
    if (["b", "back"].includes(fold(name)))
      return { at: { ...here, kind: "people", index: people.length - 1 } };
    const problem = nameProblem(name, people);
    if (problem !== undefined) return { at: here, show: "prompt", say: [paragraph(problem)] };
    const added = [...people, { group: freeId(name, people), name, present: 0 }];
    return { at: { ...here, kind: "people", index: people.length, people: added, added: true } };
  },
  help: () => [paragraph("Type a group's name, such as Carers. Press Enter alone to go on.")],
  free: true,
};

function groupBefore({ added: _, ...here }: AtOf<"people">): Outcome {
  if (here.index > 0) return { at: { ...here, index: here.index - 1 } };
  return { at: here, show: "prompt", say: [paragraph("This is the first group.")] };
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
    return { at: asking, show: "prompt", say: [paragraph("Type how many are here.")] };
  }
  const say = [paragraph(`${echo(line)} is neither y nor n. Type y or n.`)];
  return { at: here, show: "prompt", say };
}

/** Leaves out again a group that was only just named. */
function unadd({ people, before, returnTo }: AtOf<"people">): Outcome {
  return { at: { kind: "more-people", people: people.slice(0, -1), before, returnTo } };
}

function notANumber(here: AtOf<"people">, line: string): Outcome {
  const start = fold(line) === "" ? "" : `${echo(line)} is not a number we can use. `;
  const say = [
    paragraph(
      here.added === true
        ? `${start}Type how many are here, or press Enter to leave this group out.`
        : `${start}Type how many are here, 0 for none, or s to leave this out.`,
    ),
  ];
  return { at: here, show: "prompt", say };
}

/** What is wrong with a group's name: slips of the finger and commands would become groups for ever. */
function nameProblem(name: string, people: readonly Group[]): string | undefined {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (name.length > 60) return "That name is too long. Use at most 60 signs.";
  if (letters < 2 || isCommand(name) || readNumber(name) !== undefined) {
    return `${echo(name)} is not a name for a group. Type a name such as Carers, or press Enter to go on.`;
  }
  if (people.some((each) => fold(each.name) === fold(name))) {
    return `${echo(name)} is on the list already.`;
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
