import { waitingWords } from "../../assessment/felt-most.ts";
import { type Band, countsInScore, type Rubric } from "../../rubric/rubric.ts";
import { headlineRubric, ownResults, resultWords } from "../../scoring/result-words.ts";
import type { BarrierClass, Points } from "../../scoring/schema.ts";
import { type Exact, exact } from "../../util/exact.ts";
import { counted } from "../../util/words.ts";
import {
  answerMeaning,
  describeAnswer,
  isUnsettled,
  type PlanInput,
  type PlanItem,
} from "../input.ts";
import { planWords } from "../messages/messages.ts";
import { type PlanStep, targetOf } from "../order-actions.ts";
import type { ActionView, PlanView } from "../schema/index.ts";
import type { Highlight } from "../schema/parts.ts";
import { disputedKeys } from "./differences.ts";

const MOST = 3;

/** The page in a few sentences, all of them counted from the answers and the actions. */
export function describeSummary(input: PlanInput, plan: SummaryParts): PlanView["short"] {
  const { ready, whose, why } = resultWords(input.scorecard, input.assessment.rubrics);
  return {
    ready: whose === null ? ready : planWords.summary.inWhose(ready, whose),
    ...placeOf(input),
    why: [...why],
    results:
      input.scorecard.headline?.how === undefined
        ? ownResults(input.scorecard, input.assessment.rubrics)
        : [],
    counts: [
      barrierCounts(input),
      plan.mustHaves,
      plan.unknowns,
      plan.actions.summary,
      actionGaps(plan.actions.agreed),
      finishedCounts(plan.actions.finished),
      plan.cost ?? "",
    ].filter((sentence) => sentence !== ""),
    strengths: strengths(input),
    gaps: gaps(plan.steps),
  };
}

type Place = Pick<PlanView["short"], "place" | "scale" | "next">;

/** Where the result stands among all the names there are, and what the next one asks for. */
function placeOf(input: PlanInput): Place {
  const { headline } = input.scorecard;
  const rubric = headlineRubric(headline, input.assessment.rubrics);
  const all = rubric?.bands ?? [];
  const bands = headline?.bands ?? [];
  const [low, high] = bands.map((id) => all.findIndex((band) => band.id === id));
  if (low === undefined || high === undefined || low < 0) return noPlace(input);
  const [from, to] = [ordinal(low + 1), ordinal(high + 1)];
  return {
    place:
      low === high
        ? planWords.summary.place(from, all.length)
        : planWords.summary.placeBetween(from, to, all.length),
    scale: all.map(({ name }, at) => ({
      name,
      here: at >= low && at <= high,
      sure: at === low && at === high,
    })),
    next: nextText(input, all[low + 1], rubric),
  };
}

/** The names that there will be, unless the result has none, or there will be several. */
function noPlace({ items, scorecard: { headline, noHeadline } }: PlanInput): Place {
  const hasNone =
    headline !== null ||
    noHeadline?.reason === "several-results" ||
    noHeadline?.reason === "none-wanted";
  const rubric = items.find(({ section, rubric: { headline: how } }) => {
    return section.kind === "principle" && how !== "none";
  })?.rubric;
  const scale = (hasNone ? [] : (rubric?.bands ?? [])).map(({ name }) => ({
    name,
    here: false,
    sure: false,
  }));
  return { place: null, scale, next: null };
}

function ordinal(place: number): string {
  return `${place}${["st", "nd", "rd"][place - 1] ?? "th"}`;
}

function nextText(
  { items, scorecard: { headline } }: PlanInput,
  next: Band | undefined,
  rubric: Rubric | undefined,
): string | null {
  if (next === undefined) return null;
  const open = items.filter(({ must }) => must === "fail" || must === "unknown").length;
  const haves = planWords.summary.andMustHaves(open);
  const least = leastText(next.from, headline?.points, rubric);
  const where = headline?.how === undefined ? planWords.summary.inEveryPrinciple : "";
  return planWords.summary.nextName(next.name, least, where, haves);
}

/** Where a name begins, as results are said: in points of the way there is, or in percent. */
function leastText(from: Exact, points: Points | undefined, rubric: Rubric | undefined): string {
  if (points === undefined || rubric?.show !== "points") return `${Number(from.mul(100).round())}%`;
  const [least, most] = [exact(points.least), exact(points.most)];
  const at = least
    .add(from.mul(most.sub(least)))
    .mul(100)
    .round()
    .div(100);
  return planWords.summary.points(Number(at));
}

interface SummaryParts {
  readonly mustHaves: string;
  readonly unknowns: string;
  readonly steps: readonly PlanStep[];
  readonly actions: PlanView["actions"];
  readonly cost: string | undefined;
}

/** Counts in plain words: the names of the classes say nothing without their sentences. */
function barrierCounts({ scorecard: { barriers } }: PlanInput): string {
  const ofClass = (id: BarrierClass | null) => barriers.filter((each) => each.class === id).length;
  const acute = ofClass("act-first");
  const felt = acute + ofClass("in-hand");
  const waiting = barriers.filter(({ noClass }) => noClass === "waits").length;
  const open = ofClass(null) - waiting;
  const placed = barriers.length - open - waiting;
  if (barriers.length === 0) return "";
  if (placed === 0) return planWords.summary.noneFeltKnown(barriers.length);
  const little = planWords.summary.littleAgainst(felt, acute);
  const unknown = planWords.summary.openOnes(open);
  const waits = waiting === 0 ? "" : ` ${waitingWords(waiting)}`;
  const said = planWords.summary.feltOf(placed, felt);
  return `${said}${acuteOfOne(felt, acute) ?? little}${waits}${unknown}`;
}

function acuteOfOne(felt: number, acute: number): string | undefined {
  if (felt !== 1) return undefined;
  return planWords.summary.againstOne(acute);
}

function actionGaps(list: readonly ActionView[]): string {
  const count = (holds: (action: ActionView) => boolean) => list.filter(holds).length;
  const leaderless = count(({ lead }) => lead.missing);
  const undated = count(({ finish }) => finish.missing);
  const late = count((action) => action.late !== null);
  const parts = [
    planWords.summary.withoutLead(leaderless),
    planWords.summary.withoutDate(undated),
    planWords.summary.lateOnes(late),
  ].filter((part) => part !== "");
  if (parts.length === 0) return "";
  return list.length === 1
    ? oneActionGaps(leaderless + undated, late)
    : planWords.summary.gapsAmong(parts);
}

function oneActionGaps(gaps: number, late: number): string {
  const missing = planWords.summary.gapsOfOne(gaps);
  return [missing, planWords.summary.isLate(late)].filter((part) => part !== "").join(" ");
}

function finishedCounts(finished: PlanView["actions"]["finished"]): string {
  const done = finished.filter(({ outcome }) => outcome === "Done").length;
  const parts = [
    { count: done, one: planWords.summary.isDone, many: planWords.summary.areDone },
    {
      count: finished.length - done,
      one: planWords.summary.wasDropped,
      many: planWords.summary.wereDropped,
    },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return "";
  return planWords.summary.besides(parts.map(({ count, one, many }) => counted(count, one, many)));
}

/** What stands highest among the settled answers at or above their target, and nobody disputes. */
function strengths(input: PlanInput): Highlight[] {
  const disputed = disputedKeys(input);
  return input.items
    .filter((item) => isSettledPractice(item) && isGood(item))
    .filter(({ section, criterion }) => section.kind !== "barrier" && !disputed.has(criterion.key))
    .toSorted((a, b) => reached(b) - reached(a))
    .slice(0, MOST)
    .map(toHighlight);
}

/** At the target, and nearer to the top than to the bottom: half of the way is not what we do well. */
function isGood(item: PlanItem): boolean {
  return (item.interval?.[0] ?? 0) >= targetOf(item) && reached(item) > 1 / 2;
}

/** The largest shortfalls among the settled answers: a must-have that is not met first, then the lowest level. */
function gaps(steps: readonly PlanStep[]): Highlight[] {
  return steps
    .map(({ item }) => item)
    .filter((item) => isSettledPractice(item) && (item.interval?.[0] ?? 0) < targetOf(item))
    .sort(
      (a, b) => Number(b.must === "fail") - Number(a.must === "fail") || reached(a) - reached(b),
    )
    .slice(0, MOST)
    .map(toHighlight);
}

function isSettledPractice(item: PlanItem): boolean {
  const { interval, criterion, section } = item;
  return (
    section.scored &&
    countsInScore(criterion) &&
    interval !== undefined &&
    criterion.measures === "practice" &&
    !isUnsettled(item)
  );
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
