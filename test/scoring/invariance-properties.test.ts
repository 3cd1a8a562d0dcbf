import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Criterion, Rubric } from "../../src/rubric/rubric.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { exact, sum } from "../../src/util/exact.ts";
import { filled, mapCriteria, pick, reversed } from "../support/answer-changes.ts";
import { type Answered, anyAnswered } from "../support/arbitraries.ts";
import { aCriterion, anAssessment, bands } from "../support/builders.ts";
import { examples } from "../support/examples.ts";
import { rangesOf, score } from "../support/score-ranges.ts";

const RUNS = { numRuns: examples(250, 1000) };
const PATIENCE = 120_000;

describe("what does not apply, whatever the rubric", { timeout: PATIENCE }, () => {
  it("changes no score until it is more than a third of the weight", () => {
    fc.assert(
      fc.property(anyAnswered, fc.nat(), (given, which) => {
        const at = which % given.rubric.sections.length;
        const after = withSkipped(given, at);
        fc.pre(skippedShare(after, at).mul(3).lte(1));
        expect(score(after)).toMatchObject({ ...score(given), criteria: expect.anything() });
      }),
      RUNS,
    );
  });

  it("leaves no score beyond a third of the weight", () => {
    fc.assert(
      fc.property(anyAnswered, fc.nat(), (given, which) => {
        const at = which % given.rubric.sections.length;
        const after = withSkipped(given, at, "50");
        const key = after.rubric.sections[at]?.key;
        const { sections, barriers } = score(after);
        expect(sections.find((each) => each.key === key)?.low ?? null).toBeNull();
        expect(barriers.find((each) => each.key === key)?.cover ?? null).toBeNull();
      }),
      RUNS,
    );
  });
});

describe("the scorecard", { timeout: PATIENCE }, () => {
  it("does not depend on the order of people, questions, votes or answers", () => {
    fc.assert(
      fc.property(anyAnswered, fc.boolean(), (given, joins) => {
        const people = ["lived-experience", "staff", "trustees", "volunteers"].map((group) => ({
          group,
          name: group,
          present: 5,
          ...(joins && group === "trustees" && { "shown-with": "staff" }),
        }));
        const turned = reversed(given);
        const before = anAssessment({ rubrics: [given.rubric], answers: given.answers, people });
        const after = anAssessment({
          rubrics: [turned.rubric],
          answers: turned.answers,
          people: people.toReversed(),
        });
        expect(inFixedOrder(scoreAssessment(after))).toEqual(inFixedOrder(scoreAssessment(before)));
      }),
      RUNS,
    );
  });

  it("does not change when every weight is scaled", () => {
    fc.assert(
      fc.property(anyAnswered, fc.constantFrom("2", "1/7", "10/3"), (given, factor) => {
        const rubric = mapCriteria(given.rubric, (each) => ({
          ...each,
          weight: each.weight.mul(factor),
        }));
        expect(score({ ...given, rubric })).toEqual(score(given));
      }),
      RUNS,
    );
  });

  it("gives the same bytes for the same input", () => {
    fc.assert(
      fc.property(anyAnswered, (given) => {
        const again = { ...given, answers: structuredClone(given.answers) };
        expect(JSON.stringify(score(again))).toBe(JSON.stringify(score(given)));
      }),
      RUNS,
    );
  });
});

describe("exactly enough, whatever the rubric", { timeout: PATIENCE }, () => {
  it("gives the upper band on a cut-point", () => {
    fc.assert(
      fc.property(anyAnswered, fc.nat(), (given, which) => {
        const rubric = mapCriteria(given.rubric, (each) => ({ ...each, must: undefined }));
        const settled = filled({ ...given, rubric }, (low) => low);
        const scored = pick(score(settled).sections.filter(hasScore), which);
        fc.pre(scored !== undefined);
        const cut = { ...rubric, bands: bands(["0", scored?.low ?? ""]), cap: 0 };
        const after = score({ ...settled, rubric: cut }).sections;
        expect(after.find(({ key }) => key === scored?.key)?.bands).toEqual(["band-1", "band-1"]);
      }),
      RUNS,
    );
  });

  it("passes a must-have, and one step less fails it", () => {
    fc.assert(
      fc.property(anyAnswered, (given) => {
        const { answers } = filled(given, (low) => low);
        const level = ({ key, levels }: Criterion) =>
          levels.findIndex(({ id }) => id === answers[key]?.answer);
        const needing = (more: number) =>
          score({
            rubric: mapCriteria(given.rubric, (each) => ({ ...each, must: level(each) + more })),
            answers,
          }).criteria.flatMap(({ must, interval }) => (interval === null ? [] : [must]));
        expect(needing(0).every((must) => must === "pass")).toBe(true);
        expect(needing(1).every((must) => must === "fail")).toBe(true);
      }),
      RUNS,
    );
  });

  it("is compared on at least some scores", () => {
    const given = fc.sample(anyAnswered, 200);
    const ranges = given.flatMap(rangesOf);
    expect(ranges.filter((range) => range !== undefined).length).toBeGreaterThan(given.length);
  });
});

function hasScore({ low }: Scorecard["sections"][number]): boolean {
  return low !== null && low !== "0";
}

/** Adds a question that does not apply to one section. */
function withSkipped({ rubric, answers }: Answered, at: number, weight = "1"): Answered {
  const added = aCriterion({ id: "added", weight: exact(weight), allowNotApplicable: true });
  const sections = rubric.sections.map((section, index) =>
    index === at ? { ...section, criteria: [...section.criteria, added] } : section,
  );
  return {
    rubric: { ...rubric, sections },
    answers: { ...answers, [added.key]: { answer: "not-applicable" } },
  };
}

/** The share of a section's practice weight that does not apply. */
function skippedShare({ rubric, answers }: Answered, at: number) {
  const practice = practiceOf(rubric, at);
  const weight = (some: readonly Criterion[]) => sum(some.map((each) => each.weight));
  const skipped = practice.filter(({ key }) => answers[key]?.answer === "not-applicable");
  return weight(skipped).div(weight(practice));
}

function practiceOf(rubric: Rubric, at: number): readonly Criterion[] {
  const criteria = rubric.sections[at]?.criteria ?? [];
  return criteria.filter(({ measures }) => measures === "practice");
}

/** Lists of a scorecard stand in the order they are asked in; here by key, so that only results are compared. */
function inFixedOrder(card: Scorecard): unknown {
  return JSON.parse(JSON.stringify(card), (_, value: unknown) =>
    Array.isArray(value) && value.every((each) => typeof each !== "number")
      ? value.map((each) => JSON.stringify(each)).toSorted(byText)
      : value,
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
