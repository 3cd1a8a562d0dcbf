import type { Assessment } from "../assessment/assessment.ts";
import type { Action, SuggestionReply } from "../assessment/schema.ts";
import { levelName, type NextStep } from "../rubric/rubric.ts";
import { isWeakestSure } from "../scoring/headline.ts";
import { scoreAssessment } from "../scoring/score-assessment.ts";
import { capitalised, quoted } from "../util/words.ts";
import { groupLevels, middleVoteWords } from "./groups.ts";
import {
  gatherInput,
  isNotAsked,
  isUnsure,
  needsTalk,
  type PlanInput,
  type PlanItem,
} from "./input.ts";
import { planWords } from "./messages/messages.ts";
import { orderSteps, type PlacedAction, type PlanStep, placeActions } from "./order-actions.ts";
import { letter } from "./words.ts";

/** What the answers and the rubric suggest doing, before anybody has agreed to it. */
export interface Suggestion {
  readonly do: string;
  readonly first: string | undefined;
  readonly sign: string | undefined;
  /** A role, never an owner. */
  readonly who: string | undefined;
  readonly effort: NextStep["effort"] | undefined;
}

export function suggestAction({ kind, item, others }: PlanStep): Suggestion {
  if (others.length > 0) return findOutAll([item, ...others]);
  if (kind === "talk") return talkAgain(item);
  if (kind === "find-out") return settleUnknown(item);
  return takeNextStep(item);
}

function settleUnknown(item: PlanItem): Suggestion {
  if (isNotAsked(item)) return askIt(item);
  return needsTalk(item) ? talkAgain(item) : findOut(item);
}

/** Several unknowns in one go; the reason names each, so that a list of actions stays short. */
function findOutAll(items: readonly PlanItem[]): Suggestion {
  return {
    do: planWords.suggestions.findOutSeveral(items.length),
    first: planWords.suggestions.shareQuestions,
    sign: planWords.suggestions.canAnswerAll,
    who: undefined,
    effort: "small",
  };
}

function askIt({ criterion }: PlanItem): Suggestion {
  return {
    do: planWords.suggestions.answerTogether(criterion.asks),
    first: planWords.suggestions.putToGroup,
    sign: planWords.suggestions.canLiveWith,
    who: undefined,
    effort: "small",
  };
}

function findOut({ criterion }: PlanItem): Suggestion {
  const [lookFor] = criterion.lookFor;
  return {
    do: planWords.suggestions.findOut(criterion.asks),
    first:
      lookFor === undefined
        ? planWords.suggestions.askWhoKnows
        : planWords.suggestions.lookFor(lookFor),
    sign: planWords.suggestions.canAnswer,
    who: undefined,
    effort: "small",
  };
}

function talkAgain({ criterion }: PlanItem): Suggestion {
  return {
    do: planWords.suggestions.talkAgain(criterion.asks),
    first: planWords.suggestions.hearEachSide,
    sign: planWords.suggestions.sidesUnderstand,
    who: undefined,
    effort: "small",
  };
}

/** The step to the next level; where a rubric gives none, its own words for that level say what to make true. */
function takeNextStep(item: PlanItem): Suggestion {
  const { criterion } = item;
  const target = nextLevelOf(item);
  const next = nextStepOf(item);
  if (next !== undefined) return next;
  if (criterion.kind === "choices") return addChoices(item);
  const { text = "" } = criterion.levels[target] ?? {};
  return {
    do: planWords.suggestions.getTo(levelName(criterion, target), criterion.asks),
    first: undefined,
    sign: text === "" ? undefined : text,
    who: undefined,
    effort: undefined,
  };
}

/** Where several things can be so, the next step is one more of them. */
function addChoices({ criterion, response }: PlanItem): Suggestion {
  const missing = criterion.choices.filter(
    ({ id, points }) => Number(points ?? 0) > 0 && response?.chosen?.includes(id) !== true,
  );
  return {
    do: planWords.suggestions.makeSo(missing.map(({ name }) => quoted(name))),
    first: undefined,
    sign: planWords.suggestions.canChoose(criterion.asks),
    who: undefined,
    effort: undefined,
  };
}

/** The rubric's step from the lowest level it could be to the one above. */
export function nextStepOf(item: PlanItem): NextStep | undefined {
  return item.criterion.next[nextLevelOf(item)];
}

function nextLevelOf({ interval }: PlanItem): number {
  return (interval?.[0] ?? 0) + 1;
}

/** Why this action is in the plan, in one sentence. */
export function reasonFor(input: PlanInput, step: PlanStep): string {
  const { item } = step;
  if (step.others.length > 0) return reasonForAll(step);
  if (step.kind === "fix" && item.must !== "fail") return putRightReason(item);
  if (step.kind === "fix") return planWords.suggestions.mustNotMet(needed(item), weSaid(item));
  if (item.must === "unknown") return planWords.suggestions.mustUnknown(whyUnknown(item));
  if (step.kind === "talk") return talkReason(input, item);
  if (step.kind === "find-out") return findOutReason(input, item);
  return improveReason(input, step);
}

function putRightReason(item: PlanItem): string {
  const level = quoted(levelName(item.criterion, item.criterion.putRight ?? 0));
  return planWords.suggestions.putRight(level, weSaid(item));
}

/** They are listed where the plan says what we do not know; here only how many and why. */
function reasonForAll({ item, others }: PlanStep): string {
  const count = others.length + 1;
  return item.must === "unknown"
    ? planWords.suggestions.severalMusts(count)
    : planWords.suggestions.severalUnknown(count);
}

/** Why an action is here that people agreed on and the answers did not call for. */
export function agreedReason(item: PlanItem | undefined): string {
  const isSaid = item?.answer.kind === "level" || item?.answer.kind === "votes-only";
  if (item === undefined || !isSaid) return planWords.suggestions.agreedTogether;
  return planWords.suggestions.agreedAboutIt(weSaid(item));
}

/** What we answered, as the second half of a sentence: `we said “Not yet”`. */
function weSaid(item: PlanItem): string {
  const { criterion, answer, interval } = item;
  const [from, to] = interval ?? [0, 0];
  const low = quoted(levelName(criterion, from));
  const high = quoted(levelName(criterion, to));
  if (answer.kind === "given") return planWords.suggestions.saidWords(answer.words);
  if (answer.kind === "differ") return planWords.suggestions.answersRun(low, high);
  if (answer.kind === "votes-only") return planWords.suggestions.votesSay([low, high]);
  return planWords.suggestions.saidLevel(low);
}

function needed({ criterion }: PlanItem): string {
  return planWords.suggestions.needsLeast(levelName(criterion, criterion.must ?? 0));
}

function whyUnknown(item: PlanItem): string {
  if (item.answer.kind === "look-again") return planWords.suggestions.otherLevels;
  if (isNotAsked(item)) return planWords.suggestions.notAnswered;
  if (needsTalk(item)) return planWords.suggestions.notAgreed;
  if (item.answer.kind === "votes-only") return planWords.suggestions.votesOpen;
  return planWords.suggestions.notKnown;
}

function talkReason(input: PlanInput, item: PlanItem): string {
  if (item.answer.kind === "differ") return planWords.suggestions.disagree(weSaid(item));
  if (item.votes?.class === "split") return planWords.suggestions.votesSplit;
  const groups = groupLevels(input, item).map((group) =>
    planWords.suggestions.middleVote(group.name, middleVoteWords(item, group)),
  );
  if (groups.length < 2) return planWords.suggestions.groupsDiffer;
  return planWords.suggestions.groupsDifferSo(groups);
}

function findOutReason({ items }: PlanInput, { section, answer }: PlanItem): string {
  if (answer.kind === "votes-only") return planWords.suggestions.votedAndOpen;
  const open = items.filter((each) => each.section.key === section.key && isUnsure(each)).length;
  const which = planWords.suggestions.whichOf(open);
  return planWords.suggestions.askedAndUnknown(which, section.title);
}

function improveReason(input: PlanInput, { item, easesActFirst }: PlanStep): string {
  const { section } = item;
  const isWeakest = input.scorecard.headline?.weakest.includes(section.key) === true;
  const weakest = isWeakestSure(input.scorecard, input.assessment.rubrics)
    ? planWords.suggestions.areWeakest
    : planWords.suggestions.seemWeakest;
  const part = planWords.suggestions.whereWeakest(section.title, weakest);
  const where = isWeakest ? ` ${part}` : "";
  if (!isWeakest && !easesActFirst && nextStepOf(item) !== undefined)
    return planWords.suggestions.clearStep(weSaid(item));
  const helps = easesActFirst ? planWords.suggestions.helpsWith(barriersEased(input, item)) : "";
  return `${capitalised(weSaid(item))}${where}${helps}.`;
}

function barriersEased(input: PlanInput, { section, criterion }: PlanItem): string {
  const titles = [section.key, ...criterion.eases].flatMap((key) => {
    const isActFirst = input.barrierScores.get(key)?.class === "act-first";
    const title = input.sections.get(key)?.title;
    return isActFirst && title !== undefined ? [quoted(title)] : [];
  });
  const barriers = titles.length === 1 ? "a barrier" : "barriers";
  return planWords.suggestions.toActOn([...new Set(titles)], barriers);
}

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
