import type { Action as RecordedAction } from "../../assessment/schema.ts";
import type { PlanInput } from "../input.ts";
import type { PlanView } from "../schema/index.ts";
import { hoursText, moneyText, toPence } from "../words.ts";
import { fundingText } from "./actions.ts";

/** Money and time of the actions still to do; null where nobody gave any. */
export function describeMoney({ assessment }: PlanInput): PlanView["money"] {
  const counted = countedActions(assessment.actions);
  if (counted.length === 0) return null;
  const rows = counted.map((action) => ({
    action: action.do,
    cost: action.cost === undefined ? "Not said" : moneyText(toPence(action.cost)),
    funding: action.cost === undefined ? "" : fundingText(action),
    hours: action.hours === undefined ? "Not said" : hoursText(action.hours),
  }));
  return { rows, totals: totalsOf(counted) };
}

/** `Cost £1,450, of which £600 has no funding yet.` */
export function costSentence({ assessment }: PlanInput): string | undefined {
  const counted = assessment.actions.filter(
    (action) => !isFinished(action) && action.cost !== undefined,
  );
  if (counted.length === 0) return undefined;
  const parts = [
    { pence: costOf(counted, false), words: "has no funding yet" },
    { pence: costOf(counted, undefined), words: "may or may not be funded" },
  ].filter(({ pence }) => pence > 0);
  const total = `The costs we know come to ${moneyText(counted.reduce(addCost, 0))}`;
  const rest = parts.map(({ pence, words }) => `${moneyText(pence)} ${words}`).join(" and ");
  return rest === "" ? `${total}, all of it funded.` : `${total}, of which ${rest}.`;
}

function totalsOf(counted: readonly RecordedAction[]): NonNullable<PlanView["money"]>["totals"] {
  const groups = [
    { name: "Funded", actions: counted.filter(({ funded }) => funded === true) },
    { name: "No funding yet", actions: counted.filter(({ funded }) => funded === false) },
    { name: "Funding not said", actions: counted.filter(({ funded }) => funded === undefined) },
    { name: "Total", actions: counted },
  ];
  return groups
    .filter(({ actions }) => actions.length > 0)
    .map(({ name, actions }) => ({
      name,
      cost: moneyText(actions.reduce(addCost, 0)),
      hours: hoursText(actions.reduce((total, { hours = 0 }) => total + hours, 0)),
    }));
}

function countedActions(actions: readonly RecordedAction[]): RecordedAction[] {
  return actions.filter(
    (action) => !isFinished(action) && (action.cost !== undefined || action.hours !== undefined),
  );
}

function isFinished({ status }: RecordedAction): boolean {
  return status === "done" || status === "dropped";
}

function costOf(actions: readonly RecordedAction[], funded: boolean | undefined): number {
  return actions.filter((action) => action.funded === funded).reduce(addCost, 0);
}

function addCost(total: number, { cost = 0 }: RecordedAction): number {
  return total + toPence(cost);
}
