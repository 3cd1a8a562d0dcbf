import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { gatherInput } from "../../src/plan/input.ts";
import { orderSteps } from "../../src/plan/order-actions.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { exact } from "../../src/util/exact.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";
import { aFullAssessment, steps } from "../support/specimen.ts";

function orderOf(assessment: Assessment): string[] {
  const options = { date: undefined, length: "full", audience: "trustees" } as const;
  const input = gatherInput(assessment, scoreAssessment(assessment), options);
  return orderSteps(input).flatMap(({ kind, item, others }) =>
    [item, ...others].map(({ criterion }) => `${kind} ${criterion.id}`),
  );
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
      "find-out money-two",
      "find-out to-the-end",
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
    ["at the top", "level-3", []],
    ["not asked", "skipped", []],
  ])("asks for an improvement only below the target: %s", (_, answer, expected) => {
    expect(orderOf(principle([["question", answer]]))).toEqual(expected);
  });

  it("goes on to the top level only where fewer than three steps are left", () => {
    const low = ["a", "b", "c"].map((id): [string, string] => [id, "level-0"]);
    expect(orderOf(principle([["high", "level-2"], ...low.slice(1)]))).toContain("improve high");
    expect(orderOf(principle([["high", "level-2"], ...low]))).not.toContain("improve high");
  });

  it("shows two talks at most, and keeps each must-have before the improvements", () => {
    const criteria = ["a", "b", "c", "d"].map((id) => aCriterion({ id }));
    const must = aCriterion({ id: "must", must: 1 });
    const differ = { answer: "differ", from: "level-0", to: "level-2" };
    const assessment = anAssessment({
      rubrics: [aRubric({ sections: [aSection({ criteria: [...criteria, must] })] })],
      answers: Object.fromEntries(
        ["a", "b", "c", "must"].map((id) => [`principles/${id}`, differ] as const),
      ),
    });
    const answers = new Map([...assessment.answers, ["principles/d", { answer: "level-0" }]]);
    expect(orderOf({ ...assessment, answers } as Assessment)).toEqual([
      "find-out must",
      "talk a",
      "improve d",
      "talk b",
      "talk c",
    ]);
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

  it("goes through improvements from the weakest principle up, then by what a section is", () => {
    const section = (id: string, kind: "principle" | "foundation" | "barrier") =>
      aSection({
        id,
        kind,
        criteria: [
          aCriterion({ id: `${id}-one` }),
          aCriterion({ id: `${id}-two` }),
          ...(kind === "barrier" ? [aCriterion({ id: `${id}-felt`, measures: "pressure" })] : []),
        ],
      });
    const sections = [
      section("watched", "barrier"),
      section("support", "foundation"),
      section("pressing", "barrier"),
      section("strong", "principle"),
      section("weak", "principle"),
      section("worse-support", "foundation"),
    ];
    const levelOf: Readonly<Record<string, string>> = {
      "watched-one": "level-0",
      "support-one": "level-1",
      "pressing-one": "level-0",
      "pressing-felt": "level-3",
      "strong-one": "level-1",
      "strong-two": "level-3",
      "weak-one": "level-1",
      "weak-two": "level-2",
      "worse-support-one": "level-0",
    };
    const answers = sections
      .flatMap(({ criteria }) => criteria)
      .map(({ id }) => [
        `principles/${id}`,
        levelOf[id] ?? (id.endsWith("felt") ? "level-0" : "level-2"),
      ]);
    const assessment = anAssessment({
      rubrics: [aRubric({ sections })],
      answers: Object.fromEntries(answers),
    });
    expect(orderOf(assessment)).toEqual([
      "improve weak-one",
      "improve strong-one",
      "improve pressing-one",
      "improve worse-support-one",
      "improve support-one",
      "improve watched-one",
    ]);
  });

  it("weighs what an improvement gains against how much work it is", () => {
    const needs = (id: string, effort: "small" | "medium" | "large", weight: number) => ({
      weight: exact(weight),
      next: steps(id).map((step) => step && { ...step, effort }),
    });
    const order = orderOf(
      principle([
        ["plain", "level-1"],
        ["medium", "level-1", needs("medium", "medium", 3)],
        ["large", "level-1", needs("large", "large", 5)],
        ["far", "level-0", needs("far", "large", 4)],
        ["least", "level-1", needs("least", "large", 3)],
        ["light", "level-1", needs("light", "small", 1)],
      ]),
    );
    expect(order.map((each) => each.replace("improve ", ""))).toEqual([
      "far",
      "medium",
      "large",
      "plain",
      "light",
      "least",
    ]);
  });

  it("counts what an unknown would close by what applies in its own section", () => {
    const unsure = (id: string, count: number, more: Parameters<typeof aCriterion>[0] = {}) =>
      Array.from({ length: count }, (_, at) => aCriterion({ id: `${id}-${at}`, ...more }));
    const felt = { measures: "pressure" } as const;
    const away = { allowNotApplicable: true };
    const sections = [
      aSection({ id: "four", criteria: unsure("four", 4) }),
      aSection({ id: "three", criteria: [...unsure("three", 3), ...unsure("away", 1, away)] }),
      aSection({
        id: "two",
        kind: "barrier",
        criteria: [...unsure("two", 2), ...unsure("felt", 3, felt)],
      }),
    ];
    const open = { "four-0": "unsure", "three-0": "unsure", "two-0": "unsure", "felt-0": "unsure" };
    const answers = sections
      .flatMap(({ criteria }) => criteria)
      .map(({ id }) => {
        const settled = id === "away-0" ? "not-applicable" : "level-3";
        return [`principles/${id}`, open[id as keyof typeof open] ?? settled];
      });
    const assessment = anAssessment({
      rubrics: [aRubric({ sections })],
      answers: Object.fromEntries(answers),
    });
    expect(orderOf(assessment)).toEqual([
      "find-out two-0",
      "find-out three-0",
      "find-out felt-0",
      "find-out four-0",
    ]);
  });

  it("counts only the part of the range that an answer would close", () => {
    const votes = { votes: [{ staff: { "level-1": 2, "level-2": 2, unsure: 1 } }] };
    const assessment = principle([
      ["partly", "level-3"],
      ["wholly", "unsure"],
    ]);
    const answers = new Map<string, Response>([
      ...assessment.answers,
      ["principles/partly", votes],
    ]);
    expect(orderOf({ ...assessment, answers })).toEqual(["find-out wholly", "find-out partly"]);
  });

  it("keeps what people see differently and must-haves in the order of the rubric, whatever their weight", () => {
    const differ = { answer: "differ", from: "level-0", to: "level-1" };
    const assessment = principle([
      ["light", "skipped"],
      ["heavy", "skipped", { weight: exact(9) }],
      ["must-light", "unsure", { must: 1 }],
      ["must-heavy", "unsure", { must: 1, weight: exact(9) }],
    ]);
    const answers = new Map<string, Response>([
      ...assessment.answers,
      ["principles/light", differ],
      ["principles/heavy", { ...differ, to: "level-3" }],
    ]);
    expect(orderOf({ ...assessment, answers })).toEqual([
      "find-out must-light",
      "find-out must-heavy",
      "talk light",
      "talk heavy",
    ]);
  });

  it("leaves out what does not apply", () => {
    const away = { allowNotApplicable: true };
    expect(orderOf(principle([["question", "not-applicable", away]]))).toEqual([]);
  });

  it("asks for no talk about what was left for later, whatever was voted", () => {
    const votes = [{ staff: { "level-0": 5, "level-3": 5 } }];
    const assessment = principle([["question", "skipped"]]);
    const answers = new Map([["principles/question", { answer: "skipped", votes }]]);
    expect(orderOf({ ...assessment, answers })).toEqual([]);
  });

  it.each([
    [["power", "words", "safety"]],
    [["words", "power", "safety"]],
    [["words", "safety", "power"]],
  ])("puts the step that eases such a barrier before the others, wherever it stands: %j", (ids) => {
    const full = aFullAssessment();
    const rubrics = full.rubrics.map((rubric) => ({
      ...rubric,
      sections: rubric.sections.map((section) =>
        section.id === "equality"
          ? {
              ...section,
              criteria: ids
                .flatMap((id) => section.criteria.filter((each) => each.id === id))
                .map((each) => ({ ...each, must: undefined })),
            }
          : section,
      ),
    }));
    const level = { answer: "level-1" };
    const answers = new Map<string, Response>([
      ...full.answers,
      ...ids.map((id) => [`principles/${id}`, level] as const),
    ]);
    const order = orderOf({ ...full, rubrics, answers }).filter((each) =>
      /(power|words|safety)$/u.test(each),
    );
    const others = ids.filter((id) => id !== "power");
    expect(order).toEqual(["power", ...others].map((id) => `improve ${id}`));
  });
});
