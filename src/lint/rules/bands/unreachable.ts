import { weightOf } from "../../../rubric/rubric.ts";
import type { CriterionFile, RubricFile, SectionFile } from "../../../rubric/schema.ts";
import { type Exact, exact, ONE } from "../../../util/exact.ts";
import { own } from "../../../util/values.ts";
import { type Reachable, reachableScores } from "../../reachable-scores.ts";
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
