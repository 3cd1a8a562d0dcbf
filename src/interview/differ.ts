import type { Response } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { text } from "./block.ts";
import { type ShownGroup, shownGroups } from "./groups.ts";
import { levelNames, levelRange } from "./question-words.ts";
import { answered, criterionOf, responseTo } from "./responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "./state.ts";
import { echo, fold } from "./typed.ts";

/** Between which levels the views lie, where no votes say so. */
export const rangeScreen: Screen<AtOf<"range">> = {
  show: (state, { key }) => [
    text("Between which levels do our views lie?"),
    levelNames(criterionOf(state, key)),
    text("Type the lowest and the highest, for example 1 3."),
  ],
  prompt: () => "From and to: ",
  hear(state, here, heard) {
    const typed = fold(heard.line);
    if (typed === "" || typed === "b" || typed === "back")
      return { at: here.returnTo, show: "short" };
    const range = readRange(criterionOf(state, here.key), typed);
    if (range !== undefined) {
      return startViews(state, { ...here, ...range, kind: "views", heard: [] }, heard);
    }
    const words = `${echo(heard.line)} does not say two levels. Type the lowest and the highest, for example 1 3.`;
    return { at: here, show: "prompt", say: [text(words)] };
  },
  help: (state, { key }) => [
    text(
      `Type two numbers from ${levelRange(criterionOf(state, key))}. Press Enter alone to go back.`,
    ),
  ],
};

/** Each side's view in its own words; groups that were joined speak as one. */
export const viewsScreen: Screen<AtOf<"views">> = {
  show: (_, here) =>
    here.heard.length > 0
      ? []
      : [
          text(
            "In a few words, how does each side see it? Press Enter on an empty line to move on. Please, no names.",
          ),
        ],
  prompt: (state, here) => `${sidesOf(state)[here.heard.length]?.name ?? "Another side"}: `,
  hear(state, here, heard) {
    if (heard.line.trim() === "b" && here.heard.length === 0)
      return { at: here.returnTo, show: "short" };
    const views = { ...here, heard: [...here.heard, heard.line.trim()] };
    return startViews(state, views, heard);
  },
  help: () => [
    text("Type how this group sees it, in its own words. Press Enter alone to leave it out."),
  ],
  free: true,
  keep: (state, here, moment) =>
    here.heard.length > 0 ? (record(state, here, { line: "", moment }).edits ?? []) : [],
};

/** Hears the next side, or saves what all of them said. */
function startViews(state: Interview, here: AtOf<"views">, heard: Heard): Outcome {
  if (here.heard.length < sidesOf(state).length) return { at: here };
  return record(state, here, heard);
}

function record(state: Interview, here: AtOf<"views">, { moment }: Heard): Outcome {
  const criterion = criterionOf(state, here.key);
  const { from, to } = here;
  const edit = answered(
    state,
    criterion,
    { answer: "differ", from, to, ...words(state, here) },
    moment,
  );
  return {
    at: here.returnTo,
    show: "short",
    edits: [edit],
    saved: "We do not agree, and the plan will say so.",
  };
}

/** What each side said, under its group; where nobody said who is here, in the note. */
function words(state: Interview, { key, heard }: AtOf<"views">): Pick<Response, "views" | "note"> {
  const before = responseTo(state, criterionOf(state, key));
  const said = sidesOf(state)
    .map((side, index) => ({ ...side, words: heard[index] ?? "" }))
    .filter((side) => side.words !== "");
  if (said.length === 0) return {};
  if (said.every(({ group }) => group === undefined)) {
    const note = said.map((side) => `${side.name}: ${side.words}`).join("\n");
    return { note: before?.note === undefined ? note : `${before.note}\n${note}` };
  }
  const views = Object.fromEntries(said.map((side) => [String(side.group), side.words]));
  return { views: { ...before?.views, ...views } };
}

type Side = Pick<ShownGroup, "name"> & { readonly group: string | undefined };

function sidesOf({ file }: Interview): readonly Side[] {
  const groups = shownGroups(file.people ?? []);
  if (groups.length > 0) return groups;
  return [
    { group: undefined, name: "One side" },
    { group: undefined, name: "The other side" },
  ];
}

function readRange(criterion: Criterion, typed: string): { from: string; to: string } | undefined {
  const numbers = /^(\d)(?: ?(?:-|to|and|,| ) ?)?(\d)$/u.exec(typed)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [low, high] = numbers.toSorted((a, b) => a - b);
  const from = criterion.levels[(low ?? 0) - 1];
  const to = criterion.levels[(high ?? 0) - 1];
  if (from === undefined || to === undefined || from === to) return undefined;
  return { from: from.id, to: to.id };
}
