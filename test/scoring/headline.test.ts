import { describe, expect, it } from "vitest";
import type { Criterion, Section } from "../../src/rubric/rubric.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection, bands, levels } from "../support/builders.ts";

/** A section with one question of the same id and a hundred levels' worth of room: four, unless overridden. */
function one(id: string, kind: Section["kind"] = "principle", criterion: Partial<Criterion> = {}) {
  return aSection({ id: `${id}-section`, kind, criteria: [aCriterion({ id, ...criterion })] });
}

function headlineOf(sections: readonly Section[], answers: Record<string, string>): Scorecard {
  const keyed = Object.entries(answers).map(([id, value]) => [`principles/${id}`, value]);
  const rubrics = [aRubric({ sections })];
  return scoreAssessment(anAssessment({ rubrics, answers: Object.fromEntries(keyed) }));
}

describe("the headline", () => {
  it("is the weakest principle at each end", () => {
    const { headline, noHeadline } = headlineOf([one("a"), one("b"), one("c")], {
      a: "unsure",
      b: "level-1",
      c: "level-3",
    });
    expect(noHeadline).toBeNull();
    expect(headline).toEqual({
      low: "0",
      high: "1/3",
      percent: [0, 34],
      bands: ["band-0", "band-1"],
      weakest: ["principles/a-section"],
      capped: [],
      undecided: [],
    });
  });

  it("names all principles that share the lowest low end", () => {
    const answers = { a: "level-2", b: "level-1", c: "level-1" };
    const { headline } = headlineOf([one("a"), one("b"), one("c")], answers);
    expect(headline?.weakest).toEqual(["principles/b-section", "principles/c-section"]);
  });

  it("leaves foundations and barriers out of its number", () => {
    const sections = [one("a"), one("b", "foundation"), one("c", "barrier")];
    const { headline } = headlineOf(sections, { a: "level-3", b: "level-0", c: "level-0" });
    expect(headline).toMatchObject({ low: "1", high: "1", bands: ["band-3", "band-3"] });
  });
});

describe("no headline", () => {
  it("is given while a principle is not enough to say, with the reason", () => {
    const sections = [one("a", "principle", { allowNotApplicable: true }), one("b")];
    expect(headlineOf(sections, { a: "not-applicable", b: "level-3" })).toMatchObject({
      headline: null,
      noHeadline: { reason: "not-enough", sections: ["principles/a-section"] },
    });
  });

  it("is given where there are no principles", () => {
    const sections = [one("a", "foundation"), one("b", "barrier")];
    expect(headlineOf(sections, { a: "level-3" })).toMatchObject({
      headline: null,
      noHeadline: { reason: "no-principles", sections: [] },
    });
  });
});

describe("a must-have", () => {
  it.each(["principle", "foundation", "barrier"] as const)(
    "that failed in a %s caps the headline's band and leaves the number alone",
    (kind) => {
      const sections = [one("a"), one("b", kind, { must: 3 })];
      const { headline } = headlineOf(sections, { a: "level-2", b: "level-2" });
      expect(headline).toMatchObject({
        low: "2/3",
        bands: ["band-1", "band-1"],
        capped: ["principles/b"],
      });
    },
  );

  it.each(["principle", "foundation", "barrier"] as const)(
    "that is not known in a %s gives a band range",
    (kind) => {
      const sections = [one("a"), one("b", kind, { must: 1, levels: levels(1) })];
      const { headline } = headlineOf(sections, { a: "level-2", b: "unsure" });
      expect(headline?.bands).toEqual([kind === "principle" ? "band-0" : "band-1", "band-2"]);
      expect(headline?.capped).toEqual([]);
    },
  );

  it("in a stronger principle caps the headline too", () => {
    const sections = [one("a"), one("b", "principle", { must: 3, levels: levels(4) })];
    const { headline } = headlineOf(sections, { a: "level-2", b: "level-2" });
    expect(headline).toMatchObject({ low: "1/2", bands: ["band-1", "band-1"] });
  });

  it("is not named where the headline is no higher anyway", () => {
    const sections = [one("a"), one("b", "foundation", { must: 3 })];
    const { headline } = headlineOf(sections, { a: "level-1", b: "level-2" });
    expect(headline).toMatchObject({ bands: ["band-1", "band-1"], capped: [] });
  });
});

describe("the headline over several rubrics", () => {
  const principles = aRubric({ sections: [one("a")], bands: bands(), cap: 2 });
  const other = (overrides: Parameters<typeof aRubric>[0]) =>
    aRubric({ id: "other", sections: [one("b", "foundation", { must: 3 })], ...overrides });
  const answers = { "principles/a": "level-3", "other/b": "level-2" };

  it("is capped at the band that the must-have's own rubric names", () => {
    const rubrics = [principles, other({ bands: bands(), cap: 0 })];
    const { headline } = scoreAssessment(anAssessment({ rubrics, answers }));
    expect(headline).toMatchObject({ bands: ["band-0", "band-0"], capped: ["other/b"] });
  });

  it.each([
    { how: "has no bands", rubric: { bands: [], cap: -1 } },
    { how: "names a band of its own", rubric: { bands: [{ ...bands()[0], id: "own" }], cap: 0 } },
  ])("is capped by its own rubric where the must-have's $how", ({ rubric }) => {
    const rubrics = [principles, other(rubric as Parameters<typeof aRubric>[0])];
    const { headline } = scoreAssessment(anAssessment({ rubrics, answers }));
    expect(headline).toMatchObject({ bands: ["band-2", "band-2"], capped: ["other/b"] });
  });

  it("has the bands of the weakest principle's rubric", () => {
    const own = bands(["0", "1/2"]).map((band) => ({ ...band, id: `own-${band.id}` }));
    const rubrics = [principles, other({ sections: [one("b")], bands: own })];
    const { headline } = scoreAssessment(anAssessment({ rubrics, answers }));
    expect(headline).toMatchObject({ low: "2/3", bands: ["own-band-1", "own-band-1"] });
  });
});
