import { describe, expect, it } from "vitest";
import {
  readSpreadsheet,
  writeCsv,
  writeSheets,
} from "../../src/documents/spreadsheet/spreadsheet.ts";
import { loadBundled } from "../../src/files/rubrics.ts";
import { limeCode, matchColumns, NO_MAPPING, surveyName } from "../../src/voices/columns.ts";
import {
  limeSurvey,
  questionTable,
  surveyJs,
  xForm,
  xlsFormSheets,
} from "../../src/voices/export.ts";
import { questionSheet } from "../../src/voices/slip.ts";
import { readSurvey } from "../../src/voices/survey.ts";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const context = { files: memoryFiles(), packageFolder: PACKAGE_FOLDER, cwd: CHARITY_FOLDER };
const load = (id: string) => loadBundled(context as never, id);
const rubrics = [await load("principles"), await load("barriers"), await load("before-you-start")];
const GROUPS = [
  { group: "lived-experience", name: "People with lived experience" },
  { group: "staff", name: "Staff & <volunteers>" },
];
const sheet = questionSheet(rubrics, GROUPS);
const EXPORTED = { rubrics, sheet };
const KEYS = sheet.questions.map(({ key }) => key);

interface Exported {
  readonly name: string;
  readonly values: readonly string[];
}

/** What each survey would hand out: its columns, and what can stand in them. */
const FORMATS: readonly (readonly [string, () => readonly Exported[]])[] = [
  ["xlsform", fromXlsForm],
  ["xform", fromXForm],
  ["surveyjs", fromSurveyJs],
  ["limesurvey", fromLimeSurvey],
];

function fromXlsForm(): readonly Exported[] {
  const [survey, choices] = xlsFormSheets(EXPORTED);
  return (survey?.rows ?? []).flatMap(([type, name]) => {
    const list = /^select_one (.*)$/u.exec(String(type))?.[1];
    if (list === undefined) return [];
    const values = (choices?.rows ?? []).flatMap(([own, value]) =>
      own === list ? [String(value)] : [],
    );
    return [{ name: String(name), values }];
  });
}

function fromXForm(): readonly Exported[] {
  return [...xForm(EXPORTED).matchAll(/<select1 ref="([^"]*)">(.*?)<\/select1>/gu)].map(
    ([, ref = "", inner = ""]) => ({
      name: ref.replace("/data/", "").replaceAll("/", "-"),
      values: [...inner.matchAll(/<value>([^<]*)<\/value>/gu)].map(([, value = ""]) => value),
    }),
  );
}

function fromSurveyJs(): readonly Exported[] {
  const { pages } = JSON.parse(surveyJs(EXPORTED)) as {
    pages: { elements: { name: string; choices: { value: string }[] }[] }[];
  };
  return pages.flatMap(({ elements }) =>
    elements.map(({ name, choices }) => ({ name, values: choices.map(({ value }) => value) })),
  );
}

function fromLimeSurvey(): readonly Exported[] {
  const found: { name: string; values: string[] }[] = [];
  for (const line of limeSurvey(EXPORTED).split("\r\n")) {
    const [kind, , name = ""] = line.split("\t");
    if (kind === "Q") found.push({ name, values: [] });
    if (kind === "A") found.at(-1)?.values.push(name);
  }
  return found;
}

describe.each(FORMATS)("the questions as %s", (format, exported) => {
  it("come back under the names they were given, each value as its level", () => {
    const columns = exported();
    const heads = columns.map(({ name }) => name);
    const matched = matchColumns(heads, sheet, NO_MAPPING);
    expect(matched.problems).toEqual([]);
    expect(matched.unknown).toEqual([]);
    const found = [...matched.questions.values()].map(({ key }) => key);
    expect(new Set(found)).toEqual(new Set(KEYS));
    expect(found).toHaveLength(KEYS.length);
    const most = Math.max(...columns.map(({ values }) => values.length));
    const groups = columns[matched.group ?? -1]?.values ?? [];
    const rows = Array.from({ length: most }, (_, at) => ({
      row: at + 2,
      cells: columns.map(({ values }, column) =>
        column === matched.group ? groups[at % groups.length] : values[at],
      ),
    }));
    const { slips, problems } = readSurvey(rows, {
      sheet,
      columns: matched,
      mapping: NO_MAPPING,
      group: undefined,
    });
    expect(problems).toEqual([]);
    for (const [column, question] of sheet.questions.entries()) {
      const said = slips.map(({ answers }) => answers[column]).slice(0, question.levels.length + 1);
      expect(said, question.key).toEqual([...question.levels.keys(), "unsure"]);
    }
    expect(new Set(slips.map(({ group }) => group))).toEqual(
      new Set(GROUPS.map(({ group }) => group)),
    );
  });

  it("begin with the group, and take “not sure” and “rather not say”", () => {
    const [first, ...others] = exported();
    expect(first?.name.endsWith("group")).toBe(true);
    const last = format === "limesurvey" ? ["U", "RNS"] : ["unsure", "rather_not_say"];
    for (const { values } of others) expect(values.slice(-2)).toEqual(last);
  });
});

describe("what a survey allows", () => {
  it("is kept: LimeSurvey's codes, and names that are each one question's", () => {
    for (const { name, values } of fromLimeSurvey()) {
      expect(name).toMatch(/^[a-z][a-z0-9]{0,19}$/u);
      for (const value of values) expect(value).toMatch(/^[A-Za-z0-9]{1,5}$/u);
    }
    expect(new Set(KEYS.map(limeCode)).size).toBe(KEYS.length);
    expect(new Set(KEYS.map(surveyName)).size).toBe(KEYS.length);
    const lines = limeSurvey(EXPORTED).slice(0, -2).split("\r\n");
    expect(new Set(lines.map((line) => line.split("\t").length))).toEqual(new Set([10]));
  });

  it("is told to keep no address and no time", () => {
    expect(limeSurvey(EXPORTED)).toMatch(/S\t\tipaddr\t\tN/u);
    expect(limeSurvey(EXPORTED)).toMatch(/S\t\tanonymized\t\tY/u);
    expect(xForm(EXPORTED)).not.toMatch(/jr:preload="(?:timestamp|date|property)"/u);
  });

  it("is text in XML, whatever a group is called", () => {
    expect(xForm(EXPORTED)).toContain("Staff &amp; &lt;volunteers&gt;");
  });

  it("is a table to copy from, and a workbook of three sheets", async () => {
    const csv = Buffer.from(writeCsv(questionTable(EXPORTED)));
    const rows = await readSpreadsheet({ name: "q.csv", bytes: csv });
    expect(rows.slice(2).map(({ cells }) => cells[0])).toEqual(KEYS.map(surveyName));
    const bytes = writeSheets(xlsFormSheets(EXPORTED));
    const [heads, first] = await readSpreadsheet({ name: "q.xlsx", bytes });
    expect(heads?.cells).toEqual(["type", "name", "label::English (en)", "required"]);
    expect(first?.cells[0]).toBe("select_one group");
  });
});

describe("coprod rubric export", () => {
  it("never takes the place of answers, whatever it is told", async () => {
    const mine = "coprod: assessment/1\ntitle: Ours\n";
    const files = memoryFiles({ "p.csv": mine });
    const args = ["rubric", "export", "principles", "--format", "csv", "-o", "p.csv", "--force"];
    const { exitCode, stderr } = await runInMemory(args, { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("p.csv holds answers or questions, not a survey.");
    expect(files.texts.get(`${CHARITY_FOLDER}/p.csv`)).toBe(mine);
  });

  it("writes a file, and not over one that is there", async () => {
    const files = memoryFiles();
    const args = ["rubric", "export", "principles", "--format", "xform", "-o", "p.xml"];
    const first = await runInMemory(args, { files });
    expect(first.exitCode).toBe(0);
    expect(files.texts.get("/charity/p.xml")).toContain("<h:html");
    expect((await runInMemory(args, { files })).exitCode).toBe(2);
    expect((await runInMemory([...args, "--force"], { files })).exitCode).toBe(0);
  });

  it("prints what is text", async () => {
    const print = (format: string) =>
      runInMemory(["rubric", "export", "principles", "--format", format, "-o", "-"]);
    expect(JSON.parse((await print("surveyjs")).stdout).pages.length).toBeGreaterThan(1);
    expect((await print("xlsform")).stderr).toContain("can't be printed to the screen");
  });
});
