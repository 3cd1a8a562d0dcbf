import { linesInBoth } from "../documents/bilingual.ts";

/** Something that stands on a sheet and never runs over the end of a page. */
export interface Piece {
  readonly html: string;
  /** In points, with the gap below it. */
  readonly height: number;
  /** A heading: it stands with what comes after it. */
  readonly isHeading?: boolean;
  /** Numbers of the questions in it. */
  readonly numbers?: readonly number[];
}

/** What stands on one page, in order. */
export type SheetPage = readonly Piece[];

/**
 * Fills pages one after the other. Sheets are laid out here and not by the browser, because a page has to say which page it
 * is and which questions are on it, and browsers differ in what they can print at the edge of a page.
 */
export function inPages(pieces: readonly Piece[], height: number): readonly SheetPage[] {
  const pages: Piece[][] = [];
  let page: Piece[] = [];
  let left = height;
  for (const [at, piece] of pieces.entries()) {
    if (page.length > 0 && left < neededFrom(pieces, at)) {
      pages.push(page);
      page = [];
      left = height;
    }
    page.push(piece);
    left -= piece.height;
  }
  return page.length === 0 ? pages : [...pages, page];
}

/** What must still fit: a piece, and after headings the first that is none. */
function neededFrom(pieces: readonly Piece[], start: number): number {
  let needed = 0;
  for (const { height, isHeading = false } of pieces.slice(start)) {
    needed += height;
    if (!isHeading) break;
  }
  return needed;
}

/** How a text is set. */
export interface Setting {
  readonly points: number;
  readonly width: number;
  readonly bold?: boolean;
}

/** How many lines a text takes, in each of its languages. */
export function countLines(text: string, setting: Setting): number {
  return linesInBoth(text).reduce((sum, line) => sum + lineCount(line, setting), 0);
}

/** How many lines a text takes in Arial or a font as wide. */
export function lineCount(text: string, { points, width, bold = false }: Setting): number {
  const perEm = (points / 1000) * (bold ? BOLD : 1) * SPARE;
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/u)) {
    const wide = wordWidth(word) * perEm;
    const gap = used === 0 ? 0 : SPACE * perEm;
    if (used + gap + wide <= width) used += gap + wide;
    else {
      // A word that is wider than the line is broken inside.
      lines += (used === 0 ? 0 : 1) + Math.ceil(wide / width) - 1;
      used = wide % width;
    }
  }
  return lines;
}

/** The width of a text in one line, in points. */
export function widthOf(text: string, { points, bold = false }: Omit<Setting, "width">): number {
  return (wordWidth(text) * points * (bold ? BOLD : 1) * SPARE) / 1000;
}

function wordWidth(word: string): number {
  let width = 0;
  for (const letter of word.normalize("NFD").replace(/\p{M}/gu, ""))
    width += WIDTHS.get(letter) ?? UNKNOWN;
  return width;
}

/** Bold letters are so much wider, and a font that stands in for Arial may be a little. */
const BOLD = 1.08;
const SPARE = 1.01;

const SPACE = 278;
/** Of letters that are not in the list; those of many scripts are as wide as they are high. */
const UNKNOWN = 1000;

/** Widths of Arial's letters, in thousandths of their size. */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [191, "'"],
      [222, "ijl‘’"],
      [278, " !,./:;I[]\\ft|"],
      [333, "()-r“”`·"],
      [355, '"'],
      [389, "*"],
      [500, "Jckvsxyz"],
      [556, "#$0123456789?L_abdeghnopqu£€–"],
      [584, "+<=>~"],
      [611, "FTZ"],
      [667, "&ABEKPSVXY"],
      [722, "CDHNRUw"],
      [778, "GOQ"],
      [833, "Mm"],
      [889, "%"],
      [944, "W"],
      [1000, "—…"],
      [1015, "@"],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter): [string, number] => [letter, width])),
);
