import { type Answer, answerOf } from "../assessment/assessment.ts";
import type { Group, Response } from "../assessment/schema.ts";
import type { Criterion, Level } from "../rubric/rubric.ts";
import { type Exact, exact, ONE, sum, ZERO } from "../util/exact.ts";
import { heardVotes, SMALLEST_GROUP } from "./groups.ts";
import type { CriterionScore } from "./schema.ts";
import {
  type GroupVotes,
  type Interval,
  lastRound,
  levelByVotes,
  votesFromOutside,
} from "./votes.ts";

/** One criterion with all that its answer settles. */
export interface Judged {
  readonly criterion: Criterion;
  readonly answer: Answer;
  /** Null where it does not apply. */
  readonly interval: Interval | null;
  readonly votes: readonly GroupVotes[];
  /** Whether some of them came in from outside the room. */
  readonly hasOutside: boolean;
  /** The groups as they were on the day of the votes. */
  readonly people: readonly Group[];
}

export type Applicable = Judged & { readonly interval: Interval };

/** Reads what one answer says and leaves open. */
export function judge(
  criterion: Criterion,
  response: Response | undefined,
  people: readonly Group[] = [],
): Judged {
  const votes = lastRound(criterion, response);
  const said = answerOf(criterion, response);
  // A list of votes in which nobody voted is the same as no answer.
  const answer: Answer = said.kind === "votes-only" && votes.length === 0 ? { kind: "none" } : said;
  const voted = () =>
    levelByVotes(heardVotes(votes, { people, minGroup: SMALLEST_GROUP }), criterion.levels.length);
  const hasOutside = votesFromOutside(criterion, response).length > 0;
  const interval = intervalOf(criterion, answer, voted);
  return { criterion, answer, votes, hasOutside, people, interval };
}

export function isApplicable(judged: Judged): judged is Applicable {
  return judged.interval !== null;
}

/** Nobody has answered it: not asked, or left for later. Worded "not answered yet", and never "we do not know". */
export function isUnasked(answer: string): boolean {
  return answer === "none" || answer === "skipped" || answer === "look-again";
}

/** Whether the people have said anything to it yet, even that they do not know. */
export function isAsked({ answer }: Judged): boolean {
  return !isUnasked(answer.kind);
}

function intervalOf(criterion: Criterion, answer: Answer, voted: () => Interval): Interval | null {
  // What is not counted has no levels to stand between.
  const open: Interval = [0, Math.max(0, criterion.levels.length - 1)];
  switch (answer.kind) {
    case "given":
      return [answer.level ?? 0, answer.level ?? 0];
    case "left-out":
    case "waits":
      return null;
    case "level":
      return [answer.level, answer.level];
    case "differ":
      return [answer.from, answer.to];
    case "votes-only":
      return voted();
    case "not-applicable":
      return criterion.allowNotApplicable ? null : open;
    case "unsure":
    case "skipped":
    case "look-again":
    case "none":
      return open;
  }
}

type MustResult = CriterionScore["must"];

/** Whether a criterion reaches the level it must have; met exactly is met. */
export function mustResult({ criterion: { must }, interval }: Judged): MustResult {
  if (must === undefined || interval === null) return "none";
  return compared(interval, must);
}

/** Whether it reaches the level from which nothing has to be put right. */
export function putRightResult({ criterion: { putRight }, interval }: Judged): MustResult {
  if (putRight === undefined || interval === null) return "none";
  return compared(interval, putRight);
}

function compared([low, high]: Interval, must: number): MustResult {
  if (low >= must) return "pass";
  return high < must ? "fail" : "unknown";
}

/** Where a set of criteria stands together: the least and the most it could be, as shares of the whole. */
export interface Weighed {
  readonly low: Exact;
  readonly high: Exact;
  /** The share of the weight that is settled. */
  readonly known: Exact;
}

/** Undefined where there is not enough to say: nothing applies, or more than a third of the weight does not. */
export function weigh(judged: readonly Judged[]): Weighed | undefined {
  const applicable = judged.filter(isApplicable);
  const whole = weightOf(judged);
  const weight = weightOf(applicable);
  if (weight.equals(0) || whole.sub(weight).mul(3).gt(whole)) return undefined;
  const share = (level: (each: Applicable) => number) =>
    sum(applicable.map((each) => worth(each.criterion, level(each)))).div(weight);
  return {
    low: share(({ interval }) => interval[0]),
    high: share(({ interval }) => interval[1]),
    known: weightOf(applicable.filter(isSettled)).div(weight),
  };
}

/** Why these criteria have no number; undefined where they have one. */
export type NoScore = "does-not-apply" | "not-asked" | "too-early" | "unscored";

/** Below this share of what applies, what was answered says too little of the whole. */
const LEAST_ANSWERED = exact(1, 2);

export function whyNoScore(judged: readonly Judged[]): NoScore | undefined {
  if (judged.length === 0) return "not-asked";
  if (weigh(judged) === undefined) return "does-not-apply";
  const answered = answeredShare(judged);
  if (answered.equals(0)) return "not-asked";
  return answered.lt(LEAST_ANSWERED) ? "too-early" : undefined;
}

/** The share of the weight of what applies to which people have said something, even that they do not know. */
export function answeredShare(judged: readonly Judged[]): Exact {
  const applicable = judged.filter(isApplicable);
  const weight = weightOf(applicable);
  return weight.equals(0) ? ZERO : weightOf(applicable.filter(isAsked)).div(weight);
}

function weightOf(judged: readonly Judged[]): Exact {
  return sum(judged.map(({ criterion }) => weighted(criterion, criterion.levels.at(-1), ONE)));
}

function worth(criterion: Criterion, level: number): Exact {
  return weighted(criterion, criterion.levels[level], ZERO);
}

/** Where points are counted a question weighs as much as lies between its least and its most; else every one weighs 1. */
function weighted({ levels, weight }: Criterion, level: Level | undefined, other: Exact): Exact {
  const [points, least] = [level?.points ?? other, levels[0]?.points ?? ZERO];
  // Nearly always there is nothing to take off and nothing to multiply with.
  const above = least.equals(ZERO) ? points : points.sub(least);
  return weight.equals(ONE) ? above : weight.mul(above);
}

function isSettled({ interval }: Applicable): boolean {
  return interval[0] === interval[1];
}
