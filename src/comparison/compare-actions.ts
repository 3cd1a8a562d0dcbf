import { isSameAction, numberOf } from "../assessment/actions.ts";
import type { Action } from "../assessment/schema.ts";
import type { ActionOutcome, CriterionChange } from "./schema.ts";

/** What came of each action of last time, beside what people say now to the question it was about. */
export function compareActions(
  before: readonly Action[],
  now: readonly Action[],
  criteria: readonly CriterionChange[],
): ActionOutcome[] {
  return before.map((action) => {
    const later = now.find((each) => isSameAction(action, each));
    const about = criteria.find(
      ({ key, formerKey }) =>
        action.for === key || (formerKey !== null && action.for === formerKey),
    );
    const { why = null, note = null, helped = null } = later ?? action;
    return {
      number: numberOf(action.id),
      do: action.do,
      status: statusOf(action, later),
      helped,
      why,
      note,
      question:
        about === undefined
          ? null
          : { key: about.key, asks: about.asks, before: about.before, after: about.after },
      change: about?.change ?? null,
    };
  });
}

/** What was still open last time and is in no list now has been lost sight of. */
function statusOf(before: Action, later: Action | undefined): ActionOutcome["status"] {
  if (later !== undefined) return later.status ?? "planned";
  return before.status === "done" || before.status === "dropped" ? before.status : "gone";
}
