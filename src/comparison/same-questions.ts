import type { Criterion } from "../rubric/rubric.ts";
import type { Pair } from "./pair-criteria.ts";
import type { Change } from "./schema.ts";

/** A question that was asked the same way both times, and what became of its answer. */
export interface Settled extends Pair {
  readonly change: Change;
}

/**
 * The questions of `newer` with their changes, where both lists hold the same questions at the same weights and with the
 * same must-haves. Undefined where they differ: then what they add up to cannot be compared.
 */
export function sameQuestions(
  older: readonly Criterion[],
  newer: readonly Criterion[],
  settled: ReadonlyMap<Criterion, Settled>,
): readonly Settled[] | undefined {
  const found = newer.flatMap((criterion) => settled.get(criterion) ?? []);
  const all = found.length === newer.length && found.length === older.length;
  return all && found.every((each) => older.includes(each.older) && countsTheSame(each))
    ? found
    : undefined;
}

/** Whether all that changed is what we know. */
export function isLearning(questions: readonly Settled[]): boolean {
  const all = questions.every(({ change }) => change === "same" || change === "learning");
  return all && questions.some(({ change }) => change === "learning");
}

function countsTheSame({ older, newer }: Settled): boolean {
  return older.weight.equals(newer.weight) && older.must === newer.must;
}
