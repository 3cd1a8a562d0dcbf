import type { Group } from "../assessment/schema.ts";
import { type Block, choices, text } from "./block.ts";
import { coveringVotes, inSentence, joined, smallGroup } from "./groups.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "./state.ts";
import { echo, readNumber } from "./typed.ts";

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
export function settle(state: Interview, here: AtOf<"join">): Outcome {
  if (smallGroup(here.people, here.alone) !== undefined) return { at: here };
  const people = coveringVotes(here.people, state.file.answers ?? {});
  const total = here.people.reduce((sum, { present }) => sum + present, 0);
  const kept = people.some((each, index) => each.present !== here.people[index]?.present);
  const note = kept ? " Where more people voted earlier, the larger number is kept." : "";
  const saved = `${total} ${total === 1 ? "person is" : "people are"} here.${note}`;
  const next = total === 0 ? withoutWay(here.returnTo) : here.returnTo;
  return { at: next, edits: [{ kind: "people", people }], saved };
}

export function leaveOut(state: Interview, returnTo: At): Outcome {
  const next = state.file.people === undefined ? withoutWay(returnTo) : returnTo;
  return { at: next, say: [text("Left out. The plan will say that nobody noted who was here.")] };
}

// With nobody counted there is no vote to count either.
function withoutWay(at: At): At {
  return at.kind === "way" ? at.returnTo : at;
}

export function alone(people: readonly Group[]): readonly Group[] {
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
