import type { AssessmentEdit } from "../assessment/edit.ts";
import type { Response } from "../assessment/schema.ts";
import { criteriaOfItem } from "./items.ts";
import { messages } from "./messages/messages.ts";
import { answerTo, itemIndex, markOf, withEdits } from "./progress.ts";
import { isPassedOver, responseTo, statusOfItem } from "./responses.ts";
import type { At, Interview } from "./state.ts";

const wording = messages.change;

const MOST_UNDONE = 10;

/** With the edits made. A line that confirms nothing new, such as an empty one that ends a form, leaves the very file. */
export function changedBy(before: Interview, edits: readonly AssessmentEdit[]): Interview {
  const changed = withEdits(before, edits);
  return isSame(before.file, changed.file) ? before : changed;
}

/** What can be taken back once a confirmed line has led to this place. */
export function withUndo(before: Interview, led: At): Interview["undoable"] {
  const last = { before: { ...before, undoable: [] }, led: itemIndex(led) };
  return [...before.undoable, last].slice(-MOST_UNDONE);
}

/**
 * How it was before the last confirmed line, at the place where it was typed; who has gone to another question since
 * stays there. With the words that say what was taken back. Undefined where there is nothing.
 */
export function withoutLast(
  state: Interview,
): { readonly before: Interview; readonly what: string } | undefined {
  const last = state.undoable.at(-1);
  if (last === undefined) return undefined;
  const { shown, fileName } = state;
  const before = { ...last.before, shown, fileName, undoable: state.undoable.slice(0, -1) };
  const what = wording.takenBack(whatChanged(before, state));
  const item = state.items[isElsewhere(state, last) ? (itemIndex(state.at) ?? -1) : -1];
  if (item === undefined || isPassedOver(statusOfItem(before, item))) return { before, what };
  const { at, walk, items, selected, section, withoutVotes } = state;
  const here = { ...before, at, walk, items, selected, section, withoutVotes };
  return { before: here, what: `${what} ${wording.stillAt(item.label)}` };
}

/** Whether people went to a question by themselves after the last confirmed line. */
function isElsewhere({ at }: Interview, { before, led }: Interview["undoable"][number]): boolean {
  // Where votes were chosen they are asked for by themselves.
  if (!["question", "checklist", "votes"].includes(at.kind)) return false;
  return ![led, itemIndex(before.at)].includes(itemIndex(at));
}

/** What the file said after the last confirmed line and does not say before it, as points in words. */
function whatChanged(before: Interview, after: Interview): readonly string[] {
  const { people, actions, plan } = after.file;
  return [
    ...answersChanged(before, after),
    ...(isSame(people, before.file.people) ? [] : [wording.people]),
    ...(isSame(actions, before.file.actions) ? [] : [wording.actions]),
    ...(isSame(plan, before.file.plan) ? [] : [wording.plan]),
  ];
}

function answersChanged(before: Interview, after: Interview): readonly string[] {
  return after.items.flatMap((item) =>
    criteriaOfItem(item).flatMap((criterion, index) => {
      const [was, is] = [responseTo(before, criterion), responseTo(after, criterion)];
      if (isSame(was, is)) return [];
      const mark = markOf(item, index);
      if (was?.answer === is?.answer) return [wording.said(mark, fieldOf(was, is))];
      return [wording.answer(mark, answerTo(item, criterion, is))];
    }),
  );
}

type Said = "votes" | "typedVotes" | "note" | "evidence" | "views" | "answer";

const FIELDS: readonly (readonly [keyof Response, Said])[] = [
  ["votes", "votes"],
  ["unrevealed", "typedVotes"],
  ["note", "note"],
  ["evidence", "evidence"],
  ["views", "views"],
];

function fieldOf(was: Response | undefined, is: Response | undefined): Said {
  return FIELDS.find(([field]) => !isSame(was?.[field], is?.[field]))?.[1] ?? "answer";
}

function isSame(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
