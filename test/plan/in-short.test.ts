import { describe, expect, it } from "vitest";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { planOf } from "../support/specimen.ts";

describe("where the gaps are", () => {
  const criteria = ["first", "second", "third", "must"].map((id) =>
    aCriterion({ id, must: id === "must" ? 2 : undefined }),
  );
  const assessment = anAssessment({
    rubrics: [aRubric({ sections: [aSection({ criteria })] })],
    answers: {
      "principles/first": "level-1",
      "principles/second": "level-1",
      "principles/third": "level-0",
      "principles/must": "level-1",
    },
  });

  it("names a must-have that is not met first, then the lowest level, then the order of the questions", () => {
    const { gaps } = planOf(assessment).short;
    expect(gaps.map(({ text }) => text)).toEqual([
      "What level 1 looks like.",
      "What level 0 looks like.",
      "What level 1 looks like.",
    ]);
  });

  it("repeats the question only where the words of the level would not be understood without it", () => {
    const plain = criteria.map((each) => ({ ...each, ownAnchors: false }));
    const rubrics = [aRubric({ sections: [aSection({ criteria: plain })] })];
    expect(planOf(assessment).short.gaps.map(({ question }) => question)).toEqual([
      null,
      null,
      null,
    ]);
    expect(planOf({ ...assessment, rubrics }).short.gaps.map(({ question }) => question)).toEqual([
      "Do we do what must asks?",
      "Do we do what third asks?",
      "Do we do what first asks?",
    ]);
  });
});
