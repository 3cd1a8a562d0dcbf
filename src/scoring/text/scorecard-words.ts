import type { Criterion, Rubric } from "../../rubric/rubric.ts";
import type { CriterionScore } from "../schema.ts";

/** `A, B and C`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** One word where both ends are the same, otherwise the words for a range. */
export function rangeWords([low, high]: readonly [string, string], between = "between"): string {
  return low === high ? low : `${between} ${low} and ${high}`;
}

export function percentWords([low, high]: readonly [number, number]): string {
  return low === high ? `${low}%` : `${low}-${high}%`;
}

export function bandNames(
  { bands }: Rubric,
  [low, high]: readonly [string, string],
): [string, string] {
  const name = (id: string) => bands.find((band) => band.id === id)?.name ?? id;
  return [name(low), name(high)];
}

/** Names of the levels that a criterion could be at. */
export function levelNames(
  { levels }: Criterion,
  [low, high]: NonNullable<CriterionScore["interval"]>,
): [string, string] {
  const name = (level: number) => levels[level]?.name ?? "";
  return [name(low), name(high)];
}

/** Not answered: worded "not asked yet", and never "we do not know". */
export function isUnasked({ answer }: CriterionScore): boolean {
  return answer === "none" || answer === "skipped";
}
