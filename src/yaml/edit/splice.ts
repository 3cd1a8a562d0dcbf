import { yamlText } from "./yaml-text.ts";

/** Replaces the text from `start` up to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where the line after the one that holds `end` starts; the end of the text where there is none. */
export function lineAfter(text: string, end: number): number {
  if (text[end - 1] === "\n") return end;
  const found = text.indexOf("\n", end);
  return found < 0 ? text.length : found + 1;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** The text with all splices made, or undefined where two of them overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  const ordered = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.start - b.start || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { start, end, text: fresh } of ordered) {
    if (start < at) return undefined;
    result += text.slice(at, start) + fresh;
    at = end;
  }
  return result + text.slice(at);
}

/** One entry of a map or list at a column; the first line has no indent and there is no line break at the end. */
export function entryText(entry: object, column: number): string {
  const lines = yamlText(entry).trimEnd().split("\n");
  const indent = " ".repeat(column);
  return lines
    .map((line, index) => (index === 0 || line === "" ? line : `${indent}${line}`))
    .join("\n");
}

/** Puts an entry on lines of its own at a line start, or at the end of a text without a last line break. */
export function newLines(
  text: string,
  at: number,
  { fresh, column }: { fresh: string; column: number },
): Splice {
  const broken = at === 0 || text[at - 1] === "\n";
  const line = `${" ".repeat(column)}${fresh}`;
  return { start: at, end: at, text: broken ? `${line}\n` : `\n${line}` };
}
