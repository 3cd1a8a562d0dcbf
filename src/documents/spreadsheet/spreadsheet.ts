import { type ChooseColumns, readCsv } from "./csv.ts";
import { type ReadRow, refusal } from "./table.ts";
import { readXlsx } from "./xlsx.ts";

/** The door to spreadsheets: loaded only by what reads or writes one, since the libraries behind it are large. */
export { writeCsv } from "./csv.ts";
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
