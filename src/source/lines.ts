import { LineCounter } from "yaml";
import type { Place } from "../diagnostic.ts";

// Counted here: the parser misses the line breaks of a text over several lines where it does not expect one.
export function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}

export function placeAt(lines: LineCounter, [start, end]: readonly [number, number]): Place {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return {
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
  };
}
