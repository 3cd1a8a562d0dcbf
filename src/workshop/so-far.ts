import type { AssessmentEdit } from "../assessment/edit.ts";
import type { Response } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { type Block, lines, paragraph } from "../terminal/blocks.ts";
import { groupsHere } from "./groups.ts";
import { messages } from "./messages/messages.ts";
import {
  answeredElsewhere,
  answerWords,
  asksOtherwise,
  keysAbout,
  responseTo,
  storedKey,
} from "./responses.ts";
import type { Interview } from "./state.ts";

/** What is already known: the answer, whether the wording changed, and what was said about it. */
export function soFar(state: Interview, criterion: Criterion): readonly Block[] {
  const response = responseTo(state, criterion);
  const first = response?.answer === undefined ? askedFirst(state, criterion) : [];
  const said = [...first, ...answerLine(state, criterion), ...saidAbout(state, criterion)];
  const again =
    response !== undefined && asksOtherwise(criterion, response) && !state.keepsOld
      ? [paragraph(lookAgain(response.asked))]
      : [];
  return [...again, ...(said.length > 0 ? [lines(...said)] : [])];
}

function askedFirst({ first }: Interview, criterion: Criterion): readonly string[] {
  return keysAbout(criterion).flatMap((key) => first?.get(key) ?? []);
}

function lookAgain(asked: Response["asked"]): string {
  const words = asked?.level === undefined ? "" : ` The words of our answer then: ${asked.level}`;
  return `Look again: the wording has changed. Before, it was: ${asked?.wording}${words}`;
}

/** Votes that wait, the note, what could be shown, each side's view and the actions, a line each. */
export function saidAbout(state: Interview, criterion: Criterion): readonly string[] {
  const { unrevealed, note, evidence, views } = responseTo(state, criterion) ?? {};
  const sides = Object.entries(views ?? {}).map(
    ([group, words]) => `${sideName(state, group)}: ${beginningOf(words)}`,
  );
  return [
    ...(unrevealed === undefined || state.at.kind === "votes" ? [] : [UNREVEALED]),
    ...sides,
    ...(note === undefined ? [] : [`Our note: ${beginningOf(note)}`]),
    ...(evidence === undefined ? [] : [`What we could show: ${beginningOf(evidence.join("; "))}`]),
    ...actionsFor(state, criterion).map((line) => `Action ${line}`),
  ];
}

const UNREVEALED = "Votes are typed and not shown yet. Type v to go on with them.";

const LONGEST_REMINDER = 160;

function answerLine(state: Interview, criterion: Criterion): readonly string[] {
  const response = responseTo(state, criterion);
  if (response?.answer === undefined) return [];
  if (response.answer === "skipped") return ["Skipped before. Press Enter to leave it for later."];
  const elsewhere = answeredElsewhere(state, criterion);
  const from =
    elsewhere === undefined ? "" : ` ${messages.atQuestions.answeredElsewhere(elsewhere)}`;
  return [`Our answer so far: ${answerWords(criterion, response)}.${from} Press Enter to keep it.`];
}

function actionsFor(state: Interview, criterion: Criterion): readonly string[] {
  const keys = [criterion.key, storedKey(state, criterion)];
  const own = (state.file.actions ?? []).filter(({ for: about = "" }) => keys.includes(about));
  return own.map(messages.action.line);
}

function sideName({ file }: Interview, group: string): string {
  const people = file.people ?? [];
  const shown = groupsHere(people).find((each) => each.group === group);
  return shown?.name ?? people.find((each) => each.group === group)?.name ?? group;
}

function beginningOf(note: string): string {
  const characters = [...note.replaceAll("\n", " ")];
  return characters.length > LONGEST_REMINDER
    ? `${characters.slice(0, LONGEST_REMINDER).join("")} ...`
    : characters.join("");
}

/** Only after the answer of today: it would be easy to say the same again. */
export function withLastTime(
  { lastTime, file }: Interview,
  edits: readonly AssessmentEdit[],
  saved: string,
): string {
  const [answer, ...others] = edits.filter((edit) => edit.kind === "respond");
  if (answer === undefined || others.length > 0 || lastTime === undefined) return saved;
  const { key, response } = answer;
  const words = lastTime.get(key);
  const isNew = response.answer !== undefined && response.answer !== file.answers?.[key]?.answer;
  return words === undefined || !isNew ? saved : `${saved} ${messages.ending.lastTime(words)}`;
}
