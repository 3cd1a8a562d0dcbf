import { describe, expect, test as it } from "vitest";
import { PARSER_RULES } from "../src/lint/problems/index.ts";
import type { Rule } from "../src/yaml/diagnostic.ts";
import { fixtures, KINDS, problemsIn, reportOn } from "./support/fixtures.ts";

const HEADER =
  /^(?<file>[\w-]+\.(?:yaml|(?:html|md|text)\.hbs)):(?<line>\d+):(?<column>\d+) \w+: .+ \[(?<rule>[\w/-]+)\]$/u;

describe.each(KINDS)("%s files", (kind) => {
  it.each(fixtures(kind, "ok"))("ok/$name has no problem", ({ file, text }) => {
    expect(reportOn(file, text, problemsIn(kind, file, text))).toBe("");
  });

  it.each(fixtures(kind, "err"))("err/$name is reported", async ({ file, text, expected }) => {
    const report = reportOn(file, text, problemsIn(kind, file, text));
    expect(report).not.toBe("");
    await expect(report).toMatchFileSnapshot(expected);
  });

  it.each(fixtures(kind, "err"))(
    "err/$name names file, line, column and rule",
    ({ file, text }) => {
      const problems = problemsIn(kind, file, text);
      const blocks = reportOn(file, text, problems).split("\n\n");
      const heads = blocks.map((block) => HEADER.exec(block.split("\n")[0] ?? "")?.groups ?? {});
      expect(blocks).toHaveLength(problems.length);
      expect(heads.map(({ rule }) => rule).sort()).toEqual(problems.map(({ rule }) => rule).sort());
      const lines = text.split(/\r?\n/u);
      for (const { file: named, line, column } of heads) {
        expect(named).toBe(file);
        expect(Number(line)).toBeLessThanOrEqual(lines.length);
        expect(Number(column)).toBeLessThanOrEqual((lines[Number(line) - 1] ?? "").length + 1);
      }
    },
  );
});

/** Rules that are about more than one file, or about coprod's own settings and comments. */
const NOT_IN_ONE_FILE: readonly Rule[] = [
  "id/renamed",
  "version/changed-meaning",
  "translation/missing",
  "translation/stale",
  "translation/extra",
  "translation/same-as-source",
  "translation/hash",
  "lint/config",
  "lint/unknown-rule",
  "lint/unused-disable",
  "lint/needs-reason",
];

const ERRORS = KINDS.flatMap((kind) => fixtures(kind, "err"));

it.each(PARSER_RULES.filter((rule) => !NOT_IN_ONE_FILE.includes(rule)))(
  "the rule %s has a fixture that breaks it",
  (rule) => {
    const owned = ERRORS.filter(({ name }) => name.startsWith(rule.replace("/", "-")));
    expect(owned).not.toEqual([]);
    for (const { kind, file, text } of owned) {
      expect(problemsIn(kind, file, text).map((each) => each.rule)).toContain(rule);
    }
  },
);
