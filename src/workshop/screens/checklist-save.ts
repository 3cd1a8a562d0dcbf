import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Criterion } from "../../rubric/rubric.ts";
import { lines, options, paragraph } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { oneLineAgain } from "../messages/checklist-words.ts";
import { type ObeyedCommand, obey } from "../obey.ts";
import { checkCharacters, readChecks, readOneCheck, readTyped } from "../parse-input.ts";
import { afterItem } from "../progress.ts";
import { answered } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";
import { checklistAt } from "./checklist.ts";

type ChecklistSavePlace = AtOf<"checklist-save">;

/** Reads a checklist's answers back before they are saved. */
export const checklistSaveScreen: Screen<ChecklistSavePlace> = {
  show: (state, here) => [
    options(...readBack(state, here)),
    paragraph(
      `Press Enter to keep these, type one line again, such as ${oneLineAgain(checklistAt(state, here.item))}, or type all of them again.`,
    ),
    paragraph("v, w, e, a and t take the number of a line, for example w 3."),
  ],
  prompt: () => "Keep: ",
  hear(state, here, heard) {
    const typed = fold(heard.line);
    const item = checklistAt(state, here.item);
    if (["", "y", "yes", "keep"].includes(typed) && !isLine(typed, item.criteria))
      return keep(state, here, heard);
    if (typed === "b" || typed === "back")
      return { at: { kind: "checklist", item: here.item }, show: "short" };
    const again = readChecks(item.criteria, heard.line);
    if (again.kind === "answers") return { at: { ...here, answers: again.answers } };
    const one = readOneCheck(item.criteria, heard.line);
    if (one !== undefined && isAllowed(item.criteria[one.index], one.answer))
      return { at: { ...here, answers: here.answers.with(one.index, one.answer) } };
    const obeyed = obeyLine(state, here, heard);
    if (obeyed !== undefined) return obeyed;
    const say = [
      paragraph(
        `${echo(heard.line)} does not fit. Press Enter to keep the answers above, type the line again, or type b to go back.`,
      ),
    ];
    return { at: here, show: "prompt", say };
  },
  help: () => [
    lines(
      "Press Enter to save these answers.",
      "Type the whole line again to change them.",
      "Type b to go back without saving.",
    ),
  ],
};

/** Why single lines of a checklist do not apply, one after the other. */
export const checklistReasonsScreen: Screen<AtOf<"checklist-reasons">> = {
  show: (state, here) => {
    const { line, asks } = nextReason(state, here);
    return [lines(`Line ${line}: ${asks}`, "Why does it not apply to us? In a few words:")];
  },
  prompt: () => "Because: ",
  hear(state, here, heard) {
    const reason = heard.line.trim();
    if (reason === "" || reason === "b") {
      const say = [paragraph("Without a reason nothing is saved yet. Type the line again.")];
      return { at: { kind: "checklist", item: here.item }, show: "short", say };
    }
    return record(state, { ...here, reasons: [...here.reasons, reason] }, heard);
  },
  help: () => [
    paragraph(
      "Say in a few words why this line does not apply. Press Enter alone to go back to the list.",
    ),
  ],
  free: () => true,
  guarded: () => true,
};

function isAllowed(criterion: Criterion | undefined, answer: string): boolean {
  return answer !== "not-applicable" || criterion?.allowNotApplicable === true;
}

const FOR_ONE_LINE: readonly ObeyedCommand[] = ["votes", "write", "evidence", "action", "talk"];

/** Votes, words, an action or talking points about one line, before the answers are kept. */
function obeyLine(state: Interview, here: ChecklistSavePlace, heard: Heard): Outcome | undefined {
  const typed = readTyped(heard.line, []);
  if (typed.kind !== "command") return undefined;
  const command = FOR_ONE_LINE.find((each) => each === typed.command);
  const criterion = checklistAt(state, here.item).criteria[Number(typed.rest) - 1];
  if (criterion === undefined || command === undefined) return undefined;
  return obey(command, { state, here, criterion, rest: "", heard });
}

function isLine(typed: string, criteria: Parameters<typeof readChecks>[0]): boolean {
  return typed !== "" && readChecks(criteria, typed).kind === "answers";
}

function readBack(state: Interview, { item, answers }: ChecklistSavePlace): readonly string[] {
  const characters = checkCharacters(checklistAt(state, item).criteria);
  const name = (answer: string) =>
    characters.find((character) => character.answer === answer)?.name;
  return answers.map((answer, index) => `${index + 1} ${name(answer)}`);
}

function keep(state: Interview, here: ChecklistSavePlace, heard: Heard): Outcome {
  return record(state, { ...here, kind: "checklist-reasons", reasons: [] }, heard);
}

function record(state: Interview, here: AtOf<"checklist-reasons">, { now }: Heard): Outcome {
  const apart = here.answers.filter((answer) => answer === "not-applicable").length;
  if (here.reasons.length < apart) return { at: here };
  const reasons = [...here.reasons];
  const edits: AssessmentEdit[] = checklistAt(state, here.item).criteria.map((criterion, index) => {
    const answer = here.answers[index] ?? "skipped";
    const reason = answer === "not-applicable" ? reasons.shift() : undefined;
    return answered(state, criterion, reason === undefined ? { answer } : { answer, reason }, now);
  });
  return {
    at: afterItem(state, here.item),
    edits,
    saved: "This list has its answers.",
  };
}

function nextReason(
  state: Interview,
  here: AtOf<"checklist-reasons">,
): { line: number; asks: string } {
  const open = here.answers.flatMap((answer, index) =>
    answer === "not-applicable" ? [index] : [],
  );
  const index = open[here.reasons.length] ?? 0;
  return { line: index + 1, asks: checklistAt(state, here.item).criteria[index]?.asks ?? "" };
}
