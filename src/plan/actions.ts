import { counted } from "../util/words.ts";
import { describeAction, finishedAction, laterAction } from "./describe-action.ts";
import type { Material } from "./input.ts";
import type { Step } from "./order-actions.ts";
import { placeActions } from "./place-actions.ts";
import type { Action, PlanView } from "./schema/index.ts";
import { timelineOf } from "./timeline.ts";
import { actionNumbers } from "./words.ts";

const VISIBLE = 7;

/** What we will do: recorded and suggested actions in one order. The cap never hides what people agreed. */
export function planActions(material: Material, steps: readonly Step[]): PlanView["actions"] {
  const { open, finished } = placeActions(material, steps);
  const isShown = (at: number) => at < VISIBLE || open[at]?.recorded !== undefined;
  const list = open
    .filter((_, at) => isShown(at))
    .map((placed, at) => describeAction(material, placed, at + 1));
  const later = open.filter((_, at) => !isShown(at));
  return {
    summary: summaryOf(list),
    late: lateText(list),
    list,
    waiting: waitingText(later.length),
    later: later.map((placed) => laterAction(material, placed)),
    finished: finished.map((action) => finishedAction(material, action)),
    timeline: timelineOf(list, material.date),
  };
}

function summaryOf(list: readonly Action[]): string {
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

function lateText(list: readonly Action[]): string | null {
  const late = list.filter((action) => action.late !== null);
  return late.length === 0 ? null : `Late: ${actionNumbers(late.map(({ number }) => number))}.`;
}
