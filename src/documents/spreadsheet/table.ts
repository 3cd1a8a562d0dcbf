import { EXIT, UserError } from "../../platform/errors.ts";

/** A sheet as we write it: one header row, then a row each. */
export interface Table {
  /** The name of the sheet. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Rows below, empty, in which what is typed is taken as the column means it. */
  readonly spareRows?: number;
  /** By which we know our own file again, in a place that no spreadsheet shows. */
  readonly signature?: string;
}

export interface Column {
  readonly name: string;
  readonly kind: "text" | "number" | "date" | "money";
  /** In characters. */
  readonly width?: number;
  /** What to choose from. A list with a comma in an item, or one that is too long for a spreadsheet, is left out. */
  readonly choices?: readonly string[];
  readonly isHidden?: boolean;
}

/** A date is `2027-03-31`, or `2027-03` where only its month is known: the sheet then holds the month's last day. */
export type CellValue = string | number | undefined;

/** A day that a spreadsheet holds as one, not as text. */
export interface CalendarDay {
  /** `2027-03-31` */
  readonly day: string;
  /** `14:30` where it is not the start of the day. */
  readonly time?: string;
}

/** What stands in a cell. A time without a day is a text, such as `14:30`. */
export type ReadCell = string | number | boolean | CalendarDay | undefined;

/** A row that holds something. */
export interface ReadRow {
  /** As the spreadsheet numbers it: the header is mostly 1. */
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

/** The letters of a column, counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** What a spreadsheet calls a cell: `F3` is row 3 of the column with index 5. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** What stands in a cell, as text. */
export function cellText(cell: ReadCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell !== "object") return String(cell);
  return cell.time === undefined ? cell.day : `${cell.day} ${cell.time}`;
}

/** How many lines a row needs: not every program works it out when it opens the file. */
export function rowLines(columns: readonly Column[], row: readonly CellValue[]): number {
  const lines = columns.map(({ width = 12, isHidden }, at) => {
    const text = isHidden === true ? "" : String(row[at] ?? "");
    return text.split("\n").length + Math.floor(text.length / width);
  });
  return Math.min(20, Math.max(1, ...lines));
}

/** The rows that hold something, each with its number. */
export function numberedRows(rows: readonly (readonly ReadCell[])[]): ReadRow[] {
  return rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cellText(cell).trim() !== ""));
}

/** More than any register or survey has: what is larger was saved by a slip, and could fill the memory. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 2_000;

export function tooLarge(name: string): UserError {
  return refusal(`${name} is too large to be read.`, {
    hint: `We read up to ${MOST_ROWS} rows and ${MOST_COLUMNS} columns. Take out what lies far below or to the right of the table.`,
  });
}

/** What we cannot read, in words: what is wrong, and what to do. */
export function refusal(message: string, { hint }: { readonly hint: string }): UserError {
  return new UserError(message, { hint, exitCode: EXIT.problems });
}
