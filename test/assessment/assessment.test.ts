import { describe, expect, it } from "vitest";
import { answerOf, levelIndex, resolveAssessment } from "../../src/assessment/assessment.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { aCriterion, aRubric, aSection } from "../support/builders.ts";
import { fixtures } from "../support/fixtures.ts";

describe("what an answer says", () => {
  const criterion = aCriterion();
  const votes = [{ staff: { "level-1": 2 } }];

  it.each<[string, Response | undefined, object]>([
    ["no answer at all", undefined, { kind: "none" }],
    ["a note alone", { note: "Later." }, { kind: "none" }],
    ["votes alone", { votes }, { kind: "votes-only" }],
    ["a level", { answer: "level-2", votes }, { kind: "level", level: 2 }],
    [
      "different views",
      { answer: "differ", from: "level-0", to: "level-3" },
      { kind: "differ", from: 0, to: 3 },
    ],
    ["not sure", { answer: "unsure" }, { kind: "unsure" }],
    ["skipped", { answer: "skipped" }, { kind: "skipped" }],
    ["not applicable", { answer: "not-applicable" }, { kind: "not-applicable" }],
  ])("is read from %s", (_, response, answer) => {
    expect(answerOf(criterion, response)).toEqual(answer);
  });

  it("is at no level where the level is unknown or not given", () => {
    expect(levelIndex(criterion, "constructor")).toBe(-1);
    expect(levelIndex(criterion, undefined)).toBe(-1);
  });
});

describe("putting an assessment and its rubrics together", () => {
  const rubric = aRubric({
    sections: [
      aSection({
        criteria: [aCriterion({ id: "new", formerly: ["old"] }), aCriterion({ id: "constructor" })],
      }),
    ],
  });
  const resolved = (answers: Record<string, Response>) =>
    resolveAssessment(
      { coprod: "assessment/1", title: "Ours", rubrics: [{ id: "principles" }], answers },
      [rubric],
    ).answers;

  it("finds an answer under a former id and files it under the new one", () => {
    expect([...resolved({ "principles/old": { answer: "level-1" } })]).toEqual([
      ["principles/new", { answer: "level-1" }],
    ]);
  });

  it("prefers the answer under the new id", () => {
    const answers = resolved({
      "principles/old": { answer: "level-1" },
      "principles/new": { answer: "level-2" },
    });
    expect([...answers.values()]).toEqual([{ answer: "level-2" }]);
  });

  it("finds no answer where none was given, whatever the question is called", () => {
    expect([...resolved({})]).toEqual([]);
  });

  it("leaves out answers to questions that are gone", () => {
    expect([...resolved({ "principles/gone": { answer: "level-1" } })]).toEqual([]);
  });
});

describe("an assessment with a wrong shape", () => {
  const wrong = fixtures("assessment", "err").filter(({ name }) =>
    /^(?:shape-(?!empty)|yaml|file)-?/u.test(name),
  );

  it.each(wrong)("$name is never used", ({ file, text }) => {
    expect(parseAssessment(file, text).file).toBeUndefined();
  });
});
