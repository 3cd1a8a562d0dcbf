import type { Action as RecordedAction } from "../assessment/schema.ts";
import { asSentence, counted, listOf } from "../util/words.ts";
import { cameOfIt } from "./action-outcome.ts";
import type { PlanView } from "./schema/index.ts";

export type SinceAction = PlanView["since"]["actions"][number];

interface Outcome {
  readonly kind: Kind;
  readonly outcome: string;
  readonly missing: string;
}

type Kind = "done" | "dropped" | "doing" | "planned" | "gone";

const OUTCOMES: Readonly<Record<Kind, Omit<Outcome, "kind">>> = {
  done: { outcome: "Done", missing: "We have not written down what came of it." },
  dropped: { outcome: "Dropped", missing: "We have not said why." },
  doing: { outcome: "Under way", missing: "It is in this plan too." },
  planned: { outcome: "Not started", missing: "It is in this plan too." },
  gone: { outcome: "Not in this plan", missing: "We have not written down what happened." },
};

/** What became of each action agreed last time. Later words about it count before earlier ones. */
export function sinceActions(
  before: readonly RecordedAction[],
  now: readonly RecordedAction[],
  { isPublic }: { readonly isPublic: boolean },
): { readonly rows: SinceAction[]; readonly summary: string } {
  const outcomes = before.map((action) => {
    const later = now.find((each) => isSameAction(action, each));
    return { action, later, kind: kindOf(action, later) };
  });
  const rows = outcomes.map(({ action, later, kind }) => {
    const { outcome, missing } = OUTCOMES[kind];
    const what = cameOfIt(later ?? action, { isPublic, missing });
    return { action: asSentence(action.do), outcome, what };
  });
  return { rows, summary: summaryOf(outcomes.map(({ kind }) => kind)) };
}

/** The same words, or the same id about the same question: ids alone begin again in each file. */
function isSameAction(before: RecordedAction, now: RecordedAction): boolean {
  if (folded(before.do) === folded(now.do)) return true;
  return before.id === now.id && before.for !== undefined && before.for === now.for;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

function kindOf(before: RecordedAction, now: RecordedAction | undefined): Kind {
  if (now !== undefined) return now.status ?? "planned";
  return before.status === "done" || before.status === "dropped" ? before.status : "gone";
}

const COUNTED: readonly (readonly [Kind, string, string])[] = [
  ["done", "is done", "are done"],
  ["doing", "is under way", "are under way"],
  ["planned", "has not started", "have not started"],
  ["dropped", "was dropped", "were dropped"],
  [
    "gone",
    "is not in this plan, and we have not written down what happened",
    "are not in this plan, and we have not written down what happened",
  ],
];

function summaryOf(kinds: readonly Kind[]): string {
  if (kinds.length === 0) return "We agreed no actions then.";
  const parts = COUNTED.map(([kind, one, many]) => {
    const count = kinds.filter((each) => each === kind).length;
    return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
  }).filter((part) => part !== "");
  return `We agreed ${counted(kinds.length, "action")} then: ${listOf(parts)}.`;
}
