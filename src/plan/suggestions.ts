import { levelName, type NextStep } from "../rubric/rubric.ts";
import { isWeakestSure } from "../scoring/headline.ts";
import { capitalised, counted, listOf, quoted, rangeWords } from "../util/words.ts";
import { groupLevels, middleVoteWords } from "./groups.ts";
import { isNotAsked, isUnsure, needsTalk, type PlanInput, type PlanItem } from "./input.ts";
import type { PlanStep } from "./order-actions.ts";

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
    do: `Find out ${counted(items.length, "thing")} that we do not know yet`,
    first: "Share the questions out, so that two people look into each. One has lived experience.",
    sign: "We can answer each question and say how we know.",
    who: undefined,
    effort: "small",
  };
}

function askIt({ criterion }: PlanItem): Suggestion {
  return {
    do: `Answer together: ${quoted(criterion.asks)}`,
    first: "Put this question to the group at the next meeting.",
    sign: "We have an answer that everyone in the room can live with.",
    who: undefined,
    effort: "small",
  };
}

function findOut({ criterion }: PlanItem): Suggestion {
  const [lookFor] = criterion.lookFor;
  return {
    do: `Find out: ${quoted(criterion.asks)}`,
    first:
      lookFor === undefined
        ? "Ask the people who would know best, starting with people with lived experience."
        : `Look for this: ${quoted(lookFor)}`,
    sign: "We can answer the question and say how we know.",
    who: undefined,
    effort: "small",
  };
}

function talkAgain({ criterion }: PlanItem): Suggestion {
  return {
    do: `Talk again about: ${quoted(criterion.asks)}`,
    first: "Hear from each side in turn, starting with people with lived experience.",
    sign: "Each side can say how the other sees it, and we have agreed what to try.",
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
    do: `Get to ${quoted(levelName(criterion, target))}: ${criterion.asks}`,
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
    do: `Make one more of these so: ${listOf(missing.map(({ name }) => quoted(name)))}`,
    first: undefined,
    sign: `We can choose it when we are asked again: ${criterion.asks}`,
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
  if (step.kind === "fix") return `This is a must-have: ${needed(item)}, and ${weSaid(item)}.`;
  if (item.must === "unknown") return `This is a must-have, and ${whyUnknown(item)}.`;
  if (step.kind === "talk") return talkReason(input, item);
  if (step.kind === "find-out") return findOutReason(input, item);
  return improveReason(input, step);
}

function putRightReason(item: PlanItem): string {
  const level = quoted(levelName(item.criterion, item.criterion.putRight ?? 0));
  return `This has to be put right: it needs at least ${level}, and ${weSaid(item)}.`;
}

/** They are listed where the plan says what we do not know; here only how many and why. */
function reasonForAll({ item, others }: PlanStep): string {
  const count = others.length + 1;
  return item.must === "unknown"
    ? `These are ${count} must-haves, and we do not know yet whether they are met.`
    : `We asked these ${count} questions and do not know the answers.`;
}

/** Why an action is here that people agreed on and the answers did not call for. */
export function agreedReason(item: PlanItem | undefined): string {
  const isSaid = item?.answer.kind === "level" || item?.answer.kind === "votes-only";
  if (item === undefined || !isSaid) return "We agreed this together.";
  return `${capitalised(weSaid(item))}, and we agreed to do this about it.`;
}

/** What we answered, as the second half of a sentence: `we said “Not yet”`. */
function weSaid(item: PlanItem): string {
  const { criterion, answer, interval } = item;
  const [from, to] = interval ?? [0, 0];
  const low = quoted(levelName(criterion, from));
  const high = quoted(levelName(criterion, to));
  if (answer.kind === "given") return `we said ${quoted(answer.words)}`;
  if (answer.kind === "differ") return `our answers run from ${low} to ${high}`;
  if (answer.kind === "votes-only") return `our votes say ${rangeWords([low, high])}`;
  return `we said ${low}`;
}

function needed({ criterion }: PlanItem): string {
  return `it needs at least ${quoted(levelName(criterion, criterion.must ?? 0))}`;
}

function whyUnknown(item: PlanItem): string {
  if (item.answer.kind === "look-again") return "its levels are others since we answered it";
  if (isNotAsked(item)) return "we have not answered it yet";
  if (needsTalk(item)) return "we do not agree whether we do it";
  if (item.answer.kind === "votes-only") return "our votes leave it open";
  return "we do not know whether we do it";
}

function talkReason(input: PlanInput, item: PlanItem): string {
  if (item.answer.kind === "differ") return `We do not agree: ${weSaid(item)}.`;
  if (item.votes?.class === "split")
    return "Our votes are split: many of us chose a low level, and many a high one.";
  const groups = groupLevels(input, item).map(
    (group) => `the middle vote of ${group.name} was ${middleVoteWords(item, group)}`,
  );
  if (groups.length < 2) return "Groups see this differently.";
  return `Groups see this differently: ${listOf(groups)}.`;
}

function findOutReason({ items }: PlanInput, { section, answer }: PlanItem): string {
  if (answer.kind === "votes-only") return "We voted on this, and our votes leave the answer open.";
  const open = items.filter((each) => each.section.key === section.key && isUnsure(each)).length;
  const which = open === 1 ? "the only one" : `one of ${open}`;
  return `We asked this and do not know. It is ${which} about ${quoted(section.title)} that we could not answer.`;
}

function improveReason(input: PlanInput, { item, easesActFirst }: PlanStep): string {
  const { section } = item;
  const isWeakest = input.scorecard.headline?.weakest.includes(section.key) === true;
  const weakest = isWeakestSure(input.scorecard, input.assessment.rubrics)
    ? "are weakest"
    : "seem weakest";
  const part = `on a question about ${quoted(section.title)}, where we ${weakest}`;
  const where = isWeakest ? ` ${part}` : "";
  if (!isWeakest && !easesActFirst && nextStepOf(item) !== undefined)
    return `${capitalised(weSaid(item))}, and there is a clear next step.`;
  const helps = easesActFirst ? `, and this helps with ${barriersEased(input, item)}` : "";
  return `${capitalised(weSaid(item))}${where}${helps}.`;
}

function barriersEased(input: PlanInput, { section, criterion }: PlanItem): string {
  const titles = [section.key, ...criterion.eases].flatMap((key) => {
    const isActFirst = input.barrierScores.get(key)?.class === "act-first";
    const title = input.sections.get(key)?.title;
    return isActFirst && title !== undefined ? [quoted(title)] : [];
  });
  const barriers = titles.length === 1 ? "a barrier" : "barriers";
  return `${listOf([...new Set(titles)])}, ${barriers} to act on first`;
}
