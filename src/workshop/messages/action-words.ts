import type { Action } from "../../assessment/schema.ts";
import { dateText } from "../../util/dates.ts";

/** Who makes sure that an action happens, and by when: `Chair. By March 2027.` */
export function whoAndWhen({ who, by }: Pick<Action, "who" | "by">): string {
  const owner = who === undefined ? "No one to make sure it happens yet." : `${who}.`;
  const date = by === undefined ? "No date yet." : `By ${dateText(by)}.`;
  return `${owner} ${date}`;
}

/** `a1 Write it down. Chair. By March 2027.` */
export function actionLine(action: Action): string {
  const what = /[.!?]$/u.test(action.do) ? action.do : `${action.do}.`;
  return `${action.id} ${what} ${whoAndWhen(action)}`;
}
