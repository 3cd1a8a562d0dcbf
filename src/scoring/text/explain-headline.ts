import { bandNames } from "../../rubric/rubric.ts";
import { type Block, bullets, heading, type Item, list, paragraph } from "../../terminal/blocks.ts";
import { exact, fractionText } from "../../util/exact.ts";
import { listOf, percentWords, rangeWords } from "../../util/words.ts";
import { capsOn, scoreHeadline } from "../headline.ts";
import { isAsked } from "../interval.ts";
import type { Scorecard, SectionScore } from "../schema.ts";
import { type JudgedSection, scoreSection } from "../section-score.ts";
import { explainBands, explainMustHaves } from "./explain-bands.ts";
import { roundingText } from "./explain-words.ts";

/** How the result as a whole was reached: the weakest principle decides. */
export function explainHeadline(sections: readonly JudgedSection[]): Block[] {
  const { headline, noHeadline } = scoreHeadline(sections);
  const principles = sections.filter(({ section }) => section.kind === "principle");
  return [
    heading(1, "The result"),
    ...list("Each principle", principles.map(principleItem)),
    ...(headline === null
      ? [paragraph(NO_RESULT[noHeadline?.reason ?? "no-principles"])]
      : resultBlocks(sections, principles, headline)),
  ];
}

const NO_RESULT: Readonly<Record<NonNullable<Scorecard["noHeadline"]>["reason"], string>> = {
  "no-principles": "These questions are not about a principle, so there is no result.",
  "not-enough": "While there is not enough to say about a principle, there is no result.",
};

function principleItem(judged: JudgedSection): Item {
  const { low, high, percent } = scoreSection(judged, "principle");
  const figures =
    low === null || percent === null
      ? "Not enough to say."
      : `Lowest: ${low}. Highest: ${high}. Printed: ${percentWords(percent)}.`;
  return { text: judged.section.title, details: [figures, `Key: ${judged.section.key}`] };
}

function resultBlocks(
  sections: readonly JudgedSection[],
  principles: readonly JudgedSection[],
  headline: NonNullable<Scorecard["headline"]>,
): Block[] {
  const [low, high] = [exact(headline.low), exact(headline.high)];
  const weakest = principles.find(({ section }) => section.key === headline.weakest[0]);
  if (weakest === undefined) return [];
  const caps = capsOn(weakest.rubric, sections);
  const judged = sections.flatMap((each) => each.judged);
  return [
    ...bullets("The weakest principle decides each end", [
      `Lowest: ${fractionText(low)} is the least of the lowest ends. ${whose(principles, "low", headline.low)}`,
      `Highest: ${fractionText(high)} is the least of the highest ends. ${whose(principles, "high", headline.high)}`,
    ]),
    ...bullets("The percents", [
      roundingText("Lowest", low, headline.percent[0]),
      roundingText("Highest", high, headline.percent[1]),
    ]),
    ...explainBands({ rubric: weakest.rubric, low, high }),
    ...explainMustHaves(weakest.rubric, judged, caps),
    ...openBlocks(principles, headline.weakest),
    paragraph(
      `So it is: ${rangeWords(bandNames(weakest.rubric, headline.bands))}, ${percentWords(headline.percent)}.`,
    ),
  ];
}

/** The sum is what it is; what nobody was asked about is no result, and the scorecard and the plan give none. */
function openBlocks(principles: readonly JudgedSection[], weakest: readonly string[]): Block[] {
  const deciding = principles.filter(({ section }) => weakest.includes(section.key));
  if (deciding.some(({ judged }) => judged.some(isAsked))) return [];
  const titles = listOf(deciding.map(({ section }) => section.title));
  return [
    paragraph(
      `Nothing was asked about ${titles} yet. So the scorecard and the plan say: we cannot say yet.`,
    ),
  ];
}

function whose(
  principles: readonly JudgedSection[],
  end: keyof Pick<SectionScore, "low" | "high">,
  share: string,
): string {
  const titles = principles
    .filter((each) => scoreSection(each, "principle")[end] === share)
    .map(({ section }) => section.title);
  return `It comes from: ${listOf(titles)}.`;
}
