import { bandNames } from "../../rubric/rubric.ts";
import { type Block, heading, paragraph } from "../../terminal/blocks.ts";
import { percentWords, rangeWords } from "../../util/words.ts";
import { bandRange, capsOf } from "../band.ts";
import { percentRange } from "../percent.ts";
import { type JudgedSection, practiceOf } from "../section-score.ts";
import { type Weighed, weigh } from "../weighed.ts";
import { explainBands, explainMustHaves } from "./explain-bands.ts";
import { explainSums } from "./explain-sums.ts";

/** How the score of a principle or a foundation was reached. */
export function explainSection(judged: JudgedSection): Block[] {
  const practice = practiceOf(judged);
  const weighed = weigh(practice);
  return [
    heading(1, judged.section.title),
    ...explainSums(practice),
    ...(weighed === undefined ? [] : bandBlocks(judged, weighed)),
  ];
}

function bandBlocks({ rubric, judged }: JudgedSection, weighed: Weighed): Block[] {
  const caps = capsOf(judged, rubric.cap);
  const { bands } = bandRange(rubric.bands, weighed, caps);
  const percent = percentWords(percentRange(weighed.low, weighed.high));
  return [
    ...explainBands({ rubric, ...weighed }),
    ...explainMustHaves(rubric, judged, caps),
    paragraph(`So it is: ${rangeWords(bandNames(rubric, bands))}, ${percent}.`),
  ];
}
