import { describe, expect, it } from "vitest";
import { agreementClass, consensus, consensusThreshold } from "../../src/scoring/votes-score.ts";

const VECTORS = [
  { counts: [0, 6, 0, 0], value: 1, named: "shared" },
  { counts: [0, 5, 1, 0], value: 0.853, named: "shared" },
  { counts: [1, 4, 1, 0], value: 0.805, named: "mostly-shared" },
  { counts: [0, 3, 3, 0], value: 0.737, named: "shared" },
  { counts: [0, 5, 0, 1], value: 0.663, named: "different-views" },
  { counts: [2, 2, 2, 0], value: 0.61, named: "split" },
  { counts: [3, 0, 3, 0], value: 0.415, named: "split" },
  { counts: [2, 2, 2, 2], value: 0.368, named: "different-views" },
  { counts: [3, 0, 0, 3], value: 0, named: "split" },
  { counts: [0, 9, 0, 1], value: 0.778, named: "mostly-shared" },
] as const;

function agreement(counts: readonly number[]): number {
  return Math.round(consensus(counts) * 1000) / 1000;
}

describe("agreement between people", () => {
  it.each(VECTORS)("of $counts is $value, $named", ({ counts, value, named }) => {
    expect(agreement(counts)).toBe(value);
    expect(agreementClass(counts)).toBe(named);
  });

  it("gives the value of the R package agrmt on seven levels", () => {
    expect(consensus([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.7256876, 7);
  });

  it("is whole where everybody stands at one end, however far the other end is", () => {
    expect(agreement([6, 0, 0, 0])).toBe(1);
    expect(agreement([0, 0, 0, 0, 0, 0, 3])).toBe(1);
  });

  it("has no word below three level votes", () => {
    expect(agreementClass([1, 0, 0, 1])).toBe("too-few");
    expect(agreementClass([0, 0, 0, 0])).toBe("too-few");
    expect(agreementClass([1, 0, 0, 2])).toBe("split");
  });

  it.each([
    { steps: 2, threshold: 0.585 },
    { steps: 3, threshold: 0.737 },
    { steps: 4, threshold: 0.807 },
    { steps: 5, threshold: 0.848 },
  ])("has the threshold $threshold for $steps steps", ({ steps, threshold }) => {
    expect(consensusThreshold(steps)).toBeCloseTo(threshold, 3);
  });

  it("keeps a tie with the threshold on the same side for any number of people", () => {
    const halves = Array.from({ length: 200 }, (_, index) => [0, index + 2, index + 2, 0]);
    expect(new Set(halves.map(agreementClass))).toEqual(new Set(["shared"]));
  });

  it.each([
    { counts: [1, 1, 1, 0], named: "split", why: "exactly a third stands at each side" },
    { counts: [2, 3, 1, 0], named: "different-views", why: "less than a third is on one side" },
    { counts: [1, 0, 5, 0, 0, 0, 0], named: "different-views", why: "one is far from the others" },
    { counts: [3, 3], named: "shared", why: "two levels are always within one step" },
    { counts: [2, 0, 2], named: "split", why: "both ends hold half" },
  ])("calls $counts $named: $why", ({ counts, named }) => {
    expect(agreementClass(counts)).toBe(named);
  });
});
