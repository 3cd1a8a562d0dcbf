import { type Block, bullets, type Item, list } from "../../terminal/blocks.ts";
import { type Exact, fractionText, sum } from "../../util/exact.ts";
import { type Applicable, isApplicable, type Judged } from "../interval.ts";
import { percentRange } from "../percent.ts";
import { type Weighed, weigh } from "../weighed.ts";
import { answerText, roundingText, valuesText, worthOf } from "./explain-words.ts";

/** From each answer to the two ends: what it is worth, whether enough applies, the sums and the percents. */
export function explainSums(judged: readonly Judged[], about = ""): Block[] {
  const weighed = weigh(judged);
  return [
    ...list(`${about}What each answer is worth, from 0 to 1`, judged.map(answerItem)),
    ...bullets(`${about}Whether enough questions apply`, enoughLines(judged)),
    ...(weighed === undefined ? [] : sumBlocks(judged.filter(isApplicable), weighed, about)),
  ];
}

function answerItem(judged: Judged): Item {
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
  const line = (end: string, at: 0 | 1, share: Exact) => {
    const terms = applicable.map((each) => ({ ...each, value: valuesOf(each)[at] }));
    const added = terms.map(
      ({ criterion, value }) => `${factor(criterion.weight)}${fractionText(value)}`,
    );
    const total = sum(terms.map(({ criterion, value }) => criterion.weight.mul(value)));
    const divided = `Divided by ${fractionText(weight)}: ${fractionText(share)}.`;
    return `${end}: ${added.join(" + ")} = ${fractionText(total)}. ${divided}`;
  };
  const { low, high, known } = weighed;
  const [lowest, highest] = percentRange(low, high);
  return [
    ...bullets(`${about}The sums, each weight times what the answer counts`, [
      line("Lowest", 0, low),
      line("Highest", 1, high),
      `Settled: ${fractionText(known)} of the weight.`,
    ]),
    ...bullets(`${about}The percents`, [
      roundingText("Lowest", low, lowest),
      roundingText("Highest", high, highest),
    ]),
  ];
}

function factor(weight: Exact): string {
  return weight.equals(1) ? "" : `${fractionText(weight)} x `;
}

function weightOf(judged: readonly Judged[]): Exact {
  return sum(judged.map(({ criterion }) => criterion.weight));
}
