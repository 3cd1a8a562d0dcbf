import { type Criterion, levelNames } from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { rangeWords } from "../util/words.ts";
import { isUnasked } from "./interval.ts";
import { shareWords } from "./percent.ts";
import type { BarrierScore, CriterionScore } from "./schema.ts";
import { BARRIER_CLASS_WORDS } from "./section-score.ts";

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
  if (!isNothingAsked(questions)) return "too much does not apply";
  const isAgain = questions.some(({ score }) => score.answer === "look-again");
  return isAgain ? "to look at again" : "not asked yet";
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
  "not-asked": "Not asked yet",
  "does-not-apply": "Too much does not apply",
};
