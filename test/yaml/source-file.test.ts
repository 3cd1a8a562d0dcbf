import { describe, expect, it } from "vitest";
import { START_OF_FILE } from "../../src/yaml/diagnostic.ts";
import { declaredKind, formatProblem } from "../../src/yaml/format.ts";
import { readSource, type SourceFile } from "../../src/yaml/source-file.ts";

function source(text: string): SourceFile {
  const { source: found, diagnostics } = readSource("a.yaml", text);
  expect(diagnostics).toEqual([]);
  if (found === undefined) throw new Error("the text should be sound");
  return found;
}

const TEXT = [
  "title: Tŷ'r Afon",
  "people:",
  "  - { group: staff, present: 5 }",
  "  - group: trustees",
  "about: >-",
  "  Folded",
  "  text.",
  "5: five",
  "",
].join("\n");

describe("the place of a value", () => {
  it.each([
    ["a value", ["title"], false, "1:8-1:17"],
    ["a key", ["title"], true, "1:1-1:6"],
    ["a list", ["people"], false, "3:3-5:1"],
    ["an entry of a list", ["people", 1], false, "4:5-5:1"],
    ["a value in braces", ["people", 0, "present"], false, "3:30-3:31"],
    ["a key in braces", ["people", 0, "present"], true, "3:21-3:28"],
    ["a folded text, which starts at its sign", ["about"], false, "5:8-8:1"],
    ["a key that looks like a number", ["5"], true, "8:1-8:2"],
    ["the deepest that is there, for a value", ["people", 1, "present"], false, "4:5-5:1"],
    ["the deepest that is there, for a key", ["people", 1, "present"], true, "4:5-5:1"],
    ["the deepest that is there, for an entry", ["people", 7, "group"], false, "3:3-5:1"],
    ["the whole file", [], false, "1:1-9:1"],
  ])("is that of %s", (_, path, key, where) => {
    const { line, column, endLine, endColumn } = source(TEXT).place(path, { key });
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(where);
  });

  it("counts columns in the units of JavaScript, so that editors agree", () => {
    const { place } = source("{ a: 😀ŵ, b: 1 }\n");
    expect(place(["b"], { key: true }).column).toBe(11);
  });
});

describe("reading a text", () => {
  it("keeps quoted words that other readers take for true and false", () => {
    expect(source('"yes": no\non: "no"\n').value).toEqual({ yes: "no", on: "no" });
  });

  it("takes the line ends of old Macs, each place where it stands", () => {
    const { value, place } = source("a: 1\rb:\r  - x\r");
    expect(value).toEqual({ a: 1, b: ["x"] });
    expect(place(["b", 0])).toMatchObject({ line: 3, column: 5 });
  });

  it("writes aliases out", () => {
    expect(source("a: &x [1]\nb: *x\n").value).toEqual({ a: [1], b: [1] });
  });

  it.each([
    ["", "EMPTY"],
    ["# nothing yet\n", "EMPTY"],
    ["~\n", "EMPTY"],
    ["---\n", "EMPTY"],
  ])("says of %j that it is empty", (text, reason) => {
    const { source: found, diagnostics } = readSource("a.yaml", text);
    expect(found).toBeUndefined();
    expect(diagnostics).toMatchObject([{ place: START_OF_FILE, facts: { reason } }]);
  });

  it("reports each name that stands twice, and of other slips only the first", () => {
    const reasons = (text: string) =>
      readSource("a.yaml", text).diagnostics.map(({ facts, place }) => [facts, place.line]);
    expect(reasons("a: 1\na: 2\nb: 1\nb: 2\n")).toMatchObject([
      [{ reason: "DUPLICATE_KEY" }, 2],
      [{ reason: "DUPLICATE_KEY" }, 4],
    ]);
    expect(reasons("a: 1\na: 2\n\tb: 1\nc: d: e\nf: g: h\n")).toMatchObject([
      [{ reason: "DUPLICATE_KEY" }, 2],
      [{ reason: "TAB_AS_INDENT" }, 3],
    ]);
  });
});

describe("what a file says it is", () => {
  it.each([
    ["coprod: rubric/1", "rubric"],
    ["coprod: rubric", "rubric"],
    ["coprod: something else", "something else"],
    ["coprod: 1", undefined],
    ["coprod: [rubric/1]", undefined],
    ["coprod: { toString: rubric/1 }", undefined],
    ["title: rubric/1", undefined],
    ["- rubric/1", undefined],
    ["rubric/1", undefined],
  ])("is read from %s", (text, kind) => {
    expect(declaredKind(source(text))).toBe(kind);
  });

  it("is let through where it is what was wanted", () => {
    expect(formatProblem(source("coprod: rubric/1\n"), "rubric/1")).toBeUndefined();
  });

  it.each([
    ["rubric/2", "file/unsupported", { reason: "newer", found: "rubric/2", known: "rubric/1" }],
    ["rubric/10", "file/unsupported", { reason: "newer" }],
    ["rubric/0", "shape/kind", { found: "rubric/0" }],
    ["rubric/next", "shape/kind", {}],
    ["assessment/2", "shape/kind", { expected: ["rubric/1"] }],
  ])("is refused as rubric/1 where it is %s", (said, rule, facts) => {
    const problem = formatProblem(source(`coprod: ${said}\n`), "rubric/1");
    expect(problem).toMatchObject({ rule, facts });
  });
});

describe("the place of what YAML refuses", () => {
  it("ends on the line where it ends, even for a text over several lines that should not be there", () => {
    const text = "*star: more\ntitle: Ours\n";
    const places = readSource("x.yaml", text).diagnostics.map(({ place }) => place);
    expect(places).toContainEqual({ line: 1, column: 8, endLine: 2, endColumn: 6 });
  });

  it("never lies beyond the end of the text", () => {
    const [problem] = readSource("x.yaml", "[").diagnostics;
    expect(problem?.place).toEqual({ line: 1, column: 2, endLine: 1, endColumn: 2 });
  });
});

describe("a text that goes too deep", () => {
  it.each(["[", "{a: ", "[{a: ", "- ", "? ", "- ? "])(
    "is refused before it is parsed: %j many times",
    (part) => {
      for (const times of [500, 5_000, 200_000]) {
        const { source: found, diagnostics } = readSource("x.yaml", `a:\n  ${part.repeat(times)}x`);
        expect(found).toBeUndefined();
        expect(diagnostics).toHaveLength(1);
        expect(diagnostics[0]).toMatchObject({ facts: { reason: "TOO_DEEP" }, place: { line: 2 } });
      }
    },
  );

  it("is not one with many brackets beside each other, or with long lines", () => {
    const text = `a:\n${"  - [x, { y: z }]\n".repeat(300)}b: "${"[ ] ".repeat(300)}"\nc: ${" ".repeat(500)}d\n`;
    expect(readSource("x.yaml", text).diagnostics).toEqual([]);
  });
});
