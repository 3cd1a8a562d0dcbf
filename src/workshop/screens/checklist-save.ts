import type { AssessmentEdit } from "../../assessment/edit.ts";
import { feltMost } from "../../assessment/felt-most.ts";
import type { Criterion } from "../../rubric/rubric.ts";
import { type Block, choices, lines, options, orBrief, paragraph } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { capitalised, listOf, quoted } from "../../util/words.ts";
import { oneLineAgain } from "../messages/checklist-words.ts";
import { messages } from "../messages/messages.ts";
import { type ObeyedCommand, obey } from "../obey.ts";
import { checkCharacters, readChecks, readOneCheck, readTyped } from "../parse-input.ts";
import { afterItem, withEdits } from "../progress.ts";
import { answered, responseTo } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";
import { checklistAt } from "./checklist.ts";

const wording = messages.checklist;

type ChecklistSavePlace = AtOf<"checklist-save">;

/** Reads a checklist's answers back before they are saved. */
export const checklistSaveScreen: Screen<ChecklistSavePlace> = {
  show: (state, here) => [options(...readBack(state, here)), ...howToKeep(state, here)],
  page: (state, here) => [
    orBrief(linesReadBack(state, here), options(...readBack(state, here))),
    ...howToKeep(state, here),
  ],
  prompt: () => wording.prompt,
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
    return { at: here, show: "prompt", say: [paragraph(wording.wrong(echo(heard.line)))] };
  },
  help: () => [lines(...wording.help)],
};

/** Why single lines of a checklist do not apply, one after the other. */
export const checklistReasonsScreen: Screen<AtOf<"checklist-reasons">> = {
  show: (state, here) => {
    const { line, asks } = nextReason(state, here);
    return [lines(wording.line(line, asks), wording.whyNot)];
  },
  prompt: () => messages.disagreement.because,
  hear(state, here, heard) {
    const reason = heard.line.trim();
    if (reason === "" || reason === "b") {
      const say = [paragraph(wording.noReason)];
      return { at: { kind: "checklist", item: here.item }, show: "short", say };
    }
    return record(state, { ...here, reasons: [...here.reasons, reason] }, heard);
  },
  help: () => [paragraph(wording.whyNotHelp)],
  free: () => true,
  guarded: () => true,
};

function howToKeep(state: Interview, here: ChecklistSavePlace): readonly Block[] {
  return [
    ...feltMostBlocks(state, here),
    paragraph(wording.keep(oneLineAgain(checklistAt(state, here.item)))),
    paragraph(wording.forOneLine),
  ];
}

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

function namesOf(state: Interview, { item, answers }: ChecklistSavePlace): readonly string[] {
  const characters = checkCharacters(checklistAt(state, item).criteria);
  return answers.map(
    (answer) => characters.find((character) => character.answer === answer)?.name ?? answer,
  );
}

/** Where levels are called by figures, two of them side by side would say nothing. */
function readBack(state: Interview, here: ChecklistSavePlace): readonly string[] {
  return namesOf(state, here).map((name, index) =>
    /^\d+$/u.test(name) ? wording.line(index + 1, name) : `${index + 1} ${name}`,
  );
}

function linesReadBack(state: Interview, here: ChecklistSavePlace): Block {
  const { criteria } = checklistAt(state, here.item);
  return choices(
    namesOf(state, here).map((name, index) => ({
      mark: String(index + 1),
      name: `${criteria[index]?.asks ?? ""} ${capitalised(name)}.`,
    })),
  );
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
  // With the answers, of which those on the page of all barriers say what is asked next.
  return { at: afterItem(withEdits(state, edits), here.item), edits, saved: wording.saved };
}

/** Of the page of all barriers, whose checklists come next with these answers, and why these. */
function feltMostBlocks(state: Interview, { item, answers }: ChecklistSavePlace): readonly Block[] {
  const { criteria, titles, rivals = [] } = checklistAt(state, item);
  if (titles === undefined) return [];
  const words = messages.barriers;
  const given = new Map(criteria.map(({ key }, index) => [key, answers[index] ?? ""]));
  const { first, waiting, alike } = feltMost(rivals, (each) => {
    const answer = given.get(each.key);
    return answer === undefined ? responseTo(state, each) : { answer };
  });
  const said = [
    words.first(listOf(first.map(({ title }) => quoted(title)))),
    ...(alike === 0 ? [] : [words.alike(alike, alike === rivals.length)]),
    ...(waiting.length === 0 ? [] : [words.waiting(waiting.length)]),
  ];
  return [paragraph(said.join(" "))];
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
