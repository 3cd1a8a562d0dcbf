import { isEnded, numberOf } from "../../assessment/actions.ts";
import type { Action as RecordedAction } from "../../assessment/schema.ts";
import { listOf } from "../../util/words.ts";
import type { PlanInput } from "../input.ts";
import type { PlanView } from "../schema/index.ts";
import { actionNumbers, hoursText, moneyText, toPence } from "../words.ts";
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
    (action) => !isEnded(action) && action.cost !== undefined,
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

/** What trustees agree to pay when they agree the actions: what is there, what is not, and what nobody has said. */
export function askedMoney({ assessment, options }: PlanInput): string | null {
  const open = assessment.actions.filter((action) => !isEnded(action));
  if (open.length === 0 || options.audience === "public") return null;
  const priced = open.filter(({ cost }) => cost !== undefined);
  const unpriced = open.filter(({ cost }) => cost === undefined);
  const these = open.length === 1 ? "The agreed action" : `The ${open.length} agreed actions`;
  if (priced.length === 0) return "We have not said yet what the agreed actions cost.";
  const total = `${these} cost${open.length === 1 ? "s" : ""} ${moneyText(priced.reduce(addCost, 0))}`;
  return [`${total}: ${fundedParts(priced)}.`, unpricedText(unpriced)].join(" ").trim();
}

function fundedParts(priced: readonly RecordedAction[]): string {
  const parts = [
    { funded: true, one: "all of it is there", words: "is there" },
    { funded: false, one: "none of it is there yet", words: "is not there yet" },
    { funded: undefined, one: "we have not said if it is there", words: "may be there or not" },
  ].filter(({ funded }) => priced.some((action) => action.funded === funded));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.one;
  return listOf(parts.map(({ funded, words }) => `${moneyText(costOf(priced, funded))} ${words}`));
}

function unpricedText(unpriced: readonly RecordedAction[]): string {
  if (unpriced.length === 0) return "";
  const numbers = unpriced.map(({ id }) => numberOf(id));
  const cost = unpriced.length === 1 ? "costs" : "cost";
  return `We have not said what ${actionNumbers(numbers)} ${cost}.`;
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
    (action) => !isEnded(action) && (action.cost !== undefined || action.hours !== undefined),
  );
}

function costOf(actions: readonly RecordedAction[], funded: boolean | undefined): number {
  return actions.filter((action) => action.funded === funded).reduce(addCost, 0);
}

function addCost(total: number, { cost = 0 }: RecordedAction): number {
  return total + toPence(cost);
}
