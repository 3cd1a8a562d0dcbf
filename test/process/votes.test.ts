import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeXlsx } from "../../src/documents/spreadsheet/spreadsheet.ts";
import { loadBundled } from "../../src/files/rubrics.ts";
import { sheetQuestions } from "../../src/voices/slip.ts";
import { BIN } from "../support/child.ts";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER } from "../support/context.ts";
import {
  type MadeSurvey,
  madeUpPeople,
  madeUpSurveys,
  PLANTED,
  slipLines,
  surveyJsAnswers,
} from "../support/survey-fixtures.ts";

const NAMES = {
  "lived-experience": "People with lived experience",
  staff: "Staff",
  trustees: "Trustees",
};
const principles = await loadBundled(
  { files: memoryFiles(), packageFolder: PACKAGE_FOLDER, cwd: CHARITY_FOLDER } as never,
  "principles",
);
const questions = sheetQuestions([principles]);
const people = madeUpPeople(40, questions, Object.keys(NAMES));
const making = { people, questions, names: NAMES };
const SURVEYS = madeUpSurveys(making);
const ASSESSMENT = `coprod: assessment/1
title: River House, November 2026
started: 2026-11-21
rubrics:
  - { id: principles }
people:
${Object.entries(NAMES)
  .map(([group, name]) => `  - { group: ${group}, name: ${name}, present: 0 }\n`)
  .join("")}`;

const folder = mkdtempSync(join(tmpdir(), "coprod-votes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function coprod(...args: string[]) {
  return spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: "utf8" });
}

function recount(survey: MadeSurvey) {
  const script = join(PACKAGE_FOLDER, "test/support/recount.py");
  const out = execFileSync("python3", [script], {
    input: JSON.stringify(survey),
    encoding: "utf8",
  });
  return JSON.parse(out) as { votes: Record<string, unknown>; people: Record<string, number> };
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

/** What stands in the assessment, in the recount's form. */
function counted(name = "ours.yaml") {
  const { answers = {}, voices = [] } = parse(read(name)) as {
    answers?: Record<string, { outside: [{ votes: unknown }] }>;
    voices?: [{ people: Record<string, number> }];
  };
  const votes = Object.entries(answers).map(([key, { outside }]) => [key, outside[0].votes]);
  return { votes: Object.fromEntries(votes), people: voices[0]?.people };
}

/** Nothing of a person in any file that coprod wrote. */
function leaks(given: readonly string[]): string[] {
  return readdirSync(folder)
    .filter((name) => !given.includes(name))
    .filter((name) => Object.values(PLANTED).some((planted) => read(name).includes(planted)));
}

const [FIRST] = SURVEYS as [MadeSurvey];
const TRUTH = recount(FIRST);

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "ours.yaml"), ASSESSMENT);
});

describe("a made-up survey of 40 people on every question of the principles", () => {
  it("is no less than it says", () => {
    expect(questions.length).toBeGreaterThanOrEqual(22);
    expect(Object.values(TRUTH.people).reduce((sum, each) => sum + each, 0)).toBe(40);
  });

  it.each(SURVEYS)("counts from $service as another program counts it, once", (survey) => {
    expect(recount(survey)).toEqual(TRUTH);
    writeFileSync(join(folder, survey.file), survey.content);
    const first = coprod("votes", "add", "ours.yaml", survey.file, "--yes");
    expect(first.stderr).toBe("");
    expect(first.stdout).toContain(`${survey.service}: 40 rows, ${questions.length} questions.`);
    expect(counted()).toEqual(TRUTH);
    const after = read("ours.yaml");
    const second = coprod("votes", "add", "ours.yaml", survey.file, "--yes");
    expect(second.stdout).toContain("Nothing is new. Nothing was changed.");
    expect(read("ours.yaml")).toBe(after);
    expect(leaks([survey.file])).toEqual([]);
  });

  it.each([
    ["answers.json", surveyJsAnswers(making)],
    ["slips.txt", slipLines(making, false)],
    ["forms.txt", slipLines(making, true)],
  ])("counts %s alike, once", (file, content) => {
    writeFileSync(join(folder, file), content);
    const first = coprod("votes", "add", "ours.yaml", file, "--yes");
    expect(first.stderr).toBe("");
    expect(counted()).toEqual(TRUTH);
    const after = read("ours.yaml");
    coprod("votes", "add", "ours.yaml", file, "--yes");
    expect(read("ours.yaml")).toBe(after);
    expect(leaks([file])).toEqual([]);
  });

  it("counts an Excel file alike, and changes the plan", async () => {
    const [head = [], ...rows] = FIRST.content
      .slice(1)
      .trim()
      .split("\r\n")
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, a, b]) => a ?? b ?? ""),
      );
    const columns = head.map((name) => ({ name, kind: "text" as const }));
    const bytes = writeXlsx({ name: "Form1", columns, rows });
    writeFileSync(join(folder, "answers.xlsx"), bytes);
    const before = coprod("plan", "ours.yaml", "--format", "md", "--output", "-").stdout;
    const added = coprod("votes", "add", "ours.yaml", "answers.xlsx", "--yes");
    expect(added.stderr).toBe("");
    expect(counted()).toEqual(TRUTH);
    const plan = coprod("plan", "ours.yaml", "--format", "md", "--output", "-").stdout;
    expect(plan).not.toBe(before);
    expect(plan).toContain(`In a survey, last on `);
    expect(plan).toContain(`People with lived experience (${TRUTH.people["lived-experience"]})`);
    expect(leaks(["answers.xlsx"])).toEqual([]);
  });

  it("tells every row and column that cannot be read, and saves nothing", () => {
    const lines = FIRST.content.split("\r\n");
    const bad = lines.map((line, at) =>
      at > 0 && at % 2 === 0
        ? line.replace(/(We are not sure|Not yet;?|In places)/u, "Sometimes")
        : line,
    );
    bad[1] = lines[1]?.replace(/(People with lived experience|Staff|Trustees)/u, "Carers") ?? "";
    bad[3] = lines[3]?.replace(/(We are not sure|Not yet;?|In places)/u, "3-Apr") ?? "";
    writeFileSync(join(folder, "bad.csv"), bad.join("\r\n"));
    const { status, stderr } = coprod("votes", "add", "ours.yaml", "bad.csv", "--yes");
    expect(status).toBe(1);
    expect(read("ours.yaml")).toBe(ASSESSMENT);
    const rows = [...stderr.matchAll(/\d+(?: to \d+)?/gu)];
    expect(rows.length).toBeGreaterThan(10);
    const told = new Set(
      [...stderr.matchAll(/^ {2}Row ([\d, and]+?), column/gmu)].flatMap(([, list = ""]) =>
        list.split(/, | and /u).map(Number),
      ),
    );
    const changed = bad.flatMap((line, at) => (line === lines[at] ? [] : [at + 1]));
    expect([...told].toSorted((a, b) => a - b)).toEqual(changed);
    expect(stderr).toContain("“Carers”. This is none of the groups.");
    expect(stderr).toContain("A spreadsheet made a day of this.");
  });

  it("adds of a survey that has grown only the new rows", () => {
    for (const { file, content } of SURVEYS) {
      writeFileSync(join(folder, "ours.yaml"), ASSESSMENT);
      const lines = content.split(/(?<=\n)/u).filter((line) => line.trim() !== "");
      writeFileSync(join(folder, file), lines.slice(0, 26).join(""));
      coprod("votes", "add", "ours.yaml", file, "--yes");
      writeFileSync(join(folder, file), content);
      const { stdout } = coprod("votes", "add", "ours.yaml", file, "--yes");
      expect(stdout, file).toContain("15 people to add");
      expect(counted(), file).toEqual(TRUTH);
    }
  });
});
