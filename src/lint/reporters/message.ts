import { type Paint, paint } from "../../terminal/paint.ts";
import { displayWidth } from "../../terminal/wrap.ts";
import { visible, withoutCommands } from "../../util/visible-text.ts";
import type { Place, Problem } from "../../yaml/diagnostic.ts";
import { saidOnce } from "../tidy-problems.ts";
import { atLeast, type FormatSettings, type LineOf } from "./format.ts";
import { open } from "./lint-report.ts";

const LONGEST = 76;

/** How much of a long line is shown before the place. */
const BEFORE = 30;

/** The lines of a file, as places count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/u);
}

/** The lines of texts by their names. */
export function linesIn(texts: ReadonlyMap<string, string>): LineOf {
  const lines = new Map([...texts].map(([file, text]) => [file, linesOf(text)]));
  return (file, line) => lines.get(file)?.[line - 1];
}

/** The line of a place with a caret under it; a long line is cut around the place. Empty for a blank line. */
export function excerpt(line: string | undefined, place: Place): string[] {
  if (line === undefined || line.trim() === "") return [];
  const start = place.column - 1;
  const from = start > LONGEST - 16 ? start - BEFORE : 0;
  const ends = place.endLine === place.line ? place.endColumn - 1 : line.length;
  const before = displayWidth(cut(line, from, start));
  const marked = cut(line, start, Math.min(ends, from + LONGEST)).trimEnd();
  const carets = "^".repeat(Math.max(1, displayWidth(marked)));
  const gutter = String(place.line);
  return [
    `  ${gutter} | ${cut(line, from, from + LONGEST).trimEnd()}`,
    `  ${" ".repeat(gutter.length)} | ${" ".repeat(before)}${carets}`,
  ];
}

/** A stretch of a line, safe to show; a sign of two units is never cut in half. */
function cut(line: string, from: number, to: number): string {
  const stretch = line.slice(wholeAt(line, from), wholeAt(line, Math.max(from, to)));
  return withoutCommands(visible(stretch).replaceAll("\n", " "));
}

function wholeAt(line: string, index: number): number {
  return /^[\udc00-\udfff]/u.test(line.slice(index, index + 1)) ? index - 1 : index;
}

/** What is wrong, why it matters and what to do, as one line. */
export function messageOf(problem: Problem): string {
  const { says, why, fix } = problem;
  return oneLine([says, why, fix, moreText(problem)].filter(Boolean).join(" "));
}

/** How many more of the kind are left out of the list; undefined for none. */
function moreText({ more = 0, next = [] }: Problem): string | undefined {
  if (more === 0) return undefined;
  const places = next.map(({ line, column }) => `${line}:${column}`).join(" and ");
  return `And ${more} more of these in this file${places === "" ? "" : `, next at ${places}`}.`;
}

/** Safe to show, and on one line. */
export function oneLine(text: string): string {
  return wellFormed(visible(text))
    .replace(/ *\n[\n ]*/gu, " ")
    .trim();
}

/** Half a surrogate pair, as a broken file can hold, becomes the replacement sign: some encoders refuse it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The problems people are shown: none that were silenced, `info` only when they ask for it, and one fact once. */
export function shown(
  problems: readonly Problem[],
  settings: Pick<FormatSettings, "verbose">,
): readonly Problem[] {
  return saidOnce(eachShown(problems, settings));
}

/** The same, each of them: for programs. */
export function eachShown(
  problems: readonly Problem[],
  { verbose }: Pick<FormatSettings, "verbose">,
): readonly Problem[] {
  return open(problems).filter(({ severity }) => verbose || atLeast(severity, "warning"));
}

/**
 * Problems for a person: `file:line:column`, what is wrong, the line with a caret, why, what to do. Ends in
 * one newline, or is empty.
 */
export function problemsText(
  problems: readonly Problem[],
  lineOf: LineOf,
  options: { readonly color: boolean },
): string {
  const pen = paint(options.color);
  const blocks = problems.map((each) => block(each, lineOf(each.file, each.place.line), pen));
  return blocks.map((text) => `${text}\n`).join("\n");
}

function block(problem: Problem, line: string | undefined, pen: Paint): string {
  const { file, place, rule, severity, says, why, fix, related } = problem;
  const where = pen.bold(`${oneLine(file)}:${place.line}:${place.column}`);
  const advice = [why, fix, moreText(problem)].filter((each) => each !== undefined);
  return [
    `${where} ${severity}: ${oneLine(says)} [${rule}]`,
    ...excerpt(line, place),
    ...advice.map((each) => `  ${oneLine(each)}`),
    ...related.map((each) => `  ${each.place.line}:${each.place.column} ${oneLine(each.says)}`),
  ].join("\n");
}
