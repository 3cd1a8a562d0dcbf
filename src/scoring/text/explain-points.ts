import type { Rubric, SectionGroup } from "../../rubric/rubric.ts";
import {
  type Block,
  bullets,
  heading,
  type ListItem,
  list,
  paragraph,
} from "../../terminal/blocks.ts";
import { exact } from "../../util/exact.ts";
import { asSentence, inSentence } from "../../util/words.ts";
import { amountWords, pointsOf, pointsWords } from "../percent.ts";
import { NO_SCORE_NAMES, standingWords } from "../result-words.ts";
import { scoreInstrument, scoreParts } from "../results.ts";
import type { InstrumentResult, PartScore } from "../schema.ts";
import { capsOf, type JudgedSection, practiceOf, scoreSection } from "../section-score.ts";
import { explainBands, explainMustHaves, explainSums } from "./explain-sums.ts";

/** How the result of an instrument that is added up, or whose mean is taken, was reached. */
export function explainInstrument(rubric: Rubric, sections: readonly JudgedSection[]): Block[] {
  const principles = sections.filter(
    ({ section }) => section.kind === "principle" && section.scored,
  );
  return [
    heading(1, "The result"),
    ...resultBlocks(rubric, principles, scoreInstrument(rubric, sections)),
  ];
}

/** How a group of sections came to its result. */
export function explainPart(
  rubric: Rubric,
  sections: readonly JudgedSection[],
  key: string,
): Block[] {
  const parts = scoreParts(rubric, sections);
  const found = parts.find((part) => part.key === key);
  if (found === undefined) return [];
  const own = sections.filter(({ section }) => found.sections.includes(section.key));
  return [heading(1, found.title), ...resultBlocks(rubric, own, found, key)];
}

type Result = Omit<InstrumentResult, "rubric" | "how">;

function resultBlocks(
  rubric: Rubric,
  sections: readonly JudgedSection[],
  result: Result,
  key?: string,
): Block[] {
  const made =
    rubric.headline === "sum"
      ? explainSums(sections.flatMap(practiceOf))
      : list("The mean of these, each counted once", underOf(rubric, sections, key));
  const { low, high, noScore } = result;
  if (low === null || high === null)
    return [...made, paragraph(`So it is: ${inSentence(NO_SCORE_NAMES[noScore ?? "not-asked"])}.`)];
  const ends = { low: exact(low), high: exact(high) };
  const caps = sections.flatMap(({ judged }) => capsOf(judged, rubric.cap));
  const isNamed = key === undefined || !rubric.bandsTotal;
  return [
    ...made,
    ...bullets("The result", [wayText(rubric, result)]),
    ...(isNamed ? explainBands({ rubric, ...ends }) : []),
    ...(rubric.headline === "sum" && isNamed
      ? explainMustHaves(
          rubric,
          sections.flatMap(({ judged }) => judged),
          caps,
        )
      : []),
    paragraph(asSentence(`So it is: ${resultText(rubric, result)}`)),
  ];
}

/** From the points to the share of the way that decides the band. */
function wayText(rubric: Rubric, { low, high, points, percent, bands }: Result): string {
  const share = low === high ? `${low}` : `${low} to ${high}`;
  if (points === undefined) return `Of 0 to 1 it is ${share}.`;
  const said = amountWords(
    { points, percent: percent ?? [0, 0], bands },
    { ...rubric, show: "points" },
  );
  const exactly = points.low === points.high ? points.low : `${points.low} to ${points.high}`;
  return `Exactly ${exactly}, said as ${said}: ${share} of the way from ${points.least} to ${points.most}.`;
}

function resultText(rubric: Rubric, result: Result): string {
  const { name, percent } = standingWords({ ...result, key: `${rubric.id}/` }, [rubric]);
  return percent === null || percent === name ? name : `${name}, ${percent}`;
}

/** What stands directly under a part, or under the whole: smaller parts, and sections in none of them. */
function underOf(
  rubric: Rubric,
  sections: readonly JudgedSection[],
  key: string | undefined,
): ListItem[] {
  const scores = scoreParts(rubric, sections).filter(({ within }) => within === (key ?? null));
  const parts = key === undefined ? rubric.parts : (partWith(rubric.parts, key)?.parts ?? []);
  const inParts = new Set(parts.flatMap((part) => part.sections));
  const loose = sections.filter(({ section }) => !inParts.has(section.key));
  return [
    ...scores.map((part): ListItem => ({ text: part.title, details: [partFigures(rubric, part)] })),
    ...loose.map(
      (each): ListItem => ({
        text: each.section.title,
        details: [sectionFigures(each), `Key: ${each.section.key}`],
      }),
    ),
  ];
}

function partWith(parts: readonly SectionGroup[], key: string): SectionGroup | undefined {
  return (
    parts.find((part) => part.key === key) ??
    parts.flatMap((part) => part.parts).find((part) => part.key === key)
  );
}

function partFigures(rubric: Rubric, part: PartScore): string {
  return asSentence(
    `${part.low === null ? "" : `${rangeOf(part.low, part.high)}, `}${resultText(rubric, part)}. Key: ${part.key}`,
  );
}

function sectionFigures(judged: JudgedSection): string {
  const { low, high, noScore } = scoreSection(judged, "principle");
  if (low === null) return asSentence(NO_SCORE_NAMES[noScore ?? "not-asked"]);
  const points = pointsOf(judged.rubric, practiceOf(judged));
  return asSentence(
    `${rangeOf(low, high)} of the way${points === undefined ? "" : `, ${pointsWords(points)}`}`,
  );
}

function rangeOf(low: string, high: string | null): string {
  return high === null || low === high ? low : `${low} to ${high}`;
}
