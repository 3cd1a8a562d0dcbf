import Papa from "papaparse";
import { guarded, unguarded } from "../../util/visible-text.ts";
import {
  type CellValue,
  MOST_COLUMNS,
  MOST_ROWS,
  numberedRows,
  type ReadCell,
  type ReadRow,
  refusal,
  type Table,
  tooLarge,
} from "./table.ts";

const BYTE_ORDER_MARK = "\ufeff";

/** The table as CSV (RFC 4180), marked as UTF-8 for the spreadsheets that would guess wrong. */
export function writeCsv({ columns, rows }: Table): string {
  const names = columns.map(({ name }) => guarded(name));
  const lines = rows.map((row) => row.map(csvCell));
  const text = Papa.unparse([names, ...lines], { newline: "\r\n" });
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}

function csvCell(value: CellValue): string {
  if (typeof value === "number") return String(value);
  return guarded(value ?? "");
}

/** Which columns are kept, by the cells of the first row that holds something; the others are passed over while reading. */
export type ChooseColumns = (head: readonly ReadCell[]) => Promise<ReadonlySet<number>>;

/** The rows of a CSV file, whatever it parts its cells with. */
export async function readCsv(
  name: string,
  bytes: Uint8Array,
  choose?: ChooseColumns,
): Promise<ReadRow[]> {
  const { text, said } = afterSeparatorLine(decoded(name, bytes));
  const delimiter = said ?? delimiterOf(text);
  const isHead = (row: readonly string[]) => row.some((cell) => cell.trim() !== "");
  const [head = []] = Papa.parse<string[]>(text, { delimiter, preview: 20 }).data.filter(isHead);
  const kept = await choose?.(head.map(unguarded));
  const rows: (string | undefined)[][] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    header: false,
    step: ({ data, errors }) => {
      refuseFaults(name, { row: rows.length + 1, width: data.length }, errors);
      if (kept !== undefined && isHead(data.slice(head.length)))
        throw refusal(`${name}: row ${rows.length + 1} has more cells than the first row.`, {
          hint: "Take the file as the survey gives it, and try again.",
        });
      rows.push(data.map((cell, at) => (kept?.has(at) === false ? undefined : unguarded(cell))));
    },
  });
  return numberedRows(rows);
}

function refuseFaults(
  name: string,
  { row, width }: { readonly row: number; readonly width: number },
  errors: readonly Papa.ParseError[],
): void {
  if (errors.some(({ type }) => type === "Quotes"))
    throw refusal(`${name}: the quote marks in row ${row} do not match.`, {
      hint: "Open it in a spreadsheet, look at that row, save it as CSV and try again.",
    });
  if (row > MOST_ROWS || width > MOST_COLUMNS) throw tooLarge(name);
}

function decoded(name: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  // What Excel calls Unicode text.
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refusal(`${name} is not saved as UTF-8, so its letters could be read wrong.`, {
      hint: 'Save it again as "CSV UTF-8", or as .xlsx, and try again.',
    });
  }
}

/** A first line such as `sep=;` tells Excel what parts the cells, and is no row of the table. */
function afterSeparatorLine(text: string): { text: string; said: string | undefined } {
  const found = /^"?sep=([,;\t|])"?\r?\n/iu.exec(text);
  return { text: text.slice(found?.[0].length ?? 0), said: found?.[1] };
}

const DELIMITERS = [",", ";", "\t"] as const;

/** From the header alone: answers may hold more semicolons than there are cells. */
function delimiterOf(text: string): string {
  const width = (delimiter: string) =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  const [best = ","] = DELIMITERS.toSorted((a, b) => width(b) - width(a));
  return best;
}
