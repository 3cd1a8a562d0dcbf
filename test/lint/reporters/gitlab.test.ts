import ajvModule from "ajv";
import { describe, expect, it } from "vitest";
import { gitlab } from "../../../src/lint/reporters/gitlab.ts";
import { aProblem, aReport, hostileReport, settings } from "../../support/lint-reports.ts";

/** As GitLab documents its Code Quality report. */
const schema = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)[^\\\\]+$" },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};
const validate = new ajvModule.default({ allErrors: true }).compile(schema);

interface Issue {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

function issuesOf(...given: Parameters<typeof gitlab>): Issue[] {
  return JSON.parse(gitlab(...given));
}

describe("gitlab", () => {
  it.each([
    ["an empty", aReport()],
    ["a hostile", hostileReport()],
  ])("is a bare array with the fields GitLab needs for %s result", (_, report) => {
    validate(issuesOf(report, settings()));
    expect(validate.errors).toBeNull();
  });

  it("names a clean result, so that it is not taken for a broken job", () => {
    expect(gitlab(aReport(), settings())).toBe("[]\n");
  });

  it("maps severities to GitLab's own", () => {
    const problems = (["error", "warning", "info"] as const).map((severity) =>
      aProblem({ severity }),
    );
    expect(issuesOf(aReport(problems), settings()).map(({ severity }) => severity)).toEqual([
      "major",
      "minor",
      "info",
    ]);
  });

  it("names files from the top of the repository", () => {
    const [issue] = issuesOf(
      aReport([aProblem()]),
      settings({ fromRoot: (file) => `charity/${file}` }),
    );
    expect(issue?.location.path).toBe("charity/rubrics/ours.yaml");
  });

  it("has a fingerprint of its own for each problem, even for two of one rule in one text", () => {
    const problems = [
      aProblem(),
      aProblem(),
      aProblem({ file: "b.yaml" }),
      aProblem({ idPath: "" }),
      aProblem({ rule: "shape/empty" }),
    ];
    const prints = issuesOf(aReport(problems), settings()).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(problems.length);
  });

  it("keeps a fingerprint when lines move, and when the wording of a message is improved", () => {
    const moved = { line: 90, column: 9, endLine: 90, endColumn: 12 };
    const later = aProblem({ place: moved, says: "Said better." });
    const [before, after] = [aProblem(), later].map(
      (each) => issuesOf(aReport([each]), settings())[0]?.fingerprint,
    );
    expect(after).toBe(before);
  });

  it("keeps a fingerprint when lines move and there is no id path", () => {
    const says = (line: number) => `"a" is used twice (first on line ${line}).`;
    const [before, after] = [3, 4].map(
      (line) =>
        issuesOf(aReport([aProblem({ idPath: "", says: says(line) })]), settings())[0]?.fingerprint,
    );
    expect(after).toBe(before);
  });
});
