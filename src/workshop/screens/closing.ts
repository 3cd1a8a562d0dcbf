import { numberOf } from "../../assessment/actions.ts";
import { type Block, lines, list, paragraph } from "../../terminal/blocks.ts";
import { asSentence } from "../../util/words.ts";
import { messages } from "../messages/messages.ts";
import { firstOpen, itemIndex, openUnits } from "../progress.ts";
import type { HowEnded, Interview, Task } from "../state.ts";

/** The last words, by how the walk ended. Everything confirmed is saved by then. */
export function closingBlocks(state: Interview, how: HowEnded): readonly Block[] {
  const lost = notKept(state);
  return [...(lost === undefined ? [] : [paragraph(lost)]), ...CLOSING[how](state)];
}

/** What was typed and waited for more, so that it is not in the file. */
function notKept({ at }: Interview): string | undefined {
  switch (at.kind) {
    case "votes":
    case "more-votes":
      return at.vote.partial.every((typed) => typed === "")
        ? undefined
        : "The votes of the group you were typing are not kept.";
    case "checklist-save":
    case "checklist-reasons":
      return "The answers to this list were not confirmed, so they are not kept.";
    case "replace-answer":
      return "The change of an answer was not confirmed, so the answer stays as it was.";
    case "action":
      return at.draft.pending === undefined
        ? undefined
        : `"${at.draft.pending}" was not confirmed, so it is not kept.`;
    default:
      return undefined;
  }
}

type Closing = (state: Interview) => readonly Block[];

const CLOSING: Readonly<Record<HowEnded, Closing>> = {
  finished: (state) => [
    ...(state.task === "talk"
      ? [paragraph(`Thank you. ${wholeOrPart(openUnits(state), state.selected)}`)]
      : []),
    ...(state.task === "paper" ? [] : readBack(state)),
    paragraph(`Everything is saved in ${state.fileName}`),
    lines(
      ...AFTER[state.task].map(
        ([does, command]) => `${does} coprod ${command} ${commandArgument(state.fileName)}`,
      ),
    ),
  ],
  stopped: (state) =>
    state.task === "talk"
      ? [
          paragraph(`${stoppedAt(state)} Everything you confirmed is saved in ${state.fileName}`),
          lines(
            `To carry on:          coprod assess ${commandArgument(state.fileName)}`,
            `To read it back:      coprod assess ${commandArgument(state.fileName)} --review`,
          ),
        ]
      : [paragraph(`Stopped. ${allSaved(state)}`)],
  "input-ended": (state) => [paragraph(`The input ended. ${allSaved(state)}`)],
  interrupted: (state) => [paragraph(`Stopped. ${allSaved(state)}`)],
  closed: (state) => [paragraph(`The window was closed. ${allSaved(state)}`)],
  terminated: (state) => [paragraph(`We were asked to stop. ${allSaved(state)}`)],
};

const AFTER: Readonly<Record<Task, readonly (readonly [does: string, command: string])[]>> = {
  talk: [
    ["To make the plan:    ", "plan"],
    ["To see the scores:   ", "score"],
    ["To see the actions:  ", "actions"],
  ],
  steps: [["To make the plan:    ", "plan"]],
  paper: [["To make the plan:    ", "plan"]],
};

const MOST_READ_BACK = 5;

/** The actions that are not finished yet, read out once more so that everybody has heard who does what by when. */
function readBack({ file }: Interview): readonly Block[] {
  const open = (file.actions ?? []).filter(
    ({ status }) => status !== "done" && status !== "dropped",
  );
  const more = open.length - MOST_READ_BACK;
  const items = open.slice(0, MOST_READ_BACK).map((action) => ({
    name: numberOf(action.id),
    text: asSentence(action.do),
    details: [messages.action.whoAndWhen(action)],
  }));
  return [
    ...list("What we will do:", items),
    ...(more > 0 ? [paragraph(messages.ending.more(more))] : []),
  ];
}

function wholeOrPart(open: number, selected: boolean): string {
  if (open === 0 && selected)
    return "That is everything you chose for today. You can answer the rest at any time.";
  if (open === 0) return "That is the whole assessment.";
  return `${open === 1 ? "1 question or checklist is" : `${open} questions or checklists are`} still to do. You can go on at any time.`;
}

function allSaved({ fileName }: Interview): string {
  return `Everything confirmed is saved in ${fileName}`;
}

function stoppedAt(state: Interview): string {
  const { at } = state;
  if (
    ["people", "more-people", "join-small-groups", "voting-method"].includes(at.kind) &&
    state.shown === 0
  )
    return "Stopped before the first question.";
  const index = itemIndex(state.at) ?? itemIndex(firstOpen(state));
  const item = state.items[index ?? -1];
  return item === undefined ? "Stopped at the end." : `Stopped at ${item.label.toLowerCase()}.`;
}

/** A file's name as it can be typed in a command. */
export function commandArgument(fileName: string): string {
  return /^[\w./\\:-]+$/u.test(fileName) && !fileName.startsWith("-") ? fileName : `"${fileName}"`;
}
