import type { Assessment } from "../assessment/assessment.ts";
import type { Action, SuggestionReply } from "../assessment/schema.ts";
import { scoreAssessment } from "../scoring/score-assessment.ts";
import { gatherInput, type PlanInput } from "./input.ts";
import { orderSteps, type PlacedAction, type PlanStep, placeActions } from "./order-actions.ts";
import { reasonFor, type Suggestion, suggestAction } from "./suggestions.ts";
import { letter } from "./words.ts";

/** A step that the answers call for and nobody has agreed yet, as it is talked about. */
export interface SuggestedStep extends Suggestion {
  /** Key of the question it is about: the stable way to name it. */
  readonly key: string;
  /** A, B and so on, in the order of the plan; the letters move when answers change. */
  readonly letter: string;
  readonly reason: string;
  /** Whether it is one of the few that the plan shows first. */
  readonly near: boolean;
  /** What was said to it before, if anything. */
  readonly reply: SuggestionReply | undefined;
}

/** Every step that is suggested and not agreed, most pressing first. */
export function suggestedSteps(assessment: Assessment): readonly SuggestedStep[] {
  const options = { date: undefined, length: "full", audience: "trustees" } as const;
  const input = gatherInput(assessment, scoreAssessment(assessment), options);
  const { open } = placeActions(input, orderSteps(input));
  const steps = open.flatMap(({ step, recorded }, at) =>
    step === undefined || recorded !== undefined ? [] : [{ step, near: isNear(input, open, at) }],
  );
  // As the plan shows them: the near ones first, so that a letter means the same in both.
  const inOrder = [...steps.filter(({ near }) => near), ...steps.filter(({ near }) => !near)];
  return inOrder.map(({ step, near }, index) => ({
    ...suggestAction(step),
    key: step.item.criterion.key,
    letter: letter(index),
    reason: reasonFor(input, step),
    near,
    reply: replyTo(input, step),
  }));
}

/** The step that people mean by its letter or by its question's key. */
export function stepNamed(
  steps: readonly SuggestedStep[],
  name: string,
): SuggestedStep | undefined {
  const wanted = name.trim();
  return steps.find(({ key, letter: own }) => key === wanted || own === wanted.toUpperCase());
}

const VISIBLE = 7;

/** The next few steps, without talks that wait: what people agreed is always among them, what they turned down never. */
export function isNear(input: PlanInput, open: readonly PlacedAction[], at: number): boolean {
  const { recorded, step } = open[at] ?? {};
  if (recorded !== undefined) return true;
  return at < VISIBLE && step?.waits === false && replyTo(input, step) === undefined;
}

/** What people said to a suggested step, in the words it has now. */
export function replyTo({ assessment }: PlanInput, step: PlanStep): SuggestionReply | undefined {
  const { key } = step.item.criterion;
  const { do: words } = suggestAction(step);
  return assessment.suggestions.find((each) => each.for === key && each.do === words);
}

/** What comes with a step; a role that the rubric has in mind is an idea and no owner. */
export function actionFrom({
  key,
  do: words,
  first,
  sign,
  effort,
}: SuggestedStep): Omit<Action, "id"> {
  return {
    for: key,
    do: words,
    ...(first === undefined ? {} : { first }),
    ...(sign === undefined ? {} : { sign }),
    ...(effort === undefined ? {} : { effort }),
  };
}
