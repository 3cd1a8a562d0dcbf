import { helpedWords, isSameAction, isUnaccounted, numberOf } from "../../assessment/actions.ts";
import type { Action as RecordedAction } from "../../assessment/schema.ts";
import {
  attentionText,
  CHANGES,
  changeText,
  incomparableText,
  isMove,
  isSideBySide,
  placeWords,
} from "../../comparison/change-words.ts";
import type {
  ActionOutcome,
  Answered,
  Change,
  Comparison,
  ComparisonStatus,
  CriterionChange,
  Standing,
} from "../../comparison/schema.ts";
import { classWords } from "../../scoring/beside-words.ts";
import { isUnasked } from "../../scoring/interval.ts";
import { asSentence, capitalised, listOf, quoted, rangeWords } from "../../util/words.ts";
import type { PlanInput } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import { actionNumbers, actionOutcome } from "../words.ts";

type Since = PlanView["since"];

const FIRST: Since = {
  first: true,
  summary: planWords.since.firstPlan,
  actions: [],
  changes: [],
  moved: [],
  counts: [],
  questions: [],
};

/** What was agreed last time and what came of it; what is better, worse or known now. Worse is as plain as better. */
export function describeSinceLastPlan({ assessment, options, comparison }: PlanInput): Since {
  const { previous } = options;
  if (previous === undefined || comparison === undefined) return FIRST;
  const agreed = sinceActions(previous.actions, assessment.actions, {
    isPublic: options.audience === "public",
  });
  const refused = incomparableText(comparison);
  if (refused !== undefined) return { ...FIRST, first: false, summary: refused };
  const began = previous.started === undefined ? "" : planWords.since.startedOn(previous.started);
  return {
    first: false,
    summary: planWords.since.comparedWith(previous.title, began, agreed.summary),
    actions: agreed.rows.map((row, at) =>
      withWhatCame(row, shownTo(options.audience, comparison.actions[at])),
    ),
    changes: changesOf(comparison),
    moved: movedOf(comparison),
    counts: countsOf(comparison),
    questions: questionsOf(comparison),
  };
}

function changesOf({
  headline,
  results = [],
  sections,
  barriers,
  criteria,
}: Comparison): Since["changes"] {
  const inBoth = ({ status }: { status: ComparisonStatus }) =>
    status !== "added" && status !== "removed";
  const { howReady } = planWords.since;
  const overall = headline.before === null && headline.after === null ? [] : [headline];
  return [
    ...overall.map((each) => standingRow({ ...each, title: howReady(headline.whose) }, criteria)),
    ...results
      .filter(inBoth)
      .map((each) => standingRow({ ...each, title: quoted(each.title) }, criteria)),
    ...sections.filter(inBoth).map((each) => standingRow(each, criteria)),
    ...barriers
      .filter((each) => inBoth(each) && each.attention !== "same")
      .filter(({ before, after }) => (before?.class ?? after?.class ?? null) !== null)
      .map((each) => ({
        title: each.title,
        ...sideBySide(each.status, barrierText(each.before), barrierText(each.after)),
        change: attentionText(each, criteria),
      })),
  ];
}

function barrierText(figures: Comparison["barriers"][number]["before"]): string {
  return figures === null ? planWords.since.notEnough : classWords(figures);
}

/** Better and worse alike: the shortest thing that is still fair. */
function movedOf(comparison: Comparison): string[] {
  const { headline, results = [], sections, barriers } = comparison;
  const went = [headline, ...results, ...sections].some(({ change }) => isMove(change));
  const needs = barriers.some(({ attention }) => attention === "more" || attention === "less");
  if (!went && !needs) return [];
  return changesOf(comparison)
    .filter(({ change }) => MOVES.some((start) => change.startsWith(start)))
    .map(({ title, was, now, change }) => planWords.since.standingMoved(title, was, now, change));
}

const MOVES = [CHANGES.better, CHANGES.worse, planWords.since.needsMore, planWords.since.needsLess];

interface Compared {
  readonly title: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly change: Change | null;
  readonly status: ComparisonStatus;
  readonly because: Comparison["headline"]["because"];
}

function standingRow(
  { title, before, after, ...changed }: Compared,
  criteria: Comparison["criteria"],
): Since["changes"][number] {
  return {
    title,
    ...sideBySide(changed.status, standingText(before), standingText(after)),
    change: changeText(changed, criteria),
  };
}

/** Two names that mean different things are not set side by side. */
function sideBySide(status: ComparisonStatus, was: string, now: string) {
  return isSideBySide(status)
    ? { was, now }
    : { was: planWords.since.notCompared, now: planWords.since.notCompared };
}

export function standingText(standing: Standing | null): string {
  if (standing === null) return planWords.since.notEnough;
  return capitalised(placeWords(standing));
}

function countsOf({ criteria: all, added, removed, reworded }: Comparison): string[] {
  // What applies neither then nor now is no question of ours.
  const criteria = all.filter(({ before, after }) => before.interval ?? after.interval);
  const count = (change: Change) => criteria.filter((each) => each.change === change).length;
  const asked = [
    { count: count("better"), words: "better" },
    { count: count("worse"), words: "worse" },
    { count: count("learning"), words: planWords.since.newlyKnown },
    { count: count("same"), words: planWords.since.theSame },
    { count: count("may-have-changed"), words: planWords.since.tooOpen },
  ].filter((each) => each.count > 0);
  const other = [
    { count: added.length, words: "new" },
    { count: removed.length, words: planWords.since.noLongerAsked },
    { count: reworded.length, words: planWords.since.askedOtherwise },
  ].filter((each) => each.count > 0);
  const worded = (parts: typeof asked) =>
    listOf(parts.map((part) => `${part.count} ${part.words}`));
  return [
    planWords.since.askedTheSame(criteria.length, worded(asked)),
    ...(other.length === 0 ? [] : [planWords.since.leftOut(worded(other))]),
  ];
}

function questionsOf({ criteria }: Comparison): Since["questions"] {
  return planWords.since.titles
    .map(([change, title]) => ({
      title,
      list: criteria.filter((each) => each.change === change).map(questionRow),
    }))
    .filter(({ list }) => list.length > 0);
}

function questionRow({ asks, before, after }: CriterionChange) {
  return { question: asks, was: answerText(before), now: answerText(after) };
}

function answerText({ answer, levels }: Answered): string {
  if (answer === "unsure") return planWords.since.notKnown;
  if (answer === "look-again") return planWords.since.levelsGone;
  if (isUnasked(answer)) return planWords.since.notAsked;
  if (levels === null) return planWords.since.didNotApply;
  return capitalised(rangeWords(levels));
}

/** The public is not told what each group says. */
function shownTo(
  audience: PlanInput["options"]["audience"],
  came: ActionOutcome | undefined,
): ActionOutcome | undefined {
  return came === undefined || audience !== "public" ? came : { ...came, helpedBy: [] };
}

/** Whether it helped, and what people say now to the question it was about. Done, and no change seen, is a row like any other. */
function withWhatCame(row: SinceAction, came: ActionOutcome | undefined): SinceAction {
  if (came === undefined) return row;
  const { question, status, change } = came;
  const isUnmoved = status === "done" && (change === "same" || change === "worse");
  const said = [
    ...helpedWords(came),
    ...(isUnmoved ? [planWords.since.nothingBetter] : []),
    ...(question === null
      ? []
      : [
          planWords.since.questionMoved(
            question.asks,
            answerText(question.before),
            answerText(question.after),
          ),
        ]),
  ];
  return { ...row, what: [row.what, ...said].join(" ") };
}

/** What was agreed last time and nobody has accounted for: a plan is not ready before that. */
export function unaccountedText({ comparison, assessment, options }: PlanInput): string {
  const actions = comparison?.incomparable === null ? comparison.actions : [];
  const lost = actions
    .filter(({ status, why }) => status === "gone" || (status === "dropped" && why === null))
    .map(({ number }) => number);
  const left = assessment.actions
    .filter((each) => isUnaccounted(each) && !isChanged(each, options.previous?.actions))
    .map(({ id }) => numberOf(id));
  const open = [...new Set([...left, ...lost])];
  if (open.length === 0) return "";
  const numbers = actionNumbers(open);
  return planWords.since.notReady(numbers);
}

/** Whoever wrote into the file by hand how far it is has accounted for it too. */
function isChanged({ id, status, note }: RecordedAction, before: readonly RecordedAction[] = []) {
  const then = before.find((each) => each.id === id);
  return then !== undefined && (then.status !== status || then.note !== note);
}

type SinceAction = PlanView["since"]["actions"][number];

type Kind = "done" | "dropped" | "doing" | "planned" | "gone";

/** What became of each action agreed last time. Later words about it count before earlier ones. */
export function sinceActions(
  before: readonly RecordedAction[],
  now: readonly RecordedAction[],
  { isPublic }: { readonly isPublic: boolean },
): { readonly rows: SinceAction[]; readonly summary: string } {
  const outcomes = before.map((action) => {
    const later = now.find((each) => isSameAction(action, each));
    return { action, later, kind: kindOf(action, later) };
  });
  const rows = outcomes.map(({ action, later, kind }) => {
    const { outcome, missing } = planWords.since.outcomes[kind];
    const what = actionOutcome(later ?? action, { isPublic, missing });
    return { action: asSentence(action.do), outcome, what };
  });
  return { rows, summary: summaryOf(outcomes.map(({ kind }) => kind)) };
}

function kindOf(before: RecordedAction, now: RecordedAction | undefined): Kind {
  if (now !== undefined) return now.status ?? "planned";
  return before.status === "done" || before.status === "dropped" ? before.status : "gone";
}

function summaryOf(kinds: readonly Kind[]): string {
  if (kinds.length === 0) return planWords.since.noActions;
  const parts = planWords.since.counted
    .map(([kind, one, many]) => {
      const count = kinds.filter((each) => each === kind).length;
      return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
    })
    .filter((part) => part !== "");
  return planWords.since.agreedThen(kinds.length, parts);
}
