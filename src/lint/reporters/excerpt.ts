import { clean, displayWidth } from "../../terminal/wrap.ts";
import type { Place } from "../../yaml/diagnostic.ts";
import type { LineOf } from "./format.ts";

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
  return clean(stretch).replaceAll("\n", " ");
}

function wholeAt(line: string, index: number): number {
  return /^[\udc00-\udfff]/u.test(line.slice(index, index + 1)) ? index - 1 : index;
}
