import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  assessmentIn,
  drive as driveIn,
  newFolder,
  type Step,
  WHY_NO_TERMINAL,
} from "../support/terminal.ts";

let folder = "";
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const drive = (steps: readonly Step[], size: { columns?: number; rows?: number } = {}) =>
  driveIn(steps, { folder, args: ["assess", "our.yaml", "--plain"], ...size });
const assessment = () => assessmentIn(folder);

const TO_FIRST_QUESTION: readonly Step[] = [
  { until: "Charity: ", send: "River House\n" },
  { until: "We look at: ", send: "\n" },
  { until: "1, 2 or 3: ", send: "\n" },
  { until: "People with lived experience: ", send: "s\n" },
];

const title = `one line at a time in a terminal${WHY_NO_TERMINAL === undefined ? "" : ` (left out: ${WHY_NO_TERMINAL})`}`;

describe.skipIf(WHY_NO_TERMINAL !== undefined)(title, () => {
  it.each([
    { columns: 80, rows: 24 },
    { columns: 60, rows: 16 },
    { columns: 40, rows: 12 },
  ])(
    "rows 12 and 14: asks at $columns x $rows: no codes, no line too wide, nothing twice",
    async (size) => {
      const steps = [
        ...TO_FIRST_QUESTION,
        { until: "\nOur answer: ", send: "2\n" },
        { until: "\nOur answer: ", send: "u\n" },
        { until: "\nOur answer: ", send: "q\n" },
      ];
      const { output, status, problem } = await drive(steps, size);
      expect({ status, problem }).toEqual({ status: 0, problem: null });
      const text = output;
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
    ["a question", [...TO_FIRST_QUESTION, { until: "\nOur answer: ", send: "\u0003" }]],
    [
      "a note",
      [
        ...TO_FIRST_QUESTION,
        { until: "\nOur answer: ", send: "w\n" },
        { until: "> ", send: "\u0003" },
      ],
    ],
    [
      "an action",
      [
        ...TO_FIRST_QUESTION,
        { until: "\nOur answer: ", send: "a\n" },
        { until: "> ", send: "\u0003\u0003" },
      ],
    ],
  ])("row 1: ends at %s on Ctrl-C with one friendly line and 130", async (_, steps) => {
    const { output, status } = await drive(steps);
    expect(status).toBe(130);
    expect(output).toContain("Stopped.");
    expect(output).not.toContain("node:internal");
  });

  it("row 34: ends on Ctrl-D as at the end of the input", async () => {
    const { output, status } = await drive([
      ...TO_FIRST_QUESTION,
      { until: "\nOur answer: ", send: "\u0004" },
    ]);
    expect(status).toBe(0);
    expect(output.replace(/\s+/gu, " ")).toContain(
      "The input ended. Everything confirmed is saved in our.yaml",
    );
  });

  it("row 5: keeps everything when the window is closed", async () => {
    const { status } = await drive([
      ...TO_FIRST_QUESTION,
      { until: "\nOur answer: ", send: "2\n" },
      { until: "\nOur answer: ", close: true },
    ]);
    // Ended by the signal itself, which a shell shows as 129.
    expect(status).toBe(-1);
    expect(assessment().sessions?.at(-1)?.how).toBe("closed");
    expect(Object.keys(assessment().answers ?? {})).toHaveLength(1);
  });

  it("row 9: takes a pasted note whole, with a blank line and in two bursts, and leaves the next question alone", async () => {
    const { status, problem } = await drive([
      ...TO_FIRST_QUESTION,
      { until: "\nOur answer: ", send: "w\n" },
      { until: "> ", send: "one\n\n2\n" },
      { pause: 0.05, send: "four\n" },
      { until: "> " },
      { until: "> ", send: "\n" },
      { until: "\nOur answer: ", send: "q\n" },
    ]);
    expect({ status, problem }).toEqual({ status: 0, problem: null });
    expect(Object.values(assessment().answers ?? {})).toEqual([{ note: "one\n\n2\nfour" }]);
  });

  it("row 10: lets nothing that was typed ahead answer a question that nobody has seen", async () => {
    const { status, problem } = await drive([
      ...TO_FIRST_QUESTION,
      { until: "\nOur answer: ", send: `2\n1\n3\n${"1\n".repeat(40)}` },
      { until: "Question 2 of" },
      { until: "\nOur answer: ", pause: 0.2, send: "q\n" },
    ]);
    expect({ status, problem }).toEqual({ status: 0, problem: null });
    const answers = Object.values(assessment().answers ?? {});
    expect(answers.map(({ answer }) => answer)).toEqual(["in-places"]);
  });
});
