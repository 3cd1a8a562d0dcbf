import type { Place } from "../../yaml/diagnostic.ts";

/** Where Handlebars says that something stands; lines count from 1, columns from 0. */
interface Located {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Turns what Handlebars knows of places into those of every other file. */
export class TemplatePlaces {
  private readonly text: string;
  private readonly starts: readonly number[];
  private readonly lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    // Handlebars takes a carriage return alone for the end of a line, and nobody else does.
    this.starts = startsAfter(text, /\r\n?|\n/gu);
    this.lineStarts = startsAfter(text, /\n/gu);
  }

  of({ start, end }: Located): Place {
    return this.between(this.offset(start), this.offset(end));
  }

  /** One step of a path: in `paper.nmae`, the second. Counted from the last, as a path can begin with `this`. */
  ofStep(path: Located & { readonly parts: readonly unknown[] }, index: number): Place {
    const from = this.offset(path.start);
    const written = this.text.slice(from, this.offset(path.end));
    const steps = [...written.matchAll(/\[[^\]]*\]|[^./]+/gu)];
    const step = steps.at(index - path.parts.length);
    if (step === undefined) return this.of(path);
    return this.between(from + step.index, from + step.index + step[0].length);
  }

  between(from: number, to: number): Place {
    const [start, end] = [this.position(from), this.position(Math.max(from, to))];
    return {
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }

  /** In UTF-16 units from the start of the text. */
  offset({ line, column }: Located["start"]): number {
    return (this.starts[line - 1] ?? this.text.length) + column;
  }

  private position(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }
}

function startsAfter(text: string, lineEnd: RegExp): readonly number[] {
  return [0, ...[...text.matchAll(lineEnd)].map((end) => end.index + end[0].length)];
}
