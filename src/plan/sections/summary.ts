import { bandNames } from "../../rubric/rubric.ts";
import { isWeakestSure } from "../../scoring/headline.ts";
import {
  capitalised,
  counted,
  listOf,
  percentWords,
  quoted,
  rangeWords,
} from "../../util/words.ts";
import {
  answerMeaning,
  describeAnswer,
  isNotAsked,
  isUnsettled,
  type PlanInput,
  type PlanItem,
} from "../input.ts";
import { type PlanStep, targetOf } from "../order-actions.ts";
import type { ActionView, PlanView } from "../schema/index.ts";
import type { Highlight } from "../schema/parts.ts";
import { barrierClassName } from "./barriers.ts";
import { disputedKeys } from "./differences.ts";

type Readiness = Pick<PlanView["short"], "ready" | "why">;

/** How ready we are, in the words of the rubric's bands: the weakest principle decides. */
function describeReadiness(input: PlanInput): Readiness {
  const { headline, noHeadline } = input.scorecard;
  if (headline === null) return noReadiness(input, noHeadline);
  const untouched = headline.weakest.filter((key) => isUntouched(input, key));
  const named = headline.weakest.filter((key) => !untouched.includes(key));
  if (named.length === 0) return { ready: CANNOT_SAY, why: notAskedText(input, untouched) };
  const rubric = input.items.find(({ section }) => headline.weakest.includes(section.key))?.rubric;
  const [low, high] = bandNames(rubric, headline.bands);
  const means = rubric?.bands.find(({ id }) => id === headline.bands[0])?.means;
  const weakest = sectionTitles(input, named);
  const principle = WEAKEST[`${isWeakestSure(input.scorecard)}`][named.length === 1 ? 0 : 1];
  return {
    ready: capitalised(rangeWords([low, high])),
    why: [
      ...(low === high && means !== undefined ? [means] : []),
      `Our weakest ${principle} ${weakest}, at ${percentWords(headline.percent)}.`,
      "A strong principle does not make up for a weak one, so the weakest decides.",
      ...cappedText(input, headline.capped),
      ...notAskedText(input, untouched),
      ...(headline.low === headline.high
        ? []
        : [
            "The number is a range because there are things we do not know or do not agree on yet.",
          ]),
    ],
  };
}

const WEAKEST = {
  true: ["principle is", "principles are"],
  false: ["principle seems to be", "principles seem to be"],
} as const;

const CANNOT_SAY = "We cannot say yet";

/** Nothing asked is no result: from nought to a hundred percent would only look like one. */
function isUntouched({ items }: PlanInput, key: string): boolean {
  return items.filter(({ section }) => section.key === key).every(isNotAsked);
}

function notAskedText(input: PlanInput, keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  return [`We have not asked about ${sectionTitles(input, keys)} yet.`];
}

function noReadiness(input: PlanInput, reason: PlanInput["scorecard"]["noHeadline"]): Readiness {
  const ready = CANNOT_SAY;
  if (reason === null || reason.reason === "no-principles")
    return { ready, why: ["These questions have no principles, so there is no overall result."] };
  const sections = sectionTitles(input, reason.sections);
  return { ready, why: [`We have not answered enough about ${sections}.`] };
}

function cappedText({ items }: PlanInput, capped: readonly string[]): string[] {
  const questions = items
    .filter(({ criterion }) => capped.includes(criterion.key))
    .map(({ criterion }) => quoted(criterion.asks));
  if (questions.length === 0) return [];
  const mustHaves = questions.length === 1 ? "a must-have that is" : "must-haves that are";
  return [`It is held down by ${mustHaves} not met: ${listOf(questions)}`];
}

function sectionTitles({ sections }: PlanInput, keys: readonly string[]): string {
  return listOf(keys.map((key) => quoted(sections.get(key)?.title ?? key)));
}

/** A summary keeps to two pages. */
const MOST = { full: 3, summary: 2 } as const;

/** The page in a few sentences, all of them counted from the answers and the actions. */
export function describeSummary(input: PlanInput, plan: SummaryParts): PlanView["short"] {
  return {
    ...describeReadiness(input),
    counts: [
      barrierCounts(input),
      plan.mustHaves,
      plan.unknowns,
      plan.actions.summary,
      actionGaps(plan.actions.list),
      finishedCounts(plan.actions.finished),
      plan.cost ?? "",
    ].filter((sentence) => sentence !== ""),
    strengths: strengths(input),
    gaps: gaps(input, plan.steps),
  };
}

interface SummaryParts {
  readonly mustHaves: string;
  readonly unknowns: string;
  readonly steps: readonly PlanStep[];
  readonly actions: PlanView["actions"];
  readonly cost: string | undefined;
}

function barrierCounts({ scorecard }: PlanInput): string {
  const counts = (["act-first", "in-hand", "keep-watch", "clear", null] as const)
    .map((id) => ({
      name: quoted(barrierClassName(id)),
      count: scorecard.barriers.filter((barrier) => barrier.class === id).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`);
  if (counts.length === 0) return "";
  return `${counted(scorecard.barriers.length, "barrier")}: ${listOf(counts)}.`;
}

function actionGaps(list: readonly ActionView[]): string {
  const count = (holds: (action: ActionView) => boolean) => list.filter(holds).length;
  const leaderless = count(({ lead }) => lead.missing);
  const undated = count(({ finish }) => finish.missing);
  const late = count((action) => action.late !== null);
  const parts = [
    leaderless > 0 ? `${leaderless} with no one leading` : "",
    undated > 0 ? `${undated} with no date` : "",
    late > 0 ? `${late} late` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `Among these actions: ${listOf(parts)}.`;
}

function finishedCounts(finished: PlanView["actions"]["finished"]): string {
  const done = finished.filter(({ outcome }) => outcome === "Done").length;
  const parts = [
    { count: done, one: "is done", many: "are done" },
    { count: finished.length - done, one: "was dropped", many: "were dropped" },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return "";
  return `Beside these, ${listOf(parts.map(({ count, one, many }) => counted(count, one, many)))}.`;
}

/** What stands highest among the settled answers at or above their target, and nobody disputes. */
function strengths(input: PlanInput): Highlight[] {
  const disputed = disputedKeys(input);
  return input.items
    .filter((item) => isSettledPractice(item) && (item.interval?.[0] ?? 0) >= targetOf(item))
    .filter(({ section, criterion }) => section.kind !== "barrier" && !disputed.has(criterion.key))
    .toSorted((a, b) => reached(b) - reached(a))
    .slice(0, MOST[input.options.length])
    .map(toHighlight);
}

/** The largest shortfalls among the settled answers: a must-have that is not met first, then the lowest level. */
function gaps(input: PlanInput, steps: readonly PlanStep[]): Highlight[] {
  return steps
    .map(({ item }) => item)
    .filter((item) => isSettledPractice(item) && (item.interval?.[0] ?? 0) < targetOf(item))
    .sort(
      (a, b) => Number(b.must === "fail") - Number(a.must === "fail") || reached(a) - reached(b),
    )
    .slice(0, MOST[input.options.length])
    .map(toHighlight);
}

function isSettledPractice(item: PlanItem): boolean {
  const { interval, criterion } = item;
  return interval !== undefined && criterion.measures === "practice" && !isUnsettled(item);
}

function reached({ criterion, interval }: PlanItem): number {
  return Number(criterion.levels[interval?.[0] ?? 0]?.value ?? 0);
}

/** Words that serve a whole scale say nothing of a question of their own, so there the question comes first. */
function toHighlight(item: PlanItem): Highlight {
  const meaning = answerMeaning(item);
  const { asks, ownAnchors } = item.criterion;
  if (meaning !== null && ownAnchors) return { text: meaning, answer: null };
  return { text: asks, answer: describeAnswer(item) };
}
