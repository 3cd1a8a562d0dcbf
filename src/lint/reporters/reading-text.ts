import type { Settings } from "../settings.ts";
import {
  automatedGrade,
  colemanLiauGrade,
  fleschKincaidGrade,
  fleschReadingEase,
  type ReadingMeasures,
  smogGrade,
} from "../text/readability.ts";

export interface MeasuredPart {
  readonly title: string;
  readonly measures: ReadingMeasures;
}

/** Below these a figure says nothing. */
const FEWEST_WORDS = 100;
const FEWEST_SENTENCES = 30;

const HEAD = ["words", "sentences", "grade", "ease", "SMOG", "ARI", "Coleman-Liau"];

const LEGEND = [
  "grade: Flesch-Kincaid school grade; the reading age is about five years more",
  "ease: Flesch reading ease, from about 100 (very easy) down to 0",
  "SMOG, ARI, Coleman-Liau: school grades by other formulas; SMOG needs 30 sentences",
  "-: too little text to say",
];

/** How each section of a file reads, as a table for a terminal; ends in one newline. */
export function readingText(file: string, parts: readonly MeasuredPart[]): string {
  if (parts.length === 0) return `${file}: nothing here that the formulas can judge.\n`;
  const rows = parts.map(({ measures }) => cellsOf(measures));
  const widths = HEAD.map((cell, at) =>
    Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("  ")}`;
  const sections = parts.flatMap(({ title }, at) => [title, line(rows[at] ?? [])]);
  return `${[file, line(HEAD), ...sections, "", ...LEGEND].join("\n")}\n`;
}

function cellsOf(measures: ReadingMeasures): string[] {
  const { words, sentences } = measures;
  const figure = (of: (measures: ReadingMeasures) => number, enough = true) =>
    enough && words >= FEWEST_WORDS ? of(measures).toFixed(1) : "-";
  return [
    String(words),
    String(sentences),
    figure(fleschKincaidGrade),
    figure(fleschReadingEase),
    figure(smogGrade, sentences >= FEWEST_SENTENCES),
    figure(automatedGrade),
    figure(colemanLiauGrade),
  ];
}

/** The settings that hold, as a coprod.yaml that would give the same, with where each value comes from. */
export function settingsText({ profile, rules, agreed, file }: Settings): string {
  const lines = rules.map(({ rule, severity, options, origin }) => {
    const entries = Object.entries(options).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    );
    const value =
      entries.length === 0 ? severity : `{ ${[`severity: ${severity}`, ...entries].join(", ")} }`;
    return `  ${rule.name}: ${value} # ${origin}`;
  });
  return `${[
    "coprod: config/1",
    `profile: ${profile} # ${file ?? "no coprod.yaml was found"}`,
    "rules:",
    ...lines,
    ...(agreed.length === 0
      ? []
      : ["agreed:", ...agreed.map((word) => `  - ${JSON.stringify(word)} # ${file ?? ""}`)]),
  ].join("\n")}\n`;
}
