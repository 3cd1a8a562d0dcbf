import type { AssessmentFile } from "../../assessment/schema.ts";
import { type Block, lines, paragraph } from "../../terminal/blocks.ts";
import { dateText } from "../../util/dates.ts";
import { inSentence } from "../../util/words.ts";
import { actionLine } from "../messages/action-words.ts";
import type { ActionDraft } from "../state.ts";

type Step = ActionDraft["step"];

export const PROMPTS: Readonly<Record<Step, string>> = {
  do: "> ",
  who: "Who will make sure it happens? ",
  name: "Enter, or a role: ",
  by: "By when? ",
  "keep-date": "y or n: ",
};

export const HELP: Readonly<Record<Step, string>> = {
  do: "Type what we will do, in one line. Type the name of an action, such as a1, to change it. Press Enter alone to leave this as it is.",
  who: "Type a role, such as Chair or Volunteer lead. Press Enter to decide later, or type b to change what we will do.",
  name: "Press Enter to keep what you typed, or type a role instead.",
  by: "Type a month or a day, such as March 2027, next month or 31/1/27. Press Enter to decide later, or type b to change who.",
  "keep-date": "Type y to keep this date, or n to type another one.",
};

type Room = Pick<AssessmentFile, "people" | "actions">;

/** What stands above the prompt of each step. */
export function shownStep(draft: ActionDraft, room: Room): readonly Block[] {
  const { step, action, pending } = draft;
  switch (step) {
    case "do":
      return action.id === undefined ? newAction(draft, room) : knownAction(draft);
    case "who":
      return [...filled(draft), paragraph(`${rolesWords(room)} ${soFar(action.who)}`)];
    case "name":
      return [
        paragraph(
          `If "${pending}" is somebody's name, a role is better, such as Chair. Press Enter to keep it, or type a role.`,
        ),
      ];
    case "by": {
      const by = action.by === undefined ? undefined : dateText(action.by);
      return [
        ...filled(draft),
        paragraph(`For example March 2027, next month or 31/1/27. ${soFar(by)}`),
      ];
    }
    case "keep-date":
      return [paragraph(`${dateRead(pending ?? "")} Keep it?`)];
    default:
      return step satisfies never;
  }
}

function newAction({ action }: ActionDraft, { actions = [] }: Room): readonly Block[] {
  const known = actions.filter((each) => action.for === undefined || each.for === action.for);
  const first = known[0]?.id;
  return [
    paragraph(
      action.for === undefined
        ? "What will we do? One line, or Enter for none."
        : "Is there something we will do about this? One line, or Enter for none.",
    ),
    ...(first === undefined
      ? []
      : [
          lines(...known.map(actionLine)),
          paragraph(`To change one of these, type its name, such as ${first}.`),
        ]),
  ];
}

function knownAction({ action }: ActionDraft): readonly Block[] {
  return [
    paragraph(
      `${action.id} ${action.do} Press Enter to keep these words, type others, or type x to take the action out.`,
    ),
  ];
}

// Where actions are filled in one after the other, each is named with what is asked of it.
function filled({ filling, action }: ActionDraft): readonly Block[] {
  return filling === true ? [paragraph(`Action ${action.id}: ${action.do}`)] : [];
}

function soFar(known: string | undefined): string {
  return known === undefined
    ? "Press Enter to decide later."
    : `So far: ${known}. Press Enter to keep it.`;
}

function rolesWords({ people = [] }: Room): string {
  const [role] = people.filter(({ present }) => present > 0).map(({ name }) => inSentence(name));
  return role === undefined
    ? "A role, not a name, such as Chair."
    : `A role, not a name, such as Chair, or a group, such as ${role}.`;
}

function dateRead(date: string): string {
  const isMonth = date.length === "2027-03".length;
  return isMonth ? `That could be any day in ${dateText(date)}.` : `That is ${dateText(date)}.`;
}
