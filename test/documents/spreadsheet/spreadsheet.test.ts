import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  readSpreadsheet,
  writeCsv,
  writeXlsx,
} from "../../../src/documents/spreadsheet/spreadsheet.ts";
import {
  cellName,
  cellText,
  columnLetters,
  type ReadRow,
  type Table,
} from "../../../src/documents/spreadsheet/table.ts";
import { examples } from "../../support/examples.ts";

const TABLE: Table = {
  name: "Actions",
  columns: [
    { name: "Action", kind: "text", width: 8 },
    { name: "By", kind: "date" },
    { name: "Cost", kind: "money" },
    { name: "How far", kind: "text", choices: ["Planned", "Done"] },
    { name: "Check", kind: "text", isHidden: true },
  ],
  rows: [
    ["=1+1", "2027-03-31", 600, "Planned", "x"],
    ["two\nlines", "2027-02", 0.1 + 0.2, undefined, "y"],
  ],
  spareRows: 3,
  signature: "Made with coprod actions",
};

function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([path, content]) => [path, strFromU8(content)]));
}

function changed(bytes: Uint8Array, change: (sheet: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(change(sheet)) });
}

function read(name: string, content: string | Uint8Array): Promise<ReadRow[]> {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  return readSpreadsheet({ name, bytes });
}

describe("a spreadsheet that we write", () => {
  it("comes back as it was, with real days and exact amounts", async () => {
    const rows = await read("a.xlsx", writeXlsx(TABLE));
    expect(rows).toEqual([
      { row: 1, cells: ["Action", "By", "Cost", "How far", "Check"] },
      { row: 2, cells: ["=1+1", { day: "2027-03-31" }, 600, "Planned", "x"] },
      { row: 3, cells: ["two\nlines", { day: "2027-02-28" }, 0.3, undefined, "y"] },
    ]);
  });

  it("has all of a sheet's parts in the order that the format asks for, once each", async () => {
    const parts = partsOf(writeXlsx(TABLE));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    const order = [
      "<sheetPr>",
      "<sheetViews>",
      "<cols>",
      "<sheetData>",
      "<autoFilter",
      "<dataValidations",
      "<pageMargins",
      "<pageSetup",
      "<headerFooter>",
    ];
    const places = order.map((piece) => sheet.indexOf(piece));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:E3"/>');
    expect(sheet).toContain('sqref="D2:D6"><formula1>"Planned,Done"</formula1>');
    expect(sheet).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"/u);
    expect(sheet.match(/<col [^>]*hidden="1"/gu)).toHaveLength(1);
    const workbook = parts["xl/workbook.xml"] ?? "";
    expect(workbook.match(/<definedNames/gu)).toHaveLength(1);
    expect(workbook).toContain("'Actions'!$1:$1");
  });

  it("says in a place that no spreadsheet shows that it is ours", async () => {
    const text = Buffer.from(writeXlsx(TABLE)).toString("latin1");
    expect(text).toMatch(/^PK[\s\S]*Made with coprod actions/u);
  });

  it("leaves out a list that a spreadsheet could not hold", async () => {
    const columns = [
      { name: "a", kind: "text", choices: ["yes, always", "no"] },
      { name: "b", kind: "text", choices: ["x".repeat(256)] },
    ] as const;
    const parts = partsOf(writeXlsx({ name: "A", columns, rows: [["", ""]] }));
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("dataValidation");
  });
});

const hostile = fc
  .tuple(
    fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "=cmd|' /C calc'!A0", ";"),
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom("", "\n", "\r\n", "\u00a0", " ", "_x000D_", '"', ",", "\t", "1/4", "3-4"),
  )
  .map((parts) => parts.join(""));

describe("hostile cells", () => {
  it("come back from CSV as the same texts, and none is a formula", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 20, maxLength: 20 }), async (texts) => {
        const rows = texts.map((text) => [text, "end"]);
        const csv = writeCsv({ name: "A", columns: [TEXT, TEXT], rows });
        const back = await read("a.csv", csv);
        expect(back.slice(1).map(({ cells }) => cells)).toEqual(rows);
        expect(pythonCells(csv).filter((cell) => /^[=+\-@\t\r\n]/u.test(cell))).toEqual([]);
      }),
      { numRuns: examples(5, 50) },
    );
  });

  it("come back from XLSX as the same texts, and none is a formula", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 50, maxLength: 50 }), async (texts) => {
        const rows = texts.map((text) => [text, "end"]);
        const bytes = writeXlsx({ name: "A", columns: [TEXT, TEXT], rows });
        const back = await read("a.xlsx", bytes);
        const cells = back.slice(1).map((row) => row.cells.map(cellText));
        expect(cells).toEqual(rows);
        expect(partsOf(bytes)["xl/worksheets/sheet1.xml"]).not.toContain("<f");
      }),
      { numRuns: examples(5, 50) },
    );
  });
});

const TEXT = { name: "text", kind: "text" } as const;

/** All cells as Python's reader of CSV finds them: not our own reader, nor the library of our writer. */
function pythonCells(csv: string): string[] {
  const script =
    "import csv,io,json,sys; t=sys.stdin.buffer.read().decode('utf-8-sig'); print(json.dumps([c for r in csv.reader(io.StringIO(t, newline='')) for c in r]))";
  return JSON.parse(
    execFileSync("python3", ["-c", script], { input: csv, encoding: "utf8" }),
  ) as string[];
}

describe("a spreadsheet of somebody else", () => {
  it.each([
    ["semicolons, with commas in every answer", "Name;Why\na, b, c;d, e\n"],
    ["a line that says what parts its cells", "sep=;\r\nName;Why\r\na, b, c;d, e\r\n"],
    ["tabs", "Name\tWhy\na, b, c\td, e"],
    ["quotes and a mark of UTF-8", '\ufeff"Name","Why"\r\n"a, b, c","d, e"\r\n'],
  ])("is read where it has %s", async (_, text) => {
    const rows = await read("a.csv", text);
    expect(rows).toEqual([
      { row: 1, cells: ["Name", "Why"] },
      { row: 2, cells: ["a, b, c", "d, e"] },
    ]);
  });

  it("has one column where its header has one, whatever its answers hold", async () => {
    const rows = await read("a.csv", "Answer\nYes;No;\nNo;\n");
    expect(rows.map(({ cells }) => cells)).toEqual([["Answer"], ["Yes;No;"], ["No;"]]);
  });

  it("numbers its rows as the spreadsheet does, and leaves out the empty ones", async () => {
    const rows = await read("a.csv", "A,B\n\n,\n1,2\n");
    expect(rows.map(({ row }) => row)).toEqual([1, 4]);
  });

  it("may be what Excel calls Unicode text", async () => {
    const bytes = Buffer.from("\ufeffName\tWhy\nŵ\tx\n", "utf16le");
    const rows = await read("a.txt", bytes);
    expect(rows[1]?.cells).toEqual(["ŵ", "x"]);
  });

  it("keeps a text that only begins with a quote mark", async () => {
    expect((await read("a.csv", "A\n'tis\n"))[1]?.cells).toEqual(["'tis"]);
  });

  const xlsx = () => writeXlsx({ ...TABLE, spareRows: 0 });
  const REFUSED: readonly (readonly [string, string, () => Promise<Uint8Array>, RegExp])[] = [
    [
      "a broken formula",
      "a.xlsx",
      async () =>
        changed(xlsx(), (sheet) =>
          sheet.replace(/<c r="C2"[^>]*>.*?<\/c>/u, '<c r="C2" t="e"><v>#REF!</v></c>'),
        ),
      /formula that does not work, in C2 \(#REF!\)/u,
    ],
    [
      "a formula that was never worked out",
      "a.xlsx",
      async () =>
        changed(xlsx(), (sheet) =>
          sheet.replace(/<c r="C3"[^>]*>.*?<\/c>/u, '<c r="C3"><f>SUM(C2)</f></c>'),
        ),
      /formula that does not work, in C3\./u,
    ],
    [
      "a cell far away",
      "a.xlsx",
      async () =>
        changed(xlsx(), (sheet) =>
          sheet.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>$&'),
        ),
      /too large/u,
    ],
    [
      "an OpenDocument file",
      "a.ods",
      async () => zipSync({ mimetype: strToU8("x") }),
      /\(\.ods\)/u,
    ],
    [
      "an OpenDocument file under a wrong name",
      "a.xlsx",
      async () => zipSync({ "content.xml": strToU8("<x/>") }),
      /\(\.ods\)/u,
    ],
    [
      "a Word document",
      "a.xlsx",
      async () => zipSync({ "word/document.xml": strToU8("<x/>") }),
      /Word/u,
    ],
    [
      "an old Excel file",
      "a.xls",
      async () => Buffer.from("d0cf11e0a1b11ae1", "hex"),
      /old Excel/u,
    ],
    ["CSV under a wrong name", "a.xlsx", async () => strToU8("A,B\n1,2\n"), /no Excel file/u],
    ["Excel under a wrong name", "a.csv", async () => xlsx(), /ends in \.xlsx/u],
    ["half an Excel file", "a.xlsx", async () => xlsx().slice(0, 900), /could not be read/u],
    ["quotes that do not match", "a.csv", async () => strToU8('A,B\n1,2\n"x,3\n'), /row 3/u],
    [
      "letters of another kind",
      "a.csv",
      async () => Buffer.from("A\ncaf\u00e9\n", "latin1"),
      /UTF-8/u,
    ],
    ["nothing in it", "a.csv", async () => new Uint8Array(), /empty/u],
  ];

  it.each(REFUSED)("is refused in words where it is %s", async (_, name, make, words) => {
    const error = await read(name, await make()).then(
      () => undefined,
      (fault: Error & { hint?: string }) => fault,
    );
    expect(`${error?.message} ${error?.hint}`).toMatch(words);
    expect(error?.name).toBe("UserError");
  });
});

describe("the name of a cell", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("has for column %i the letters %s", (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(cellName(3, index)).toBe(`${letters}3`);
  });
});
