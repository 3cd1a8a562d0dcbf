import { isSameAction, numberOf } from "../assessment/actions.ts";
import type { Assessment } from "../assessment/assessment.ts";
import type { Action } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { groupsAtTheWall } from "../scoring/groups.ts";
import type { CriterionScore } from "../scoring/schema.ts";
import { type Exact, ZERO } from "../util/exact.ts";
import { COMPARISON_FORMAT, SERIES_FORMAT } from "../util/formats.ts";
import { listOf } from "../util/words.ts";
import { answerChange } from "./change.ts";
import {
  compareBarriers,
  compareHeadlines,
  compareResults,
  compareSections,
} from "./compare-sections.ts";
import { type Pair, pairCriteria, type Settled } from "./pair-criteria.ts";
import type {
  ActionOutcome,
  Comparison,
  ComparisonSeries,
  CriterionChange,
  Reworded,
} from "./schema.ts";
import { answeredOf, askedOf, type Side, scoreOf, sectionOf, sideOf } from "./side.ts";

/** What came of each action of last time, beside what people say now to the question it was about. */
function compareActions(
  before: readonly Action[],
  { actions: now, people }: Pick<Assessment, "actions" | "people">,
  criteria: readonly CriterionChange[],
): ActionOutcome[] {
  return before.map((action) => {
    const later = now.find((each) => isSameAction(action, each));
    const about = criteria.find(
      ({ key, formerKey }) =>
        action.for === key || (formerKey !== null && action.for === formerKey),
    );
    const { why = null, note = null, helped = null } = later ?? action;
    return {
      number: numberOf(action.id),
      do: action.do,
      status: statusOf(action, later),
      helped,
      ...helpedByOf(later ?? action, people),
      why,
      note,
      question:
        about === undefined
          ? null
          : { key: about.key, asks: about.asks, before: about.before, after: about.after },
      change: about?.change ?? null,
    };
  });
}

/** By the names of the groups, a small one with those that it is shown with. */
function helpedByOf(
  { "helped-by": by }: Action,
  people: Assessment["people"],
): Pick<ActionOutcome, "helpedBy"> {
  if (by === undefined) return {};
  const shown = groupsAtTheWall(people);
  const nameOf = (id: string) => {
    const names = shown.find(({ host }) => host.group === id)?.members.map(({ name }) => name);
    return listOf(names ?? [id]);
  };
  return {
    helpedBy: Object.entries(by).map(([id, helped]) => ({ group: nameOf(id), helped })),
  };
}

/** What was still open last time and is in no list now has been lost sight of. */
function statusOf(before: Action, later: Action | undefined): ActionOutcome["status"] {
  if (later !== undefined) return later.status ?? "planned";
  return before.status === "done" || before.status === "dropped" ? before.status : "gone";
}

/** What changed since last time, said only of questions that were asked the same way both times. */
export function compareAssessments(older: Assessment, newer: Assessment): Comparison {
  const sides: Sides = { older: sideOf(older), newer: sideOf(newer) };
  const reason = whyIncomparable(older, newer);
  if (reason !== null) return nothingCompared(sides, reason);
  const { pairs, added, removed } = pairCriteria(older.rubrics, newer.rubrics);
  const alike = pairs.filter((pair) => isAskedAlike(sides, pair));
  const settled = new Map(alike.map((pair) => [pair.newer, settle(sides, pair)]));
  // Words and figures are neither better nor worse.
  const criteria = [...settled.values()]
    .filter(({ newer: { levels } }) => levels.length > 0)
    .map((each) => criterionChange(sides, each));
  const results = compareResults(sides.older, sides.newer, settled);
  return {
    coprod: COMPARISON_FORMAT,
    older: aboutSide(sides.older),
    newer: aboutSide(sides.newer),
    incomparable: null,
    headline: compareHeadlines(sides.older, sides.newer, settled),
    ...(results.length > 0 && { results }),
    sections: compareSections(sides.older, sides.newer, settled),
    barriers: compareBarriers(sides.older, sides.newer, settled),
    criteria,
    added: added.map((each) => question(sides.newer, each)),
    removed: removed.map((each) => question(sides.older, each)),
    reworded: pairs.filter((pair) => !alike.includes(pair)).map((each) => reworded(sides, each)),
    actions: compareActions(older.actions, newer, criteria),
  };
}

interface Sides {
  readonly older: Side;
  readonly newer: Side;
}

/** Two results of different charities, or of different work, say nothing of how either of them changed. */
function whyIncomparable(older: Assessment, newer: Assessment): Comparison["incomparable"] {
  const differ = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && folded(a) !== folded(b);
  if (differ(older.plan.charity, newer.plan.charity)) return "other-charity";
  return differ(older.covers, newer.covers) ? "other-work" : null;
}

function folded(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

function nothingCompared(
  { older, newer }: Sides,
  incomparable: Comparison["incomparable"],
): Comparison {
  return {
    coprod: COMPARISON_FORMAT,
    older: aboutSide(older),
    newer: aboutSide(newer),
    incomparable,
    headline: {
      whose: null,
      before: null,
      after: null,
      change: null,
      status: "not-enough",
      because: [],
    },
    sections: [],
    barriers: [],
    criteria: [],
    added: [],
    removed: [],
    reworded: [],
    actions: [],
  };
}

function aboutSide({ scorecard, assessment: { plan } }: Side): Comparison["older"] {
  const { assessment, rubrics, smallestShown, people, view } = scorecard;
  const charity = plan.charity ?? null;
  return { ...assessment, charity, rubrics, smallestShown, people, view };
}

// The levels are counted by their place, so they must be the same ones, whatever an answer says it was asked.
function isAskedAlike({ older, newer }: Sides, pair: Pair): boolean {
  const ids = ({ levels }: Criterion) => levels.map(({ id }) => id).join();
  return (
    askedOf(older, pair.older).hash === askedOf(newer, pair.newer).hash &&
    ids(pair.older) === ids(pair.newer)
  );
}

function settle({ older, newer }: Sides, pair: Pair): Settled {
  const [before, after] = [scoreOf(older, pair.older), scoreOf(newer, pair.newer)];
  const change = answerChange(before, after, pair.newer.measures);
  const isOpen = after.interval !== null && after.interval[0] < after.interval[1];
  return { ...pair, change, moved: movedBy(pair.newer, before, after), isOpen };
}

/** Between the nearest ends of the two answers, whichever way it moved. */
function movedBy(
  { levels, weight }: Criterion,
  { interval: before }: CriterionScore,
  { interval: after }: CriterionScore,
): Exact {
  if (before === null || after === null) return ZERO;
  const value = (level: number) => levels[level]?.value ?? ZERO;
  const [rise, fall] = [after[0] - before[1], before[0] - after[1]];
  if (rise > 0) return weight.mul(value(after[0]).sub(value(before[1])));
  return fall > 0 ? weight.mul(value(before[0]).sub(value(after[1]))) : ZERO;
}

function question(side: Side, criterion: Criterion) {
  const asks = askedOf(side, criterion).wording;
  return { key: criterion.key, section: sectionOf(side, criterion), asks };
}

function answersOfBoth({ older, newer }: Sides, pair: Pair) {
  return {
    ...question(newer, pair.newer),
    formerKey: pair.older.key === pair.newer.key ? null : pair.older.key,
    before: answeredOf(older, pair.older),
    after: answeredOf(newer, pair.newer),
  };
}

function criterionChange(sides: Sides, { change, ...pair }: Settled): CriterionChange {
  return { ...answersOfBoth(sides, pair), measures: pair.newer.measures, change };
}

function reworded(sides: Sides, pair: Pair): Reworded {
  return { ...answersOfBoth(sides, pair), asked: askedOf(sides.older, pair.older).wording };
}

/** Each step from one assessment to the next, and from the first to the last. */
export function compareSeries(
  first: Assessment,
  others: readonly [Assessment, ...Assessment[]],
): ComparisonSeries {
  const all = [first, ...others];
  const steps = others.map((newer, index) => compareAssessments(all[index] ?? first, newer));
  const whole = compareAssessments(first, others.at(-1) ?? others[0]);
  return { coprod: SERIES_FORMAT, steps, whole };
}
