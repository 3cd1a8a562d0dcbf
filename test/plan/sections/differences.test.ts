import { describe, expect, it } from "vitest";
import type { Response } from "../../../src/assessment/schema.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

const people = [
  { group: "lived-experience", name: "Members", present: 12 },
  { group: "staff", name: "Staff", present: 12 },
];

function differences(response: Response, audience: "trustees" | "public" = "trustees") {
  const sections = [aSection({ criteria: [aCriterion({ allowNotApplicable: true })] })];
  const answers = { "principles/question": response };
  const assessment = anAssessment({ people, answers, rubrics: [aRubric({ sections })] });
  return planOf(assessment, { audience }).differences;
}

function voted(theirs: Readonly<Record<string, number>>, ours: Readonly<Record<string, number>>) {
  return { answer: "level-1", votes: [{ "lived-experience": theirs, staff: ours }] };
}

const NONE = {
  summary: "We recorded no question on which people see it differently.",
  findings: [],
};

describe("where people see it differently", () => {
  it("is nowhere where votes lie a step apart, or nothing was said", () => {
    expect(differences({ answer: "level-1" })).toEqual(NONE);
    expect(differences(voted({ "level-1": 6 }, { "level-2": 6 }))).toEqual(NONE);
  });

  it("leaves out what does not apply, whatever was voted about it", () => {
    const votes = voted({ "level-0": 6 }, { "level-3": 6 });
    expect(differences({ ...votes, answer: "not-applicable", reason: "No" })).toEqual(NONE);
  });

  it.each<[string, Response]>([
    ["Our votes are split between low and high levels.", voted({ "level-0": 6 }, { "level-3": 6 })],
    [
      "Groups see this two or more steps apart.",
      voted({ "level-0": 9, "level-1": 1 }, { "level-2": 3 }),
    ],
    ["We do not agree: “Level 1”.", { answer: "differ", from: "level-1", to: "level-1" }],
    ["Groups put it in their own words.", { answer: "level-1", views: { staff: "Well" } }],
  ])("is said in one sentence: %s", (finding, response) => {
    const { summary, findings } = differences(response);
    expect(summary).toBe("People see 1 question differently. That is a finding, not a failure.");
    expect(findings).toMatchObject([
      { question: "Do we do what question asks?", section: "Title of section", finding },
    ]);
  });

  it("names no group on a public page whose side alone would be heard", () => {
    const response = voted({ "level-0": 9, "level-1": 1 }, { "level-2": 3 });
    expect(differences(response, "public")).toEqual(NONE);
    const differ = { ...response, answer: "differ", from: "level-0", to: "level-2" };
    expect(differences(differ, "public").findings[0]).toMatchObject({
      finding: expect.stringContaining("Some groups are too small for us to show how they voted."),
      sides: [],
    });
  });

  it("is not in people's own words on a public page", () => {
    expect(differences({ answer: "level-1", views: { staff: "Well" } }, "public")).toEqual(NONE);
    const response = { answer: "differ", from: "level-0", to: "level-3", views: { staff: "Well" } };
    expect(differences(response, "public").findings[0]?.sides).toEqual([]);
  });
});
