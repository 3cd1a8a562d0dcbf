import { wordsOf } from "../../../src/lint/text/spans.ts";
import type { Question } from "./bundled.ts";

const WORDS_A_MINUTE = 120;
/** Five minutes a question with votes, 45 seconds a check. */
const TALK = { practice: 5, check: 0.75, pressure: 2 } as const;

/** How long a group needs: questions and levels read aloud, then talk. A check's levels are known after the first. */
export function minutesFor(questions: readonly Question[]): number {
  const words = questions.map((question) => wordsOf(readAloud(question)).length);
  const talk = questions.map(({ kind }) => TALK[kind]);
  return Math.ceil(sum(words) / WORDS_A_MINUTE + sum(talk));
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
