import { isEnded, numberOf } from "../../assessment/actions.ts";
import type { Action as RecordedAction } from "../../assessment/schema.ts";
import { listOf } from "../../util/words.ts";
import type { PlanInput } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import { actionNumbers, hoursText, moneyText, toPence } from "../words.ts";
import { fundingText } from "./actions.ts";

/** Money and time of the actions still to do; null where nobody gave any. */
export function describeMoney({ assessment }: PlanInput): PlanView["money"] {
  const counted = countedActions(assessment.actions);
  if (counted.length === 0) return null;
  const rows = counted.map((action) => ({
    action: action.do,
    cost: action.cost === undefined ? planWords.money.notSaid : moneyText(toPence(action.cost)),
    funding: action.cost === undefined ? "" : fundingText(action),
    hours: action.hours === undefined ? planWords.money.notSaid : hoursText(action.hours),
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
    { pence: costOf(counted, false), words: planWords.money.isUnfunded },
    { pence: costOf(counted, undefined), words: planWords.money.mayBeFunded },
  ].filter(({ pence }) => pence > 0);
  const total = planWords.money.costsKnown(moneyText(counted.reduce(addCost, 0)));
  const rest = parts.map(({ pence, words }) => `${moneyText(pence)} ${words}`).join(" and ");
  return rest === "" ? planWords.money.allFunded(total) : planWords.money.ofWhich(total, rest);
}

/** What trustees agree to pay when they agree the actions: what is there, what is not, and what nobody has said. */
export function askedMoney({ assessment, options }: PlanInput): string | null {
  const open = assessment.actions.filter((action) => !isEnded(action));
  if (open.length === 0 || options.audience === "public") return null;
  const priced = open.filter(({ cost }) => cost !== undefined);
  const unpriced = open.filter(({ cost }) => cost === undefined);
  const these = planWords.money.agreedActions(open.length);
  if (priced.length === 0) return planWords.money.noCosts;
  const total = planWords.money.cost(these, open.length, moneyText(priced.reduce(addCost, 0)));
  return [`${total}: ${fundedParts(priced)}.`, unpricedText(unpriced)].join(" ").trim();
}

function fundedParts(priced: readonly RecordedAction[]): string {
  const parts = [
    { funded: true, one: planWords.money.allThere, words: planWords.money.isThere },
    { funded: false, one: planWords.money.noneThere, words: planWords.money.isNotThere },
    { funded: undefined, one: planWords.money.isThereUnsaid, words: planWords.money.mayBeThere },
  ].filter(({ funded }) => priced.some((action) => action.funded === funded));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only.one;
  return listOf(parts.map(({ funded, words }) => `${moneyText(costOf(priced, funded))} ${words}`));
}

function unpricedText(unpriced: readonly RecordedAction[]): string {
  if (unpriced.length === 0) return "";
  const numbers = unpriced.map(({ id }) => numberOf(id));
  const cost = unpriced.length === 1 ? "costs" : "cost";
  return planWords.money.unsaidFor(actionNumbers(numbers), cost);
}

function totalsOf(counted: readonly RecordedAction[]): NonNullable<PlanView["money"]>["totals"] {
  const groups = [
    { name: planWords.money.funded, actions: counted.filter(({ funded }) => funded === true) },
    { name: planWords.money.unfunded, actions: counted.filter(({ funded }) => funded === false) },
    {
      name: planWords.money.fundingUnsaid,
      actions: counted.filter(({ funded }) => funded === undefined),
    },
    { name: planWords.money.total, actions: counted },
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
