import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import writeExcelFile, {
  type CellObject,
  type Feature,
  type SheetData,
} from "write-excel-file/universal";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from "write-excel-file/utility";
import {
  type CellValue,
  type Column,
  cellName,
  columnLetters,
  MOST_COLUMNS,
  MOST_ROWS,
  numberedRows,
  type ReadCell,
  type ReadRow,
  refusal,
  type Table,
  tooLarge,
} from "./table.ts";

const SHEET = "xl/worksheets/sheet{id}.xml";

/** The table as a spreadsheet to work in and to print: the same bytes whenever and wherever it is made. */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  const header = table.columns.map(({ name }) => headerCell(name));
  const spare = Array.from({ length: table.spareRows ?? 0 }, () => []);
  const rows = [...table.rows, ...spare].map((row: readonly CellValue[]) =>
    table.columns.map((column, index) => dataCell(column, row[index])),
  );
  const cells: SheetData = [header, ...rows];
  const blob = await writeExcelFile(
    cells,
    {
      sheet: table.name,
      columns: table.columns.map(({ width = 12 }) => ({ width })),
      stickyRowsCount: 1,
      orientation: "landscape",
    },
    { features: [forWorkAndPrint(table)] },
  ).toBlob();
  return reproducible(new Uint8Array(await blob.arrayBuffer()), table.signature);
}

function headerCell(name: string): CellObject {
  return {
    value: cellCharacters(name),
    type: String,
    fontWeight: "bold",
    wrap: true,
    alignVertical: "top",
    backgroundColor: "#E7E6E6",
  };
}

const FORMATS = {
  // What is typed into a cell of text stays as it was typed: 3-4 is no day, and =1+1 no formula.
  text: "@",
  number: "0.##########",
  money: "[$£-809]#,##0.00",
  date: "yyyy-mm-dd",
} as const;
const TYPES = { text: String, number: Number, money: Number, date: Date } as const;

function dataCell({ kind }: Column, value: CellValue): CellObject {
  const look = { alignVertical: "top", format: FORMATS[kind] } as const;
  if (typeof value === "number")
    return { ...look, value: Number(value.toPrecision(12)), type: Number };
  const day = kind === "date" ? endDay(value) : undefined;
  if (day !== undefined) return { ...look, value: day, type: Date };
  if (!value) return { ...look, type: TYPES[kind], wrap: kind === "text" };
  return { ...look, value: cellCharacters(value), type: String, format: FORMATS.text, wrap: true };
}

/** The day, or the last one of the month; through no clock of the place we are in. */
function endDay(value: string | undefined): Date | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(value ?? "") ?? [];
  if (year === undefined || Number(year) < 1901) return undefined;
  const isMonth = day === undefined;
  return new Date(Date.UTC(Number(year), Number(month) - (isMonth ? 0 : 1), Number(day ?? 0)));
}

/** Everything that XML cannot hold, in the way that spreadsheets write it, and what only looks as if it were so written. */
function cellCharacters(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/gu, "_x005F_").replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}

/** A filter, drop-downs, a header on every page, and as wide as the paper: what the library leaves to others. */
function forWorkAndPrint({ name, columns, rows, spareRows = 0 }: Table): Feature<Blob> {
  const last = columnLetters(columns.length - 1);
  const table = `$A$1:$${last}$${rows.length + 1}`;
  const quoted = `'${sanitizeAttributeValue(name.replaceAll("'", "''"))}'`;
  const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
  const pieces = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<autoFilter ref="${table.replaceAll("$", "")}"/>`,
    dropDowns(columns, rows.length + 1 + spareRows),
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>",
  ].filter((piece) => piece !== "");
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml: string) =>
            pieces.reduce(
              (text, piece) =>
                insertElementMarkupAccordingToOrderOfSiblings(text, piece, order, "worksheet"),
              xml,
            ),
          transformElementAttributes: (tag, attributes, index) => {
            if (tag === "pageSetup") return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            const isHidden = tag === "col" && columns[index ?? -1]?.isHidden === true;
            return isHidden ? { ...attributes, hidden: 1 } : attributes;
          },
        },
        "xl/workbook.xml": {
          transform: (xml: string) =>
            // It is there already, and empty; a second one would be a fault.
            xml.replace(
              "<definedNames/>",
              () =>
                `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!${table}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}

function dropDowns(columns: readonly Column[], lastRow: number): string {
  const lists = columns.flatMap(({ choices = [] }, index) => {
    const list = choices.join(",");
    const isLong = list.length > 255 || choices.some((each) => /[,"]/u.test(each));
    if (choices.length === 0 || isLong || lastRow < 2) return [];
    const place = `${cellName(2, index)}:${cellName(lastRow, index)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${place}"><formula1>"${sanitizeAttributeValue(list)}"</formula1></dataValidation>`;
  });
  return lists.length === 0
    ? ""
    : `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
}

/** The same file without the time at which it was made. */
function reproducible(file: Uint8Array, signature: string | undefined): Uint8Array {
  // A zip's clock has no zone, and the library fills it in from the local time: a local day is the same everywhere.
  const mtime = new Date(2026, 0, 1);
  const [first, ...others] = Object.entries(unzipSync(file));
  if (first === undefined) return file;
  const signed = signature === undefined ? {} : { comment: signature };
  return zipSync({ [first[0]]: [first[1], signed], ...Object.fromEntries(others) }, { mtime });
}

/** The rows of the first sheet of a spreadsheet. */
export async function readXlsx(name: string, bytes: Uint8Array): Promise<ReadRow[]> {
  const parts = partsOf(name, bytes);
  checkCells(name, firstSheet(parts));
  try {
    // Without compression, so that nothing has to be unpacked twice.
    const stored = zipSync(parts, { level: 0 });
    const rows: readonly (readonly unknown[])[] = await readSheet(
      stored.buffer.slice(0, stored.length) as ArrayBuffer,
      { trim: false },
    );
    return numberedRows(rows.map((row) => row.map(readValue)));
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function unreadable(name: string, cause?: unknown): Error {
  const error = refusal(`${name} could not be read as a spreadsheet.`, {
    hint: "Open it in a spreadsheet program, save it again as .xlsx and try again.",
  });
  error.cause = cause;
  return error;
}

/** Far more than a register or a survey has: a small zip can hold what no memory does. */
const MOST_BYTES = 100 * 1024 * 1024;

/** What a spreadsheet is made of, without its pictures. */
function partsOf(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const names: string[] = [];
  let total = 0;
  const parts = unzipped(name, bytes, ({ name: path, originalSize }) => {
    names.push(path);
    const isWanted = /\.(?:xml|rels)$/u.test(path);
    if (isWanted) total += originalSize;
    return isWanted && total <= MOST_BYTES;
  });
  if (total > MOST_BYTES) throw tooLarge(name);
  if (parts["xl/workbook.xml"] !== undefined) return parts;
  const kind = KINDS.find(([sign]) => names.some((each) => sign.test(each)))?.[1];
  throw refusal(
    `${name} is ${kind ?? "no spreadsheet that we can read, whatever its name says"}.`,
    {
      hint: "Save it as .xlsx or .csv and try again.",
    },
  );
}

const KINDS = [
  [/^xl\/workbook\.bin$/u, "a binary Excel file (.xlsb)"],
  [/^word\//u, "a Word document"],
  [/^Index\//u, "a Numbers spreadsheet"],
  [/^(?:content\.xml|mimetype)$/u, "an OpenDocument file (.ods)"],
] as const;

function unzipped(
  name: string,
  bytes: Uint8Array,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/** The XML of the sheet that stands first in the workbook. */
function firstSheet(parts: Readonly<Record<string, Uint8Array>>): string {
  const text = (path: string) => strFromU8(parts[path] ?? strToU8(""));
  const sheet = /<(?:\w+:)?sheet\s[^>]*>/u.exec(text("xl/workbook.xml"))?.[0] ?? "";
  const id = /\b\w+:id="([^"]*)"/u.exec(sheet)?.[1];
  const links = text("xl/_rels/workbook.xml.rels").match(/<(?:\w+:)?Relationship\s[^>]*>/gu) ?? [];
  const link = links.find((each) => /\bId="([^"]*)"/u.exec(each)?.[1] === id) ?? "";
  const target = /\bTarget="([^"]*)"/u.exec(link)?.[1] ?? "";
  return text(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
}

const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/gu;

/** Refuses what the library would read as an empty cell: a cost must not vanish because a formula broke. */
function checkCells(name: string, sheet: string): void {
  const broken: string[] = [];
  for (const [, attributes = "", content = ""] of sheet.matchAll(CELL)) {
    if (content === "") continue;
    const place = /\br="([A-Z]+\d+)"/u.exec(attributes)?.[1] ?? "";
    if (isFar(place)) throw tooLarge(name);
    const error = errorIn(attributes, content);
    if (error !== undefined) broken.push(`${place}${error}`);
  }
  if (broken.length === 0) return;
  const [more, all] = [broken.length > 20 ? " and more" : "", broken.slice(0, 20).join(", ")];
  throw refusal(`${name} has a formula that does not work, in ${all}${more}.`, {
    hint: "Put it right in the spreadsheet, or type its value, save it and try again.",
  });
}

/** What a formula says instead of a value, such as ` (#REF!)`; nothing where it was never worked out. */
function errorIn(attributes: string, content: string): string | undefined {
  const isUncounted = /<(?:\w+:)?f\b/u.test(content) && !/<(?:\w+:)?v\b/u.test(content);
  if (isUncounted) return "";
  if (!/\bt="e"/u.test(attributes)) return undefined;
  const [, value = "#"] = /<(?:\w+:)?v>([^<]*)</u.exec(content) ?? [];
  return ` (${value})`;
}

function isFar(place: string): boolean {
  const [letters = "", row = ""] = place.match(/[A-Z]+|\d+/gu) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return Number(row) > MOST_ROWS || column > MOST_COLUMNS;
}

function readValue(value: unknown): ReadCell {
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof Date)) return value as ReadCell;
  // The sum of a day and a share of one is seldom exact.
  const moment = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  const [day, time] = [moment.slice(0, 10), moment.slice(11, 16)];
  // The day from which spreadsheets count stands for none.
  if (day < "1900-01-02") return time;
  return time === "00:00" ? { day } : { day, time };
}
