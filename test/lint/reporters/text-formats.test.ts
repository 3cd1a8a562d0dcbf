import { describe, expect, it } from "vitest";
import { jobSummary, markdownReport } from "../../../src/lint/reporters/markdown.ts";
import { linesIn } from "../../../src/lint/reporters/message.ts";
import { compact, pretty, stylish } from "../../../src/lint/reporters/plain-text.ts";
import { counted } from "../../../src/util/words.ts";
import {
  aProblem,
  aReport,
  HOSTILE_FILE,
  HOSTILE_TEXT,
  hostileReport,
  settings,
} from "../../support/lint-reports.ts";

const warning = aProblem({
  rule: "words/jargon",
  severity: "warning",
  place: { line: 12, column: 18, endLine: 12, endColumn: 30 },
  says: '"stakeholders" hides people.',
  why: "Nobody knows whether they are meant.",
  fix: "Say who you mean.",
});
const REPORT = aReport([warning, aProblem(), aProblem({ file: "b.yaml", more: 14 })], {
  skipped: 1,
});

describe("pretty", () => {
  it("shows the line with a caret, why and what to do, and puts other places last", () => {
    const related = [
      { place: { line: 1, column: 2, endLine: 1, endColumn: 3 }, says: "The first is here." },
    ];
    const texts = new Map([["rubrics/ours.yaml", "a: 1\r\n\r\n  \u{1f6a3} 2026\r\n"]]);
    const place = { line: 3, column: 6, endLine: 3, endColumn: 10 };
    expect(
      pretty(aReport([{ ...warning, place, related }]), settings({ lineOf: linesIn(texts) })),
    ).toBe(
      [
        'rubrics/ours.yaml:3:6 warning: "stakeholders" hides people. [words/jargon]',
        "  3 |   \u{1f6a3} 2026",
        "    |      ^^^^",
        "  Nobody knows whether they are meant.",
        "  Say who you mean.",
        "  1:2 The first is here.",
        "",
        "Checked 1 file: 0 errors, 1 warning.",
        "",
      ].join("\n"),
    );
  });
});

describe("stylish", () => {
  it("puts a file's problems under its name, in the order of their places", () => {
    expect(stylish(REPORT, settings())).toBe(
      [
        "rubrics/ours.yaml",
        '  3:5    error    "asks" is missing. Add it.  [shape/missing]',
        '  12:18  warning  "stakeholders" hides people. Nobody knows whether they are meant. Say who you mean.  [words/jargon]',
        "",
        "b.yaml",
        '  3:5  error    "asks" is missing. Add it. And 14 more of these in this file.  [shape/missing]',
        "",
        "Checked 2 files: 16 errors, 1 warning. 1 file passed over: not made for coprod.",
        "",
      ].join("\n"),
    );
  });
});

describe("compact", () => {
  it("gives each problem one line that a problem matcher understands, whatever the words", () => {
    const problems = aReport([aProblem({ says: HOSTILE_TEXT, file: HOSTILE_FILE }), warning]);
    const lines = compact(problems, settings()).trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    const matches = lines
      .slice(0, 2)
      .map((line) => /^(.+):(\d+):(\d+): (error|warning|info): (.+) \[([a-z/-]+)\]$/u.exec(line));
    expect(matches.map((match) => match?.slice(2, 5))).toEqual([
      ["3", "5", "error"],
      ["12", "18", "warning"],
    ]);
    expect(matches.map((match) => match?.[6])).toEqual(["shape/missing", "words/jargon"]);
  });
});

describe("markdown", () => {
  it("puts errors before warnings, whatever the order of the files", () => {
    expect(markdownReport(REPORT, settings())).toBe(
      [
        "# coprod lint",
        "",
        "Checked 2 files: 16 errors, 1 warning. 1 file passed over: not made for coprod.",
        "",
        "## Errors",
        "",
        '- **rubrics/ours.yaml** line 3, column 5: "asks" is missing. Add it. (`shape/missing`)',
        '- **b.yaml** line 3, column 5: "asks" is missing. Add it. And 14 more of these in this file. (`shape/missing`)',
        "",
        "## Warnings",
        "",
        '- **rubrics/ours.yaml** line 12, column 18: "stakeholders" hides people. Nobody knows whether they are meant. Say who you mean. (`words/jargon`)',
        "",
      ].join("\n"),
    );
  });

  it("makes no link, no markup and no call of anybody's words", () => {
    const text = markdownReport(hostileReport(), settings({ verbose: true }));
    expect(text).not.toMatch(/(?<!\\)\[click/u);
    expect(text).not.toMatch(/(?<!\\)<b>/u);
    expect(text).not.toMatch(/(?<!\\)\*bold/u);
    expect(text).not.toContain("@everybody");
    expect(text.split("\n").filter((line) => /^#|^>|^\|/u.test(line))).toEqual([
      "# coprod lint",
      "## Errors",
      "## Warnings",
      "## Info",
    ]);
  });

  it("is cut for a job summary before GitHub would refuse it, and says how many are left", () => {
    const long = "\u4f60".repeat(1000);
    const problems = Array.from({ length: 1500 }, (_, at) =>
      aProblem({ says: long, file: `${at}.yaml` }),
    );
    const text = jobSummary(aReport(problems), settings());
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    const shown = text.split("\n").filter((line) => line.startsWith("- ")).length;
    expect(shown).toBeGreaterThan(100);
    expect(text).toContain(`And ${counted(1500 - shown, "more problem")}, in the job's log.`);
    expect(Buffer.byteLength(markdownReport(aReport(problems), settings()))).toBeGreaterThan(
      1024 * 1024,
    );
  });
});
