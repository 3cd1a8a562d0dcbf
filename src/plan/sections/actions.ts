import { actionData, numberOf } from "../../assessment/actions.ts";
import type { Action as RecordedAction } from "../../assessment/schema.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { isLate } from "../../util/dates.ts";
import { asSentence, quoted } from "../../util/words.ts";
import type { PlanInput, PlanItem } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import { type PlacedAction, type PlanStep, placeActions } from "../order-actions.ts";
import type { ActionView, PlanView } from "../schema/index.ts";
import type { Fact } from "../schema/parts.ts";
import {
  agreedReason,
  isNear,
  nextStepOf,
  reasonFor,
  replyTo,
  type Suggestion,
  suggestAction,
} from "../suggestions.ts";
import {
  actionNumbers,
  actionOutcome,
  hoursText,
  letter,
  moneyText,
  presentFact,
  shortText,
  toPence,
  writtenDate,
} from "../words.ts";
import { timelineOf } from "./timeline.ts";

/** What we will do: what people agreed, and apart from it what the answers suggest. The cap never hides what people agreed. */
export function planActions(input: PlanInput, steps: readonly PlanStep[]): PlanView["actions"] {
  const { open, finished } = placeActions(input, steps);
  const isIdea = ({ recorded }: PlacedAction, at: number) =>
    recorded === undefined && isNear(input, open, at);
  const agreed = open
    .flatMap((placed) =>
      placed.recorded === undefined
        ? []
        : [describeAction(input, placed, numberOf(placed.recorded.id))],
    )
    .sort(compareNumbers);
  const ideas = open.filter(isIdea).map((placed, at) => describeAction(input, placed, letter(at)));
  const later = open.filter((each, at) => each.recorded === undefined && !isIdea(each, at));
  return {
    summary: summaryOf(agreed.length, ideas.length),
    late: lateText(agreed),
    agreed,
    more: null,
    ideas,
    waiting: waitingText(later.length),
    later: later.map((placed) => laterAction(input, placed)),
    finished: finished.map((action) => finishedAction(input, action)),
    timeline: timelineOf(agreed, input.date),
  };
}

/** By number; what has another name comes after. */
function compareNumbers(a: ActionView, b: ActionView): number {
  const [one, other] = [a, b].map(({ number }) => Number(number));
  return (one || Number.MAX_VALUE) - (other || Number.MAX_VALUE);
}

function summaryOf(agreed: number, suggested: number): string {
  if (agreed + suggested === 0) return planWords.actions.none;
  if (suggested === 0) return planWords.actions.onlyAgreed(agreed);
  if (agreed === 0) return planWords.actions.onlySuggested(suggested);
  return planWords.actions.agreedAndSuggested(agreed, suggested);
}

function waitingText(count: number): string | null {
  if (count === 0) return null;
  const steps = planWords.actions.moreSteps(count);
  return planWords.actions.waiting(steps);
}

function lateText(list: readonly ActionView[]): string | null {
  const late = list.filter((action) => action.late !== null);
  return late.length === 0
    ? null
    : planWords.actions.lateOnes(actionNumbers(late.map(({ number }) => number)));
}

/** One action as the page shows it, with plain words for whatever is missing. */
function describeAction(input: PlanInput, placed: PlacedAction, number: string): ActionView {
  const { step, recorded } = placed;
  const suggested = step === undefined ? undefined : suggestAction(step);
  return {
    number,
    unsaid: recorded === undefined ? null : unsaidText(recorded),
    brief: briefText(recorded ?? {}),
    line: lineText(`${number}. ${titleOf(placed)}`, briefText(recorded ?? {})),
    kind: step?.kind ?? "agreed",
    title: titleOf(placed),
    reason: reasonOf(input, placed),
    question: questionOf(placed),
    section: placed.item?.section.title ?? null,
    sources: placed.item === undefined ? [] : citationsOf(placed.item),
    ...howItGoes(placed, suggested),
    ...whoAndWhen(input, recorded, suggested),
    ...whatItTakes(input, recorded, suggested),
  };
}

function laterAction(input: PlanInput, placed: PlacedAction): PlanView["actions"]["later"][number] {
  return {
    title: `${asSentence(titleOf(placed))}${repliedText(input, placed)}`,
    reason: reasonOf(input, placed),
    section: placed.item?.section.title ?? null,
  };
}

/** What people said to a step that they did not take up. */
function repliedText(input: PlanInput, { step }: PlacedAction): string {
  const reply = step === undefined ? undefined : replyTo(input, step);
  if (reply === undefined) return "";
  if (reply.said === "later") return planWords.actions.putOff;
  return reply.why === undefined || input.options.audience === "public"
    ? planWords.actions.saidNo
    : planWords.actions.saidNoBecause(reply.why);
}

function finishedAction(
  { options }: PlanInput,
  { do: title, status, why, note }: RecordedAction,
): PlanView["actions"]["finished"][number] {
  const words =
    status === "done" ? planWords.actions.finished.done : planWords.actions.finished.dropped;
  const { outcome, missing } = words;
  const isPublic = options.audience === "public";
  return {
    title: asSentence(title),
    outcome,
    what: actionOutcome({ why, note }, { isPublic, missing }),
  };
}

/** A suggestion to ask, find out or talk quotes its question already. */
function questionOf({ item, step, recorded }: PlacedAction): string | null {
  const isQuoted = recorded === undefined && (step?.kind === "find-out" || step?.kind === "talk");
  return isQuoted ? null : (item?.criterion.asks ?? null);
}

function titleOf({ step, recorded }: PlacedAction): string {
  return recorded?.do ?? (step === undefined ? "" : asSentence(suggestAction(step).do));
}

function reasonOf(input: PlanInput, { step, item }: PlacedAction): string {
  return step === undefined ? agreedReason(item) : reasonFor(input, step);
}

/** People chose the action, not the rubric: where they left something open, the rubric's words are only an idea. */
function howItGoes(
  { recorded, step }: PlacedAction,
  suggested: Suggestion | undefined,
): Pick<ActionView, "first" | "sign"> {
  if (recorded === undefined)
    return {
      first: sentenceFact(suggested?.first, planWords.actions.noFirst),
      sign: sentenceFact(suggested?.sign, planWords.actions.noSign),
    };
  const idea = step === undefined || step.kind === "find-out" ? undefined : nextStepOf(step.item);
  return {
    first: sentenceFact(recorded.first, withIdea(planWords.actions.noFirst, idea?.first)),
    sign: sentenceFact(recorded.sign, withIdea(planWords.actions.noSign, idea?.sign)),
  };
}

/** Parts of a paragraph are heard one after another, so each ends as a sentence does. */
function sentenceFact(text: string | undefined, missing: string): Fact {
  return presentFact(text === undefined ? undefined : asSentence(text), missing);
}

function withIdea(missing: string, idea: string | undefined): string {
  return idea === undefined ? missing : planWords.actions.oneIdea(missing, idea);
}

type WhoAndWhen = Pick<
  ActionView,
  "id" | "agreed" | "origin" | "status" | "late" | "lead" | "couldLead" | "alongside" | "finish"
>;

function whoAndWhen(
  { date }: PlanInput,
  recorded: RecordedAction | undefined,
  suggested: Suggestion | undefined,
): WhoAndWhen {
  const { by } = recorded ?? {};
  const late = by !== undefined && isLate(by, date);
  return {
    id: recorded?.id ?? null,
    agreed: recorded !== undefined,
    origin: recorded === undefined ? planWords.actions.fromAnswers : planWords.actions.fromWorkshop,
    status: statusText(recorded),
    late: late ? planWords.actions.wasDue(by) : null,
    lead: presentFact(recorded?.who, planWords.actions.noLead),
    couldLead: recorded?.who === undefined ? (suggested?.who ?? null) : null,
    alongside: sentenceFact(recorded?.with, planWords.actions.noCompany),
    finish: writtenDate(by, planWords.actions.noDate),
  };
}

/** What fits into one line of a message. */
const LINE = 70;

/** The end of what to do is the first that can be left out. */
function lineText(title: string, brief: string): string {
  const room = Math.max(24, LINE - brief.length - 2);
  return shortText(`${shortText(title, room)}: ${brief}`, LINE);
}

/** Said once for each action, and not once for each thing that is missing. */
function unsaidText(recorded: RecordedAction): string | null {
  const missing = planWords.actions.saidLater.filter(([key]) => recorded[key] === undefined);
  if (missing.length === 0) return null;
  return planWords.actions.unsaid(missing.map(([, words]) => words).join(", "));
}

/** What a reader in a hurry wants of it. */
function briefText({ who, by, cost }: Partial<RecordedAction>): string {
  return [
    who ?? planWords.actions.noLeadYet,
    by === undefined ? planWords.actions.noDateYet : planWords.actions.by(by),
    ...(cost === undefined ? [] : [moneyText(toPence(cost))]),
  ].join(", ");
}

function statusText(recorded: RecordedAction | undefined): string {
  if (recorded === undefined) return planWords.actions.notAgreed;
  return recorded.status === "doing" ? planWords.actions.underWay : planWords.actions.planned;
}

type WhatItTakes = Pick<ActionView, "effort" | "cost" | "hours" | "data" | "note">;

function whatItTakes(
  { options }: PlanInput,
  recorded: RecordedAction | undefined,
  suggested: Suggestion | undefined,
): WhatItTakes {
  const { effort } = suggested ?? {};
  const { cost, hours, note } = recorded ?? {};
  return {
    effort:
      recorded !== undefined || effort === undefined ? null : planWords.actions.effort[effort],
    cost: cost === undefined ? null : `${moneyText(toPence(cost))} (${fundingText(recorded)})`,
    hours: hours === undefined ? null : hoursText(hours),
    data: recorded === undefined ? null : actionData(recorded),
    note: note === undefined || options.audience === "public" ? null : note,
  };
}

export function fundingText(recorded: RecordedAction | undefined): string {
  if (recorded?.funded === undefined) return planWords.actions.fundingUnsaid;
  return recorded.funded ? "funded" : planWords.actions.unfunded;
}

const MOST_SOURCES = 1;

/** Where a question comes from, short enough for a page with many actions: its main source and heading. */
function citationsOf({ rubric, criterion }: PlanItem): string[] {
  return Object.entries(criterion.from)
    .slice(0, MOST_SOURCES)
    .map(([id, [heading = ""]]) => `${sourceName(rubric, id)}, ${quoted(heading)}`);
}

function sourceName({ sources }: Rubric, id: string): string {
  const source = sources[id];
  if (source === undefined) return id;
  const { title, year } = source;
  return title.endsWith(")") ? `${title.slice(0, -1)}, ${year})` : `${title} (${year})`;
}
