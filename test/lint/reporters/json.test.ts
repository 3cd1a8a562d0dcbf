import { readFileSync } from "node:fs";
import { join } from "node:path";
import ajvModule from "ajv";
import { describe, expect, it } from "vitest";
import { jsonReport } from "../../../src/lint/reporters/json.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";
import { aProblem, aReport, hostileReport, settings } from "../../support/lint-reports.ts";

const schema: unknown = JSON.parse(
  readFileSync(join(PACKAGE_FOLDER, "docs/schema/lint.json"), "utf8"),
);
const validate = new ajvModule.default({ strict: true, allErrors: true }).compile(schema as object);

function problemsOf(value: unknown): unknown {
  validate(value);
  return validate.errors;
}

describe("json", () => {
  it.each([
    ["an empty", aReport()],
    ["a clean", aReport([], { files: [{ file: "a.yaml", kind: undefined }] })],
    ["a hostile", hostileReport()],
  ])("fits its published schema for %s result", (_, report) => {
    expect(problemsOf(JSON.parse(jsonReport(report, settings())))).toBeNull();
  });

  it("has a schema that refuses what does not fit", () => {
    const value = JSON.parse(jsonReport(aReport([aProblem()]), settings()));
    expect(problemsOf({ ...value, more: 1 })).toMatchObject([{ keyword: "additionalProperties" }]);
    value.problems[0].start.line = 0;
    expect(problemsOf(value)).toMatchObject([{ keyword: "minimum" }]);
  });

  it("gives places from 1, paths, edits and other places", () => {
    const place = { line: 1, column: 2, endLine: 3, endColumn: 4 };
    const range = { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } };
    const problem = aProblem({
      place,
      edits: [{ start: 1, end: 5, place, text: "new" }],
      related: [{ place, says: "Also here." }],
    });
    const value = JSON.parse(jsonReport(aReport([problem], { skipped: 2, cached: 1 }), settings()));
    expect(value).toMatchObject({
      coprod: "lint/1",
      version: "1.2.3",
      summary: { files: 1, skipped: 2, cached: 1, errors: 1, warnings: 0, infos: 0, silenced: 0 },
      files: [{ file: "rubrics/ours.yaml", kind: "rubric" }],
      silenced: [],
    });
    expect(value.problems).toEqual([
      {
        rule: "shape/missing",
        severity: "error",
        message: '"asks" is missing. Add it.',
        file: "rubrics/ours.yaml",
        ...range,
        path: ["sections", 0, "asks"],
        idPath: "ours/sections/equality/asks",
        help: "coprod lint --explain shape/missing",
        fix: { edits: [{ ...range, text: "new" }] },
        related: [{ ...range, message: "Also here." }],
      },
    ]);
  });

  it("keeps what a comment switched off apart, with the reason", () => {
    const problems = [aProblem(), aProblem({ rule: "a/b", silenced: { reason: "quoted" } })];
    const value = JSON.parse(jsonReport(aReport(problems), settings()));
    expect(value.problems).toMatchObject([{ rule: "shape/missing" }]);
    expect(value.silenced).toMatchObject([{ rule: "a/b", reason: "quoted" }]);
    expect(value.summary).toMatchObject({ errors: 1, silenced: 1 });
  });
});
