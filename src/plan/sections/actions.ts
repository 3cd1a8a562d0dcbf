import type { Action as RecordedAction } from "../../assessment/schema.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { dateText, isLate } from "../../util/dates.ts";
import { asSentence, counted, quoted } from "../../util/words.ts";
import type { PlanInput, PlanItem } from "../input.ts";
import { type PlacedAction, type PlanStep, placeActions } from "../order-actions.ts";
import type { ActionView, PlanView } from "../schema/index.ts";
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
  moneyText,
  presentFact,
  toPence,
  writtenDate,
} from "../words.ts";

const VISIBLE = 7;

/** What we will do: recorded and suggested actions in one order. The cap never hides what people agreed. */
export function planActions(input: PlanInput, steps: readonly PlanStep[]): PlanView["actions"] {
  const { open, finished } = placeActions(input, steps);
  const isShown = (at: number) =>
    open[at]?.recorded !== undefined || (at < VISIBLE && open[at]?.step?.waits !== true);
  const list = open
    .filter((_, at) => isShown(at))
    .map((placed, at) => describeAction(input, placed, at + 1));
  const later = open.filter((_, at) => !isShown(at));
  return {
    summary: summaryOf(list),
    late: lateText(list),
    list,
    waiting: waitingText(later.length),
    later: later.map((placed) => laterAction(input, placed)),
    finished: finished.map((action) => finishedAction(input, action)),
    timeline: timelineOf(list, input.date),
  };
}

function summaryOf(list: readonly ActionView[]): string {
  const agreed = list.filter((action) => action.agreed).length;
  const suggested = list.length - agreed;
  if (list.length === 0) return "There are no actions yet.";
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

type Timeline = PlanView["actions"]["timeline"];

/** What is due when: late, within 90 days, then by the end of each quarter; what has no date comes last. */
function timelineOf(list: readonly ActionView[], today: string | undefined): Timeline {
  const placed = list.map((action) => ({ action, ...placeOf(action, today) }));
  const orders = [...new Set(placed.map(({ order }) => order))].sort();
  return orders.map((order) => {
    const here = placed.filter((each) => each.order === order);
    return {
      when: here[0]?.when ?? "",
      actions: actionNumbers(here.map(({ action }) => action.number)),
    };
  });
}

interface Place {
  /** Sorts as text: days as they are, what comes before and after them as signs. */
  readonly order: string;
  readonly when: string;
}

function placeOf({ finish: { iso } }: ActionView, today: string | undefined): Place {
  if (iso === null) return { order: "~", when: "No date yet" };
  if (isLate(iso, today)) return { order: "!", when: "Late" };
  const due = lastDayOf(iso);
  const soon = today === undefined ? undefined : daysAfter(today, 90);
  if (soon !== undefined && due <= soon)
    return { order: "#", when: `In the next 90 days, by ${dateText(soon)}` };
  const end = quarterEnd(due);
  return { order: end, when: `By ${dateText(end)}` };
}

/** A month ends with its last day. */
function lastDayOf(iso: string): string {
  if (iso.length > 7) return iso;
  const [year, month] = iso.split("-").map(Number);
  return dayText(Date.UTC(year ?? 0, month ?? 1, 0));
}

function quarterEnd(day: string): string {
  const [year, month] = day.split("-").map(Number);
  return dayText(Date.UTC(year ?? 0, Math.ceil((month ?? 1) / 3) * 3, 0));
}

function daysAfter(day: string, count: number): string {
  return dayText(Date.parse(day) + count * 86_400_000);
}

// From a day in the data, never from a clock, and never in a time zone.
function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
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
function describeAction(input: PlanInput, placed: PlacedAction, number: number): ActionView {
  const { step, recorded } = placed;
  const suggested = step === undefined ? undefined : suggestAction(step);
  return {
    number: `${number}`,
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
    title: asSentence(titleOf(placed)),
    reason: reasonOf(input, placed),
    section: placed.item?.section.title ?? null,
  };
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
  return recorded?.do ?? (step === undefined ? "" : suggestAction(step).do);
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
      first: presentFact(suggested?.first, NO_FIRST),
      sign: presentFact(suggested?.sign, NO_SIGN),
    };
  const idea = step === undefined || step.kind === "find-out" ? undefined : nextStepOf(step.item);
  return {
    first: presentFact(recorded.first, withIdea(NO_FIRST, idea?.first)),
    sign: presentFact(recorded.sign, withIdea(NO_SIGN, idea?.sign)),
  };
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
    alongside: presentFact(recorded?.with, NO_COMPANY),
    finish: writtenDate(by, NO_DATE),
  };
}

function statusText(recorded: RecordedAction | undefined): string {
  if (recorded === undefined) return "Not agreed yet";
  return recorded.status === "doing" ? "Under way" : "Planned";
}

type WhatItTakes = Pick<ActionView, "effort" | "cost" | "hours" | "note">;

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
