import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { BIN, IS_BUILT } from "../support/child.ts";

const DRIVER = join(import.meta.dirname, "..", "support", "pty-drive.py");
const hasPython = spawnSync("python3", ["-c", "import pty, termios"]).status === 0;
const required = process.env["COPROD_REQUIRE_PTY"] === "1";

interface Step {
  readonly until: string;
  readonly send?: string;
  readonly close?: boolean;
}

interface Driven {
  readonly output: string;
  readonly status: number;
  readonly problem: string | null;
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function drive(
  steps: readonly Step[],
  size: { columns: number; rows: number } = { columns: 80, rows: 24 },
): Driven {
  const argv = [process.execPath, BIN, "assess", "our.yaml"];
  const input = JSON.stringify({ argv, cwd: folder, steps, ...size });
  const { stdout, stderr } = spawnSync("python3", [DRIVER], { input, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Driven;
}

function assessment(): AssessmentFile {
  const { file } = parseAssessment("our.yaml", readFileSync(join(folder, "our.yaml"), "utf8"));
  if (file === undefined) throw new Error("no assessment");
  return file;
}

const TO_FIRST_QUESTION: readonly Step[] = [
  { until: "Charity: ", send: "River House\n" },
  { until: "We look at: ", send: "\n" },
  { until: "1, 2 or 3: ", send: "\n" },
  { until: "People with lived experience: ", send: "s\n" },
];

const runs = IS_BUILT && (hasPython || required);

describe.skipIf(!runs)("in a terminal (skipped where dist/ or Python's pty is missing)", () => {
  it.each([
    { columns: 80, rows: 24 },
    { columns: 60, rows: 16 },
    { columns: 40, rows: 12 },
  ])(
    "asks without --plain at $columns x $rows: no codes, no line too wide, nothing twice",
    (size) => {
      const steps = [
        ...TO_FIRST_QUESTION,
        { until: "Our answer: ", send: "2\n" },
        { until: "Our answer: ", send: "u\n" },
        { until: "Our answer: ", send: "q\n" },
      ];
      const { output, status, problem } = drive(steps, size);
      expect({ status, problem }).toEqual({ status: 0, problem: null });
      const text = output.replaceAll("\r\n", "\n");
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
      expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThan(size.columns);
      expect(text.match(/Question 2 of/gu)).toHaveLength(1);
      expect(Object.values(assessment().answers ?? {}).map(({ answer }) => answer)).toEqual([
        "in-places",
        "unsure",
      ]);
    },
  );

  it.each([
    ["the first screen", [{ until: "Charity: ", send: "\u0003" }]],
    ["a question", [...TO_FIRST_QUESTION, { until: "Our answer: ", send: "\u0003" }]],
    [
      "a note",
      [
        ...TO_FIRST_QUESTION,
        { until: "Our answer: ", send: "w\n" },
        { until: "> ", send: "\u0003" },
      ],
    ],
    [
      "an action",
      [
        ...TO_FIRST_QUESTION,
        { until: "Our answer: ", send: "a\n" },
        { until: "> ", send: "\u0003\u0003" },
      ],
    ],
  ])("ends at %s on Ctrl-C with one friendly line and 130", (_, steps) => {
    const { output, status } = drive(steps);
    expect(status).toBe(130);
    expect(output).toContain("Stopped.");
    expect(output).not.toContain("node:internal");
  });

  it("ends on Ctrl-D as at the end of the input", () => {
    const { output, status } = drive([
      ...TO_FIRST_QUESTION,
      { until: "Our answer: ", send: "\u0004" },
    ]);
    expect(status).toBe(0);
    expect(output.replace(/\s+/gu, " ")).toContain(
      "The input ended. Everything confirmed is saved in our.yaml",
    );
  });

  it("keeps everything when the window is closed", () => {
    const { status } = drive([
      ...TO_FIRST_QUESTION,
      { until: "Our answer: ", send: "2\n" },
      { until: "Our answer: ", close: true },
    ]);
    // Ended by the signal itself, which a shell shows as 129.
    expect(status).toBe(-1);
    expect(assessment().sessions?.at(-1)?.how).toBe("closed");
    expect(Object.keys(assessment().answers ?? {})).toHaveLength(1);
  });

  it("takes three pasted lines into the note and leaves the next question alone", () => {
    const { status } = drive([
      ...TO_FIRST_QUESTION,
      { until: "Our answer: ", send: "w\n" },
      { until: "> ", send: "one\ntwo\nthree\n" },
      // The terminal shows all three at once, before the program has asked for the second.
      { until: "> > > ", send: "\n" },
      { until: "Our answer: ", send: "q\n" },
    ]);
    expect(status).toBe(0);
    expect(Object.values(assessment().answers ?? {})).toEqual([{ note: "one\ntwo\nthree" }]);
  });
});
