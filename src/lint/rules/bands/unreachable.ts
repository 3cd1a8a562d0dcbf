import { weightOf } from "../../../rubric/results.ts";
import { mustLevels } from "../../../rubric/rubric.ts";
import type { CriterionFile, RubricFile, SectionFile } from "../../../rubric/schema.ts";
import { commonWhole, type Exact, exact, exactPart, ONE, partsOf } from "../../../util/exact.ts";
import { own } from "../../../util/values.ts";
import { defineRule, type Found } from "../../rule.ts";

interface Facts {
  readonly band: string;
}

export const unreachable = defineRule<Facts>({
  name: "bands/unreachable",
  severity: "warning",
  about: {
    what: "A band that no section can get: between its lower end and that of the next band there is no score that these questions, weights and must-haves can give.",
    why: "People work towards a name that nobody can have.",
    host: "rubric",
    bad: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }\n  - { id: middle, name: On the way, from: «1/4», means: It grows. }\n  - { id: high, name: Doing it, from: 1/3, means: It is there. }",
    good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }\n  - { id: high, name: Doing it, from: 1/2, means: It is there. }",
  },
  words: ({ band }) => ({
    says: `No answers can lead to "${band}".`,
    why: "People would work towards a name that nobody can have.",
    fix: "Move where the bands start, add questions, or take the band out.",
  }),
  check: ({ rubric }) => (rubric === undefined ? [] : unreachableBands(rubric)),
});

function unreachableBands(rubric: RubricFile): Found<Facts>[] {
  const { bands = [], cap, sections } = rubric;
  // Bands that begin at points name the total alone.
  if (bands.some(({ points }) => points !== undefined)) return [];
  const named = bands.findIndex(({ id }) => id === cap);
  const capAt = named >= 0 ? named : Math.min(1, bands.length - 1);
  const judged = sections.filter(({ kind }) => kind !== "barrier");
  if (judged.length === 0 || !judged.every((section) => canBeScored(rubric, section))) return [];
  const reachable = reachableIn(rubric, judged);
  return bands.flatMap(({ name, from }, index) => {
    const next = bands[index + 1]?.from;
    const range = { from: exact(from ?? 0), to: next === undefined ? undefined : exact(next) };
    // Below the cap, a failed must-have is no hindrance: it only holds a result down.
    const isReached = reachable.some((each) => reaches(each, range, index > capAt));
    return isReached ? [] : [{ at: { path: ["bands", index, "from"] }, facts: { band: name } }];
  });
}

/** A misspelt scale or a broken weight is told as that, and not once more for each band. */
function canBeScored({ scales }: RubricFile, { scale, criteria }: SectionFile): boolean {
  return criteria.every(
    (criterion) =>
      own(scales, criterion.scale ?? scale ?? "") !== undefined &&
      (criterion.weight === undefined || weightOf(criterion.weight)?.gt(0) === true),
  );
}

/** Sections with the same weights, scales and must-haves reach the same scores: those are worked out once. */
function reachableIn(rubric: RubricFile, judged: readonly SectionFile[]): Reachable[] {
  const known = new Map<string, Reachable>();
  return judged.map((section) => {
    const key = JSON.stringify([section.scale, section.criteria.map(weighing)]);
    const found = known.get(key) ?? reachableScores(rubric, section);
    known.set(key, found);
    return found;
  });
}

/** All of a question that its section's scores depend on. */
function weighing({ weight, scale, must, measures }: CriterionFile): unknown {
  return [weight, scale, must, measures];
}

function reaches(
  { any, mustsMet }: Reachable,
  { from, to }: { readonly from: Exact; readonly to: Exact | undefined },
  aboveCap: boolean,
): boolean {
  const scores = aboveCap ? mustsMet : any;
  if (scores === undefined) return true;
  return scores.some(
    (score) => score.gte(from) && (to === undefined ? score.lte(ONE) : score.lt(to)),
  );
}

/** More different sums than this are not told apart: with so many, every band is surely reached. */
const MOST_SUMS = 5000;

const MOST_ITEMS = 200;

/**
 * Every score a section can have, once with any answers and once with all must-haves met. Undefined where there are too
 * many to list.
 */
interface Reachable {
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
