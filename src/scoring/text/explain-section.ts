import { bandNames } from "../../rubric/rubric.ts";
import {
  type Block,
  bullets,
  heading,
  type ListItem,
  list,
  paragraph,
} from "../../terminal/blocks.ts";
import { exact, fractionText } from "../../util/exact.ts";
import {
  asSentence,
  capitalised,
  inSentence,
  listOf,
  percentWords,
  rangeWords,
} from "../../util/words.ts";
import { capsOn, scoreHeadline } from "../headline.ts";
import { answeredShare, type Judged, type Weighed, weigh, whyNoScore } from "../interval.ts";
import { amountWords, percentRange, pointsOf } from "../percent.ts";
import { NO_SCORE_NAMES } from "../result-words.ts";
import type { BarrierScore, Scorecard, SectionScore } from "../schema.ts";
import {
  BARRIER_CLASS_WORDS,
  bandRange,
  capsOf,
  type JudgedSection,
  practiceOf,
  scoreBarrier,
  scoreSection,
} from "../section-score.ts";
import {
  answerText,
  explainBands,
  explainMustHaves,
  explainSums,
  roundingLines,
} from "./explain-sums.ts";

/** How the result as a whole was reached: the weakest principle decides. */
export function explainHeadline(sections: readonly JudgedSection[]): Block[] {
  const { headline, noHeadline } = scoreHeadline(sections);
  const principles = sections.filter(
    ({ section, rubric }) =>
      section.kind === "principle" && section.scored && rubric.headline === "weakest",
  );
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
  unscored: "The answers to these questions are words, so there is no result.",
  "none-wanted": "Each part has a result of its own, and these questions make none of the whole.",
  "several-results":
    "Each of these rubrics has a result of its own, and there is none of all of them.",
  "not-enough": "Too many questions of a principle do not apply, so there is no result.",
  "too-early":
    "Less than half of a principle is answered, so it is too early to say, and there is no result.",
};

function principleItem(judged: JudgedSection): ListItem {
  const { low, high, percent, noScore } = scoreSection(judged, "principle");
  const figures =
    low === null || percent === null
      ? `${NO_SCORE_NAMES[noScore ?? "not-asked"]}.`
      : `${endsText(low, high ?? low)} Printed: ${percentWords(percent)}.`;
  return { text: judged.section.title, details: [figures, `Key: ${judged.section.key}`] };
}

function endsText(low: string, high: string): string {
  return low === high ? `Settled: ${low}.` : `Lowest: ${low}. Highest: ${high}.`;
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
    ...bullets("The percents", roundingLines(low, high)),
    ...explainBands({ rubric: weakest.rubric, low, high }),
    ...explainMustHaves(weakest.rubric, judged, caps),
    paragraph(
      headline.bands === null
        ? `So it is: ${percentWords(headline.percent)}.`
        : `So it is: ${rangeWords(bandNames(weakest.rubric, headline.bands))}, ${percentWords(headline.percent)}.`,
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

/** How the score of a principle or a foundation was reached. */
export function explainSection(judged: JudgedSection): Block[] {
  const practice = practiceOf(judged);
  const weighed = weigh(practice);
  if (!judged.section.scored)
    return [
      heading(1, judged.section.title),
      ...list("The answers", practice.map(answerItem)),
      paragraph("They are words, so no number and no band is made of them."),
    ];
  return [
    heading(1, judged.section.title),
    ...explainSums(practice),
    ...(weighed === undefined ? [] : bandBlocks(judged, weighed)),
    ...noScoreBlocks(practice),
  ];
}

/** The sum is what it is; the scorecard and the plan make no result of so few answers. */
function noScoreBlocks(practice: readonly Judged[]): Block[] {
  const reason = whyNoScore(practice);
  if (reason === undefined || reason === "does-not-apply") return [];
  return [
    ...bullets("Whether enough is answered", [
      `Answered: ${fractionText(answeredShare(practice))} of the weight of what applies. At least a half is needed.`,
    ]),
    paragraph(`So the scorecard and the plan say: ${inSentence(NO_SCORE_NAMES[reason])}.`),
  ];
}

function answerItem(judged: Judged): ListItem {
  return { text: judged.criterion.asks, details: [asSentence(capitalised(answerText(judged)))] };
}

function bandBlocks({ rubric, judged }: JudgedSection, weighed: Weighed): Block[] {
  const caps = capsOf(judged, rubric.cap);
  const named = rubric.bandsTotal ? [] : rubric.bands;
  const { bands } = bandRange(named, weighed, caps);
  const points = pointsOf(rubric, practiceOf({ judged }));
  const said = { percent: percentRange(weighed.low, weighed.high), bands };
  const amount = amountWords(points === undefined ? said : { ...said, points }, rubric);
  return [
    ...explainBands({ rubric: { ...rubric, bands: named }, ...weighed }),
    ...explainMustHaves(rubric, judged, caps),
    paragraph(
      bands === null
        ? `So it is: ${amount}.`
        : asSentence(
            `So it is: ${rangeWords(bandNames(rubric, bands))}${amount === null ? "" : `, ${amount}`}`,
          ),
    ),
  ];
}

/** How a barrier came to be placed: how much it is felt against what is in place. */
export function explainBarrier(judged: JudgedSection): Block[] {
  const felt = judged.judged.filter(({ criterion }) => criterion.measures === "pressure");
  const waits = judged.waiting.length > 0;
  return [
    heading(1, judged.section.title),
    ...explainSums(felt, "How much it is felt. "),
    ...(waits
      ? [paragraph(CHECKLIST_WAITS)]
      : explainSums(practiceOf(judged), "What is in place. ")),
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
    paragraph(`So it is: ${inSentence(BARRIER_CLASS_WORDS[named].name)}.`),
  ];
}

const NO_CLASS =
  "It is not placed: both parts need a question that applies and has been asked, and enough that apply.";

const CHECKLIST_WAITS =
  "What is in place. Its checklist waits, because other barriers come first. It is in no sum.";

function againstHalf(share: string): string {
  return `${fractionText(exact(share))}, which is ${exact(share).gte("1/2") ? "a half or more" : "less than a half"}`;
}
