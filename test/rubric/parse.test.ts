import { describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.ts";
import { criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { fractionText } from "../../src/util/exact.ts";
import { fixtures, rubricFixture } from "../support/fixtures.ts";

const SMALL = fixtures("rubric", "ok").find(({ name }) => name === "small")?.text ?? "";

function parsed(...changes: readonly (readonly [before: string, after: string])[]): Rubric {
  const text = changes.reduce((given, [before, after]) => {
    expect(given).toContain(before);
    return given.replace(before, after);
  }, SMALL);
  const { rubric, diagnostics } = parseRubric("small.yaml", text);
  expect(diagnostics).toEqual([]);
  if (rubric === undefined) throw new Error("the rubric should be sound");
  return rubric;
}

const onlyCriterion = (rubric: Rubric) => {
  const [criterion] = criteriaOf(rubric);
  if (criterion === undefined) throw new Error("the rubric should have a criterion");
  return criterion;
};

describe("a sound rubric", () => {
  it("files its sections and criteria under its own id", () => {
    const rubric = parsed();
    expect(rubric.sections.map(({ key }) => key)).toEqual(["small/access"]);
    expect(criteriaOf(rubric).map(({ key }) => key)).toEqual(["small/open-doors"]);
  });

  it("spaces levels evenly, unless the scale gives values", () => {
    const values = (rubric: Rubric) =>
      onlyCriterion(rubric).levels.map(({ value }) => fractionText(value));
    expect(values(parsed())).toEqual(["0", "1/2", "1"]);
    expect(values(rubricFixture("scale-with-values.yaml"))).toEqual(["0", "1/4", "1"]);
  });

  it("gives each level its own words, or those of the scale", () => {
    const words = onlyCriterion(rubricFixture("words-of-the-scale-serve.yaml")).levels;
    expect(words.map(({ text }) => text)).toEqual([
      "Nobody has seen it.",
      "The doors are open on most days.",
      "People hold keys of their own.",
    ]);
  });

  it("takes a step for its own level and for the levels below that have none", () => {
    const steps = (rubric: Rubric) => onlyCriterion(rubric).next.map((step) => step?.do);
    expect(steps(parsed())).toEqual([undefined, "Open them", "Share the keys"]);
    const shared = rubricFixture("one-step-serves-the-levels-below.yaml");
    expect(steps(shared)).toEqual([undefined, "Share the keys", "Share the keys"]);
  });

  it("fills in what may be left out", () => {
    expect(onlyCriterion(parsed())).toMatchObject({
      core: false,
      must: undefined,
      allowNotApplicable: false,
      measures: "practice",
      scale: "practice",
      formerly: [],
      eases: [],
      ownAnchors: true,
    });
    expect(fractionText(onlyCriterion(parsed()).weight)).toBe("1");
  });

  it("reads weights and must-haves", () => {
    const asks = "        asks:";
    const rubric = parsed([asks, `        weight: 3/2\n        must: usual\n${asks}`]);
    expect(fractionText(onlyCriterion(rubric).weight)).toBe("3/2");
    expect(onlyCriterion(rubric).must).toBe(1);
  });

  it("caps at the second band, unless it names another", () => {
    expect(parsed().cap).toBe(1);
    expect(parsed(["sections:\n", "cap: starting\nsections:\n"]).cap).toBe(0);
  });

  it("takes names that every object has like any other", () => {
    const rubric = rubricFixture("natural.yaml");
    const criterion = onlyCriterion(rubric);
    expect(criterion).toMatchObject({ key: "natural/constructor", scale: "constructor" });
    expect(criterion.levels[0]).toMatchObject({ id: "constructor", text: "The doors are locked." });
    expect(rubric.glossary["toString"]).toBe("A string to tie things with.");
  });
});

describe("the hash of a rubric", () => {
  it("stays with comments, layout, line ends and the order of fields", () => {
    const { hash } = parsed();
    expect(parsed(["minutes: 5\n", "# How long?\nminutes:   5\n\n"]).hash).toBe(hash);
    expect(rubricFixture("crlf-line-ends.yaml").hash).toBe(hash);
    expect(rubricFixture("byte-order-mark.yaml").hash).toBe(hash);
    const title = "title: A small rubric\n";
    expect(parsed([title, ""], ["minutes: 5\n", `minutes: 5\n${title}`]).hash).toBe(hash);
  });

  it("changes with any change of content", () => {
    const { hash } = parsed();
    expect(parsed(["Are the doors open?", "Are the gates open?"]).hash).not.toBe(hash);
    expect(parsed(["effort: small", "effort: large"]).hash).not.toBe(hash);
  });

  it("of a question changes only with what its answers mean", () => {
    const { hash } = onlyCriterion(parsed());
    const of = (before: string, after: string) => onlyCriterion(parsed([before, after])).hash;
    expect(of("Are the doors open?", "Are the gates open?")).not.toBe(hash);
    expect(of("The doors are locked.", "Nobody comes in.")).not.toBe(hash);
    expect(of("name: Usual practice", "name: Often")).not.toBe(hash);
    expect(of("Find the key", "Look for the key")).toBe(hash);
    expect(of("why: Because everybody", "why: As everybody")).toBe(hash);
  });
});

/** What an instrument may do without: a warning, and it works all the same. */
const USED = ["rubric-lacks-bands", "rubric-lacks-steps", "next-missing"];

describe("a rubric with an error", () => {
  it.each(fixtures("rubric", "err").filter(({ name }) => !USED.includes(name)))(
    "$name is never used",
    ({ file, text }) => {
      const { rubric, diagnostics } = parseRubric(file, text);
      expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      expect(rubric).toBeUndefined();
    },
  );

  it.each(fixtures("rubric", "err").filter(({ name }) => USED.includes(name)))(
    "$name is used, with a warning",
    ({ file, text }) => {
      const { rubric, diagnostics } = parseRubric(file, text);
      expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
      expect(rubric).toBeDefined();
    },
  );
});
