import { wordsOf } from "../../../src/lint/text/spans.ts";
import type { Question } from "./bundled.ts";

const WORDS_A_MINUTE = 120;
/**
 * Five minutes a question with votes, 45 seconds a check or a line of the page on which several barriers are felt, two minutes
 * for a barrier that is felt alone and for a check on folded slips.
 */
const TALK = { practice: 5, check: 0.75, pressure: 2 } as const;
/** The checklists of so many barriers are asked, those that are felt most; one with a must-have always. */
const CHECKLISTS = 3;

/** How long a group needs: questions and levels read aloud, then talk. A check's levels are known after the first. */
export function minutesFor(questions: readonly Question[]): number {
  const barriers = questions.filter(({ kind }) => kind === "pressure").length;
  const minutes = questions.map((question) => {
    const words = wordsOf(readAloud(question)).length;
    const share = barriers > CHECKLISTS && mayWait(question, questions) ? CHECKLISTS / barriers : 1;
    if (barriers > CHECKLISTS && question.kind === "pressure")
      return wordsOf(question.criterion.asks ?? "").length / WORDS_A_MINUTE + TALK.check;
    const isOnSlips = question.kind === "check" && question.criterion.private === true;
    return share * (words / WORDS_A_MINUTE + TALK[isOnSlips ? "pressure" : question.kind]);
  });
  return Math.ceil(sum(minutes));
}

function mayWait({ kind, section }: Question, questions: readonly Question[]): boolean {
  const own = questions.filter((each) => each.section === section);
  return (
    kind !== "pressure" &&
    own.some((each) => each.kind === "pressure") &&
    own.every(({ criterion }) => criterion.must === undefined)
  );
}

function readAloud({ criterion, levels, kind }: Question): string {
  const steps = levels.map(
    ({ id, name, means }) => `${name} ${criterion.levels?.[id] ?? means ?? ""}`,
  );
  return [criterion.asks, ...(kind === "check" ? [] : steps)].join(" ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
