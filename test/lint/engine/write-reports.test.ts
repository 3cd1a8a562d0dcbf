import { describe, expect, it } from "vitest";
import { REPORTERS } from "../../../src/lint/engine/write-reports.ts";
import { REPORTER_NAMES } from "../../../src/lint/reporters/format.ts";
import { githubLog } from "../../../src/lint/reporters/github.ts";
import { jobSummary } from "../../../src/lint/reporters/markdown.ts";
import { linesIn } from "../../../src/lint/reporters/message.ts";
import {
  aProblem,
  aReport,
  ESCAPE,
  HOSTILE_FILE,
  HOSTILE_TEXT,
  hostileReport,
  settings,
} from "../../support/lint-reports.ts";

const ALL = [
  ...Object.entries(REPORTERS),
  ["the log in Actions", githubLog],
  ["the job summary", jobSummary],
] as const;
const CLEAN = aReport([], { files: [{ file: "ours.yaml", kind: "rubric" }] });
const RESULTS = { clean: CLEAN, hostile: hostileReport(), plain: aReport([aProblem()]) };
const TEXTS = new Map([[HOSTILE_FILE, `one\n${HOSTILE_TEXT}\nthree`]]);

describe("the registry of formats", () => {
  it("holds each name that can be asked for, and nothing else", () => {
    expect(Object.keys(REPORTERS)).toEqual([...REPORTER_NAMES]);
    expect(REPORTER_NAMES.length).toBeGreaterThanOrEqual(9);
  });
});

describe.each(ALL)("the format %s", (_, format) => {
  it.each(Object.entries(RESULTS))(
    "ends in exactly one newline for a %s result",
    (_name, report) => {
      expect(format(report, settings({ lineOf: linesIn(TEXTS) }))).toMatch(/[^\n]\n$/u);
    },
  );

  it.each(Object.entries(RESULTS))(
    "writes no control sign but line breaks for a %s result",
    (_name, report) => {
      const text = format(report, settings({ lineOf: linesIn(TEXTS), verbose: true }));
      expect(text).not.toContain(ESCAPE);
      expect(text.match(/[^\P{Cc}\n]|\p{Surrogate}/gu)).toBeNull();
    },
  );

  it("names the rule of a problem, and its line", () => {
    const text = format(
      aReport([aProblem({ place: { line: 4711, column: 1, endLine: 4711, endColumn: 2 } })]),
      settings(),
    );
    expect(text).toContain("shape/missing");
    expect(text).toContain("4711");
  });

  it("makes the same text again from the same report, and leaves it alone", () => {
    const report = hostileReport();
    const before = structuredClone(report);
    expect(format(report, settings())).toBe(format(hostileReport(), settings()));
    expect(report).toEqual(before);
  });

  it("survives a report without any file", () => {
    expect(format(aReport(), settings())).toMatch(/[^\n]\n$/u);
  });
});

describe("colour", () => {
  it("is used by the formats for people only, and only when it is wanted", () => {
    const colored = Object.entries(REPORTERS).filter(([, format]) =>
      format(RESULTS.plain, settings({ color: true })).includes(ESCAPE),
    );
    expect(colored.map(([name]) => name)).toEqual(["pretty", "stylish"]);
  });
});

describe("problems of severity info", () => {
  const report = aReport([aProblem({ severity: "info", rule: "plain/leading" })]);
  const showing = (verbose: boolean) =>
    Object.entries(REPORTERS)
      .filter(([, format]) => format(report, settings({ verbose })).includes("plain/leading"))
      .map(([name]) => name);

  it("are always given to programs, and to people when they ask", () => {
    expect(showing(false)).toEqual(["json", "sarif", "junit", "gitlab"]);
    expect(showing(true)).toEqual([...REPORTER_NAMES]);
  });

  it("are counted for people who do not see them", () => {
    expect(REPORTERS.pretty(report, settings())).toBe(
      "Checked 1 file: no errors or warnings, 1 info. Add --verbose to see the info.\n",
    );
  });
});

describe("a problem that a comment switched off", () => {
  const report = aReport([aProblem({ silenced: { reason: "quoted from the Act" } })]);

  it("is left to JSON and SARIF, with its reason", () => {
    const naming = Object.entries(REPORTERS).filter(([, format]) =>
      format(report, settings()).includes("shape/missing"),
    );
    expect(naming.map(([name]) => name)).toEqual(["json", "sarif"]);
    for (const [, format] of naming)
      expect(format(report, settings())).toContain("quoted from the Act");
  });

  it("is counted for people, and not as an error", () => {
    expect(REPORTERS.stylish(report, settings())).toBe(
      "Checked 1 file: no problems. 1 problem switched off by a comment.\n",
    );
  });
});
