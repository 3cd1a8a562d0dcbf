import { describe, expect, it } from "vitest";
import {
  balancedBounds,
  balancedLevel,
  type GroupVotes,
  lowerMedian,
} from "../../src/scoring/votes.ts";
import { exact } from "../../src/util/exact.ts";

const UNSURE = "?";

/** One group's votes on a scale of four levels. */
function group(...votes: readonly (number | typeof UNSURE)[]): GroupVotes {
  return {
    group: "anybody",
    levels: [0, 1, 2, 3].map((level) => votes.filter((vote) => vote === level).length),
    unsure: votes.filter((vote) => vote === UNSURE).length,
  };
}

describe("the balanced level", () => {
  it("does not let six staff outvote two members", () => {
    const staff = group(3, 3, 3, 3, 2, 3).levels;
    const members = group(1, 1).levels;
    const pooled = group(3, 3, 3, 3, 2, 3, 1, 1).levels;
    expect(balancedLevel([pooled])).toBe(3);
    expect(balancedLevel([staff, members])).toBe(1);
  });

  it("leaves out a group that cast no level vote", () => {
    expect(balancedLevel([group(3, 3).levels, group().levels])).toBe(3);
  });

  it("takes the lower of two middle levels", () => {
    expect(lowerMedian([2, 0, 2].map((count) => exact(count)))).toBe(0);
    expect(lowerMedian([1, 0, 2].map((count) => exact(count)))).toBe(2);
  });

  it("counts thirds exactly, where rounding would tip the middle", () => {
    const thirds = [group(0, 2, 2), group(0, 2, 2), group(0, 0, 2), group(0, 0, 2)];
    expect(balancedLevel(thirds.map(({ levels }) => levels))).toBe(0);
  });
});

describe("the bounds that unsure votes leave", () => {
  it.each([
    { votes: group(2, 2, UNSURE), bounds: [2, 2] },
    { votes: group(2, UNSURE, UNSURE), bounds: [0, 3] },
    { votes: group(1, 2, UNSURE, UNSURE, 3), bounds: [1, 3] },
    { votes: group(1, 1, 2, 2), bounds: [1, 1] },
    { votes: group(0, 3), bounds: [0, 0] },
    { votes: group(UNSURE), bounds: [0, 3] },
  ])("are $bounds for levels $votes.levels and $votes.unsure unsure", ({ votes, bounds }) => {
    expect(balancedBounds([votes])).toEqual(bounds);
  });

  it("give a group in which all are unsure its equal voice", () => {
    expect(balancedBounds([group(2, 2, 2), group(UNSURE)])).toEqual([0, 2]);
  });
});
