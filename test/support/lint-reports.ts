import type { FormatSettings } from "../../src/lint/reporters/format.ts";
import {
  type LintOutcome,
  type LintReport,
  lintReport,
} from "../../src/lint/reporters/lint-report.ts";
import type { Problem } from "../../src/yaml/diagnostic.ts";

export function aProblem(overrides: Partial<Problem> = {}): Problem {
  return {
    rule: "shape/missing",
    severity: "error",
    file: "rubrics/ours.yaml",
    place: { line: 3, column: 5, endLine: 3, endColumn: 9 },
    says: '"asks" is missing.',
    fix: "Add it.",
    path: ["sections", 0, "asks"],
    idPath: "ours/sections/equality/asks",
    related: [],
    edits: [],
    ...overrides,
  };
}

/** The files of the problems are checked ones unless others are given. */
export function aReport(
  problems: readonly Problem[] = [],
  overrides: Partial<LintOutcome> = {},
): LintReport {
  const names = [...new Set(problems.map(({ file }) => file))];
  const files = names.map((file) => ({ file, kind: "rubric" }));
  return lintReport({ version: "1.2.3", files, skipped: 0, problems, rules: [], ...overrides });
}

export function settings(overrides: Partial<FormatSettings> = {}): FormatSettings {
  return {
    lineOf: () => undefined,
    color: false,
    verbose: false,
    failOn: "error",
    at: new Date("2026-11-21T10:31:00.123Z"),
    fromRoot: (file) => file,
    ...overrides,
  };
}

export const ESCAPE = "\u001b";

/** What somebody could write into a file, or call it, to break or to mislead a report. */
export const HOSTILE_TEXT = [
  "quotes \"'` & <b> ]]> and ]]> again",
  "100%0A %25 , : :: ::error::hello ##[error]hello",
  "first\nsecond\r\n::error file=x::third\rfourth\u2028fifth",
  `${ESCAPE}[31mred${ESCAPE}[0m \u0007 \u0000 \ufffe \ud800 \udc00`,
  "[click](https://example.org) {0} {braces} | *bold* @everybody #1 \u202eback",
  "Rh\u0175ng \u{1f6a3}\u200d\u2640\ufe0f \u4f60\u597d",
].join(" ");

export const HOSTILE_FILE = "a,b:c%20d\r\ne/100%/::x ]]>&<\"'\u{1f6a3}.yaml";

/** One file with every kind of problem and every optional part, and a clean one. */
export function hostileReport(): LintReport {
  const hostile = { file: HOSTILE_FILE, says: HOSTILE_TEXT, why: HOSTILE_TEXT, fix: HOSTILE_TEXT };
  const place = { line: 2, column: 3, endLine: 4, endColumn: 1 };
  return aReport(
    [
      aProblem({ ...hostile, idPath: HOSTILE_TEXT, path: [HOSTILE_TEXT, 0] }),
      aProblem({ ...hostile, rule: "plain/latin", severity: "warning", place, more: 4 }),
      aProblem({ ...hostile, rule: "plain/leading", severity: "info" }),
      aProblem({
        ...hostile,
        rule: "words/jargon",
        severity: "warning",
        related: [{ place, says: HOSTILE_TEXT }],
        edits: [{ start: 4, end: 9, place, text: HOSTILE_TEXT }],
      }),
      aProblem({ ...hostile, rule: "words/agreed", silenced: { reason: HOSTILE_TEXT } }),
    ],
    {
      files: [
        { file: HOSTILE_FILE, kind: "rubric" },
        { file: "clean.yaml", kind: "assessment" },
      ],
      skipped: 2,
      rules: [
        { name: "shape/missing", severity: "error", about: "About it.", markdown: "# A page" },
        { name: "plain/leading", severity: "info", about: HOSTILE_TEXT, markdown: HOSTILE_TEXT },
      ],
    },
  );
}
