import { describe, expect, it } from "vitest";
import { buildPlan } from "../../src/plan/build-plan.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";

const OPTIONS = { date: undefined, length: "full", audience: "trustees" } as const;

describe("a scorecard from elsewhere that lacks a question", () => {
  const sections = [aSection({ criteria: [aCriterion({ levels: levels(4) })] })];
  const plan = (answer: string) => {
    const assessment = anAssessment({
      rubrics: [aRubric({ sections })],
      answers: { "principles/question": answer },
    });
    const scorecard = { ...scoreAssessment(assessment), criteria: [] };
    return buildPlan(assessment, scorecard, OPTIONS);
  };

  it("leaves it open: it could be any level, and nothing says that it is a must-have", () => {
    const { appendix, mustHaves, differences } = plan("level-1");
    expect(appendix[0]?.questions[0]).toMatchObject({ counts: "Counts as 0 to 1.", must: null });
    expect(mustHaves.summary).toBe("These questions have no must-haves.");
    expect(differences.findings).toEqual([]);
  });

  it("still knows what was answered", () => {
    expect(plan("unsure").unknowns.summary).toBe("Of 1 question, we do not know the answer to 1.");
  });
});
