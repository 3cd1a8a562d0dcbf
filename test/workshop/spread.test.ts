import { describe, expect, it } from "vitest";
import { coveringVotes, groupsHere, joined, smallGroup } from "../../src/workshop/groups.ts";
import { spreadSentences } from "../../src/workshop/spread.ts";

function counts(...groups: readonly (readonly [levels: readonly number[], unsure: number])[]) {
  return groups.map(([levels, unsure], index) => ({
    shown: { group: `g${index}`, name: ["Members", "Staff"][index] ?? "", size: 9 },
    levels,
    unsure,
  }));
}

describe("what a set of votes looks like", () => {
  it.each([
    [[0, 6, 0, 0], 0, "Everyone chose the same level."],
    [[0, 5, 1, 0], 0, "Close together. Votes go from 2 to 3."],
    [[2, 2, 2, 0], 0, "Some spread. Votes go from 1 to 3."],
    [[2, 2, 4, 1], 1, "Far apart. Votes go from 1 to 4."],
    [[0, 5, 0, 1], 0, "Some spread. Votes go from 2 to 4. One person sees this very differently."],
    [[1, 0, 1, 0], 0, "Some spread. Votes go from 1 to 3."],
    [[0, 2, 0, 0], 2, "Everyone chose the same level. A lot of people are not sure."],
    [[0, 2, 0, 0], 1, "Everyone chose the same level."],
    [[0, 0, 0, 0], 3, "A lot of people are not sure."],
    [[0, 1, 0, 0], 0, "There is one vote for a level."],
  ])("%j and %i not sure: %s", (levels, unsure, expected) => {
    expect(spreadSentences(counts([levels, unsure])).join(" ")).toBe(expected);
  });

  it("says which groups see it differently, with a middle between two levels in words", () => {
    const said = spreadSentences(counts([[1, 1, 0, 0], 0], [[0, 0, 2, 2], 0]));
    expect(said.slice(-2)).toEqual([
      "Different groups see this differently.",
      "The middle vote is between 1 and 2 for members and between 3 and 4 for staff.",
    ]);
  });

  it("leaves groups alone whose middle votes are close", () => {
    const said = spreadSentences(counts([[0, 2, 1, 0], 0], [[0, 0, 3, 0], 0]));
    expect(said.join(" ")).not.toContain("Different groups");
  });
});

const person = (group: string, present: number) => ({ group, name: group.toUpperCase(), present });

describe("a small group", () => {
  it("is offered to the largest other group, lived experience last", () => {
    const people = [person("lived-experience", 2), person("staff", 5), person("board", 1)];
    expect(smallGroup(people, [])).toMatchObject({
      small: { group: "board" },
      host: { group: "staff" },
    });
    expect(smallGroup(joined(people, "board", "staff"), [])).toMatchObject({
      small: { group: "lived-experience" },
      host: { group: "staff", size: 6 },
    });
  });

  it("can stay alone if it says so", () => {
    expect(smallGroup([person("staff", 5), person("board", 1)], ["board"])).toBeUndefined();
  });

  it("has nobody to join where it is the only one here", () => {
    expect(smallGroup([person("staff", 2), person("board", 0)], [])).toBeUndefined();
  });

  it("brings along whoever joined it before", () => {
    const people = joined([person("a", 1), person("b", 1), person("c", 4)], "a", "b");
    expect(groupsHere(joined(people, "b", "c"))).toEqual([
      { group: "c", name: "C, a and b", size: 6 },
    ]);
  });
});

describe("counts after people were counted again", () => {
  it("stay large enough for votes that are in the file", () => {
    const answers = { "p/q": { votes: [{ staff: { one: 4, unsure: 1 } }] } };
    expect(coveringVotes([person("staff", 2)], { answers })).toEqual([person("staff", 5)]);
    expect(coveringVotes([person("staff", 7)], { answers })).toEqual([person("staff", 7)]);
  });
});
