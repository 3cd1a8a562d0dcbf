import { countsInScore, levelNames } from "../../rubric/rubric.ts";
import { asSentence, capitalised, inSentence, rangeWords } from "../../util/words.ts";
import { classWords, coverWords, feltWords } from "../beside-words.ts";
import { isUnasked } from "../interval.ts";
import { standingWords } from "../result-words.ts";
import type { BarrierScore, SectionScore } from "../schema.ts";
import { BARRIER_CLASSES } from "../section-score.ts";
import type { Reading, Scored } from "./scorecard-reading.ts";

const KINDS: readonly (readonly [SectionScore["kind"], string])[] = [
  ["principle", "Principles"],
  ["foundation", "Foundations (not part of the result)"],
];

/** How to read the bars: of what is settled nothing could still be more. */
function legend(sections: readonly SectionScore[]): readonly string[] {
  if (sections.every(({ noScore }) => noScore === "unscored")) return [];
  const isOpen = sections.some(({ low, high }) => low !== high);
  return [
    isOpen ? "Bars: # settled, - could still be, . the rest." : "Bars: # reached, . the rest.",
  ];
}

/** Principles, then foundations: words first, then a bar. Empty where there are none. */
export function sectionsText(reading: Reading): string {
  const { sections } = reading.scorecard;
  const kinds = KINDS.filter(([kind]) => sections.some((score) => score.kind === kind));
  const blocks = kinds.flatMap(([kind, heading], index) => [
    [
      reading.heading(heading),
      ...(index === 0 ? legend(sections) : []).map((line) => reading.paragraph(line)),
    ].join("\n"),
    ...sections.filter((score) => score.kind === kind).map((score) => sectionText(reading, score)),
  ]);
  return blocks.join("\n\n");
}

function sectionText(reading: Reading, score: SectionScore): string {
  const titled = reading.sections.get(score.key);
  if (titled === undefined) return "";
  const lines = resultLines(reading, score);
  return [
    reading.heading(titled.section.title),
    ...lines.map((line) => reading.paragraph(line, "  ")),
  ].join("\n");
}

function resultLines(reading: Reading, score: SectionScore): string[] {
  const { assessment } = reading;
  if (score.noScore === "unscored") return answerLines(reading, score.key, () => true);
  const kept = answerLines(reading, score.key, ({ criterion }) => !countsInScore(criterion));
  const { name, percent, held } = standingWords(score, assessment.rubrics);
  if (score.percent === null) return [`${name}.`, ...kept];
  return [
    percent === null || name === percent ? name : `${name}, ${percent}`,
    bar(score.percent),
    ...(held === null ? [] : [held]),
    ...kept,
  ];
}

/** Groups of sections, the smaller ones below those they are in. Empty where there are none. */
export function partsText(reading: Reading): string {
  const { parts = [] } = reading.scorecard;
  if (parts.length === 0) return "";
  const lines = parts.map((part) => {
    const { name, percent, held } = standingWords(part, reading.assessment.rubrics);
    const amount = percent === null || percent === name ? "" : `, ${percent}`;
    const line = asSentence(`${part.title}: ${inSentence(name)}${amount}`);
    const text = held === null ? line : `${line} ${held}`;
    return part.within === null ? reading.item(text) : reading.paragraph(`- ${text}`, "      ");
  });
  return [reading.heading("Parts"), ...lines].join("\n");
}

/** Where nothing is scored the answers themselves are what there is to read. */
function answerLines(
  { criteria, sections }: Reading,
  key: string,
  isRead: (scored: Scored) => boolean,
): string[] {
  const own = new Set(sections.get(key)?.section.criteria.map((each) => each.key));
  return criteria
    .filter((scored) => own.has(scored.score.key) && isRead(scored))
    .map(
      ({ criterion, score }) => `${criterion.asks} ${asSentence(answerWords(criterion, score))}`,
    );
}

function answerWords(
  criterion: Scored["criterion"],
  { answer, interval, given }: Scored["score"],
): string {
  if (given !== undefined) return given;
  if (answer === "left-out") return "Not asked, because of an earlier answer";
  if (answer === "waits") return "Waits, because other barriers come first";
  if (answer === "look-again") return "Look again: the levels are others now";
  if (answer === "skipped") return "Left for later";
  if (isUnasked(answer)) return "Not asked yet";
  if (answer === "unsure") return "We do not know";
  if (interval === null) return "Does not apply to us";
  return capitalised(rangeWords(levelNames(criterion, interval)));
}

const CELLS = 20;

/**
 * Settled, could be and the rest, told apart by character. Of a range it never shows more as settled, or less as open, than
 * is so; one number has no part that could still be.
 */
function bar([low, high]: readonly [number, number]): string {
  const settled = low === high ? nearestCell(low) : Math.floor((low * CELLS) / 100);
  const reachable = low === high ? settled : Math.ceil((high * CELLS) / 100);
  return `[${"#".repeat(settled)}${"-".repeat(reachable - settled)}${".".repeat(CELLS - reachable)}]`;
}

/** Full and empty only where nothing is missing and nothing is there. */
function nearestCell(percent: number): number {
  if (percent === 0 || percent === 100) return (percent * CELLS) / 100;
  return Math.min(CELLS - 1, Math.max(1, Math.round((percent * CELLS) / 100)));
}

/** In the order in which they need attention. */
const STANDINGS: readonly Pick<BarrierScore, "class" | "noClass">[] = [
  ...BARRIER_CLASSES.map((each) => ({ class: each, noClass: null })),
  { class: null, noClass: "does-not-apply" },
  { class: null, noClass: "waits" },
  { class: null, noClass: "not-asked" },
];

/** Barriers by class, each with how much it is felt and what is in place. Empty where there are none. */
export function barriersText(reading: Reading): string {
  const { barriers } = reading.scorecard;
  if (barriers.length === 0) return "";
  const careful = "Where we do not know, a barrier is placed as if the worse were true.";
  const groups = STANDINGS.map((standing) => {
    const words = classWords(standing);
    const here = barriers.filter((each) => classWords(each) === words);
    if (here.length === 0) return "";
    const brush = standing.class === "act-first" ? reading.pen.red : reading.pen.bold;
    const items = here.map((each) => reading.item(barrierText(reading, each)));
    return [reading.heading(words, brush), ...items].join("\n");
  });
  const top = [reading.heading("What gets in the way"), reading.paragraph(careful)].join("\n");
  return [top, ...groups.filter((text) => text !== "")].join("\n\n");
}

type Measure = "pressure" | "practice";

function criteriaOf(reading: Reading, { key }: BarrierScore, measures: Measure): Scored[] {
  const own = new Set(reading.sections.get(key)?.section.criteria.map((each) => each.key));
  return reading.criteria.filter(
    ({ criterion }) => own.has(criterion.key) && criterion.measures === measures,
  );
}

function barrierText(reading: Reading, barrier: BarrierScore): string {
  const title = reading.sections.get(barrier.key)?.section.title ?? barrier.key;
  const felt = feltWords(criteriaOf(reading, barrier, "pressure"), barrier.pressure);
  const inPlace = coverWords(criteriaOf(reading, barrier, "practice"), barrier.cover);
  return `${title}. Felt: ${felt}. In place: ${inPlace}.`;
}
