import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test as it } from "vitest";
import { resolveAssessment } from "../../src/assessment/assessment.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { lintText } from "../../src/lint/lint-text.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Diagnostic } from "../../src/yaml/diagnostic.ts";
import { hasErrors } from "../../src/yaml/diagnostic.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { fixtures, reportOn } from "../support/fixtures.ts";

const RUBRICS = join(PACKAGE_FOLDER, "rubrics");
const EXAMPLE = join(PACKAGE_FOLDER, "docs", "examples", "river-house.yaml");

/** Bits of text that mean something to YAML, to JavaScript or to a terminal. */
const BITS = [
  ..."\t\n:-?[]{}#&*!|>'\"%@`,~\\ \0\u2028\u00a0",
  "\r\n",
  ": ",
  "- ",
  "---\n",
  "&a ",
  "*a",
  "<<: *a",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "true",
  ".inf",
  "1e999",
  "0x10",
  "2026-02-30",
  "differ",
  "unsure",
  "😀",
  "ŵ",
  "\u202e",
];

type Change = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const bit = fc.constantFrom(...BITS);

/** One slip of a hand or a disk: cut off, left out, typed twice, put in, put in place of something else. */
const change: fc.Arbitrary<Change> = fc.oneof(
  share.map(
    (at): Change =>
      (text) =>
        text.slice(0, Math.floor(at * text.length)),
  ),
  fc.tuple(share, fc.nat(200)).map(([at, length]) => spliced(at, length, () => "")),
  fc.tuple(share, fc.nat(200)).map(([at, length]) => spliced(at, length, (cut) => cut + cut)),
  fc.tuple(share, bit).map(([at, given]) => spliced(at, 0, () => given)),
  fc.tuple(share, fc.nat(12), bit).map(([at, length, given]) => spliced(at, length, () => given)),
  share.map(
    (at): Change =>
      (text) =>
        withoutLine(text, at),
  ),
);

function spliced(at: number, length: number, made: (cut: string) => string): Change {
  return (text) => {
    const start = Math.floor(at * text.length);
    const cut = text.slice(start, start + length);
    return text.slice(0, start) + made(cut) + text.slice(start + length);
  };
}

function withoutLine(text: string, at: number): string {
  const lines = text.split("\n");
  return lines.toSpliced(Math.floor(at * lines.length), 1).join("\n");
}

const changes = fc.array(change, { minLength: 1, maxLength: 4 });

function changed(text: string, all: readonly Change[]): string {
  return all.reduce((given, each) => each(given), text);
}

describe("a damaged file never throws", () => {
  const small = [...fixtures("rubric", "ok"), ...fixtures("guide", "ok")];

  it("a small rubric or guide", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...small), changes, ({ text }, all) => {
        const damaged = changed(text, all);
        expect(faultsIn(lintText("x.yaml", damaged).diagnostics, damaged)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("the bundled rubrics, cut short", { timeout: 60_000 }, () => {
    const texts = readdirSync(RUBRICS).map((name) => readFileSync(join(RUBRICS, name), "utf8"));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(12_000), changes, (text, length, all) => {
        const damaged = changed(text.slice(0, length), all);
        expect(faultsIn(lintText("x.yaml", damaged).diagnostics, damaged)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("the example assessment, held against its rubrics", { timeout: 60_000 }, () => {
    const text = readFileSync(EXAMPLE, "utf8");
    const rubrics = ["principles", "barriers"].map((id) => bundled(id));
    fc.assert(
      fc.property(changes, (all) => {
        const damaged = changed(text, all);
        const { file, source, diagnostics } = parseAssessment("x.yaml", damaged);
        const read = file !== undefined && source !== undefined;
        const problems = read ? checkAssessment(file, rubrics, source) : [];
        if (read && !hasErrors(problems)) resolveAssessment(file, rubrics);
        expect(faultsIn([...diagnostics, ...problems], damaged)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});

function bundled(id: string) {
  const { rubric } = parseRubric(id, readFileSync(join(RUBRICS, `${id}.yaml`), "utf8"));
  if (rubric === undefined) throw new Error(`${id} should be sound`);
  return rubric;
}

/** What is wrong with the report itself: each problem should have a place in the file and whole sentences. */
function faultsIn(diagnostics: readonly Diagnostic[], text: string): readonly string[] {
  const lines = text.split("\n").length;
  const lost = diagnostics.filter(
    ({ place }) => place.line < 1 || place.line > lines || place.column < 1,
  );
  const report = reportOn("x.yaml", text, diagnostics);
  const holes = /undefined|\[object |NaN|[^\P{Cc}\n]/u.exec(report) ?? [];
  return [...lost.map(({ rule }) => rule), ...holes];
}
