import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../../support/builders.ts";
import { aFullAssessment, planOf } from "../../support/specimen.ts";

const staff = { group: "staff", name: "Staff", present: 5 };
const lived = { group: "lived-experience", name: "People with lived experience", present: 4 };

function noticesOf(overrides: Partial<Assessment>): readonly string[] {
  return planOf(aFullAssessment(overrides)).notices;
}

describe("who answered", () => {
  it("shows a small group together with the group it is shown with", () => {
    expect(planOf(aFullAssessment()).people).toEqual({
      answered: [
        { name: "People with lived experience", count: "4" },
        { name: "Staff and Trustees", count: "7" },
      ],
      missing: "Not in the room: Volunteers.",
    });
  });

  it("never gives the size of a group that stays small", () => {
    const people = [lived, { ...staff, present: 2 }];
    expect(planOf(anAssessment({ people })).people.answered.at(-1)?.count).toBe("fewer than 3");
    const forAll = planOf(anAssessment({ people }), { audience: "public" });
    expect(forAll.people.answered.map(({ count }) => count)).toEqual([
      "fewer than 5",
      "fewer than 5",
    ]);
  });

  it("names lived experience as missing where nobody even listed it", () => {
    expect(planOf(anAssessment({ people: [staff] })).people.missing).toBe(
      "Not in the room: People with lived experience.",
    );
  });
});

describe("what a reader must know first", () => {
  it("is nothing where people with lived experience answered and will take part", () => {
    expect(noticesOf({})).toEqual([]);
  });

  it("says that answers without lived experience are a staff view", () => {
    expect(noticesOf({ people: [staff] })[0]).toMatch(/^This is a staff view\./u);
  });

  it("says that we do not know whose view it is where nobody was recorded", () => {
    expect(noticesOf({ people: [] })[0]).toMatch(/^We did not record who answered/u);
  });

  it("says so where no agreed action involves people with lived experience", () => {
    const actions = [{ id: "a1", do: "Write a policy", who: "Chair" }];
    const answers = { "principles/question": "level-2" };
    expect(planOf(anAssessment({ people: [lived], actions, answers })).notices).toEqual([
      "No action we agreed says that people with lived experience take part in doing it.",
    ]);
  });

  it("tells what is only suggested from what was agreed", () => {
    const actions = [{ id: "a1", do: "Write a policy", who: "Chair" }];
    expect(noticesOf({ actions })).toEqual([
      "No action we agreed says that people with lived experience take part in doing it. Some of the steps that our answers suggest would.",
    ]);
    expect(noticesOf({ actions: [] })).toEqual([
      "We have not agreed any action yet, so none involves people with lived experience in doing it. Some of the steps that our answers suggest would.",
    ]);
  });

  it("counts a talk among those who answered as involving people with lived experience", () => {
    const answers = { "principles/question": { answer: "differ", from: "level-0", to: "level-3" } };
    const plain = { rubrics: [aRubric()], answers };
    const [shared] = planOf(anAssessment({ ...plain, people: [lived, staff] })).notices;
    expect(shared).toContain("Some of the steps that our answers suggest would.");
  });

  it("takes a talk whose opening names nobody to involve those who answered, and no other step", () => {
    const rubrics = [
      aRubric({
        sections: [aSection({ criteria: [aCriterion({ talk: ["Why?"], lookFor: ["A paper"] })] })],
      }),
    ];
    const notice = (answers: NonNullable<Parameters<typeof anAssessment>[0]>["answers"] & object) =>
      planOf(anAssessment({ rubrics, people: [lived, staff], answers })).notices.at(-1);
    const differ = { answer: "differ", from: "level-0", to: "level-3" };
    expect(notice({ "principles/question": differ })).toContain("Some of the steps");
    expect(notice({ "principles/question": "unsure" })).not.toContain("Some of the steps");
  });
});
