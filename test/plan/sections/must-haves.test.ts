import { describe, expect, it } from "vitest";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

function mustHaves(answers: readonly string[], overrides: Parameters<typeof aCriterion>[0] = {}) {
  const criteria = answers.map((_, at) => aCriterion({ id: `q${at}`, must: 2, ...overrides }));
  const assessment = anAssessment({
    rubrics: [aRubric({ sections: [aSection({ criteria })] })],
    answers: Object.fromEntries(answers.map((answer, at) => [`principles/q${at}`, answer])),
  });
  return planOf(assessment).mustHaves;
}

describe("must-haves", () => {
  it.each<[string[], string]>([
    [[], "These questions have no must-haves."],
    [["level-2"], "The one must-have is met."],
    [["level-2", "level-3"], "Both must-haves are met."],
    [["level-1"], "Of 1 must-have: 1 not met."],
    [["unsure", "level-3"], "Of 2 must-haves: 1 met and 1 we cannot say yet."],
    [["unsure", "level-0"], "Of 2 must-haves: 1 not met and 1 we cannot say yet."],
  ])("are counted in one sentence: %j", (answers, summary) => {
    expect(mustHaves(answers).summary).toBe(summary);
  });

  it("say what they need in the question's own words, where it has any", () => {
    const needed = (more: Parameters<typeof aCriterion>[0]) =>
      mustHaves(["level-0"], more).failed.map((each) => each.needed);
    expect(needed({})).toEqual(["At least “Level 2”: What level 2 looks like."]);
    expect(needed({ ownAnchors: false })).toEqual(["At least “Level 2”."]);
    const bare = levels(3).map((level) => ({ ...level, text: "" }));
    expect(needed({ levels: bare })).toEqual(["At least “Level 2”."]);
  });
});
