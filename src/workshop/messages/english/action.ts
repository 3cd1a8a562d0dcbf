import { numberOf } from "../../../assessment/actions.ts";
import type { Action } from "../../../assessment/schema.ts";
import { dateText } from "../../../util/dates.ts";
import { asSentence, counted } from "../../../util/words.ts";

/** What is said where an action is written down. */
export const action = {
  prompts: {
    do: "> ",
    who: "Who will make sure it happens? ",
    name: "Enter, or a role: ",
    by: "By when? ",
    "keep-date": "y or n: ",
  },
  help: {
    do: "Type what we will do, in one line. Type the number of an action, such as 1, to change it. Press Enter alone to leave this as it is.",
    who: "Type a role, such as Chair or Volunteer lead. Press Enter to decide later, or type b to change what we will do.",
    name: "Press Enter to keep what you typed, or type a role instead.",
    by: "Type a month or a day, such as March 2027, next month or 31/1/27. Press Enter to decide later, or type b to change who.",
    "keep-date": "Type y to keep this date, or n to type another one.",
  },
  /** Who makes sure that an action happens, and by when: `Chair. By March 2027.` */
  whoAndWhen({ who, by }: Pick<Action, "who" | "by">): string {
    const owner = who === undefined ? "No one to make sure it happens yet." : `${who}.`;
    const date = by === undefined ? "No date yet." : `By ${dateText(by)}.`;
    return `${owner} ${date}`;
  },
  /** `1: Write it down. Chair. By March 2027.` */
  line(each: Action): string {
    return `${numberOf(each.id)}: ${asSentence(each.do)} ${action.whoAndWhen(each)}`;
  },
  roleOrName: (typed: string) =>
    `If "${typed}" is somebody's name, a role is better, such as Chair. Press Enter to keep it, or type a role.`,
  dateExamples: (known: string) => `For example March 2027, next month or 31/1/27. ${known}`,
  keepDate: (date: string) => `${dateRead(date)} Keep it?`,
  ask: "What will we do? One line, or Enter for none.",
  askAbout: "Is there something we will do about this? One line, or Enter for none.",
  changeOne: (id: string) => `To change one of these, type its number, such as ${numberOf(id)}.`,
  known: ({ id, do: what }: { readonly id?: string; readonly do?: string }) => [
    numbered(id, what),
    "Press Enter to keep these words, type others, or type x to take the action out.",
  ],
  filling: ({ id, do: what }: { readonly id?: string; readonly do?: string }) => numbered(id, what),
  soFar: (known: string | undefined) =>
    known === undefined
      ? "Press Enter to decide later."
      : `So far: ${known}. Press Enter to keep it, or type x to take it out.`,
  roles: (group: string | undefined) =>
    group === undefined
      ? "A role, not a name, such as Chair."
      : `A role, not a name, such as Chair, or a group, such as ${group}.`,
  noneAdded: "No action added.",
  dayGone: "That day has gone by already.",
  dateComesNext: (typed: string, next: string) =>
    `${typed} looks like a date. The date comes next. ${next}`,
  keepRole: (role: string) => `Press Enter to keep "${role}", or type a role.`,
  noSuchDay: (typed: string) => `There is no such day as ${typed}. ${TRY_DATE}`,
  notRead: (typed: string) => `We could not read ${typed} as a date. ${TRY_DATE}`,
  takenOut: "The action is taken out.",
  noDate: "No date yet.",
  byDate: (date: string) => `By ${dateText(date)}.`,
  countedHere: (here: number, all: number) =>
    `${counted(here, "action")} for this question, ${all} in all.`,
  counted: (all: number) => `${counted(all, "action")} in all.`,
  toChange: (id: string) => `To change it: a, then ${numberOf(id)}.`,
} as const;

function numbered(id: string | undefined, what: string | undefined): string {
  return id === undefined ? `${what}` : `Action ${numberOf(id)}: ${what}`;
}

const TRY_DATE = "Try March 2027, next month or 31/1/27. Press Enter to decide later.";

function dateRead(date: string): string {
  const isMonth = date.length === "2027-03".length;
  return isMonth ? `That could be any day in ${dateText(date)}.` : `That is ${dateText(date)}.`;
}
