import { describe, expect, it } from "vitest";
import { exact } from "../../src/util/exact.ts";
import { aCriterion, levels } from "../support/builders.ts";
import { scoreOneSection as score, weighing } from "../support/one-section.ts";

const skippable = (id: string, weight = "1") =>
  aCriterion({ id, weight: exact(weight), allowNotApplicable: true });

describe("a section's score", () => {
  it("is an interval where something is not known", () => {
    const criteria = ["a", "b", "c", "d"].map((id) => aCriterion({ id }));
    const answers = { a: "level-2", b: "level-1", c: "unsure", d: "level-3" };
    expect(score(criteria, answers)).toEqual({
      key: "principles/section",
      kind: "principle",
      low: "1/2",
      high: "3/4",
      percent: [50, 75],
      known: "3/4",
      bands: ["band-2", "band-3"],
      capped: [],
      undecided: [],
      enough: true,
      noScore: null,
    });
  });

  it("weighs its criteria", () => {
    const criteria = [weighing("1", "a"), weighing("2", "b"), weighing("1", "c")];
    const section = score(criteria, { a: "level-3", b: "unsure", c: "level-1" });
    expect(section).toMatchObject({ low: "1/3", high: "5/6", percent: [33, 84], known: "1/2" });
  });

  it("leaves all open where people do not know", () => {
    const section = score([aCriterion({ id: "a" })], { a: "unsure" });
    expect(section).toMatchObject({ low: "0", high: "1", known: "0", noScore: null });
  });

  it.each([
    { answer: "skipped" },
    { answer: undefined },
    { answer: { votes: [] } },
    { answer: { votes: [{ staff: { "level-2": 0 } }] } },
    { answer: { note: "Only a note." } },
  ])("is no number with $answer", ({ answer }) => {
    const section = score([aCriterion({ id: "a" })], answer === undefined ? {} : { a: answer });
    expect(section).toMatchObject({ low: null, percent: null, noScore: "not-asked" });
  });

  it.each([
    { answered: ["a"], noScore: "too-early" },
    { answered: ["a", "b"], noScore: null },
    { answered: ["c"], noScore: null },
  ])("is too early to say below half of the weight: $answered", ({ answered, noScore }) => {
    const criteria = [weighing("1", "a"), weighing("1", "b"), weighing("2", "c")];
    const answers = Object.fromEntries(answered.map((id) => [id, "unsure"]));
    expect(score(criteria, answers)).toMatchObject({ noScore, enough: noScore === null });
  });

  it("goes from one side to the other where people do not agree", () => {
    const a = { answer: "differ", from: "level-1", to: "level-2" };
    expect(score([aCriterion({ id: "a" })], { a })).toMatchObject({ low: "1/3", high: "2/3" });
  });

  it("takes the level by votes where there are votes and no agreed level", () => {
    const votes = [{ staff: { "level-3": 5, "level-2": 1 }, members: { "level-1": 3 } }];
    const section = score([aCriterion({ id: "a" })], { a: { votes } });
    expect(section).toMatchObject({ low: "1/3", high: "1/3", known: "1" });
  });

  it("takes the agreed level rather than the votes", () => {
    const votes = [{ staff: { "level-3": 5 } }];
    const section = score([aCriterion({ id: "a" })], { a: { answer: "level-1", votes } });
    expect(section).toMatchObject({ low: "1/3", high: "1/3" });
  });

  it("uses the values that a scale gives its levels", () => {
    const criterion = aCriterion({ id: "a", levels: levels(2, ["0", "1/10", "1"]) });
    expect(score([criterion], { a: "level-1" })).toMatchObject({ low: "1/10", percent: [10, 10] });
  });

  it("leaves out how much a barrier is felt", () => {
    const felt = aCriterion({ id: "felt", measures: "pressure" });
    const section = score([aCriterion({ id: "a" }), felt], { a: "level-3", felt: "level-0" });
    expect(section).toMatchObject({ low: "1", high: "1", percent: [100, 100] });
  });
});

describe("what does not apply", () => {
  const NOT_ENOUGH = {
    low: null,
    high: null,
    percent: null,
    known: null,
    bands: null,
    capped: [],
    enough: false,
  };

  it("leaves the sum, up to exactly a third of the weight", () => {
    const criteria = [skippable("a", "1/3"), skippable("b", "2/3")];
    const section = score(criteria, { a: "not-applicable", b: "level-1" });
    expect(section).toMatchObject({ low: "1/3", high: "1/3", known: "1", enough: true });
  });

  it("is not enough to say beyond a third of the weight", () => {
    const criteria = [skippable("a", "34/100"), skippable("b", "66/100")];
    const section = score(criteria, { a: "not-applicable", b: "level-1" });
    expect(section).toMatchObject(NOT_ENOUGH);
  });

  it("is not enough to say where nothing is left", () => {
    expect(score([skippable("a")], { a: "not-applicable" })).toMatchObject(NOT_ENOUGH);
    const felt = aCriterion({ id: "felt", measures: "pressure" });
    expect(score([felt], { felt: "level-1" })).toMatchObject(NOT_ENOUGH);
  });

  it("is open where the rubric does not allow it", () => {
    const section = score([aCriterion({ id: "a" })], { a: "not-applicable" });
    expect(section).toMatchObject({ low: "0", high: "1", enough: true });
  });
});

describe("the printed percent", () => {
  const bare = (top: number) => aCriterion({ id: "a", levels: levels(top) });
  const thousand = (id: string, weight: string) => weighing(weight, id);

  it.each([
    { share: "exactly nothing", a: "level-0", b: "level-0", percent: [0, 0] },
    { share: "almost nothing", a: "level-3", b: "level-0", percent: [1, 1] },
    { share: "almost all", a: "level-0", b: "level-3", percent: [99, 99] },
    { share: "exactly all", a: "level-3", b: "level-3", percent: [100, 100] },
  ])("of $share is $percent", ({ a, b, percent }) => {
    const criteria = [thousand("a", "1"), thousand("b", "999")];
    expect(score(criteria, { a, b }).percent).toEqual(percent);
  });

  it("is the nearest one where all is settled", () => {
    expect(score([bare(3)], { a: "level-1" }).percent).toEqual([33, 33]);
    expect(score([bare(3)], { a: "level-2" }).percent).toEqual([67, 67]);
    expect(score([bare(6)], { a: "level-5" }).percent).toEqual([83, 83]);
  });

  it("rounds the low end down and the high end up where they differ", () => {
    const a = { answer: "differ", from: "level-1", to: "level-2" };
    expect(score([bare(3)], { a }).percent).toEqual([33, 67]);
    const b = { answer: "differ", from: "level-2", to: "level-5" };
    expect(score([bare(6)], { a: b }).percent).toEqual([33, 84]);
  });
});
