import type { Rubric } from "../rubric/rubric.ts";
import { dateText } from "../util/dates.ts";
import { flatText } from "../util/visible-text.ts";
import { asSentence, groupedDigits } from "../util/words.ts";
import { planWords } from "./messages/messages.ts";
import type { Bar, DatedFact, Fact } from "./schema/parts.ts";

/** `action 1`, `actions 1, 3 and 4`. */
export function actionNumbers(numbers: readonly string[]): string {
  return planWords.words.actions(numbers);
}

/** A, B and so on, and after Z AA: what nobody has agreed is never mixed up with what has a number. */
export function letter(at: number): string {
  const before = Math.floor(at / 26) - 1;
  return `${before < 0 ? "" : letter(before)}${String.fromCharCode(65 + (at % 26))}`;
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
  return planWords.words.hours(Math.round(hours * 100) / 100);
}

/** No more than so many characters, up to the end of a word. */
export function shortText(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).replace(/\s+\S*$/u, "");
  return `${start.replace(/[\uD800-\uDBFF]$/u, "").replace(/[.,;:]$/u, "")}…`;
}

/** What people recorded, or plain words that it is missing. */
export function presentFact(text: string | undefined, missing: string): Fact {
  return text === undefined ? { text: missing, missing: true } : { text, missing: false };
}

export function writtenDate(value: string | undefined, missing: string): DatedFact {
  if (value === undefined) return { text: missing, missing: true, iso: null };
  return { text: dateText(value), missing: false, iso: value };
}

/** What was written down about an action that ended. Notes are the charity's own: the public is told that there is one. */
export function actionOutcome(
  { why, note }: { readonly why?: string | undefined; readonly note?: string | undefined },
  { isPublic, missing }: { readonly isPublic: boolean; readonly missing: string },
): string {
  if (why !== undefined) return asSentence(why);
  if (note === undefined) return missing;
  return isPublic ? planWords.words.kept : asSentence(note);
}

/** The drawing of a range. Always at least one unit wide, so that nothing known to be low disappears. */
export function barOf([low, high]: readonly [number, number], ticks: readonly number[] = []): Bar {
  const start = Math.min(low, 99);
  return { low: start, open: Math.max(1, high - start), high, ticks: [...ticks] };
}

/** The same range where each name of the rubric's scale is as wide as the others, so that names can stand over it. */
export function barOnScale(range: readonly [number, number], rubric: Rubric | undefined): Bar {
  const starts = (rubric?.bands ?? []).map(({ from }) => Number(from.mul(100)));
  const [low, high] = range.map((percent) => placeOnScale(percent, starts));
  const ticks = starts.slice(1).map((_, at) => Math.round((100 * (at + 1)) / starts.length));
  return barOf([low ?? 0, high ?? 0], ticks);
}

function placeOnScale(percent: number, starts: readonly number[]): number {
  const at = starts.findLastIndex((start) => percent >= start);
  if (at < 0) return percent;
  const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 100];
  const within = to > from ? (percent - from) / (to - from) : 0;
  return Math.round((100 * (at + within)) / starts.length);
}

/** Text that may run over several paragraphs, split where people left a line. */
export function paragraphs(text: string | undefined): string[] {
  return (text ?? "")
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/u)
    .map(flatText)
    .filter((line) => line !== "");
}

/** Every text inside a plain value, in order. */
export function textsIn(value: unknown): string[] {
  const found: string[] = [];
  collectTexts(value, found);
  return found;
}

function collectTexts(value: unknown, found: string[]): void {
  if (typeof value === "string") found.push(value);
  else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) collectTexts(inner, found);
}
