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
  const scalars = source.scalars();
  return [...text.matchAll(/(?<=^|[ \t])#([^\r\n]*)/gmu)].flatMap((match) => {
    const [whole, content = ""] = match;
    const start = match.index;
    const isText = scalars.some((each) => start >= each.contentStart && start < each.end);
    if (isText || !content.includes(word)) return [];
    const line = text.slice(0, start).split("\n").length;
    return [{ text: content, start, end: start + whole.length, line }];
  });
}
