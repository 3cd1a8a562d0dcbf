import { describe, expect, it } from "vitest";
import { aCriterion, bands, levels } from "../support/builders.ts";
import { scoreOneSection as score, weighing } from "../support/one-section.ts";

describe("bands", () => {
  it("take the upper one for a score exactly on a cut-point", () => {
    const section = score(
      [aCriterion({ id: "a" })],
      { a: "level-1" },
      { bands: bands(["0", "1/3"]) },
    );
    expect(section.bands).toEqual(["band-1", "band-1"]);
    const just = { bands: bands(["0", "34/100"]) };
    expect(score([aCriterion({ id: "a" })], { a: "level-1" }, just).bands).toEqual([
      "band-0",
      "band-0",
    ]);
  });

  it("give another instrument's bands over sums of levels from 1 to 5", () => {
    // Four questions from 1 to 5: a sum s is the share (s - 4) / 16; bands 4-7, 8-13, 14-17, 18-20.
    const cuts = { bands: bands(["0", "4/16", "10/16", "14/16"]) };
    const criteria = ["a", "b", "c", "d"].map((id) => aCriterion({ id, levels: levels(4) }));
    const at = (...given: readonly number[]) =>
      score(
        criteria,
        Object.fromEntries(
          criteria.map(({ id }, index) => [id, `level-${(given[index] ?? 0) - 1}`]),
        ),
        cuts,
      ).bands?.[0];
    expect(at(1, 2, 2, 2)).toBe("band-0");
    expect(at(2, 2, 2, 2)).toBe("band-1");
    expect(at(3, 3, 3, 4)).toBe("band-1");
    expect(at(3, 3, 4, 4)).toBe("band-2");
    expect(at(4, 4, 5, 5)).toBe("band-3");
  });
});

describe("a must-have", () => {
  const must = (id: string, level: number) => aCriterion({ id, must: level });

  it("that failed caps the band and leaves the number alone", () => {
    const section = score([must("a", 2), weighing("9", "b")], { a: "level-1", b: "level-3" });
    expect(section).toMatchObject({
      percent: [93, 93],
      bands: ["band-1", "band-1"],
      capped: ["principles/a"],
    });
  });

  it("that is met exactly caps nothing", () => {
    const section = score([must("a", 2), weighing("9", "b")], { a: "level-2", b: "level-3" });
    expect(section).toMatchObject({ bands: ["band-3", "band-3"], capped: [] });
  });

  it("that is not known gives a band range", () => {
    const section = score([must("a", 2), weighing("9", "b")], { a: "unsure", b: "level-3" });
    expect(section).toMatchObject({
      bands: ["band-1", "band-3"],
      capped: [],
      undecided: ["principles/a"],
    });
  });

  it("that failed outweighs one that is not known", () => {
    const criteria = [must("a", 2), must("b", 1), weighing("9", "c")];
    const section = score(criteria, { a: "unsure", b: "level-0", c: "level-3" });
    expect(section).toMatchObject({ bands: ["band-1", "band-1"], capped: ["principles/b"] });
  });

  it("caps at the band that the rubric names", () => {
    const section = score([must("a", 3)], { a: "level-2" }, { cap: 0 });
    expect(section).toMatchObject({ bands: ["band-0", "band-0"] });
  });

  it("is not named as holding down a band that is no higher anyway", () => {
    const section = score([must("a", 2), aCriterion({ id: "b" })], { a: "level-1", b: "level-0" });
    expect(section).toMatchObject({ bands: ["band-0", "band-0"], capped: [] });
  });
});
