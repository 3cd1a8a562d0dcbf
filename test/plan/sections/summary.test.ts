import { describe, expect, it } from "vitest";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

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

  it("are three in a full plan, and two in a summary, which keeps to two pages", () => {
    expect(planOf(assessment).short.gaps).toHaveLength(3);
    expect(planOf(assessment, { length: "summary" }).short.gaps).toHaveLength(2);
  });

  it("leads with the question where the words of the level serve a whole scale", () => {
    const plain = criteria.map((each) => ({ ...each, ownAnchors: false }));
    const rubrics = [aRubric({ sections: [aSection({ criteria: plain })] })];
    expect(planOf(assessment).short.gaps.map(({ answer }) => answer)).toEqual([null, null, null]);
    expect(planOf({ ...assessment, rubrics }).short.gaps).toEqual([
      { text: "Do we do what must asks?", answer: "Level 1." },
      { text: "Do we do what third asks?", answer: "Level 0." },
      { text: "Do we do what first asks?", answer: "Level 1." },
    ]);
  });
});

describe("where the result stands among all names", () => {
  const criteria = ["first", "second", "third", "fourth"].map((id) => aCriterion({ id }));
  const rubrics = [aRubric({ sections: [aSection({ criteria })] })];
  const scaleFor = (...said: readonly string[]) => {
    const answers = Object.fromEntries(
      criteria.map(({ id }, at) => [`principles/${id}`, said[at] ?? ""]),
    );
    const { scale } = planOf(anAssessment({ rubrics, answers })).short;
    return scale.filter(({ here }) => here).map(({ sure }) => sure);
  };

  it("is one for sure, or several of which none is", () => {
    expect(scaleFor("level-0", "level-0", "level-0", "level-0")).toEqual([true]);
    const range = scaleFor("unsure", "unsure", "level-0", "level-0");
    expect(range.length).toBeGreaterThan(1);
    expect(range).not.toContain(true);
  });
});

describe("what we do well", () => {
  const ids = ["plain", "gap", "spread", "worded"];
  const text = (id: string) => `${id} at its best`;
  const criteria = ids.map((id) =>
    aCriterion({ id, levels: levels(3).map((level) => ({ ...level, text: text(id) })) }),
  );
  const people = [
    { group: "lived-experience", name: "People with lived experience", present: 4 },
    { group: "staff", name: "Staff", present: 6 },
  ];
  const votes = (theirs: string, ours: string) => [
    { "lived-experience": { [theirs]: 4 }, staff: { [ours]: 6 } },
  ];
  const assessment = anAssessment({
    people,
    rubrics: [aRubric({ sections: [aSection({ criteria })] })],
    answers: {
      "principles/plain": { answer: "level-3", votes: votes("level-3", "level-3") },
      "principles/gap": { answer: "level-3", votes: votes("level-1", "level-3") },
      "principles/spread": { answer: "level-3", votes: votes("level-0", "level-3") },
      "principles/worded": { answer: "level-3", views: { staff: "Only on Tuesdays" } },
    },
  });

  it.each(["trustees", "public"] as const)(
    "holds nothing that people dispute, also where the page hides their votes: %s",
    (audience) => {
      const { strengths } = planOf(assessment, { audience }).short;
      expect(strengths.map((each) => each.text)).toEqual([text("plain")]);
    },
  );
});

describe("what we do well, and where the gaps are", () => {
  const shapes = ["low", "good", "best", "open", "even"].map((id) => aCriterion({ id }));
  const others = [
    aSection({
      id: "barrier",
      kind: "barrier",
      criteria: [aCriterion({ id: "check" }), aCriterion({ id: "felt", measures: "pressure" })],
    }),
  ];
  const named = [aSection({ criteria: shapes }), ...others].map((section) => ({
    ...section,
    criteria: section.criteria.map((each) => ({ ...each, ownAnchors: false })),
  }));
  const assessment = anAssessment({
    rubrics: [aRubric({ sections: named })],
    answers: {
      "principles/low": "level-1",
      "principles/good": "level-2",
      "principles/best": "level-3",
      "principles/open": { answer: "differ", from: "level-2", to: "level-3" },
      "principles/even": "level-2",
      "principles/check": "level-3",
      "principles/felt": "level-3",
    },
  });

  it("puts the highest settled answers first, in the order of the questions", () => {
    expect(planOf(assessment).short.strengths).toEqual([
      { text: "Do we do what best asks?", answer: "Level 3." },
      { text: "Do we do what good asks?", answer: "Level 2." },
      { text: "Do we do what even asks?", answer: "Level 2." },
    ]);
  });

  it("counts nothing as a gap that is open, felt or good enough", () => {
    expect(planOf(assessment).short.gaps).toEqual([
      { text: "Do we do what low asks?", answer: "Level 1." },
    ]);
  });

  it("leads with the question where a level has no words", () => {
    const bare = levels(3).map((level) => ({ ...level, text: "" }));
    const rubrics = [
      aRubric({ sections: [aSection({ criteria: [aCriterion({ levels: bare })] })] }),
    ];
    const plan = planOf(anAssessment({ rubrics, answers: { "principles/question": "level-0" } }));
    expect(plan.short.gaps).toEqual([{ text: "Do we do what question asks?", answer: "Level 0." }]);
    expect(plan.appendix[0]?.questions[0]?.means).toBeNull();
  });
});
