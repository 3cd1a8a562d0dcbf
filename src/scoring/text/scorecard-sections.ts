import { bandNames, levelNames } from "../../rubric/rubric.ts";
import { percentWords, rangeWords } from "../../util/words.ts";
import { isUnasked } from "../interval.ts";
import { shareWords } from "../percent.ts";
import type { BarrierClass, BarrierScore, SectionScore } from "../schema.ts";
import { BARRIER_CLASS_NAMES } from "../section-score.ts";
import { isUntouched, type Reading, type Scored, type Titled } from "./scorecard-reading.ts";

const KINDS: readonly (readonly [SectionScore["kind"], string])[] = [
  ["principle", "Principles"],
  ["foundation", "Foundations (not part of the result)"],
];

const LEGEND = "Bars: # settled, - could still be, . the rest.";

/** Principles, then foundations: words first, then a bar. Empty where there are none. */
export function sectionsText(reading: Reading): string {
  const { sections } = reading.scorecard;
  const kinds = KINDS.filter(([kind]) => sections.some((score) => score.kind === kind));
  const blocks = kinds.flatMap(([kind, heading], index) => [
    [reading.heading(heading), ...(index === 0 ? [reading.paragraph(LEGEND)] : [])].join("\n"),
    ...sections.filter((score) => score.kind === kind).map((score) => sectionText(reading, score)),
  ]);
  return blocks.join("\n\n");
}

function sectionText(reading: Reading, score: SectionScore): string {
  const titled = reading.sections.get(score.key);
  if (titled === undefined) return "";
  const lines = isUntouched(reading, score.key) ? ["Not asked yet."] : resultLines(titled, score);
  return [
    reading.heading(titled.section.title),
    ...lines.map((line) => reading.paragraph(line, "  ")),
  ].join("\n");
}

function resultLines({ rubric }: Titled, { bands, percent, capped }: SectionScore): string[] {
  if (bands === null || percent === null) {
    return ["Not enough to say: too many of these questions do not apply."];
  }
  const names = bandNames(rubric, bands);
  return [
    `${rangeWords(names, "Between")}, ${percentWords(percent)}`,
    bar(percent),
    ...(capped.length === 0 ? [] : [heldText(names[1])]),
  ];
}

/** Why a band is lower than its number. */
export function heldText(band: string): string {
  return `It cannot be higher than ${band} while a must-have is not met.`;
}

const CELLS = 20;

/** Settled, could be and the rest, told apart by character; it never shows more as settled, or less as open, than is so. */
function bar([low, high]: readonly [number, number]): string {
  const settled = Math.floor((low * CELLS) / 100);
  const reachable = Math.ceil((high * CELLS) / 100);
  return `[${"#".repeat(settled)}${"-".repeat(reachable - settled)}${".".repeat(CELLS - reachable)}]`;
}

type Standing = BarrierClass | "not-enough" | "not-asked";

/** In the order in which they need attention. */
const STANDINGS: readonly (readonly [Standing, string])[] = [
  ["act-first", `${BARRIER_CLASS_NAMES["act-first"]}: we feel it, and too little is in place`],
  ["in-hand", `${BARRIER_CLASS_NAMES["in-hand"]}: we feel it, and much is in place`],
  ["keep-watch", `${BARRIER_CLASS_NAMES["keep-watch"]}: we feel it little, and little is in place`],
  ["clear", `${BARRIER_CLASS_NAMES.clear}: we feel it little, and much is in place`],
  ["not-enough", "Not enough to say: too many questions do not apply"],
  ["not-asked", "Not asked yet"],
];

/** Barriers by class, each with how much it is felt and what is in place. Empty where there are none. */
export function barriersText(reading: Reading): string {
  const { barriers } = reading.scorecard;
  if (barriers.length === 0) return "";
  const careful = "Where we do not know, a barrier is placed as if the worse were true.";
  const groups = STANDINGS.map(([standing, words]) => {
    const here = barriers.filter((each) => standingOf(reading, each) === standing);
    if (here.length === 0) return "";
    const brush = standing === "act-first" ? reading.pen.red : reading.pen.bold;
    const items = here.map((each) => reading.item(barrierText(reading, each)));
    return [reading.heading(words, brush), ...items].join("\n");
  });
  const top = [reading.heading("What gets in the way"), reading.paragraph(careful)].join("\n");
  return [top, ...groups.filter((text) => text !== "")].join("\n\n");
}

function standingOf(reading: Reading, barrier: BarrierScore): Standing {
  if (barrier.class !== null) return barrier.class;
  const isOpen = (measures: Measure) => isNothingAsked(criteriaOf(reading, barrier, measures));
  return isOpen("pressure") || isOpen("practice") ? "not-asked" : "not-enough";
}

type Measure = "pressure" | "practice";

function criteriaOf(reading: Reading, { key }: BarrierScore, measures: Measure): Scored[] {
  const own = new Set(reading.sections.get(key)?.section.criteria.map((each) => each.key));
  return reading.criteria.filter(
    ({ criterion }) => own.has(criterion.key) && criterion.measures === measures,
  );
}

/** Whether no question that applies has been answered; false where none applies. */
function isNothingAsked(questions: readonly Scored[]): boolean {
  const applicable = questions.filter(({ score }) => score.interval !== null);
  if (applicable.length === 0) return questions.length === 0;
  return applicable.every(({ score }) => isUnasked(score.answer));
}

function barrierText(reading: Reading, barrier: BarrierScore): string {
  const title = reading.sections.get(barrier.key)?.section.title ?? barrier.key;
  const felt = feltWords(criteriaOf(reading, barrier, "pressure"), barrier.pressure);
  const cover = criteriaOf(reading, barrier, "practice");
  const inPlace = barrier.cover === null ? missingWords(cover) : shareWords(barrier.cover);
  return `${title}. Felt: ${felt}. In place: ${inPlace}.`;
}

/** One question about it is answered best in its own words; several only have a share in common. */
function feltWords(questions: readonly Scored[], pressure: BarrierScore["pressure"]): string {
  if (pressure === null) return missingWords(questions);
  const [only, ...others] = questions.filter(({ score }) => score.interval !== null);
  if (only === undefined || only.score.interval === null || others.length > 0) {
    return shareWords(pressure);
  }
  return rangeWords(levelNames(only.criterion, only.score.interval));
}

function missingWords(questions: readonly Scored[]): string {
  return isNothingAsked(questions) ? "not asked yet" : "not enough to say";
}
