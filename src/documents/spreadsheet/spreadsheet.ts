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
import { readXlsx } from "./xlsx.ts";

/** The door to spreadsheets: loaded only by what reads or writes one, since the libraries behind it are large. */
export { writeSheets, writeXlsx } from "./xlsx.ts";

interface SpreadsheetFile {
  /** As people are told of it; its ending says what it should hold. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The rows of a CSV file or of the first sheet of an Excel file; anything else is refused in words. `choose` says which
 * columns are kept.
 */
export async function readSpreadsheet(
  { name, bytes }: SpreadsheetFile,
  choose?: ChooseColumns,
): Promise<ReadRow[]> {
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  refuseOld(name, bytes);
  if (bytes.length === 0)
    throw refusal(`${name} is empty.`, { hint: "Save it again from the spreadsheet." });
  if (["csv", "tsv", "txt"].includes(ending)) {
    if (!isZip) return readCsv(name, bytes, choose);
    throw refusal(`${name} is called .${ending}, but it is no text.`, {
      hint: "If it is an Excel file, give it a name that ends in .xlsx.",
    });
  }
  if (isZip) {
    const rows = await readXlsx(name, bytes);
    const kept = await choose?.(rows[0]?.cells ?? []);
    if (kept === undefined) return rows;
    return rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, at) => (kept.has(at) ? cell : undefined)),
    }));
  }
  throw refusal(`${name} is no Excel file (.xlsx), whatever its name says.`, {
    hint: "If it is CSV, give it a name that ends in .csv. Otherwise save it as .xlsx or .csv.",
  });
}

const OLD = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOld(name: string, bytes: Uint8Array): void {
  if (!OLD.every((byte, index) => bytes[index] === byte)) return;
  throw refusal(`${name} is an old Excel file (.xls), or it has a password.`, {
    hint: "Open it, save it as .xlsx without a password, and try again.",
  });
}

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
type ChooseColumns = (head: readonly ReadCell[]) => Promise<ReadonlySet<number>>;

/** The rows of a CSV file, whatever it parts its cells with. */
async function readCsv(
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
