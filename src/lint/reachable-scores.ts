import { mustLevels, weightOf } from "../rubric/rubric.ts";
import type { CriterionFile, RubricFile, SectionFile } from "../rubric/schema.ts";
import { commonWhole, type Exact, exact, exactPart, ONE, partsOf } from "../util/exact.ts";
import { own } from "../util/values.ts";

/** More different sums than this are not told apart: with so many, every band is surely reached. */
const MOST_SUMS = 5000;

const MOST_ITEMS = 200;

/**
 * Every score a section can have, once with any answers and once with all must-haves met. Undefined where there are too
 * many to list.
 */
export interface Reachable {
  readonly any: readonly Exact[] | undefined;
  readonly mustsMet: readonly Exact[] | undefined;
}

export function reachableScores(rubric: RubricFile, section: SectionFile): Reachable {
  const items = section.criteria
    .filter(({ measures, kind = "level" }) => measures !== "pressure" && kind === "level")
    .map((criterion) => itemOf(rubric, section, criterion));
  // So many that nobody could ask them: every band is surely reached, and sums of odd weights grow without end.
  if (items.length > MOST_ITEMS) return { any: undefined, mustsMet: undefined };
  // In whole parts: thousands of sums of fractions take long.
  const unit = commonWhole(items.flatMap(({ values }) => values));
  const weightUnit = commonWhole(items.map(({ weight }) => weight));
  const weights = items.map(({ weight }) => partsOf(weight, weightUnit));
  // Without a question that counts, the only score is none.
  const whole = unit * weights.reduce((total, weight) => total + weight, 0n) || 1n;
  const scores = (valuesOf: (item: Item) => readonly Exact[]) =>
    sums(
      items.map((item, at) =>
        valuesOf(item).map((value) => partsOf(value, unit) * (weights[at] ?? 0n)),
      ),
    )?.map((parts) => exactPart(parts, whole));
  return {
    any: scores(({ values }) => values),
    mustsMet: scores(({ values, must }) => values.slice(must)),
  };
}

interface Item {
  readonly weight: Exact;
  readonly values: readonly Exact[];
  /** Index of the lowest level that is enough. */
  readonly must: number;
}

function itemOf({ scales }: RubricFile, section: SectionFile, criterion: CriterionFile): Item {
  const levels = own(scales, criterion.scale ?? section.scale ?? "") ?? [];
  const top = Math.max(1, levels.length - 1);
  return {
    weight: weightOf(criterion.weight) ?? ONE,
    values: levels.map(({ value }, index) =>
      value === undefined ? exact(index, top) : exact(value),
    ),
    must: Math.max(
      0,
      levels.findIndex(({ id }) => id === mustLevels(criterion.must).stop),
    ),
  };
}

function sums(parts: readonly (readonly bigint[])[]): bigint[] | undefined {
  let found = new Set([0n]);
  for (const values of parts) {
    const next = new Set<bigint>();
    for (const before of found) for (const value of values) next.add(before + value);
    if (next.size > MOST_SUMS) return undefined;
    found = next;
  }
  return [...found];
}
