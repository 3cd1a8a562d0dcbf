import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeCsv, writeXlsx } from "../../src/documents/spreadsheet/spreadsheet.ts";
import { BIN, Child, IS_BUILT } from "../support/child.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { editInLibreOffice, hasLibreOffice } from "../support/libre-office.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
const isRequired = process.env["COPROD_REQUIRE_OFFICE"] === "1";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-register-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a year with a register", () => {
  // Without LibreOffice nobody but us would have read and written the spreadsheet.
  it.skipIf(!hasLibreOffice && !isRequired)(
    "goes from suggestions that are agreed, through Excel's own format, to what came of each",
    async () => {
      const files = memoryFiles({ "house.yaml": EXAMPLE });
      const in2027 = () => new Date("2027-01-05T09:00:00Z");
      const agreed = await runInMemory(["actions", "house.yaml", "--plain"], {
        files,
        now: in2027,
        lines: ["1", "Chair", "March 2027", "1", "Manager", "April 2027", "1", "", "", "f"],
      });
      expect(agreed.stdout).toContain("Action 7");

      const made = await runInMemory(["actions", "house.yaml", "--format", "xlsx"], {
        files,
        now: in2027,
      });
      expect(made.stdout).toContain("house-actions.xlsx");
      const sheet = join(folder, "house-actions.xlsx");
      writeFileSync(sheet, await files.readBytes("/charity/house-actions.xlsx"));
      const seen = join(folder, "seen.txt");
      editInLibreOffice(sheet, [
        'seen = sheet.getCellRangeByName("D2").getValue() & "|" & sheet.getCellRangeByName("D2").getString()',
        'seen = seen & "|" & sheet.getCellRangeByName("H2").getValue() & "|" & sheet.getCellRangeByName("H2").getString()',
        'seen = seen & "|" & sheet.getCellRangeByName("E2").Validation.getFormula1()',
        `file = FreeFile(): Open "${seen}" For Output As #file: Print #file, seen: Close #file`,
        'sheet.getCellRangeByName("D2").setFormula("2027-02-28")',
        'sheet.getCellRangeByName("H2").setValue(650.5)',
        'sheet.getCellRangeByName("C8").setString("Trustees")',
      ]);
      expect(readFileSync(seen, "utf8").trim()).toBe(
        '46418|2027-01-31|600|£600.00|"Planned";"Under way";"Done";"Dropped"',
      );

      await files.write("/charity/house-actions.xlsx", readFileSync(sheet));
      const taken = await runInMemory(
        ["actions", "house.yaml", "--from", "house-actions.xlsx", "--plain"],
        { files, now: in2027, lines: ["y"] },
      );
      expect(taken.stdout.match(/ \(was: /gu)).toHaveLength(3);
      expect(taken.stdout).toContain("By: 28 February 2027 (was: 31 January 2027)");
      expect(taken.stdout).toContain("Cost: £650.50 (was: £600)");
      expect(taken.stdout).toContain("Who leads: Trustees (was: nothing)");
      expect(taken.stdout).toContain("Saved in house.yaml");

      const run = (argv: readonly string[], lines: readonly string[] = []) =>
        runInMemory(argv, { files, lines, now: () => new Date("2028-01-10T09:00:00Z") });
      await run(["actions", "house.yaml", "--drop", "2", "--why", "Nobody read it"]);
      await run(["assess", "--from", "house.yaml", "next.yaml", "--plain"], ["", "", "", "", "q"]);
      await run(["actions", "next.yaml", "--done", "1", "--helped", "partly", "--note", "In cash"]);
      await run(["actions", "next.yaml", "--doing", "5"]);
      const early = await run(["plan", "next.yaml", "--format", "md", "-o", "-"]);
      expect(early.stdout).toContain("what became of actions 3, 4, 6 and 7 of last time");
      await run(["actions", "next.yaml", "--plain"], ["2", "2", "2", "2", "f"]);
      const plan = await run(["plan", "next.yaml", "--format", "md", "-o", "-"]);
      expect(plan.stdout).not.toContain("This plan is not ready yet");
      const table = plan.stdout.split("\n").filter((line) => /^\| .* \| .* \| .* \|$/u.test(line));
      for (const words of [
        /Pay bus fares.* \| Done \| In cash\. It helped in part\./u,
        /Tell the people from one piece.* \| Dropped \| Nobody read it\./u,
        /Talk again.* \| Under way \|/u,
        /Find out 3 things.* \| Not started \|/u,
      ])
        expect(table.join("\n")).toMatch(words);
      const compared = await run(["compare", "house.yaml", "next.yaml"]);
      const came = compared.stdout.slice(compared.stdout.indexOf("What came of each action:"));
      for (const number of [1, 2, 3, 4, 5, 6, 7]) expect(came).toContain(`  - ${number}: `);
      expect(came).toContain("It helped in part.");
    },
  );
});

describe.skipIf(!IS_BUILT)("the built program", () => {
  it("makes the same bytes in every time zone", () => {
    writeFileSync(join(folder, "house.yaml"), EXAMPLE);
    const made = ["Pacific/Auckland", "America/New_York", "UTC"].map((zone) =>
      ["xlsx", "csv", "ics"].map((format) => {
        const output = join(folder, `${zone.replace("/", "-")}.${format}`);
        execFileSync(process.execPath, [BIN, "actions", "house.yaml", "-o", output], {
          cwd: folder,
          env: { ...process.env, TZ: zone },
        });
        return readFileSync(output).toString("base64");
      }),
    );
    expect(made[0]).toEqual(made[1]);
    expect(made[0]).toEqual(made[2]);
  });

  it("takes nothing in while a workshop has the assessment open", async () => {
    writeFileSync(join(folder, "open.yaml"), EXAMPLE);
    writeFileSync(join(folder, "open.csv"), "Number,What to do,Cost\n1,Pay bus fares,5\n");
    const workshop = new Child(["assess", "open.yaml", "--plain"], folder);
    await workshop.type(["2"]);
    const { status, stderr } = spawnSync(
      process.execPath,
      [BIN, "actions", "open.yaml", "--from", "open.csv", "--yes"],
      { cwd: folder, encoding: "utf8" },
    );
    workshop.process.stdin.end();
    await workshop.ended;
    expect(status).toBe(3);
    expect(stderr).toContain("Nothing was changed.");
  });
});

describe.skipIf(!hasLibreOffice && !isRequired)("a thousand hostile cells", () => {
  const starts = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "'",
    "''",
    "=cmd|' /C calc'!A0",
    "ŵ ",
    "1/4 ",
    "_x000D_",
  ];
  const ends = [
    "1+1",
    "SUM(A1)",
    '"q"',
    "a\nb",
    "a\tb",
    " end ",
    "\u00a0",
    "<b>&amp;",
    "a,b;c",
    "7",
  ];
  const texts = Array.from({ length: 1000 }, (_, at) => {
    return `${starts[at % starts.length]}${ends[at % ends.length]}${at}`;
  });
  const columns = [{ name: "text", kind: "text" }] as const;
  const table = { name: "Hostile", columns, rows: texts.map((text) => [text]) };

  it("are the same texts and no formula for LibreOffice", () => {
    const xlsx = join(folder, "hostile.xlsx");
    writeFileSync(xlsx, writeXlsx(table));
    const csv = join(folder, "hostile.csv");
    editInLibreOffice(
      xlsx,
      [
        "formulas = 0",
        "For row = 1 To 1000",
        "cell = sheet.getCellByPosition(0, row)",
        "If cell.getType() <> com.sun.star.table.CellContentType.TEXT Then formulas = formulas + 1",
        "Next row",
        'If formulas > 0 Then sheet.getCellByPosition(0, 0).setString("formulas: " & formulas)',
      ],
      { path: csv, filter: "Text - txt - csv (StarCalc)", options: "44,34,76,1" },
    );
    expect(pythonCells(csv)).toEqual(["text", ...texts]);
  });

  it("start no formula in CSV for Python's reader", () => {
    const csv = join(folder, "guarded.csv");
    writeFileSync(csv, writeCsv(table));
    const cells = pythonCells(csv);
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/u.test(cell))).toEqual([]);
    expect(cells.slice(1).map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n'])/u, ""))).toEqual(texts);
  });
});

/** The first cell of each row as Python's reader of CSV finds it. */
function pythonCells(path: string): string[] {
  const script =
    "import csv,json,sys; print(json.dumps([r[0] if r else '' for r in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''))]))";
  return JSON.parse(
    execFileSync("python3", ["-c", script, path], { encoding: "utf8" }),
  ) as string[];
}
