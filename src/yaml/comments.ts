import { Lines } from "./lines.ts";
import type { SourceFile } from "./source-file.ts";

/** A comment, and where its sign `#` stands. */
export interface Comment {
  /** Without the sign. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The comments that hold a word. A `#` inside a text is none. */
export function commentsWith(word: string, source: SourceFile): readonly Comment[] {
  const { text } = source;
  // Most files have none, and then nothing need be walked.
  if (!text.includes(word)) return [];
  const lines = new Lines(text);
  const isText = textFinder(source);
  return [...text.matchAll(/(?<=^|[ \t])#([^\r\n]*)/gmu)].flatMap((match) => {
    const [whole, content = ""] = match;
    const start = match.index;
    if (!content.includes(word) || isText(start)) return [];
    const { line } = lines.positionOf(start);
    return [{ text: content, start, end: start + whole.length, line }];
  });
}

/** Tells whether an offset is inside a text. Each one asked about must be further on than the one before. */
function textFinder(source: SourceFile): (offset: number) => boolean {
  const scalars = source.scalars();
  let next = 0;
  return (offset) => {
    while ((scalars[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    const scalar = scalars[next];
    return scalar !== undefined && offset >= scalar.contentStart;
  };
}
