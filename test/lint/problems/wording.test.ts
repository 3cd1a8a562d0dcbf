import { describe, expect, it } from "vitest";
import { wordsFor } from "../../../src/lint/problems/index.ts";
import { counted } from "../../../src/util/words.ts";
import type { Diagnostic } from "../../../src/yaml/diagnostic.ts";
import { START_OF_FILE } from "../../../src/yaml/diagnostic.ts";
import { fixtures, KINDS, problemsIn } from "../../support/fixtures.ts";

function words(rule: Diagnostic["rule"], facts: object) {
  const common = { severity: "error", file: "a.yaml", place: START_OF_FILE } as const;
  return wordsFor({ ...common, rule, facts } as Diagnostic);
}

/** Words of programmers, of blame and of other programs that no sentence of ours may hold. */
const UNFIT =
  /\b(?:invalid|illegal|expected|unexpected|token|parse|parser|schema|null|string|boolean|array|object|integer|must not|failed|you have|your fault|oops)\b/iu;

const SENTENCES = KINDS.flatMap((kind) => fixtures(kind, "err")).flatMap(
  ({ kind, name, file, text }) =>
    problemsIn(kind, file, text).map((each) => ({ name, rule: each.rule, ...wordsFor(each) })),
);

describe("every sentence", () => {
  it.each(SENTENCES)("about $rule in $name is plain: $says", ({ says, fix }) => {
    const ours = `${says} ${fix}`.replaceAll(/"[^"]*"/gu, '""');
    expect(ours).not.toMatch(UNFIT);
    expect(says).toMatch(/^[A-Z"].*\.$/u);
    expect(fix).toMatch(/^[A-Z]/u);
    expect(ours).not.toMatch(/undefined|\bNaN\b|\$\{/u);
  });
});

describe("what somebody wrote", () => {
  it("is quoted on one line and cut short", () => {
    const { says } = words("shape/unknown-key", {
      key: `a\nb ${"long ".repeat(50)}`,
      near: [],
      known: [],
    });
    expect(says).toMatch(/^"a b long .*\.\.\." is not a field that belongs here\.$/u);
    expect(says.length).toBeLessThan(110);
  });
});

describe("a suggestion", () => {
  const fix = (near: readonly string[], known: readonly string[]) =>
    words("ref/unknown", { what: "scale", name: "x", near, known }).fix;

  it("names what is near, then what there is, then what to do", () => {
    expect(fix(["one"], ["one", "two"])).toBe('Did you mean "one"?');
    expect(fix(["one", "two"], [])).toBe('Did you mean "one" or "two"?');
    expect(fix([], ["one", "two", "two"])).toBe("What fits here: one, two.");
    expect(fix([], [])).toBe('Add the scale "x", or use one that exists.');
    const many = Array.from({ length: 13 }, (_, index) => `level-${index}`);
    expect(fix([], many)).toBe('Add the scale "x", or use one that exists.');
  });
});

describe("words about YAML", () => {
  it("fall back on the parser's own for what nobody has met yet", () => {
    const { says, fix } = words("yaml/syntax", {
      reason: "SOMETHING_NEW",
      detail: "It is odd",
    });
    expect(says).toBe("This is not written as YAML expects: It is odd");
    expect(fix).not.toBe("");
  });

  it("leave out versions that say nothing", () => {
    const says = (asked: string, now: string) =>
      words("answer/old-wording", { rubric: "small", asked, now }).says;
    expect(says("1.0.0", "1.1.0")).toContain("(then 1.0.0, now 1.1.0)");
    expect(says("1.0.0", "1.0.0")).not.toContain("then");
    expect(says("?", "1.0.0")).not.toContain("?");
  });
});

describe("counted", () => {
  it.each([
    [0, "0 files"],
    [1, "1 file"],
    [2, "2 files"],
  ])("says %i in words", (count, text) => {
    expect(counted(count, "file")).toBe(text);
  });

  it("takes a plural of its own", () => {
    expect(counted(3, "person", "people")).toBe("3 people");
  });
});
