import type { Action } from "../../assessment/schema.ts";
import type { REGISTER_FIELDS } from "../../documents/register/register.ts";
import { cellText, type ReadCell } from "../../documents/spreadsheet/table.ts";
import { flatText, visible } from "../../util/visible-text.ts";
import { listOf, quoted } from "../../util/words.ts";
import { type Day, readWhen } from "../dates.ts";
import { amountIn } from "./action-fields.ts";

export type CellReading = { readonly value: Action[keyof Action] };

interface Around {
  readonly questions: ReadonlyMap<string, string>;
  readonly today: Day;
}

type Field = (typeof REGISTER_FIELDS)[number];
type Read = CellReading | { readonly problem: string };

/** What a cell says, as the file keeps it; undefined where it is empty. */
export function readField(field: Field, cell: ReadCell, around: Around): Read {
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
      return questionValue(text, around.questions);
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

function questionValue(text: string, questions: ReadonlyMap<string, string>): Read {
  const found = [...questions].find(
    ([key, asks]) => key === text || flatText(asks) === text || key.endsWith(`/${text}`),
  );
  if (found !== undefined) return { value: found[0] };
  return {
    problem: `there is no question ${quoted(text)}. Write it as it is asked, or its key, such as principles/hear-back.`,
  };
}
