import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { groupsOf } from "../../src/assessment/assessment.ts";
import { loadBundled } from "../../src/files/rubrics.ts";
import type { Context } from "../../src/platform/ports.ts";
import { isFormPage, readFormPage } from "../../src/voices/form-page.ts";
import { possibleSheets, type QuestionSheet } from "../../src/voices/slip.ts";
import { memoryFiles, PACKAGE_FOLDER } from "../support/context.ts";

const context = {
  files: memoryFiles(),
  packageFolder: PACKAGE_FOLDER,
  cwd: "/",
} as unknown as Context;

let sheets: readonly QuestionSheet[];
let sheet: QuestionSheet;

beforeAll(async () => {
  const rubrics = [
    await loadBundled(context, "principles"),
    await loadBundled(context, "barriers"),
  ];
  sheets = possibleSheets(rubrics, groupsOf([]));
  sheet = sheets.find(({ questions }) => questions.length === 23) as QuestionSheet;
});

/** A page as a form saves it, with these lines in place of its own. */
function page(lines: Readonly<Record<string, string>> = {}): string {
  const all = {
    coprod: "form-answers/1",
    sheet: sheet.code,
    id: "7f3k2",
    group: "lived-experience",
    "principles/power-talked-about": "usual",
    ...lines,
  };
  const written = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `<!DOCTYPE html><main><p>Words</p><pre id="coprod-answers">\n${written.join("\n")}\n</pre></main>\n`;
}

function problem(text: string): string {
  const read = readFormPage(sheets, text);
  return "problem" in read ? read.problem : "";
}

describe("a page that a form saved", () => {
  it("is a slip of its sheet, with the id by which it counts once", () => {
    const text = page({
      "principles/decisions-together": "unsure",
      "principles/nobody-out-of-pocket": "blank",
    });
    const read = readFormPage(sheets, text);
    if ("problem" in read) throw new Error(read.problem);
    expect(read.sheet).toBe(sheet);
    expect(read.slip).toMatchObject({ group: "lived-experience", id: "7f3k2" });
    expect(read.slip.answers).toHaveLength(23);
    expect(read.slip.answers.slice(0, 4)).toEqual([2, "unsure", "blank", "blank"]);
  });

  it.each([
    [{ sheet: "BBBB" }, /other questions/u],
    [{ coprod: "form-answers/2" }, /another version of coprod/u],
    [{ group: "nobody" }, /“nobody”/u],
    [{ id: "" }, /damaged/u],
    [{ id: "UPPER" }, /damaged|no id/u],
    [{ "principles/nothing": "usual" }, /“principles\/nothing” is no question/u],
    [{ "barriers/meaning-agreed": "yes" }, /no question of this sheet/u],
    [{ "principles/power-talked-about": "nonsense" }, /^Answer 1 /u],
    [{ "principles/power-talked-about": "<script>alert(1)</script>" }, /damaged/u],
    [{ "principles/power-talked-about": "usual\nid: other" }, /damaged/u],
  ])("with %j is refused in words", (lines, says) => {
    expect(problem(page(lines))).toMatch(says);
  });

  it("is read also when a mailbox has changed its line ends", () => {
    const text = `\ufeff${page().replaceAll("\n", "\r\n")}`;
    expect(readFormPage(sheets, text)).toHaveProperty("slip.id", "7f3k2");
  });

  it("that holds two lists of answers, or none, is damaged", () => {
    expect(problem(page() + page())).toMatch(/damaged/u);
    expect(problem("<pre id='coprod-answers'></pre>")).toMatch(/damaged/u);
    expect(problem("")).toMatch(/damaged/u);
  });

  it("never adds anything else when signs of it are changed, lost or doubled", () => {
    const whole = page({ "principles/decisions-together": "shared" });
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length }),
        fc.nat({ max: 30 }),
        fc.string({ maxLength: 20 }),
        (at, length, instead) => {
          const text = whole.slice(0, at) + instead + whole.slice(at + length);
          const read = readFormPage(sheets, text);
          if ("problem" in read) return;
          expect(sheets).toContain(read.sheet);
          expect(read.slip.answers).toHaveLength(read.sheet.questions.length);
          read.slip.answers.forEach((answer, index) => {
            if (typeof answer === "number")
              expect(read.sheet.questions[index]?.levels[answer]).toBeDefined();
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is told from a pile of slips", () => {
    expect(isFormPage(page())).toBe(true);
    expect(isFormPage("le 3 2 u - 4 KTRB\nst 1 1 1 1 1\n")).toBe(false);
  });
});
