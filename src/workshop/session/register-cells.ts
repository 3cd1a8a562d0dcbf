import type { Action } from "../../assessment/schema.ts";
import { CHECK_NAME, REGISTER_FIELDS } from "../../documents/register/register.ts";
import {
  cellName,
  cellText,
  type ReadCell,
  type ReadRow,
} from "../../documents/spreadsheet/table.ts";
import { flatText, visible } from "../../util/visible-text.ts";
import { listOf, quoted } from "../../util/words.ts";
import { type Day, readWhen } from "../dates.ts";
import { amountIn } from "./action-fields.ts";

export type RegisterField = (typeof REGISTER_FIELDS)[number];

interface Place {
  readonly field: RegisterField;
  readonly at: number;
}

export interface Columns {
  readonly places: readonly Place[];
  /** Undefined where somebody took the hidden column out. */
  readonly checkAt: number | undefined;
  /** All that have a name. */
  readonly named: ReadonlySet<number>;
  readonly faults: readonly string[];
}

export type CellReading = { readonly value: Action[keyof Action] };

interface Around {
  /** The key of each question, by its words, its key and its id. */
  readonly keys: ReadonlyMap<string, string>;
  readonly today: Day;
}

type Read = CellReading | { readonly problem: string };

/** Which column holds what, and what is wrong with them. */
export function readHeader({ row, cells }: ReadRow): Columns {
  const named = cells
    .map((cell, at) => ({ at, name: flatText(cellText(cell)), place: cellName(row, at) }))
    .filter(({ name }) => name !== "");
  const called = (name: string) => named.filter((each) => sameName(each.name, name));
  const [check] = called(CHECK_NAME);
  const places = REGISTER_FIELDS.flatMap((field) =>
    called(field.name)
      .slice(0, 1)
      .map(({ at }) => ({ field, at })),
  );
  const known = [CHECK_NAME, ...REGISTER_FIELDS.map(({ name }) => name)];
  const faults = [
    ...named
      .filter((each) => called(each.name)[0] !== each)
      .map(({ name, place }) => `${place}: there are two columns called ${quoted(name)}.`),
    ...named
      .filter(({ name }) => !known.some((each) => sameName(each, name)))
      .map(({ name, place }) => `${place}: a register has no column ${quoted(name)}. Take it out.`),
    ...["Number", "What to do"]
      .filter((name) => called(name).length === 0)
      .map((name) => `Row ${row}: the column ${quoted(name)} is missing.`),
  ];
  return { places, checkAt: check?.at, named: new Set(named.map(({ at }) => at)), faults };
}

/** The key of each question, by its words, its key, and the end of its key. */
export function keysOf(questions: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const all = [...questions];
  return new Map([
    ...all.map(([key]) => [key.slice(key.indexOf("/") + 1), key] as const),
    ...all.map(([key, asks]) => [flatText(asks), key] as const),
    ...all.map(([key]) => [key, key] as const),
  ]);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What a cell says, as the file keeps it; undefined where it is empty. */
export function readField(field: RegisterField, cell: ReadCell, around: Around): Read {
  const text = flatText(cellText(cell));
  if (text === "") return { value: undefined };
  if (field.words !== undefined) return chosenValue(field.words, text);
  switch (field.key) {
    case "by":
    case "since":
      return dateValue(cell, around.today);
    case "cost":
    case "hours":
      return numberValue(cell, text);
    case "for":
      return questionValue(text, around.keys);
    case "note":
    case "why":
      return { value: visible(cellText(cell)).trim() };
    default:
      return { value: text };
  }
}

/** By the word that we write, or the short one of the file. */
function chosenValue(words: Readonly<Record<string, string>>, text: string): Read {
  const typed = text.toLowerCase();
  const found = Object.entries(words).find(
    ([value, word]) => value === typed || word.toLowerCase() === typed,
  )?.[0];
  if (found === undefined)
    return { problem: `${quoted(text)} is none of these: ${listOf(Object.values(words))}.` };
  const truth = { true: true, false: false } as const;
  return { value: found in truth ? truth[found as keyof typeof truth] : (found as never) };
}

function dateValue(cell: ReadCell, today: Day): Read {
  if (typeof cell === "object") return { value: cell.day };
  const text = flatText(cellText(cell));
  const when =
    typeof cell === "string" ? (spreadsheetMonth(text) ?? readWhen(text, today)?.date) : undefined;
  if (when !== undefined) return { value: when };
  return { problem: `${quoted(text)} is no date. Write it like 2027-03-31 or March 2027.` };
}

/** A month as Excel writes it where it makes one of a text, such as `Mar-27`. */
function spreadsheetMonth(text: string): string | undefined {
  const [, month, year] = /^([A-Za-z]{3})-(\d\d)$/u.exec(text) ?? [];
  return month === undefined
    ? undefined
    : readWhen(`${month} 20${year}`, { year: 2000, month: 1, day: 1 })?.date;
}

function numberValue(cell: ReadCell, text: string): Read {
  if (typeof cell === "object" || typeof cell === "boolean")
    return { problem: "the spreadsheet made a day of this. Type the number again." };
  const value = typeof cell === "number" ? Math.round(cell * 100) / 100 : amountIn(text);
  if (value !== undefined && value >= 0) return { value };
  return { problem: `${quoted(text)} is no number. Write digits alone, such as 450 or 12.50.` };
}

function questionValue(text: string, keys: ReadonlyMap<string, string>): Read {
  const found = keys.get(text);
  if (found !== undefined) return { value: found };
  return {
    problem: `there is no question ${quoted(text)}. Write it as it is asked, or its key, such as principles/hear-back.`,
  };
}
