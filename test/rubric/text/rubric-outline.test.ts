import { describe, expect, it } from "vitest";
import type { Criterion, NextStep, Rubric } from "../../../src/rubric/rubric.ts";
import { rubricOutline } from "../../../src/rubric/text/rubric-outline.ts";
import { toText } from "../../../src/terminal/to-text.ts";
import { exact } from "../../../src/util/exact.ts";
import { aCriterion, aRubric, aSection, bands, levels } from "../../support/builders.ts";

const STEP: NextStep = {
  do: "Do this.",
  first: "Ask one person.",
  effort: "small",
  who: "Chair",
  sign: "It is on the wall.",
};

function textOf(rubric: Rubric, titles: ReadonlyMap<string, string> = new Map()): string {
  return toText(rubricOutline(rubric, titles), { columns: 200, color: false });
}

function questionText(criterion: Partial<Criterion>, titles?: ReadonlyMap<string, string>): string {
  const rubric = aRubric({
    sections: [aSection({ criteria: [aCriterion(criterion)] })],
    sources: { report: { title: "A report", authors: "Somebody", year: 2021 } },
  });
  return textOf(rubric, titles);
}

describe("a rubric as a page", () => {
  it("numbers the questions through all sections", () => {
    const text = textOf(
      aRubric({
        sections: [
          aSection({ id: "one", criteria: [aCriterion({ id: "a", asks: "Is it a?" })] }),
          aSection({ id: "two", criteria: [aCriterion({ id: "b", asks: "Is it b?" })] }),
        ],
      }),
    );
    expect(text).toContain("\n1. Is it a?\n");
    expect(text).toContain("\n2. Is it b?\n");
    expect(text).toContain("2 questions in 2 sections, about 60 minutes.");
  });

  it.each<[string, Partial<Criterion>]>([
    ["In the quick look", { core: true }],
    ['a must-have: at least "Level 2"', { must: 2 }],
    ["Its weight is 1/2.", { weight: exact("1/2") }],
    ["may not apply", { allowNotApplicable: true }],
    ["how much this is felt", { measures: "pressure" }],
  ])("says in words: %s", (words, criterion) => {
    const pattern = new RegExp(words, "iu");
    expect(questionText(criterion)).toMatch(pattern);
    expect(questionText({})).not.toMatch(pattern);
  });

  it("shows each level of a question with its words, the lowest first", () => {
    const text = questionText({ levels: levels(1) });
    expect(text).toContain(
      "  - Level 0: What level 0 looks like.\n  - Level 1: What level 1 looks",
    );
  });

  it("says the words of a shared scale once, and names its answers under each question", () => {
    const shared = { ownAnchors: false, scale: "check", levels: levels(2) };
    const text = textOf(
      aRubric({
        sections: [
          aSection({
            criteria: [aCriterion({ id: "a", ...shared }), aCriterion({ id: "b", ...shared })],
          }),
        ],
      }),
    );
    expect(text.split("What level 0 looks like.")).toHaveLength(2);
    expect(text.split('The answers are "Level 0", "Level 1" and "Level 2".')).toHaveLength(3);
  });

  it("gives a step that serves several levels once, under the highest", () => {
    const text = questionText({ next: [undefined, STEP, STEP, { ...STEP, do: "Do that." }] });
    expect(text.split("Do this.")).toHaveLength(2);
    expect(text).toContain('To reach "Level 2": Do this.');
    expect(text).toContain('To reach "Level 3": Do that.');
    for (const part of [
      "First: Ask one person.",
      "Effort: small. Who: Chair.",
      "It is on the wall.",
    ])
      expect(text).toContain(part);
  });

  it("calls what a question refers to by its title where it is known", () => {
    const refers = { eases: ["barriers/power", "ours/other"], guide: ["quiet-people"] };
    const titles = new Map([
      ["barriers/power", "Power that is not shared"],
      ["quiet-people", "Quiet people"],
    ]);
    const text = questionText(refers, titles);
    expect(text).toContain("Helps with:\n  - Power that is not shared\n  - ours/other\n");
    expect(text).toContain("  - Quiet people\n    coprod guide quiet-people\n");
  });

  it("says where a question comes from", () => {
    const text = questionText({ from: { report: ["One heading", "Another"], gone: ["Third"] } });
    expect(text).toContain("  - A report (2021): One heading; Another\n  - gone: Third\n");
  });

  it("shows why a section matters, how people notice it, what to talk about and what to look for", () => {
    const criterion = aCriterion({
      talk: ["Who decides?"],
      lookFor: ["Notes"],
      facts: ["A fact."],
    });
    const section = aSection({ why: "It matters here.", signs: ["A sign"], criteria: [criterion] });
    const text = textOf(aRubric({ sections: [section] }));
    for (const part of ["It matters here.", "- A sign", "- Who decides?", "- Notes", "- A fact."])
      expect(text).toContain(part);
  });

  it("ends with the names of results, the sources and the words", () => {
    const text = textOf(
      aRubric({
        bands: bands(["0"]),
        sources: { report: { title: "A report", authors: "Somebody", year: 2021 } },
        glossary: { trustee: "One who leads a charity." },
      }),
    );
    const order = [
      "- Band 0: What band 0 means.",
      "- A report. Somebody, 2021.",
      "- trustee: One who",
    ];
    const positions = order.map((part) => text.indexOf(part));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions[0]).toBeGreaterThan(0);
  });

  it("leaves out the parts that a rubric does not have", () => {
    const text = textOf(aRubric({ bands: [] }));
    for (const part of ["What the results", "Sources", "Words", "Helps with", "Next steps"])
      expect(text).not.toContain(part);
  });
});
