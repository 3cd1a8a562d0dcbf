import { counted, listOf, quoted } from "../util/words.ts";
import { answerMeaning, describeAnswer } from "./answers.ts";
import { barrierClassName } from "./barriers.ts";
import { disputedKeys } from "./differences.ts";
import { type Item, isOpen, type Material } from "./input.ts";
import { type Step, targetOf } from "./order-actions.ts";
import { describeReadiness } from "./readiness.ts";
import type { Action, PlanView } from "./schema/index.ts";
import type { Highlight } from "./schema/parts.ts";

/** A summary keeps to two pages. */
const MOST = { full: 3, summary: 2 } as const;

/** The page in a few sentences, all of them counted from the answers and the actions. */
export function describeInShort(material: Material, plan: SummaryParts): PlanView["short"] {
  return {
    ...describeReadiness(material),
    counts: [
      barrierCounts(material),
      plan.mustHaves,
      plan.unknowns,
      plan.actions.summary,
      actionGaps(plan.actions.list),
      finishedCounts(plan.actions.finished),
      plan.cost ?? "",
    ].filter((sentence) => sentence !== ""),
    strengths: strengths(material),
    gaps: gaps(material, plan.steps),
  };
}

export interface SummaryParts {
  readonly mustHaves: string;
  readonly unknowns: string;
  readonly steps: readonly Step[];
  readonly actions: PlanView["actions"];
  readonly cost: string | undefined;
}

function barrierCounts({ scorecard }: Material): string {
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

function actionGaps(list: readonly Action[]): string {
  const count = (holds: (action: Action) => boolean) => list.filter(holds).length;
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
function strengths(material: Material): Highlight[] {
  const disputed = disputedKeys(material);
  return material.items
    .filter((item) => isSettledPractice(item) && (item.interval?.[0] ?? 0) >= targetOf(item))
    .filter(({ section, criterion }) => section.kind !== "barrier" && !disputed.has(criterion.key))
    .toSorted((a, b) => reached(b) - reached(a))
    .slice(0, MOST[material.options.length])
    .map(toHighlight);
}

/** The largest shortfalls among the settled answers: a must-have that is not met first, then the lowest level. */
function gaps(material: Material, steps: readonly Step[]): Highlight[] {
  return steps
    .map(({ item }) => item)
    .filter((item) => isSettledPractice(item) && (item.interval?.[0] ?? 0) < targetOf(item))
    .sort(
      (a, b) => Number(b.must === "fail") - Number(a.must === "fail") || reached(a) - reached(b),
    )
    .slice(0, MOST[material.options.length])
    .map(toHighlight);
}

function isSettledPractice(item: Item): boolean {
  const { interval, criterion } = item;
  return interval !== undefined && criterion.measures === "practice" && !isOpen(item);
}

function reached({ criterion, interval }: Item): number {
  return Number(criterion.levels[interval?.[0] ?? 0]?.value ?? 0);
}

/** Words that serve a whole scale say nothing of a question of their own, so there the question comes first. */
function toHighlight(item: Item): Highlight {
  const meaning = answerMeaning(item);
  const { asks, ownAnchors } = item.criterion;
  if (meaning !== null && ownAnchors) return { text: meaning, answer: null };
  return { text: asks, answer: describeAnswer(item) };
}
