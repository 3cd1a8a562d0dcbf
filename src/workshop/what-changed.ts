import type { Response } from "../assessment/schema.ts";
import { criteriaOfItem } from "./items.ts";
import { messages } from "./messages/messages.ts";
import { answerTo, markOf } from "./progress.ts";
import { responseTo } from "./responses.ts";
import type { Interview } from "./state.ts";

const wording = messages.change;

/** What the file said after the last confirmed line and does not say before it, as points in words. */
export function whatChanged(before: Interview, after: Interview): readonly string[] {
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
