import {
  type Criterion,
  criteriaOf,
  levelName,
  levelNames,
  type Rubric,
} from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { listOf, quoted, rangeWords } from "../util/words.ts";
import { isUnasked } from "./interval.ts";
import { shareWords } from "./percent.ts";
import type { BarrierScore, CriterionScore, Scorecard } from "./schema.ts";
import { BARRIER_CLASS_WORDS } from "./section-score.ts";

// What is said beside the result: how each barrier stands, and whether the name for the work says more than is done.

interface Scored {
  readonly criterion: Criterion;
  readonly score: Pick<CriterionScore, "answer" | "interval">;
}

/** One question about how much a barrier is felt is answered best in its own words; several only have a share in common. */
export function feltWords(
  questions: readonly Scored[],
  pressure: BarrierScore["pressure"],
): string {
  if (pressure === null) return missingWords(questions);
  const [only, ...others] = questions.filter(({ score }) => score.interval !== null);
  if (only === undefined || only.score.interval === null || others.length > 0)
    return shareWords(pressure);
  if (only.score.answer === "unsure") return "we do not know";
  return rangeWords(levelNames(only.criterion, only.score.interval));
}

/** How much is in place against it. */
export function coverWords(questions: readonly Scored[], cover: BarrierScore["cover"]): string {
  return cover === null || isNothingAsked(questions) ? missingWords(questions) : shareWords(cover);
}

function missingWords(questions: readonly Scored[]): string {
  if (questions.some(({ score }) => score.answer === "waits")) return "the checklist waits";
  if (!isNothingAsked(questions)) return "too much does not apply";
  const isAgain = questions.some(({ score }) => score.answer === "look-again");
  return isAgain ? "to look at again" : "not answered yet";
}

/** Whether no question that applies has been answered; false where none applies. */
function isNothingAsked(questions: readonly Scored[]): boolean {
  const applicable = questions.filter(
    ({ criterion, score }) => score.interval !== null && !isCopy(criterion),
  );
  if (applicable.length === 0) return questions.length === 0;
  return applicable.every(({ score }) => isUnasked(score.answer));
}

/** Where a barrier stands, never without its sentence. */
export function classWords({
  class: named,
  noClass,
}: Pick<BarrierScore, "class" | "noClass">): string {
  if (named === null) return NO_CLASS_NAMES[noClass ?? "not-asked"];
  const { name, means } = BARRIER_CLASS_WORDS[named];
  return `${name}: ${means}`;
}

export const NO_CLASS_NAMES: Readonly<Record<NonNullable<BarrierScore["noClass"]>, string>> = {
  "not-asked": "Not answered yet",
  "does-not-apply": "Too much does not apply",
  waits: "The checklist waits",
};

/** That only some questions were meant to be asked, where it is so. */
export function quickLookWords({
  look,
  criteria,
}: Pick<Scorecard, "look" | "criteria">): readonly string[] {
  if (look === null) return [];
  const asked = criteria.filter(({ interval }) => interval !== null).length;
  return [`This is on a quick look: it is made of ${asked} of the ${criteria.length} questions.`];
}

/** What a rubric's work is called, beside what is done: where the name says more, it is said in which parts. */
export function namesUsed(
  scorecard: Pick<Scorecard, "criteria">,
  rubrics: readonly Rubric[],
): string[] {
  return rubrics.flatMap((rubric) => {
    const name = criteriaOf(rubric).find(({ measures }) => measures === "name");
    const level = name && surely(scorecard, name)?.[0];
    if (name === undefined || level === undefined) return [];
    const parts = rubric.sections.map(({ title, criteria }) => {
      const known = criteria
        .filter(({ measures, scale }) => measures === "practice" && scale === name.scale)
        .flatMap((each) => surely(scorecard, each) ?? []);
      return { title, of: known.length, below: known.filter((each) => each < level).length };
    });
    return nameWords(quoted(levelName(name, level)), parts);
  });
}

/** Its level, where one is agreed. */
function surely(
  { criteria }: Pick<Scorecard, "criteria">,
  { key }: Criterion,
): [number] | undefined {
  const { interval } = criteria.find((score) => score.key === key) ?? {};
  return interval != null && interval[0] === interval[1] ? [interval[0]] : undefined;
}

interface NamedPart {
  readonly title: string;
  readonly of: number;
  readonly below: number;
}

function nameWords(name: string, parts: readonly NamedPart[]): string[] {
  const below = parts.filter((part) => part.below > 0);
  const said = `The name we use stands for ${name}.`;
  if (parts.every(({ of }) => of === 0)) return [said];
  if (below.length === 0) return [`${said} What is done is nowhere less than that.`];
  const where = below.map((part) => `${quoted(part.title)} (${part.below} of ${part.of})`);
  return [`${said} What is done is less than that in ${listOf(where)}.`];
}
