import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import { exact } from "../../src/exact.ts";
import { gatherMaterial } from "../../src/plan/material.ts";
import { orderSteps } from "../../src/plan/order-actions.ts";
import { scoreAssessment } from "../../src/scorecard/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";
import { aFullAssessment, steps } from "../support/specimen.ts";

function orderOf(assessment: Assessment): string[] {
  const options = { date: undefined, length: "full", audience: "trustees" } as const;
  const material = gatherMaterial(assessment, scoreAssessment(assessment), options);
  return orderSteps(material).map(({ kind, item }) => `${kind} ${item.criterion.id}`);
}

/** One principle with these criteria, each answered as given. */
function principle(
  criteria: readonly [id: string, answer: string, overrides?: Parameters<typeof aCriterion>[0]][],
): Assessment {
  return anAssessment({
    rubrics: [
      aRubric({
        sections: [
          aSection({ criteria: criteria.map(([id, , more]) => aCriterion({ id, ...more })) }),
        ],
      }),
    ],
    answers: Object.fromEntries(criteria.map(([id, answer]) => [`principles/${id}`, answer])),
  });
}

describe("the order of actions", () => {
  it("goes from must-haves through talk and unknowns to improvements", () => {
    expect(orderOf(aFullAssessment())).toEqual([
      "fix costs",
      "find-out safety",
      "talk power",
      "find-out to-the-end",
      "find-out money-two",
      "improve words",
      "improve hear-back",
      "improve money-one",
    ]);
  });

  it("puts the unknown that closes more of its section's range first", () => {
    const order = orderOf(
      principle([
        ["light", "unsure"],
        ["heavy", "unsure", { weight: exact(2) }],
        ["settled", "level-3"],
      ]),
    );
    expect(order).toEqual(["find-out heavy", "find-out light"]);
  });

  it("puts the improvement that gains more for its effort first", () => {
    const large = steps("far").map((step) => step && { ...step, effort: "large" as const });
    const order = orderOf(
      principle([
        ["far-but-large", "level-0", { next: large }],
        ["near", "level-1", { next: steps("near") }],
      ]),
    );
    expect(order).toEqual(["improve near", "improve far-but-large"]);
  });

  it("keeps the order of the rubric where nothing else tells two apart", () => {
    const order = orderOf(
      principle([
        ["zebra", "level-1"],
        ["apple", "level-1"],
      ]),
    );
    expect(order).toEqual(["improve zebra", "improve apple"]);
  });

  it("starts with a step that eases a barrier to act on first, inside the weakest principle", () => {
    const assessment = aFullAssessment({
      answers: new Map([["principles/power", { answer: "level-1" }]]),
    });
    const improving = orderOf(assessment).filter((each) => each.startsWith("improve"));
    expect(improving).toEqual([
      "improve power",
      "improve words",
      "improve hear-back",
      "improve money-one",
    ]);
  });

  it.each([
    ["below the target", "level-1", ["improve question"]],
    ["at one below the top", "level-2", []],
    ["at the top", "level-3", []],
    ["not asked", "skipped", []],
  ])("asks for an improvement only below the target: %s", (_, answer, expected) => {
    expect(orderOf(principle([["question", answer]]))).toEqual(expected);
  });

  it("aims at the must-have where that is the top level", () => {
    const order = orderOf(principle([["question", "level-2", { must: 3 }]]));
    expect(order).toEqual(["fix question"]);
  });

  it("asks for a must-have that nobody has been asked about", () => {
    expect(orderOf(principle([["question", "skipped", { must: 1 }]]))).toEqual([
      "find-out question",
    ]);
  });

  it("never asks to improve how much a barrier is felt", () => {
    const order = orderOf(
      principle([["felt", "level-0", { measures: "pressure", levels: levels(2) }]]),
    );
    expect(order).toEqual([]);
  });
});
