import { describe, expect, it } from "vitest";
import { type GroupVotes, levelByVotes } from "../../src/scoring/votes.ts";

const UNSURE = "?";

/** One group's votes on a scale of four levels. */
function group(...votes: readonly (number | typeof UNSURE)[]): GroupVotes {
  return {
    group: "anybody",
    levels: [0, 1, 2, 3].map((level) => votes.filter((vote) => vote === level).length),
    unsure: votes.filter((vote) => vote === UNSURE).length,
  };
}

function bounds(heard: readonly GroupVotes[], hidden = 0) {
  return levelByVotes({ heard, hidden }, 4);
}

describe("the level by votes", () => {
  it("does not let six staff outvote three members", () => {
    const [staff, members] = [group(3, 3, 3, 3, 2, 3), group(1, 1, 1)];
    expect(bounds([staff, members])).toEqual([1, 1]);
  });

  it("takes the middle of the groups' middle votes, and the lower one of two", () => {
    expect(bounds([group(2, 2, 2), group(0, 0, 0), group(1, 1, 1)])).toEqual([1, 1]);
    expect(bounds([group(2, 2, 2), group(0, 0, 0)])).toEqual([0, 0]);
  });

  it("could be what a group that is not shown makes of it", () => {
    expect(bounds([group(2, 2, 2)], 1)).toEqual([0, 2]);
    expect(bounds([group(2, 2, 2), group(1, 1, 1)], 1)).toEqual([1, 2]);
    expect(bounds([], 2)).toEqual([0, 3]);
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
  ])(
    "are $bounds for levels $votes.levels and $votes.unsure unsure",
    ({ votes, bounds: expected }) => {
      expect(bounds([votes])).toEqual(expected);
    },
  );

  it("give a group in which all are unsure its equal voice", () => {
    expect(bounds([group(2, 2, 2), group(UNSURE)])).toEqual([0, 2]);
  });
});
