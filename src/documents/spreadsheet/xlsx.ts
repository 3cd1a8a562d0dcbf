import { strFromU8, strToU8, unzipSync, type ZippableFile, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
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
  rowLines,
  type Table,
  tooLarge,
} from "./table.ts";

/** The table as a spreadsheet to work in and to print: the same bytes whenever and wherever it is made. */
export function writeXlsx(table: Table): Uint8Array {
  return writeSheets([table], table.signature);
}

/** Several tables as the sheets of one file. */
export function writeSheets(tables: readonly Table[], signature?: string): Uint8Array {
  const paths = tables.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const sheets = paths.flatMap((path) => ["worksheet", path]);
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes(paths)],
    ["_rels/.rels", links("officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", workbookXml(tables)],
    ["xl/_rels/workbook.xml.rels", links(...sheets, "styles", "styles.xml")],
    ["xl/styles.xml", STYLES],
    ...tables.map((table, at) => [`xl/${paths[at]}`, sheetXml(table, at === 0)] as const),
  ];
  const signed = signature === undefined ? {} : { comment: signature };
  const files = parts.map(([path, xml], at): [string, ZippableFile] => {
    const bytes = Buffer.from(`${XML}${xml}`);
    return [path, at === 0 ? [bytes, signed] : bytes];
  });
  // A zip's clock has no zone, and the library fills it in from the local time: a local day is the same everywhere.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2026, 0, 1) });
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(paths: readonly string[]): string {
  const sheets = paths.map(
    (path) => `<Override PartName="/xl/${path}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${sheets.join("")}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;
}

/** Links to other parts, as pairs of kind and place; the first is rId1. */
function links(...pairs: readonly string[]): string {
  const all = pairs.flatMap((kind, at) =>
    at % 2 === 1
      ? []
      : `<Relationship Id="rId${at / 2 + 1}" Type="${RELATIONS}/${kind}" Target="${pairs[at + 1]}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

/** The names give a filter its place, and every printed page its header. */
function workbookXml(tables: readonly Table[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = tables.map(({ name, columns, rows }, at) => {
    const sheet = `'${escaped(name.replaceAll("'", "''"))}'`;
    const place = `$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${place}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$1</definedName>`;
  });
  return `<workbook ${MAIN} xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${sheets.join("")}</sheets><definedNames>${names.join("")}</definedNames></workbook>`;
}

/** In the order of `cellXfs`. What is typed into a cell of text stays as it was typed: 3-4 is no day, =1+1 no formula. */
const LOOKS = { header: 1, text: 2, number: 3, money: 4, date: 5 } as const;

const STYLES = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="[$£-809]#,##0.00"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${look("49", { font: 1, fill: 2 })}${look("49")}${look("0")}${look("164")}${look("165")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function look(format: string, { font = 0, fill = 0 } = {}): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}

/** Its parts in the order that the format asks for. */
function sheetXml({ columns, rows, spareRows = 0 }: Table, isFirst: boolean): string {
  const spare = Array.from({ length: spareRows }, () => []);
  const last = columnLetters(columns.length - 1);
  return [
    `<worksheet ${MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ""}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.map(columnXml).join("")}</cols>`,
    `<sheetData>${headerRow(columns)}`,
    ...[...rows, ...spare].map((row: readonly CellValue[], at) => rowXml(columns, row, at + 2)),
    `</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/>`,
    dropDowns(columns, rows.length + 1 + spareRows),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");
}

function columnXml({ width = 12, isHidden = false }: Column, at: number): string {
  const hidden = isHidden ? ' hidden="1"' : "";
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden}/>`;
}

function headerRow(columns: readonly Column[]): string {
  const cells = columns.map(({ name }, at) => textCell(cellName(1, at), LOOKS.header, name));
  return `<row r="1" ht="30" customHeight="1">${cells.join("")}</row>`;
}

function rowXml(columns: readonly Column[], row: readonly CellValue[], number: number): string {
  const cells = columns.map(({ kind }, at) => cellXml(kind, cellName(number, at), row[at]));
  return `<row r="${number}" ht="${15 * rowLines(columns, row)}" customHeight="1">${cells.join("")}</row>`;
}

function cellXml(kind: Column["kind"], place: string, value: CellValue): string {
  const cell = `<c r="${place}" s="${LOOKS[kind]}"`;
  if (value === undefined || value === "") return `${cell}/>`;
  // What a sum in binary leaves over is no amount.
  if (typeof value === "number") return `${cell}><v>${Number(value.toPrecision(12))}</v></c>`;
  const day = kind === "date" ? dayNumber(value) : undefined;
  return day === undefined ? textCell(place, LOOKS.text, value) : `${cell}><v>${day}</v></c>`;
}

function textCell(place: string, look: number, text: string): string {
  // Only where a program would trim it: a sheet is read much sooner when it is shorter.
  const keep = /^\s|\s$|\s{2}|\n/u.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t${keep}>${escaped(cellCharacters(text))}</t></is></c>`;
}

/** How spreadsheets count a day, or the last one of a month; through no clock of the place we are in. */
function dayNumber(value: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(value) ?? [];
  if (year === undefined || Number(year) < 1901) return undefined;
  const isMonth = day === undefined;
  const time = Date.UTC(Number(year), Number(month) - (isMonth ? 0 : 1), Number(day ?? 0));
  return time / 86_400_000 + 25_569;
}

/** Everything that XML cannot hold, in the way that spreadsheets write it, and what only looks as if it were so written. */
function cellCharacters(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/gu, "_x005F_").replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? "&quot;");
}

function dropDowns(columns: readonly Column[], lastRow: number): string {
  const lists = columns.flatMap(({ choices = [] }, at) => {
    const list = choices.join(",");
    const isLong = list.length > 255 || choices.some((each) => /[,"]/u.test(each));
    if (choices.length === 0 || isLong || lastRow < 2) return [];
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cellName(2, at)}:${cellName(lastRow, at)}"><formula1>"${escaped(list)}"</formula1></dataValidation>`;
  });
  if (lists.length === 0) return "";
  return `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
}

/** The rows of the first sheet of a spreadsheet. */
export async function readXlsx(name: string, bytes: Uint8Array): Promise<ReadRow[]> {
  const checked = checkedParts(name, bytes);
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(checked, { trim: false });
    return numberedRows(rows.map((row) => row.map(readValue)));
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

/** Without compression, so that nothing has to be unpacked twice; what else was made of it is let go. */
function checkedParts(name: string, bytes: Uint8Array): ArrayBuffer {
  const parts = partsOf(name, bytes);
  checkCells(name, firstSheet(parts));
  const { buffer, length } = zipSync(parts, { level: 0 });
  return (length === buffer.byteLength ? buffer : buffer.slice(0, length)) as ArrayBuffer;
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
