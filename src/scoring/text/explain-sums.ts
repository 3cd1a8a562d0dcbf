import { type Criterion, levelNames, type Rubric } from "../../rubric/rubric.ts";
import { type Block, bullets, type ListItem, list } from "../../terminal/blocks.ts";
import { type Exact, exact, fractionText, sum } from "../../util/exact.ts";
import { rangeWords } from "../../util/words.ts";
import {
  type Applicable,
  isApplicable,
  type Judged,
  mustResult,
  putRightResult,
  type Weighed,
  weigh,
} from "../interval.ts";
import { percentRange } from "../percent.ts";
import type { Cap } from "../section-score.ts";

/** From each answer to the two ends: what it is worth, whether enough applies, the sums and the percents. */
export function explainSums(judged: readonly Judged[], about = ""): Block[] {
  const weighed = weigh(judged);
  return [
    ...list(
      `${about}What each answer is worth, ${areInPoints(judged) ? "in points" : "from 0 to 1"}`,
      judged.map(answerItem),
    ),
    ...bullets(`${about}Whether enough questions apply`, enoughLines(judged)),
    ...(weighed === undefined ? [] : sumBlocks(judged.filter(isApplicable), weighed, about)),
  ];
}

function answerItem(judged: Judged): ListItem {
  const { criterion } = judged;
  const weight = `Weight: ${fractionText(criterion.weight)}.`;
  const worth = isApplicable(judged)
    ? `It counts ${valuesText(valuesOf(judged))}.`
    : "It is left out.";
  return {
    text: criterion.asks,
    details: [`Answer: ${answerText(judged)}. ${worth} ${weight}`, `Key: ${criterion.key}`],
  };
}

function valuesOf({ criterion, interval }: Applicable): [Exact, Exact] {
  return [worthOf(criterion, interval[0]), worthOf(criterion, interval[1])];
}

function enoughLines(judged: readonly Judged[]): string[] {
  const whole = weightOf(judged);
  const applicable = weightOf(judged.filter(isApplicable));
  const least = whole.mul("2/3");
  const enough = weigh(judged) !== undefined;
  return [
    `All weights together: ${fractionText(whole)}. Of the questions that apply: ${fractionText(applicable)}.`,
    `At least two thirds must apply, which is ${fractionText(least)}.`,
    enough ? "That is enough." : "That is not enough to say: there is no number and no band.",
  ];
}

function sumBlocks(applicable: readonly Applicable[], weighed: Weighed, about: string): Block[] {
  const weight = weightOf(applicable);
  const inPoints = areInPoints(applicable);
  const [least, most] = [0, 1].map((end) =>
    fractionText(
      sum(
        applicable.map(({ criterion }) =>
          criterion.weight.mul(worthOf(criterion, end * (criterion.levels.length - 1))),
        ),
      ),
    ),
  );
  const line = (end: string, at: 0 | 1, share: Exact) => {
    const terms = applicable.map((each) => ({ ...each, value: valuesOf(each)[at] }));
    const added = terms.map(
      ({ criterion, value }) => `${factor(criterion.weight)}${fractionText(value)}`,
    );
    const total = sum(terms.map(({ criterion, value }) => criterion.weight.mul(value)));
    const divided = inPoints
      ? `That is ${fractionText(share)} of the way from ${least} to ${most}.`
      : `Divided by ${fractionText(weight)}: ${fractionText(share)}.`;
    return `${end}: ${added.join(" + ")} = ${fractionText(total)}. ${divided}`;
  };
  const { low, high, known } = weighed;
  return [
    ...bullets(`${about}The sums, each weight times what the answer counts`, [
      ...(low.equals(high)
        ? [line("Settled", 0, low)]
        : [line("Lowest", 0, low), line("Highest", 1, high)]),
      `Settled: ${fractionText(known)} of the weight.`,
    ]),
    ...(inPoints ? [] : bullets(`${about}The percents`, roundingLines(low, high))),
  ];
}

function factor(weight: Exact): string {
  return weight.equals(1) ? "" : `${fractionText(weight)} x `;
}

function weightOf(judged: readonly Judged[]): Exact {
  return sum(judged.map(({ criterion }) => criterion.weight));
}

interface Banded {
  readonly rubric: Rubric;
  readonly low: Exact;
  readonly high: Exact;
}

/** Which band each end falls into by its number alone. */
export function explainBands({ rubric: { bands }, low, high }: Banded): Block[] {
  if (bands.length === 0) return [];
  const begins = bands.map(({ name, from }) => `${name} at ${fractionText(from)}`);
  const line = (end: string, share: Exact) => {
    const band = bands.findLast(({ from }) => share.gte(from));
    return `${end}: ${fractionText(share)} is in the band ${band?.name ?? ""}.`;
  };
  return bullets("The bands", [
    `They begin at: ${begins.join(", ")}. A number exactly on a beginning has that band.`,
    ...(low.equals(high) ? [line("Settled", low)] : [line("Lowest", low), line("Highest", high)]),
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
  const items = required.map((each): ListItem => {
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
  return `${start} ${effects[mustResult(judged)] ?? ""}${putRightText(judged)}`;
}

/** Below a second level nothing stops, but something has to be put right. */
function putRightText(judged: Judged): string {
  const { criterion } = judged;
  const { putRight = 0 } = criterion;
  const result = putRightResult(judged);
  if (result === "none") return "";
  const said = {
    pass: "it does",
    fail: "it does not, so that has to be put right",
    unknown: "we do not know",
  };
  return ` From ${levelNames(criterion, [putRight, putRight])[0]} on nothing has to be put right: ${said[result]}.`;
}

/** A criterion's answer in the words of its levels. */
export function answerText({ criterion, answer, interval }: Judged): string {
  const names = interval === null ? (["", ""] as const) : levelNames(criterion, interval);
  const between = rangeWords(names);
  switch (answer.kind) {
    case "level":
      return between;
    case "given":
      return answer.words;
    case "left-out":
      return "not asked, because of an earlier answer";
    case "waits":
      return "waits, because other barriers come first";
    case "differ":
      return `we do not agree, from ${names[0]} to ${names[1]}`;
    case "unsure":
      return "we do not know";
    case "not-applicable":
      return "does not apply";
    case "votes-only":
      return `by votes, ${between}`;
    case "look-again":
      return "look again: the question no longer has that level";
    case "skipped":
      return "left for later";
    case "none":
      return "not asked yet";
  }
}

/** What a level adds: how far up its scale it stands, from 0 to 1, or its points where points are counted. */
export function worthOf({ levels }: Criterion, level: number): Exact {
  return levels[level]?.points ?? exact(0);
}

/** Whether the answers are said in points: then a sum is set on the way from the least to the most it could be. */
function areInPoints(judged: readonly Judged[]): boolean {
  return judged.some(({ criterion }) =>
    criterion.levels.some(({ points, value }) => !points.equals(value)),
  );
}

/** `1/3 and 2/3`, or one number where both are the same. */
function valuesText([low, high]: readonly [Exact, Exact]): string {
  return low.equals(high)
    ? fractionText(low)
    : `from ${fractionText(low)} to ${fractionText(high)}`;
}

/** As a percent with nothing rounded: `33 1/3%`. */
function wholePercent(share: Exact): string {
  return `${share.mul(100).toFraction(true)}%`;
}

/** How exact shares become the printed percents: what is settled is rounded to the nearest, two ends away from each other. */
export function roundingLines(low: Exact, high: Exact): string[] {
  const [lowest, highest] = percentRange(low, high);
  if (low.equals(high)) return [roundingText("Settled", low, lowest)];
  return [roundingText("Lowest", low, lowest), roundingText("Highest", high, highest)];
}

const ROUNDING = {
  Lowest: { way: "rounded down", round: (percent: Exact) => percent.floor() },
  Highest: { way: "rounded up", round: (percent: Exact) => percent.ceil() },
  Settled: { way: "rounded", round: (percent: Exact) => percent.round() },
} as const;

function roundingText(end: keyof typeof ROUNDING, share: Exact, printed: number): string {
  const { way, round } = ROUNDING[end];
  const rounded = round(share.mul(100));
  const start = `${end}: ${fractionText(share)} is ${wholePercent(share)}`;
  if (share.mul(100).equals(printed)) return `${start}.`;
  if (rounded.equals(printed)) return `${start}, ${way}: ${printed}%.`;
  return `${start}. It is not exactly ${fractionText(rounded)}%, so it is printed as ${printed}%.`;
}
