import { actionData, numberOf } from "../../assessment/actions.ts";
import type { Action as RecordedAction } from "../../assessment/schema.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { dateText, isLate } from "../../util/dates.ts";
import { asSentence, counted, quoted } from "../../util/words.ts";
import type { PlanInput, PlanItem } from "../input.ts";
import { type PlacedAction, type PlanStep, placeActions } from "../order-actions.ts";
import type { ActionView, PlanView } from "../schema/index.ts";
import type { Fact } from "../schema/parts.ts";
import { isNear, replyTo } from "../suggested-steps.ts";
import {
  agreedReason,
  nextStepOf,
  reasonFor,
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
  if (agreed + suggested === 0) return "There are no actions yet.";
  if (suggested === 0) return `We agreed ${counted(agreed, "action")}.`;
  if (agreed === 0)
    return `Our answers suggest ${counted(suggested, "action")}. Nobody has agreed to any of them yet.`;
  return `We agreed ${counted(agreed, "action")}. Our answers suggest ${suggested} more, which nobody has agreed to yet.`;
}

function waitingText(count: number): string | null {
  if (count === 0) return null;
  const steps = count === 1 ? "1 more step" : `${count} more steps`;
  return `Our answers point to ${steps}, under “What can wait” in the appendix.`;
}

function lateText(list: readonly ActionView[]): string | null {
  const late = list.filter((action) => action.late !== null);
  return late.length === 0 ? null : `Late: ${actionNumbers(late.map(({ number }) => number))}.`;
}

const NO_LEAD = "No one is leading this yet.";
const NO_DATE = "No date yet.";
const NO_FIRST = "We have not chosen a first step yet.";
const NO_SIGN = "We have not said how we will know yet.";
const NO_COMPANY = "We have not said who will work on it with them yet.";

const FINISHED = {
  done: { outcome: "Done", missing: "We have not written down what came of it." },
  dropped: { outcome: "Dropped", missing: "We have not said why." },
} as const;

const EFFORT = {
  small: "A small piece of work",
  medium: "A medium piece of work",
  large: "A large piece of work",
} as const;

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
  if (reply.said === "later") return " We put this off.";
  return reply.why === undefined || input.options.audience === "public"
    ? " We talked about this and said no."
    : ` We talked about this and said no: ${asSentence(reply.why)}`;
}

function finishedAction(
  { options }: PlanInput,
  { do: title, status, why, note }: RecordedAction,
): PlanView["actions"]["finished"][number] {
  const words = status === "done" ? FINISHED.done : FINISHED.dropped;
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
      first: sentenceFact(suggested?.first, NO_FIRST),
      sign: sentenceFact(suggested?.sign, NO_SIGN),
    };
  const idea = step === undefined || step.kind === "find-out" ? undefined : nextStepOf(step.item);
  return {
    first: sentenceFact(recorded.first, withIdea(NO_FIRST, idea?.first)),
    sign: sentenceFact(recorded.sign, withIdea(NO_SIGN, idea?.sign)),
  };
}

/** Parts of a paragraph are heard one after another, so each ends as a sentence does. */
function sentenceFact(text: string | undefined, missing: string): Fact {
  return presentFact(text === undefined ? undefined : asSentence(text), missing);
}

function withIdea(missing: string, idea: string | undefined): string {
  return idea === undefined ? missing : `${missing} One idea: ${idea}`;
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
    origin: recorded === undefined ? "Suggested by our answers" : "Agreed in the workshop",
    status: statusText(recorded),
    late: late ? `Late: it was due by ${dateText(by)}.` : null,
    lead: presentFact(recorded?.who, NO_LEAD),
    couldLead: recorded?.who === undefined ? (suggested?.who ?? null) : null,
    alongside: sentenceFact(recorded?.with, NO_COMPANY),
    finish: writtenDate(by, NO_DATE),
  };
}

/** What fits into one line of a message. */
const LINE = 70;

/** The end of what to do is the first that can be left out. */
function lineText(title: string, brief: string): string {
  const room = Math.max(24, LINE - brief.length - 2);
  return shortText(`${shortText(title, room)}: ${brief}`, LINE);
}

const SAID_LATER = [
  ["who", "who leads it"],
  ["with", "who does it with them"],
  ["by", "by when"],
  ["first", "the first step"],
  ["sign", "how we will know"],
] as const;

/** Said once for each action, and not once for each thing that is missing. */
function unsaidText(recorded: RecordedAction): string | null {
  const missing = SAID_LATER.filter(([key]) => recorded[key] === undefined);
  if (missing.length === 0) return null;
  return `We have not said yet: ${missing.map(([, words]) => words).join(", ")}.`;
}

/** What a reader in a hurry wants of it. */
function briefText({ who, by, cost }: Partial<RecordedAction>): string {
  return [
    who ?? "no lead yet",
    by === undefined ? "no date yet" : `by ${dateText(by)}`,
    ...(cost === undefined ? [] : [moneyText(toPence(cost))]),
  ].join(", ");
}

function statusText(recorded: RecordedAction | undefined): string {
  if (recorded === undefined) return "Not agreed yet";
  return recorded.status === "doing" ? "Under way" : "Planned";
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
    effort: recorded !== undefined || effort === undefined ? null : EFFORT[effort],
    cost: cost === undefined ? null : `${moneyText(toPence(cost))} (${fundingText(recorded)})`,
    hours: hours === undefined ? null : hoursText(hours),
    data: recorded === undefined ? null : actionData(recorded),
    note: note === undefined || options.audience === "public" ? null : note,
  };
}

export function fundingText(recorded: RecordedAction | undefined): string {
  if (recorded?.funded === undefined) return "we have not said if it is funded";
  return recorded.funded ? "funded" : "no funding yet";
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
