import type { Action as RecordedAction } from "../assessment/schema.ts";
import { dateText, isLate } from "../util/dates.ts";
import { asSentence } from "../util/words.ts";
import { cameOfIt } from "./action-outcome.ts";
import { datedFact, presentFact } from "./facts.ts";
import type { Material } from "./input.ts";
import type { PlacedAction } from "./place-actions.ts";
import { agreedReason, reasonFor } from "./reasons.ts";
import type { Action, PlanView } from "./schema/index.ts";
import { citationsOf } from "./sources.ts";
import { nextStepOf, type Suggestion, suggestAction } from "./suggest-action.ts";
import { hoursText, moneyText, toPence } from "./words.ts";

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
export function describeAction(material: Material, placed: PlacedAction, number: number): Action {
  const { step, recorded } = placed;
  const suggested = step === undefined ? undefined : suggestAction(step);
  return {
    number: `${number}`,
    kind: step?.kind ?? "agreed",
    title: titleOf(placed),
    reason: reasonOf(material, placed),
    question: questionOf(placed),
    section: placed.item?.section.title ?? null,
    sources: placed.item === undefined ? [] : citationsOf(placed.item),
    ...howItGoes(placed, suggested),
    ...whoAndWhen(material, recorded, suggested),
    ...whatItTakes(material, recorded, suggested),
  };
}

export function laterAction(
  material: Material,
  placed: PlacedAction,
): PlanView["actions"]["later"][number] {
  return {
    title: asSentence(titleOf(placed)),
    reason: reasonOf(material, placed),
    section: placed.item?.section.title ?? null,
  };
}

export function finishedAction(
  { options }: Material,
  { do: title, status, why, note }: RecordedAction,
): PlanView["actions"]["finished"][number] {
  const words = status === "done" ? FINISHED.done : FINISHED.dropped;
  const { outcome, missing } = words;
  const isPublic = options.audience === "public";
  return {
    title: asSentence(title),
    outcome,
    what: cameOfIt({ why, note }, { isPublic, missing }),
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

function reasonOf(material: Material, { step, item }: PlacedAction): string {
  return step === undefined ? agreedReason(item) : reasonFor(material, step);
}

/** People chose the action, not the rubric: where they left something open, the rubric's words are only an idea. */
function howItGoes(
  { recorded, step }: PlacedAction,
  suggested: Suggestion | undefined,
): Pick<Action, "first" | "sign"> {
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
  Action,
  "id" | "agreed" | "origin" | "status" | "late" | "lead" | "couldLead" | "alongside" | "finish"
>;

function whoAndWhen(
  { date }: Material,
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
    finish: datedFact(by, NO_DATE),
  };
}

function statusText(recorded: RecordedAction | undefined): string {
  if (recorded === undefined) return "Not agreed yet";
  return recorded.status === "doing" ? "Under way" : "Planned";
}

type WhatItTakes = Pick<Action, "effort" | "cost" | "hours" | "note">;

function whatItTakes(
  { options }: Material,
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
