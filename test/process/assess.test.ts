import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { bundledLines, START_LINES } from "../support/bundled-lines.ts";
import { Child, IS_BUILT } from "../support/child.ts";

const NEW = ["assess", "our.yaml", "--plain"];
const { lines: ANSWER_LINES, answers: ANSWERS } = bundledLines();

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function assessment(): AssessmentFile {
  const { file, diagnostics } = parseAssessment(
    "our.yaml",
    readFileSync(join(folder, "our.yaml"), "utf8"),
  );
  expect(diagnostics).toEqual([]);
  if (file === undefined) throw new Error("no assessment");
  return file;
}

function answerCount(): number {
  return Object.values(assessment().answers ?? {}).filter(({ answer }) => answer !== undefined)
    .length;
}

/** All lines at once, as from a pipe. */
async function piped(
  args: readonly string[],
  lines: readonly string[],
): Promise<{ code: number | string; output: string }> {
  const child = new Child(args, folder);
  child.process.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const code = await child.ended;
  return { code, output: child.output };
}

// `npm ci` builds the program, so it is there wherever the README was followed.
describe.skipIf(!IS_BUILT)(
  "the built program asks (skipped where dist/ is missing: npm run build)",
  () => {
    it("row 7: a whole piped session over both rubrics, each line used once and in order", async () => {
      const { code, output } = await piped(NEW, [...START_LINES, ...ANSWER_LINES, "1", "f", ""]);
      expect(code).toBe(0);
      expect(output).toContain("Thank you. That is the whole assessment.");
      expect(answerCount()).toBe(ANSWERS);
      expect(assessment().sessions?.at(-1)?.how).toBe("finished");
    });

    it("row 14: with no control codes, and no line wider than 79 columns", async () => {
      const { output } = await piped(NEW, [
        ...START_LINES,
        "?",
        "t",
        "l",
        "2",
        "zzz",
        "w",
        "note",
        "",
        "v",
        "g c1",
        "1",
        "u",
        "q",
      ]);
      expect(output).not.toMatch(/[^\P{Cc}\n]/u);
      expect(Math.max(...output.split("\n").map(({ length }) => length))).toBeLessThan(80);
    });

    // At a question, between the signs of a checklist and the Enter that keeps them, and after the last line.
    it.each([9, 24, ANSWER_LINES.length])(
      "row 4: again after it was killed (-9) at confirmed line %i, with every confirmed answer",
      async (count) => {
        const child = new Child(NEW, folder);
        await child.type([...START_LINES, ...ANSWER_LINES.slice(0, count)]);
        const confirmed =
          child.output.match(/Saved \d\d:\d\d\. (?:Our answer|This list)/gu)?.length ?? 0;
        child.process.kill("SIGKILL");
        expect(await child.ended).toBe("SIGKILL");
        expect(confirmed).toBeGreaterThan(0);
        expect(answerCount()).toBeGreaterThanOrEqual(confirmed);
        const rest = ANSWER_LINES.slice(count);
        // The signs of a checklist are confirmed by the Enter after them.
        const again = rest[0] === "" ? [ANSWER_LINES[count - 1] ?? "", ...rest] : rest;
        const { code, output } = await piped(NEW, ["2", "y", "", ...again, "1", "f", ""]);
        expect(output).toContain("Last time the program closed suddenly.");
        expect(code).toBe(0);
        expect(answerCount()).toBe(ANSWERS);
      },
    );

    it.each([
      ["SIGTERM", 143, "terminated"],
      ["SIGINT", 130, "interrupted"],
      ["SIGHUP", 129, "closed"],
    ] as const)(
      "row 3: until %s, with exit code %i and the file whole",
      async (signal, code, how) => {
        const child = new Child(NEW, folder);
        await child.type([...START_LINES, "2", "w", "half a note"]);
        child.process.kill(signal);
        expect(await child.ended).toBe(code);
        expect(child.output.replace(/\s+/gu, " ")).toContain(
          "Everything confirmed is saved in our.yaml",
        );
        expect(child.output).not.toMatch(/\n {4}at /u);
        const { answers, sessions } = assessment();
        expect(sessions?.at(-1)?.how).toBe(how);
        expect(Object.values(answers ?? {}).map(({ answer, note }) => answer ?? note)).toEqual([
          "in-places",
          "half a note",
        ]);
      },
    );

    it("row 6: nobody where there is no terminal and no --plain", async () => {
      const { code, output } = await piped(["assess", "our.yaml"], []);
      expect(code).toBe(2);
      expect(output).toContain("To be asked one line at a time, use --plain.");
      expect(readdirSync(folder)).toEqual([]);
    });

    it("row 6: and stops kindly where the input is empty", async () => {
      const { code, output } = await piped(NEW, []);
      expect(code).toBe(0);
      expect(output).toContain("The input ended. Nothing has been saved yet.");
    });
  },
);
