import { numberOf } from "../../assessment/actions.ts";
import { type Block, lines, list, paragraph } from "../../terminal/blocks.ts";
import { asSentence } from "../../util/words.ts";
import { messages } from "../messages/messages.ts";
import { firstOpen, itemIndex, openUnits } from "../progress.ts";
import type { HowEnded, Interview, Task } from "../state.ts";

const wording = messages.closing;

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
      return at.vote.partial.every((typed) => typed === "") ? undefined : wording.votesNotKept;
    case "checklist-save":
    case "checklist-reasons":
      return wording.listNotKept;
    case "replace-answer":
      return wording.changeNotKept;
    case "action":
      return at.draft.pending === undefined ? undefined : wording.notConfirmed(at.draft.pending);
    default:
      return undefined;
  }
}

type Closing = (state: Interview) => readonly Block[];

const CLOSING: Readonly<Record<HowEnded, Closing>> = {
  finished: (state) => [
    ...(state.task === "talk"
      ? [paragraph(wording.thanks(wholeOrPart(openUnits(state), state.selected)))]
      : []),
    ...(state.task === "paper" ? [] : readBack(state)),
    paragraph(wording.saved(state.fileName)),
    lines(
      ...AFTER[state.task].map(
        ([does, command]) => `${does} coprod ${command} ${commandArgument(state.fileName)}`,
      ),
    ),
  ],
  stopped: (state) =>
    state.task === "talk"
      ? [
          paragraph(`${stoppedAt(state)} ${wording.youConfirmed(state.fileName)}`),
          lines(
            `${wording.toCarryOn} coprod assess ${commandArgument(state.fileName)}`,
            `${wording.toReadBack} coprod assess ${commandArgument(state.fileName)} --review`,
          ),
        ]
      : [paragraph(`${wording.stopped} ${allSaved(state)}`)],
  "input-ended": (state) => [paragraph(`${wording.inputEnded} ${allSaved(state)}`)],
  interrupted: (state) => [paragraph(`${wording.stopped} ${allSaved(state)}`)],
  closed: (state) => [paragraph(`${wording.windowClosed} ${allSaved(state)}`)],
  terminated: (state) => [paragraph(`${wording.askedToStop} ${allSaved(state)}`)],
};

const AFTER: Readonly<Record<Task, readonly (readonly [does: string, command: string])[]>> = {
  talk: [
    [wording.toMakePlan, "plan"],
    [wording.toSeeScores, "score"],
    [wording.toSeeActions, "actions"],
  ],
  steps: [[wording.toMakePlan, "plan"]],
  paper: [[wording.toMakePlan, "plan"]],
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
    ...list(wording.willDo, items),
    ...(more > 0 ? [paragraph(messages.ending.more(more))] : []),
  ];
}

function wholeOrPart(open: number, selected: boolean): string {
  if (open === 0) return selected ? wording.allChosen : wording.whole;
  return wording.open(open);
}

function allSaved({ fileName }: Interview): string {
  return wording.confirmedSaved(fileName);
}

function stoppedAt(state: Interview): string {
  const { at } = state;
  if (
    ["people", "more-people", "join-small-groups", "voting-method"].includes(at.kind) &&
    state.shown === 0
  )
    return wording.beforeFirst;
  const index = itemIndex(state.at) ?? itemIndex(firstOpen(state));
  const item = state.items[index ?? -1];
  return item === undefined ? wording.atEnd : wording.at(item.label.toLowerCase());
}

/** A file's name as it can be typed in a command. */
export function commandArgument(fileName: string): string {
  return /^[\w./\\:-]+$/u.test(fileName) && !fileName.startsWith("-") ? fileName : `"${fileName}"`;
}
