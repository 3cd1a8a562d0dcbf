import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Response } from "../../assessment/schema.ts";
import { type Block, lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { type GroupHere, groupsHere, peopleHere } from "../groups.ts";
import { messages } from "../messages/messages.ts";
import { levelList, levelRange } from "../messages/question-words.ts";
import { readRange } from "../parse-input.ts";
import { itemIndex, moveOn } from "../progress.ts";
import { answered, criterionOf, responseTo } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.disagreement;

/** Between which levels the views lie, where no votes say so. */
export const rangeScreen: Screen<AtOf<"range">> = {
  show: (state, { key }) => [
    paragraph(wording.between),
    levelList(criterionOf(state, key)),
    paragraph(wording.example),
  ],
  prompt: () => wording.prompt,
  hear(state, here, heard) {
    const typed = fold(heard.line);
    if (typed === "" || typed === "b" || typed === "back")
      return { at: here.returnTo, show: "short" };
    const range = readRange(criterionOf(state, here.key), typed);
    if (range !== undefined) {
      return { at: { ...here, ...range, kind: "views", heard: [] } };
    }
    const words = `${wording.wrong(echo(heard.line))} ${wording.example}`;
    return { at: here, show: "prompt", say: [paragraph(words)] };
  },
  help: (state, { key }) => [paragraph(wording.help(levelRange(criterionOf(state, key))))],
};

/** Each side's view in its own words; groups that were joined speak as one. */
export const viewsScreen: Screen<AtOf<"views">> = {
  show(state, here) {
    const before = viewOf(state, here);
    return [
      ...(here.heard.length > 0 ? [] : [paragraph(wording.askSides)]),
      ...(before === undefined ? [] : [lines(wording.soFar(before), messages.common.keepOrEmpty)]),
    ];
  },
  page: (state, here) => [
    paragraph(wording.askSides),
    ...lineOf(sidesOf(state).slice(0, here.heard.length), here.heard),
    ...viewsScreen
      .show(state, { ...here, heard: [...here.heard] }, "short")
      .slice(here.heard.length > 0 ? 0 : 1),
  ],
  isForm: true,
  prompt: (state, here) => `${sideOf(state, here)?.name ?? wording.anotherSide}: `,
  hear(state, here, heard) {
    if (["b", "back"].includes(fold(heard.line))) return sideBefore(here);
    const edits = [heardSide(state, here, heard)];
    const at = { ...here, heard: [...here.heard, heard.line.trim()] };
    if (at.heard.length < sidesOf(state).length) return { at, edits, quiet: true };
    const { saved } = wording;
    return { ...afterSides(state, here, { now: heard.now, edits }), edits, saved };
  },
  help: () => [paragraph(wording.sidesHelp)],
  free: () => true,
  guarded: () => true,
};

/** What the sides before have said just now. */
function lineOf(sides: readonly Side[], heard: readonly string[]): readonly Block[] {
  const said = sides.map(({ name }, index) => messages.common.says(name, heard[index] ?? ""));
  return said.length === 0 ? [] : [lines(...said)];
}

function sideBefore(here: AtOf<"views">): Outcome {
  return here.heard.length === 0
    ? { at: here.returnTo, show: "short" }
    : { at: { ...here, heard: here.heard.slice(0, -1) } };
}

/** The answer with what this side said, under its group; where nobody said who is here, in the note. */
function heardSide(state: Interview, here: AtOf<"views">, { line, now }: Heard): AssessmentEdit {
  const criterion = criterionOf(state, here.key);
  const { from, to } = here;
  const words = wordsOf(state, here, line.trim());
  return answered(state, criterion, { answer: "differ", from, to, ...words }, now);
}

function wordsOf(
  state: Interview,
  here: AtOf<"views">,
  words: string,
): { readonly views?: Response["views"] | undefined; readonly note?: string } {
  const before = responseTo(state, criterionOf(state, here.key));
  const side = sideOf(state, here);
  if (words === "" || side === undefined) return {};
  if (fold(words) === "x") return emptied(before?.views, side.group);
  if (side.group !== undefined) return { views: { ...before?.views, [side.group]: words } };
  const note = messages.common.says(side.name, words);
  return { note: before?.note === undefined ? note : `${before.note}\n${note}` };
}

/** The views without that of one side; what was said where nobody was counted stands in the note. */
function emptied(
  views: Response["views"],
  group: string | undefined,
): { readonly views?: Response["views"] } {
  const rest = Object.entries(views ?? {}).filter(([side]) => side !== group);
  return { views: rest.length === 0 ? undefined : Object.fromEntries(rest) };
}

/** As after any other answer, the next question; a list is not done with one of its lines. */
function afterSides(
  state: Interview,
  { returnTo }: AtOf<"views">,
  said: Omit<Parameters<typeof moveOn>[1], "item">,
): Outcome {
  return returnTo.kind === "question"
    ? moveOn(state, { item: returnTo.item, ...said })
    : { at: returnTo, show: "short" };
}

function viewOf(state: Interview, here: AtOf<"views">): string | undefined {
  const group = sideOf(state, here)?.group;
  const { views = {} } = responseTo(state, criterionOf(state, here.key)) ?? {};
  return group === undefined ? undefined : views[group];
}

function sideOf(state: Interview, { heard }: AtOf<"views">): Side | undefined {
  return sidesOf(state)[heard.length];
}

type Side = Pick<GroupHere, "name"> & { readonly group: string | undefined };

function sidesOf(state: Interview): readonly Side[] {
  const groups = groupsHere(peopleHere(state));
  if (groups.length > 0) return groups;
  return wording.sides.map((name) => ({ group: undefined, name }));
}

/** Why a question does not apply. Without a reason it stays open. */
export const reasonScreen: Screen<AtOf<"reason">> = {
  show: () => [paragraph(wording.whyNot)],
  prompt: () => wording.because,
  hear(state, here, { line, now }) {
    const reason = line.trim();
    if (reason === "" || reason === "b") {
      const say = [paragraph(wording.noReason)];
      return { at: here.returnTo, show: "short", say };
    }
    const edit = answered(
      state,
      criterionOf(state, here.key),
      { answer: "not-applicable", reason },
      now,
    );
    const index = itemIndex(here);
    const next =
      here.returnTo.kind === "question" && index !== undefined
        ? moveOn(state, { item: index, now, edits: [edit] })
        : { at: here.returnTo };
    return { ...next, edits: [edit], saved: wording.doesNotApply };
  },
  help: () => [paragraph(`${wording.whyNot} ${wording.whyNotHelp}`)],
  free: () => true,
  guarded: () => true,
};
