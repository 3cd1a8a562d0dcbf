import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/rubric/rubric.ts";
import type { BarrierScore } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";

const felt = aCriterion({ id: "felt", measures: "pressure", levels: levels(2) });
const checks = ["first", "second"].map((id) => aCriterion({ id, levels: levels(2) }));
const skippable = checks.map((check) => ({ ...check, allowNotApplicable: true }));

function score(
  answers: Record<string, string>,
  criteria: readonly Criterion[] = [felt, ...checks],
): BarrierScore | undefined {
  const keyed = Object.entries(answers).map(([id, value]) => [`principles/${id}`, value]);
  const sections = [aSection({ id: "power", kind: "barrier", criteria })];
  const rubrics = [aRubric({ sections, bands: [], cap: -1 })];
  const card = scoreAssessment(anAssessment({ rubrics, answers: Object.fromEntries(keyed) }));
  expect(card.sections).toEqual([]);
  return card.barriers[0];
}

describe("a barrier", () => {
  it.each([
    { felt: "level-1", first: "level-1", second: "level-0", named: "act-first" },
    { felt: "level-1", first: "level-1", second: "level-1", named: "in-hand" },
    { felt: "level-0", first: "level-1", second: "level-0", named: "keep-watch" },
    { felt: "level-0", first: "level-2", second: "level-0", named: "clear" },
    { felt: "unsure", first: "level-2", second: "level-2", named: "in-hand" },
    { felt: "level-0", first: "level-1", second: "unsure", named: "keep-watch" },
  ])("felt $felt with $first and $second in place is $named", ({ named, ...answers }) => {
    expect(score(answers)?.class).toBe(named);
  });

  it("shows both ranges, with pressure apart from what is in place", () => {
    expect(score({ felt: "unsure", first: "level-1" })).toEqual({
      key: "principles/power",
      pressure: ["0", "1"],
      cover: ["1/4", "3/4"],
      class: "act-first",
      noClass: null,
    });
  });
});

describe("a barrier that nobody was asked about", () => {
  it.each([
    { why: "nothing is answered", answers: {}, pressure: null, cover: null },
    {
      why: "all is skipped",
      answers: { felt: "skipped", first: "skipped", second: "skipped" },
      pressure: null,
      cover: null,
    },
    {
      why: "no check is answered",
      answers: { felt: "level-2" },
      pressure: ["1", "1"],
      cover: null,
    },
    {
      why: "how much it is felt is not answered",
      answers: { first: "level-2", second: "unsure" },
      pressure: null,
      cover: ["1/2", "1"],
    },
  ])("has no class: $why", ({ answers, pressure, cover }) => {
    expect(score(answers)).toEqual({
      key: "principles/power",
      pressure,
      cover,
      class: null,
      noClass: "not-asked",
    });
  });

  it("has no class where the question does not exist", () => {
    expect(score({ first: "level-0" }, checks)).toMatchObject({ pressure: null, class: null });
    expect(score({ felt: "level-2" }, [felt])).toMatchObject({ cover: null, class: null });
  });

  it("has no class where a check does not apply and the others are not answered", () => {
    const three = [...skippable, aCriterion({ id: "third", levels: levels(2) })];
    const answers = { felt: "level-2", first: "not-applicable" };
    expect(score(answers, [felt, ...three])).toMatchObject({ cover: null, class: null });
  });

  it("has no class where more than a third of the checks do not apply", () => {
    const answers = { felt: "level-2", first: "not-applicable", second: "level-0" };
    expect(score(answers, [felt, ...skippable])).toMatchObject({ cover: null, class: null });
  });
});
