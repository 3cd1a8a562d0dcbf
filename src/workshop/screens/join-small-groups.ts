import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Group } from "../../assessment/schema.ts";
import { type Block, choices, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber } from "../../terminal/typed-line.ts";
import { inSentence } from "../../util/words.ts";
import { coveringVotes, joined, smallGroup } from "../groups.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

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
    if (["b", "back"].includes(fold(line))) return { at: countAgain(here) };
    const wrong =
      fold(line) === "" ? "Nothing is chosen yet." : `${echo(line)} is not one of the choices.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type 1 or 2.`)] };
  },
  help: () => [
    paragraph(
      "Type 1 to put the votes of the two groups together, 2 to show them on their own, or b to count again.",
    ),
  ],
};

/** Everybody is counted: asks about each small group, or saves who is here. */
export function startJoin(state: Interview, here: AtOf<"more-people">): Outcome {
  const { people: counted, before, returnTo } = here;
  // Groups whose votes were typed together stay together; how many are here is what was counted today.
  const people = coveringVotes(afresh(counted), state.file).map((each, index) => ({
    ...each,
    present: counted[index]?.present ?? 0,
  }));
  return settle(state, { kind: "join", people, counted, alone: [], before, returnTo });
}

/** Asks about the next small group, or saves who is here. */
function settle(state: Interview, here: AtOf<"join">): Outcome {
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
  const saved = [
    `${total} ${total === 1 ? "person is" : "people are"} here.`,
    ...keptNumbers(people, here.counted),
  ];
  const next = total === 0 ? withoutWay(here.returnTo) : here.returnTo;
  const edits: AssessmentEdit[] = [{ kind: "people", people }];
  return { at: next, here: today, edits, saved: saved.join(" ") };
}

/** Why the file says more people than were counted today. */
function keptNumbers(people: readonly Group[], counted: readonly Group[]): readonly string[] {
  const kept = people.filter(({ present }, index) => present > (counted[index]?.present ?? 0));
  return kept.map(
    ({ name, present }) =>
      `For ${inSentence(name)} the file keeps ${present}, because their votes of an earlier day are in it.`,
  );
}

/** Leaves the counts as they were before today. */
export function leaveOut(state: Interview, { before, returnTo }: AtOf<"people">): Outcome {
  const restore =
    state.file.people === undefined || state.file.people === before
      ? []
      : [{ kind: "people" as const, people: before }];
  const nobody = before.length === 0;
  const words = nobody
    ? "Left out. The plan will say that nobody noted who was here."
    : "The numbers stay as they were.";
  const at = nobody ? withoutWay(returnTo) : returnTo;
  return { at, edits: restore, quiet: true, say: [paragraph(words)] };
}

// With nobody counted there is no vote to count either.
function withoutWay(at: At): At {
  return at.kind === "way" ? at.returnTo : at;
}

// What small groups said on another day is asked again.
function afresh(people: readonly Group[]): readonly Group[] {
  return people.map(({ group, name, present }) => ({ group, name, present }));
}

function countAgain({ counted: people, before, returnTo }: AtOf<"join">): At {
  return { kind: "people", index: 0, people, before, returnTo };
}

function smallGroupBlocks({
  small,
  host,
}: NonNullable<ReturnType<typeof smallGroup>>): readonly Block[] {
  const count = small.size === 1 ? "There is only 1 person" : `There are only ${small.size} people`;
  const other = inSentence(host.name);
  return [
    paragraph(
      `${count} in one group: ${inSentence(small.name)}. If we show these votes on their own, people may guess who said what.`,
    ),
    choices([
      { mark: "1", name: `Put the votes in with ${other} (recommended)` },
      { mark: "2", name: "Show them on their own. We asked, and they are happy with that" },
    ]),
  ];
}
