import { levelNames, type Rubric } from "../../rubric/rubric.ts";
import { type Block, bullets, type Item, list } from "../../terminal/blocks.ts";
import { type Exact, fractionText } from "../../util/exact.ts";
import type { Cap } from "../band.ts";
import type { Judged } from "../interval.ts";
import { mustResult } from "../must-have.ts";
import { answerText } from "./explain-words.ts";

interface Banded {
  readonly rubric: Rubric;
  readonly low: Exact;
  readonly high: Exact;
}

/** Which band each end falls into by its number alone. */
export function explainBands({ rubric: { bands }, low, high }: Banded): Block[] {
  const begins = bands.map(({ name, from }) => `${name} at ${fractionText(from)}`);
  const line = (end: string, share: Exact) => {
    const band = bands.findLast(({ from }) => share.gte(from));
    return `${end}: ${fractionText(share)} is in the band ${band?.name ?? ""}.`;
  };
  return bullets("The bands", [
    `They begin at: ${begins.join(", ")}. A number exactly on a beginning has that band.`,
    line("Lowest", low),
    line("Highest", high),
  ]);
}

/** Which must-haves hold the band down; they leave the number alone. */
export function explainMustHaves(
  { bands }: Rubric,
  judged: readonly Judged[],
  caps: readonly Cap[],
): Block[] {
  const required = judged.filter((each) => mustResult(each) !== "none");
  if (required.length === 0) return bullets("Must-haves", ["There are none here."]);
  const items = required.map((each): Item => {
    const cap = caps.find(({ criterion }) => criterion === each.criterion.key);
    const limit = cap === undefined ? "" : (bands[cap.at]?.name ?? "");
    return { text: each.criterion.asks, details: [mustText(each, limit)] };
  });
  return list("Must-haves", items);
}

/** What a must-have asks for, whether it is met, and which band it allows. */
export function mustText(judged: Judged, limit: string): string {
  const { criterion } = judged;
  const must = criterion.must ?? 0;
  const [needed] = levelNames(criterion, [must, must]);
  const start = `It must reach: ${needed}. Answer: ${answerText(judged)}.`;
  const effects: Readonly<Record<string, string>> = {
    pass: "It is met.",
    fail: `It is not met, so no end can be higher than: ${limit}.`,
    unknown: `We do not know whether it is met, so the lowest end cannot be higher than: ${limit}.`,
  };
  return `${start} ${effects[mustResult(judged)] ?? ""}`;
}
