import fastStringWidth from "fast-string-width";
import { visible } from "../util/visible-text.ts";

/**
 * Lines of at most `width` columns, broken at word ends. Every line starts with `indent`, the first one with `first`.
 * A word is never cut: one that is too long has a line to itself. Only scripts written without spaces break inside.
 */
export function wrap(text: string, width: number, indent = "", first = indent): string {
  const lines: string[] = [];
  for (const paragraph of visible(text).split("\n")) {
    const room = width - Math.max(displayWidth(indent), displayWidth(first));
    lines.push(...fill(piecesOf(paragraph), room));
  }
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd()).join("\n");
}

/** Text that must stay together, and whether a space stood before it. */
interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

/** All of the scripts below; to look those up costs more than the rest of a page that has none. */
const MAYBE_WIDE = /[\u2e80-\u{3ffff}]/u;
const BETWEEN_WIDE_CHARACTERS =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

function breakable(word: string): readonly string[] {
  return MAYBE_WIDE.test(word) ? word.split(BETWEEN_WIDE_CHARACTERS) : [word];
}

function piecesOf(paragraph: string): Piece[] {
  const words = paragraph.split(/ +/u).filter((word) => word !== "");
  return words.flatMap((word) =>
    breakable(word).map((text, index) => ({ text, spaced: index === 0 })),
  );
}

function fill(pieces: readonly Piece[], room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const { text, spaced } of pieces) {
    const longer = line === "" ? text : `${line}${spaced ? " " : ""}${text}`;
    if (line !== "" && displayWidth(longer) > room) {
      lines.push(line);
      line = text;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** How many columns a terminal needs for a text: two for a wide character or an emoji, none for a combining mark. */
export function displayWidth(text: string): number {
  return ONE_COLUMN_EACH.test(text) ? text.length : fastStringWidth(text);
}

/** What English and Welsh are written with: to count those takes no knowledge of any other script. */
const ONE_COLUMN_EACH = /^[ -~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e]*$/u;
