import type { Place } from "./diagnostic.ts";

/** Counts from 1; the column in UTF-16 units. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin. Only `\n` ends a line. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  positionOf(offset: number): Position {
    const line = firstAfter(this.starts, offset);
    return { line, column: offset - (this.starts[line - 1] ?? 0) + 1 };
  }

  /** The place of what stands from one offset up to another. */
  placeOf([start, end]: readonly [number, number]): Place {
    const from = this.positionOf(start);
    const to = this.positionOf(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }
}

/** The index of the first number above the given one, in a list that rises; its length where there is none. */
export function firstAfter(sorted: readonly number[], given: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) > given) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Old Macs ended a line with a carriage return alone. Each place in the text stays the same. */
export function withLineFeeds(text: string): string {
  return text.includes("\n") ? text : text.replaceAll("\r", "\n");
}
