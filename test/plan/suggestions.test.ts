import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import type { Criterion } from "../../src/rubric/rubric.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { allActions, planOf } from "../support/specimen.ts";

const people = [
  { group: "lived-experience", name: "Members", present: 12 },
  { group: "staff", name: "Staff", present: 12 },
];

/** The reasons of the steps that these answers to the questions `q0`, `q1` and so on call for. */
function reasons(
  answers: readonly (string | Response)[],
  overrides: Partial<Criterion> = {},
  rest: Partial<Assessment> = {},
) {
  const criteria = answers.map((_, at) => aCriterion({ id: `q${at}`, ...overrides }));
  const assessment = anAssessment({
    people,
    rubrics: [aRubric({ sections: [aSection({ criteria })] })],
    ...rest,
    answers: Object.fromEntries(answers.map((answer, at) => [`principles/q${at}`, answer])),
  });
  return allActions(planOf(assessment).actions).map(({ reason }) => reason);
}

function votes(theirs: Readonly<Record<string, number>>, ours: Readonly<Record<string, number>>) {
  return { votes: [{ "lived-experience": theirs, staff: ours }] };
}

const THE_ONLY_ONE =
  "We asked this and do not know. It is the only one about “Title of section” that we could not answer.";
const AT_ONE = "on a question about “Title of section”, where we are weakest.";

describe("the reason of an action", () => {
  it.each<[string, (string | Response)[], string[]]>([
    ["an unknown", ["unsure", "level-3"], [THE_ONLY_ONE]],
    [
      "unknowns",
      ["unsure", "unsure", "level-3"],
      ["We asked these 2 questions and do not know the answers."],
    ],
    [
      "open votes",
      [{ votes: [{ staff: { "level-1": 2, "level-2": 2, unsure: 1 } }] }],
      ["We voted on this, and our votes leave the answer open."],
    ],
    ["an agreed level", ["level-1"], [`We said “Level 1” ${AT_ONE}`]],
    [
      "votes that settle it",
      [votes({ "level-1": 3 }, { "level-1": 3 })],
      [`Our votes say “Level 1” ${AT_ONE}`],
    ],
    [
      "a disagreement",
      [{ answer: "differ", from: "level-0", to: "level-2" }],
      ["We do not agree: our answers run from “Level 0” to “Level 2”."],
    ],
    [
      "split votes",
      [{ answer: "level-1", ...votes({ "level-0": 4 }, { "level-3": 4 }) }],
      ["Our votes are split: many of us chose a low level, and many a high one."],
    ],
    [
      "groups two steps apart",
      [{ answer: "level-1", ...votes({ "level-0": 9, "level-1": 1 }, { "level-2": 3 }) }],
      [
        "Groups see this differently: the middle vote of Members was “Level 0” and the middle vote of Staff was “Level 2”.",
      ],
    ],
  ])("says what it comes from: %s", (_, answers, expected) => {
    expect(reasons(answers)).toEqual(expected);
  });

  it.each<[string, string | Response, string]>([
    ["not asked", "skipped", "we have not answered it yet"],
    ["not known", "unsure", "we do not know whether we do it"],
    [
      "not agreed",
      { answer: "differ", from: "level-0", to: "level-2" },
      "we do not agree whether we do it",
    ],
    [
      "voted on",
      { votes: [{ staff: { "level-1": 2, "level-2": 2, unsure: 1 } }] },
      "our votes leave it open",
    ],
  ])("of a must-have says why it is open: %s", (_, answer, why) => {
    expect(reasons([answer], { must: 2 })).toEqual([`This is a must-have, and ${why}.`]);
  });

  it("of a must-have that is not met says what we answered, also where we do not agree", () => {
    const differ = { answer: "differ", from: "level-0", to: "level-1" };
    expect(reasons([differ, votes({ "level-1": 3 }, { "level-1": 3 })], { must: 2 })).toEqual([
      "This is a must-have: it needs at least “Level 2”, and our answers run from “Level 0” to “Level 1”.",
      "This is a must-have: it needs at least “Level 2”, and our votes say “Level 1”.",
    ]);
  });

  it("names no group on a public page whose side alone would be heard", () => {
    const apart = votes({ "level-0": 9, "level-1": 1 }, { "level-2": 3 });
    const answers = { "principles/question": { answer: "level-1", ...apart } };
    const { actions } = planOf(anAssessment({ people, answers }), { audience: "public" });
    expect(allActions(actions)[0]?.reason).toMatch(/^We said “Level 1” on a question about/u);
  });

  it("is what we agreed, where the answers did not call for it", () => {
    const actions = [0, 1, 2].map((at) => ({
      id: `a${at + 1}`,
      for: `principles/q${at}`,
      do: "Go on",
    }));
    const answers = ["level-3", votes({ "level-3": 3 }, { "level-3": 3 }), "skipped"];
    expect(reasons(answers, {}, { actions })).toEqual([
      "We said “Level 3”, and we agreed to do this about it.",
      "Our votes say “Level 3”, and we agreed to do this about it.",
      "We agreed this together.",
    ]);
  });

  it("says that the part seems weakest while that is not sure", () => {
    const sections = ["a", "b"].map((id) =>
      aSection({
        id: `${id}-part`,
        title: id.toUpperCase(),
        criteria: ["1", "2"].map((at) => aCriterion({ id: `${id}${at}` })),
      }),
    );
    const assessment = anAssessment({
      rubrics: [aRubric({ sections })],
      answers: {
        "principles/a1": "level-0",
        "principles/a2": "unsure",
        "principles/b1": "level-1",
        "principles/b2": "level-1",
      },
    });
    expect(allActions(planOf(assessment).actions).map(({ reason }) => reason)).toEqual([
      "We asked this and do not know. It is the only one about “A” that we could not answer.",
      "We said “Level 0” on a question about “A”, where we seem weakest.",
      "We said “Level 1”.",
      "We said “Level 1”.",
    ]);
  });
});
