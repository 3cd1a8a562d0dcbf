import { bandNames } from "../../rubric/rubric.ts";
import { percentWords, rangeWords } from "../../util/words.ts";
import type { SectionScore } from "../schema.ts";
import { heldText } from "./scorecard-headline.ts";
import { isUntouched, type Reading, type Titled } from "./scorecard-reading.ts";

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

const CELLS = 20;

/** Settled, could be and the rest, told apart by sign; it never shows more as settled, or less as open, than is so. */
function bar([low, high]: readonly [number, number]): string {
  const settled = Math.floor((low * CELLS) / 100);
  const reachable = Math.ceil((high * CELLS) / 100);
  return `[${"#".repeat(settled)}${"-".repeat(reachable - settled)}${".".repeat(CELLS - reachable)}]`;
}
