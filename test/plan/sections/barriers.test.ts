import { describe, expect, it } from "vitest";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

/** One barrier with the felt questions `f0`, `f1` and so on, and the checks `c0`, `c1` and so on. */
function barrier(felt: readonly string[], checks: readonly string[]) {
  const criteria = [
    ...felt.map((_, at) => aCriterion({ id: `f${at}`, measures: "pressure", levels: levels(2) })),
    ...checks.map((_, at) => aCriterion({ id: `c${at}` })),
  ];
  const sections = [aSection({ id: "part", kind: "barrier", criteria })];
  const answers = Object.fromEntries([
    ...felt.map((answer, at) => [`principles/f${at}`, answer]),
    ...checks.map((answer, at) => [`principles/c${at}`, answer]),
  ]);
  const [group] = planOf(anAssessment({ rubrics: [aRubric({ sections })], answers })).barriers;
  return { ...group?.barriers[0], name: group?.name, means: group?.means };
}

describe("a barrier", () => {
  it.each([
    ["level-2", "level-0", "Act first", "We feel it, and too little is in place."],
    ["level-2", "level-3", "In hand, keep it up", "We feel it, and much is in place."],
    ["level-0", "level-0", "Keep watch", "We feel it little, and little is in place."],
    ["level-0", "level-3", "Clear", "We feel it little, and much is in place."],
    [
      "skipped",
      "skipped",
      "Not answered yet",
      "We cannot place these before we have answered them.",
    ],
  ])("stands by how it is felt and what is in place: %s, %s", (felt, check, name, means) => {
    expect(barrier([felt], [check])).toMatchObject({ name, means });
  });

  it("is felt in a range where it has several questions, also while one is not asked", () => {
    expect(barrier(["level-1", "skipped"], ["level-1"])).toMatchObject({
      felt: "25% to 75%",
      feltBar: { low: 25, open: 50, high: 75 },
    });
    expect(barrier(["skipped", "skipped"], ["level-1"])).toMatchObject({
      felt: "Not answered yet",
      feltBar: null,
    });
  });

  it("counts its checks by level, highest first, and what is open apart", () => {
    expect(
      barrier(["level-1"], ["level-0", "level-3", "level-0", "unsure", "skipped"]),
    ).toMatchObject({
      felt: "Level 1",
      answers: "Level 3: 1, Level 0: 2, not known: 1, not answered yet: 1",
      cover: "20% to 60%",
    });
  });
});
