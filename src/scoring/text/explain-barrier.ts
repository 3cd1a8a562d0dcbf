import { type Block, bullets, heading, paragraph } from "../../terminal/blocks.ts";
import { exact, fractionText } from "../../util/exact.ts";
import { inSentence } from "../../util/words.ts";
import { BARRIER_CLASS_NAMES, scoreBarrier } from "../barrier.ts";
import type { BarrierScore } from "../schema.ts";
import { type JudgedSection, practiceOf } from "../section-score.ts";
import { explainSums } from "./explain-sums.ts";

/** How a barrier came to be placed: how much it is felt against what is in place. */
export function explainBarrier(judged: JudgedSection): Block[] {
  const felt = judged.judged.filter(({ criterion }) => criterion.measures === "pressure");
  return [
    heading(1, judged.section.title),
    ...explainSums(felt, "How much it is felt. "),
    ...explainSums(practiceOf(judged), "What is in place. "),
    ...classBlocks(scoreBarrier(judged)),
  ];
}

function classBlocks({ pressure, cover, class: named }: BarrierScore): Block[] {
  if (pressure === null || cover === null || named === null) return [paragraph(NO_CLASS)];
  return [
    ...bullets("Where it is placed, at the careful end of each", [
      `How much it is felt, at its highest: ${againstHalf(pressure[1])}.`,
      `What is in place, at its lowest: ${againstHalf(cover[0])}.`,
      "Felt at a half or more: with a half or more in place it is in hand; with less, act first.",
      "Felt less than a half: with a half or more in place it is clear; with less, keep watch.",
    ]),
    paragraph(`So it is: ${inSentence(BARRIER_CLASS_NAMES[named])}.`),
  ];
}

const NO_CLASS =
  "It is not placed: both parts need a question that applies and has been asked, and enough that apply.";

function againstHalf(share: string): string {
  return `${fractionText(exact(share))}, which is ${exact(share).gte("1/2") ? "a half or more" : "less than a half"}`;
}
