import { describe, expect, test as it } from "vitest";
import { lintText } from "../../src/lint/lint-text.ts";
import type { Diagnostic } from "../../src/yaml/diagnostic.ts";
import { fixtures, KINDS, problemsIn, reportOn } from "../support/fixtures.ts";

const START = "coprod: rubric/1\n";

/** Texts that broke a parser once, or might, and the reason that is reported for them. */
const HOSTILE: readonly (readonly [name: string, text: string, reason: string])[] = [
  ["10,000 brackets that are never closed", "[".repeat(10_000), "TOO_DEEP"],
  ["10,000 braces that are never closed", "{".repeat(10_000), "TOO_DEEP"],
  ["10,000 brackets in each other", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, "TOO_DEEP"],
  ["10,000 lists in each other", `title:\n${"- ".repeat(10_000)}x\n`, "TOO_DEEP"],
  ["an alias that nothing stands behind", "title: *nobody\n", "BAD_ALIAS"],
  ["an alias before its anchor", "title: *late\nabout: &late words\n", "BAD_ALIAS"],
  ["a NUL in a text", "title: a\0b\n", "CONTROL_SIGN"],
  ["a file of another encoding", "t\0i\0t\0l\0e\0:\0\n", "CONTROL_SIGN"],
  ["signs that the parser uses inside itself", "\u0002: \u001f\n\u0018\n", "CONTROL_SIGN"],
  ["a terminal's escape sequence", "title: \u001b[2J\n", "CONTROL_SIGN"],
  ["a list as the name of a field", "? [a]\n: b\n", "NON_STRING_KEY"],
  ["a name that objects use for themselves", "__proto__: { title: taken }\n", "RESERVED_NAME"],
  ["the same hidden in an alias", "about: &a { __proto__: 1 }\n", "RESERVED_NAME"],
];

describe("a hostile text", () => {
  it.each(HOSTILE)("%s is one problem with a place", (_, text, reason) => {
    const { kind, diagnostics } = lintText("x.yaml", START + text);
    expect(kind).toBe("unreadable");
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ rule: "yaml/syntax", facts: { reason } });
    expectPlaces(diagnostics);
  });

  it.each([
    ["nothing but a NUL", "\0"],
    ["a circle of aliases", "coprod: rubric/1\nsections: &a [*a]\nscales: &b { c: *b }\n"],
    ["names that every object has", "coprod: rubric/1\nconstructor: 1\ntoString: 2\n"],
    ["a kind that cannot be made a text", "coprod: { toString: 1, valueOf: 2 }\n"],
    ["old line ends of a Macintosh", "coprod: rubric/1\rid: small\r"],
    ["line ends that only some programs know", "coprod: rubric/1\ntitle: a\u2028b\u0085c: [\n"],
    ["a number beyond all numbers", "coprod: rubric/1\nminutes: 1e999\n"],
    ["signs that turn the direction of writing", "coprod: rubric/1\n\u202egnp.exe: 1\n"],
    ["half of a sign of two units", "coprod: rubric/1\n\ud83d: 1\n"],
  ])("%s does not crash the parser", (_, text) => {
    const { diagnostics } = lintText("x.yaml", text);
    expect(diagnostics).not.toEqual([]);
    expectPlaces(diagnostics);
  });

  it("a report never holds a sign that a terminal would obey", () => {
    const text = "coprod: rubric/1\n\u202egnp.exe: \u009b2J\n\ud83d: 1\ntitle: a\u2028b: [\n";
    const report = reportOn("x.yaml", text, lintText("x.yaml", text).diagnostics);
    expect(report).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028\u202a-\u202e]/u);
  });

  it("a long line is cut around the place without cutting a sign in half", () => {
    for (let length = 0; length < 8; length++) {
      const text = `coprod: rubric/1\ntitle: { ${"x".repeat(length)}a: "${"🧑‍🤝‍🧑".repeat(40)}", b: ] }\n`;
      const report = reportOn("x.yaml", text, lintText("x.yaml", text).diagnostics);
      expect(report).not.toMatch(/[\p{Cs}\ufffd]/u);
      expect(report.split("\n").every((line) => line.length < 120)).toBe(true);
    }
  });

  it("a file with thousands of wrong fields is answered within seconds", {
    timeout: 20_000,
  }, () => {
    const fields = Array.from({ length: 1000 }, (_, index) => `field-${index}: 1`);
    const text = `coprod: rubric/1\n${fields.join("\n")}\n`;
    const { diagnostics } = lintText("x.yaml", text);
    expect(diagnostics.filter(({ rule }) => rule === "shape/unknown-key")).toHaveLength(1000);
    expect(reportOn("x.yaml", text, diagnostics)).toContain('x.yaml:1001:1 error: "field-999"');
  });
});

describe("line ends of Windows", () => {
  const cases = KINDS.flatMap((kind) => fixtures(kind, "err"))
    .filter(({ text }) => !text.includes("\r"))
    .map((fixture) => [`${fixture.kind}/${fixture.name}`, fixture] as const);

  it.each(cases)("do not move a place of %s", (_, { kind, file, text }) => {
    const places = (given: string) =>
      problemsIn(kind, file, given).map(({ rule, place: { line, column } }) => ({
        rule,
        line,
        column,
      }));
    expect(places(text.replaceAll("\n", "\r\n"))).toEqual(places(text));
  });
});

function expectPlaces(diagnostics: readonly Diagnostic[]): void {
  for (const { place } of diagnostics) {
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect([place.endLine, place.endColumn]).not.toContain(0);
  }
}
