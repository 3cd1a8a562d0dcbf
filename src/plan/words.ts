import { groupedDigits, listOf } from "../util/words.ts";

/** `action 1`, `actions 1, 3 and 4`. */
export function actionNumbers(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? "action" : "actions"} ${listOf(numbers)}`;
}

/** `£1,450` or `£12.50`, from whole pence so that sums are exact. */
export function moneyText(pence: number): string {
  const pounds = groupedDigits(Math.floor(pence / 100));
  const rest = pence % 100;
  return rest === 0 ? `£${pounds}` : `£${pounds}.${String(rest).padStart(2, "0")}`;
}

export function toPence(pounds: number): number {
  return Math.round(pounds * 100);
}

/** `12 hours`, `1 hour`, `1.5 hours`; at most two decimals. */
export function hoursText(hours: number): string {
  const rounded = Math.round(hours * 100) / 100;
  return `${rounded} ${rounded === 1 ? "hour" : "hours"}`;
}
