import { describe, expect, it } from "vitest";
import { scorecardSchema } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";

const must = aCriterion({ id: "must", must: 1 });
const plain = aCriterion({ id: "plain", allowNotApplicable: true });
const rubrics = [aRubric({ sections: [aSection({ criteria: [must, plain] })] })];

function person(group: string, present: number) {
  return { group, name: `Name of ${group}`, present };
}

describe("a scorecard", () => {
  const votes = [
    { "lived-experience": { "level-0": 3 } },
    { "lived-experience": { "level-0": 3 }, staff: { "level-2": 4, unsure: 1 } },
    { staff: { "level-3": 0 } },
  ];
  const card = scoreAssessment(
    anAssessment({
      covers: "The whole organisation",
      rubrics,
      people: [person("lived-experience", 3), person("staff", 5)],
      answers: { "principles/must": { votes }, "principles/plain": "not-applicable" },
    }),
  );

  it("keeps to its published shape", () => {
    expect(scorecardSchema.parse(card)).toEqual(card);
  });

  it("says what was assessed, with which questions and by whom", () => {
    expect(card).toMatchObject({
      coprod: "scorecard/1",
      assessment: {
        title: "River House, November 2026",
        covers: "The whole organisation",
        started: null,
      },
      rubrics: [{ id: "principles", version: "1.0.0", hash: "sha256-principles" }],
      people: [
        { group: "lived-experience", name: "Name of lived-experience", present: 3 },
        { group: "staff", name: "Name of staff", present: 5 },
      ],
    });
  });

  it("lists a section once: principles and foundations apart from barriers", () => {
    const kinds = (["principle", "foundation", "barrier"] as const).map((kind) =>
      aSection({ id: kind, kind, criteria: [aCriterion({ id: `of-${kind}` })] }),
    );
    const { sections, barriers } = scoreAssessment(
      anAssessment({ rubrics: [aRubric({ sections: kinds })] }),
    );
    expect(sections.map(({ key, kind }) => [key, kind])).toEqual([
      ["principles/principle", "principle"],
      ["principles/foundation", "foundation"],
    ]);
    expect(barriers.map(({ key }) => key)).toEqual(["principles/barrier"]);
  });

  it("has no must-have where the question does not apply", () => {
    const both = aCriterion({ id: "both", must: 1, allowNotApplicable: true });
    const { criteria } = scoreAssessment(
      anAssessment({
        rubrics: [aRubric({ sections: [aSection({ criteria: [both] })] })],
        answers: { "principles/both": "not-applicable" },
      }),
    );
    expect(criteria[0]).toMatchObject({ interval: null, must: "none" });
  });

  it("shows each criterion with its must-have and the last round of votes that has one", () => {
    expect(card.criteria).toEqual([
      {
        key: "principles/must",
        answer: "votes",
        interval: [0, 0],
        must: "fail",
        votes: {
          class: "split",
          groups: [
            { group: "lived-experience", level: 0 },
            { group: "staff", level: 2 },
          ],
          gap: 2,
          level: [0, 0],
          everybody: true,
        },
      },
      {
        key: "principles/plain",
        answer: "not-applicable",
        interval: null,
        must: "none",
        votes: null,
      },
    ]);
  });

  it.each([
    { answer: "level-2", word: "level-2", interval: [2, 2], result: "pass" },
    { answer: "level-1", word: "level-1", interval: [1, 1], result: "pass" },
    { answer: "level-0", word: "level-0", interval: [0, 0], result: "fail" },
    { answer: "unsure", word: "unsure", interval: [0, 3], result: "unknown" },
    { answer: "skipped", word: "skipped", interval: [0, 3], result: "unknown" },
    { answer: { votes: [] }, word: "none", interval: [0, 3], result: "unknown" },
    {
      answer: { answer: "differ", from: "level-1", to: "level-3" },
      word: "differ",
      interval: [1, 3],
      result: "pass",
    },
  ])("words the answer $answer as $word, with its must-have $result", (row) => {
    const answers = { "principles/must": row.answer };
    const [criterion] = scoreAssessment(anAssessment({ rubrics, answers })).criteria;
    expect(criterion).toMatchObject({
      answer: row.word,
      interval: row.interval,
      must: row.result,
      votes: null,
    });
  });
});

describe("votes", () => {
  function votesOf(round: Record<string, Record<string, number>>, minGroup?: number) {
    const assessment = anAssessment({
      rubrics,
      answers: { "principles/must": { votes: [round] } },
    });
    const options = minGroup === undefined ? {} : { minGroup };
    return scoreAssessment(assessment, options).criteria[0]?.votes;
  }

  it("beyond the levels and unsure are not counted", () => {
    const votes = votesOf({ staff: { "level-1": 3, unsure: 1, "not-applicable": 4 } });
    expect(votes).toEqual(votesOf({ staff: { "level-1": 3, unsure: 1 } }));
  });

  it("of one group have no gap", () => {
    expect(votesOf({ staff: { "level-1": 3 } })).toMatchObject({ gap: null });
    expect(votesOf({ staff: { "level-1": 3 }, others: { "level-1": 3 } })).toMatchObject({
      gap: 0,
    });
  });

  it.each([
    { minGroup: 1, shown: 0 },
    { minGroup: 4, shown: 0 },
  ])("of small groups stay hidden with the limit $minGroup", ({ minGroup, shown }) => {
    const size = Math.max(2, minGroup - 1);
    const round = { staff: { "level-1": size }, others: { "level-1": size } };
    expect(votesOf(round, minGroup)?.groups ?? []).toHaveLength(shown);
  });
});

describe("the view", () => {
  it.each([
    { people: [person("lived-experience", 1), person("staff", 5)], view: "shared" },
    { people: [person("lived-experience", 1)], view: "shared" },
    { people: [person("lived-experience", 0), person("staff", 5)], view: "staff" },
    { people: [person("trustees", 2)], view: "staff" },
    { people: [person("staff", 0)], view: "unknown" },
    { people: [], view: "unknown" },
  ])("is $view with $people", ({ people, view }) => {
    expect(scoreAssessment(anAssessment({ people })).view).toBe(view);
  });
});
