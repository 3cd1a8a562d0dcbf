import { type Criterion, levelNames } from "../../rubric/rubric.ts";
import { type Exact, exact, fractionText } from "../../util/exact.ts";
import { rangeWords } from "../../util/words.ts";
import type { Judged } from "../interval.ts";

/** A criterion's answer in the words of its levels. */
export function answerText({ criterion, answer, interval }: Judged): string {
  const names = interval === null ? (["", ""] as const) : levelNames(criterion, interval);
  const between = rangeWords(names);
  switch (answer.kind) {
    case "level":
      return between;
    case "differ":
      return `we do not agree, from ${names[0]} to ${names[1]}`;
    case "unsure":
      return "we do not know";
    case "not-applicable":
      return "does not apply";
    case "votes-only":
      return `by votes, ${between}`;
    case "skipped":
    case "none":
      return "not asked yet";
  }
}

/** How far up its scale a level stands, from 0 to 1. */
export function worthOf({ levels }: Criterion, level: number): Exact {
  return levels[level]?.value ?? exact(0);
}

/** `1/3 and 2/3`, or one number where both are the same. */
export function valuesText([low, high]: readonly [Exact, Exact]): string {
  return low.equals(high)
    ? fractionText(low)
    : `from ${fractionText(low)} to ${fractionText(high)}`;
}

/** As a percent with nothing rounded: `33 1/3%`. */
function wholePercent(share: Exact): string {
  return `${share.mul(100).toFraction(true)}%`;
}

/** How an exact share becomes the printed percent at one end. */
export function roundingText(end: "Lowest" | "Highest", share: Exact, printed: number): string {
  const rounded = end === "Lowest" ? share.mul(100).floor() : share.mul(100).ceil();
  const way = end === "Lowest" ? "down" : "up";
  const start = `${end}: ${fractionText(share)} is ${wholePercent(share)}`;
  if (share.mul(100).equals(printed)) return `${start}.`;
  if (rounded.equals(printed)) return `${start}, rounded ${way}: ${printed}%.`;
  return `${start}. It is not exactly ${fractionText(rounded)}%, so it is printed as ${printed}%.`;
}
