import { describe, expect, it } from "vitest";
import type { Criterion } from "../../../src/rubric/rubric.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

function standing(answers: readonly string[], overrides: Partial<Criterion> = {}) {
  const criteria = answers.map((_, at) => aCriterion({ id: `q${at}`, ...overrides }));
  const assessment = anAssessment({
    rubrics: [aRubric({ sections: [aSection({ criteria })] })],
    answers: Object.fromEntries(
      answers.flatMap((answer, at) => (answer === "none" ? [] : [[`principles/q${at}`, answer]])),
    ),
  });
  return planOf(assessment).principles[0];
}

const away = { allowNotApplicable: true };

describe("where a principle stands", () => {
  it.each<[string[], string]>([
    [["level-1"], "We answered its one question."],
    [["level-1", "level-2"], "We answered both questions."],
    [["skipped"], "Of 1 question: 1 we left for later."],
    [["none"], "We have not asked its one question yet."],
    [["none", "none"], "We have not asked any of its 2 questions yet."],
    [["level-1", "none"], "Of 2 questions: 1 we have not asked yet."],
    [["none", "skipped"], "Of 2 questions: 1 we left for later and 1 we have not asked yet."],
    [["level-1", "skipped"], "Of 2 questions: 1 we left for later."],
    [["unsure", "skipped"], "Of 2 questions: 1 we do not know and 1 we left for later."],
    [["unsure", "unsure"], "Of 2 questions: 2 we do not know."],
    [["not-applicable", "level-1"], "We answered its one question."],
    [["not-applicable", "level-1", "level-1", "unsure"], "Of 3 questions: 1 we do not know."],
    [["not-applicable"], "None of its questions applies to us."],
  ])("says what is open in it: %j", (answers, unknown) => {
    expect(standing(answers, away)?.unknown).toBe(unknown);
  });

  it("is a band with what it means, or a range without", () => {
    expect(standing(["level-1", "level-2"])).toMatchObject({
      band: "Band 2",
      means: "What band 2 means.",
      percent: "50%",
      bar: { low: 50, open: 1, high: 50, ticks: [25, 50, 75] },
    });
    expect(standing(["level-1", "unsure"])).toMatchObject({
      band: "Between Band 0 and Band 2",
      means: null,
      percent: "16% to 67%",
      bar: { low: 16, open: 51, high: 67 },
    });
  });

  it("is not said where too little applies", () => {
    expect(standing(["not-applicable", "level-1"], away)).toMatchObject({
      band: "Too much does not apply",
      means: null,
      percent: null,
      held: null,
      bar: null,
    });
  });

  it.each<[string[], string | null]>([
    [["level-3", "level-3"], null],
    [
      ["level-2", "level-3"],
      "A must-have is not met, so this cannot be higher than “Band 1”: “Do we do what q0 asks?”",
    ],
    [
      ["level-2", "level-2"],
      "Must-haves are not met, so this cannot be higher than “Band 1”: “Do we do what q0 asks?” and “Do we do what q1 asks?”",
    ],
  ])("says which must-haves hold it back: %j", (answers, held) => {
    expect(standing(answers, { must: 3 })?.held).toBe(held);
  });
});
