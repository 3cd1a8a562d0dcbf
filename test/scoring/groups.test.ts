import { describe, expect, it } from "vitest";
import type { Group } from "../../src/assessment/schema.ts";
import { heardVotes } from "../../src/scoring/groups.ts";
import type { GroupVotes } from "../../src/scoring/votes.ts";

/** So many votes of one group, all at one level of four. */
function all(group: string, count: number, level = 1, unsure = 0): GroupVotes {
  return { group, levels: [0, 1, 2, 3].map((each) => (each === level ? count : 0)), unsure };
}

function person(group: string, shownWith?: string, present = 9): Group {
  return {
    group,
    name: group,
    present,
    ...(shownWith !== undefined && { "shown-with": shownWith }),
  };
}

const FOUR = ["lived-experience", "staff", "trustees", "volunteers"].map((id) => person(id));

function shown(votes: readonly GroupVotes[], people: readonly Group[] = FOUR, minGroup = 3) {
  return heardVotes(votes, { people, minGroup }).groups;
}

function namesShown(...given: Parameters<typeof shown>): string[] {
  return shown(...given).map(({ group }) => group);
}

describe("a small group", () => {
  it("of three is shown, with the lower median of its votes", () => {
    const votes = [{ group: "staff", levels: [1, 0, 1, 1], unsure: 0 }, all("trustees", 3, 3)];
    expect(shown(votes)).toEqual([
      { group: "staff", level: 2 },
      { group: "trustees", level: 3 },
    ]);
  });

  it("has a middle vote where three people of it chose a level", () => {
    expect(namesShown([all("staff", 3, 1, 1), all("trustees", 3)])).toEqual(["staff", "trustees"]);
    expect(namesShown([all("staff", 2, 1, 1), all("trustees", 3)])).toEqual(["trustees"]);
    expect(namesShown([all("staff", 2), all("trustees", 3)])).toEqual([]);
  });

  it("is shown together with the group it names", () => {
    const people = [person("staff"), person("trustees", "staff"), person("volunteers")];
    const votes = [all("staff", 4, 2), all("trustees", 2, 0), all("volunteers", 3, 1)];
    expect(shown(votes, people)).toEqual([
      { group: "staff", with: ["trustees"], level: 2 },
      { group: "volunteers", level: 1 },
    ]);
    const pulled = shown([all("staff", 4, 2), all("trustees", 2, 0), all("staff-2", 3)], people);
    expect(pulled[0]?.level).toBe(2);
  });

  it("counts in the level it is shown with", () => {
    const people = [person("staff"), person("trustees", "staff")];
    expect(shown([all("staff", 2, 3), all("trustees", 2, 0)], people)).toEqual([
      { group: "staff", with: ["trustees"], level: 0, upper: 3 },
    ]);
  });

  it("has two votes in the middle only where their levels differ", () => {
    const alone = (...levels: number[]) =>
      shown([{ group: "staff", levels, unsure: 0 }], [person("staff")]);
    expect(alone(1, 1, 2, 0)).toEqual([{ group: "staff", level: 1, upper: 2 }]);
    expect(alone(1, 2, 1, 0)).toEqual([{ group: "staff", level: 1 }]);
    expect(alone(1, 2, 0, 0)).toEqual([{ group: "staff", level: 1 }]);
  });

  it("is named where its votes were entered with those of another", () => {
    const people = [person("staff"), person("trustees", "staff", 2)];
    expect(shown([all("staff", 7)], people)).toEqual([
      { group: "staff", with: ["trustees"], level: 1 },
    ]);
  });

  it("is not named where nobody of it was there", () => {
    const people = [person("staff"), person("trustees", "staff", 0)];
    expect(shown([all("staff", 7)], people)).toEqual([{ group: "staff", level: 1 }]);
  });

  it("stands for the group it joined where nobody of that one was there", () => {
    const people = [person("a", "c"), person("b", "c"), person("c", undefined, 0)];
    expect(shown([all("a", 2), all("b", 2)], people)).toEqual([
      { group: "a", with: ["b"], level: 1 },
    ]);
  });

  it("is found at once among thousands that all join the next", () => {
    const many = 3000;
    const people = Array.from({ length: many }, (_, at) =>
      person(`g${at}`, `g${(at + 1) % many}`, 1),
    );
    const votes = people.map(({ group }) => all(group, 1));
    // Each chain followed anew would not end within the time of a test.
    expect(shown(votes, people)).toHaveLength(1);
  });

  it("follows a join that leads on, and one that leads round", () => {
    const chain = [person("a", "b"), person("b", "c"), person("c")];
    const round = [person("a", "b"), person("b", "a"), person("c")];
    const votes = [all("a", 1), all("b", 1), all("c", 3)];
    expect(shown(votes, chain)).toEqual([{ group: "c", with: ["a", "b"], level: 1 }]);
    expect(shown([all("a", 2), all("b", 2), all("c", 3)], round)).toEqual([
      { group: "a", with: ["b"], level: 1 },
      { group: "c", level: 1 },
    ]);
  });

  it("stays alone where it names nobody who is known", () => {
    const people = [person("staff"), person("trustees", "nobody")];
    expect(shown([all("staff", 4), all("trustees", 2)], people)).toEqual([]);
  });

  it("does not join another while it is large enough itself", () => {
    const people = [person("staff"), person("trustees", "staff")];
    expect(namesShown([all("staff", 3), all("trustees", 3)], people)).toEqual([
      "staff",
      "trustees",
    ]);
  });
});

describe("one hidden group", () => {
  it("takes the smallest other with it, because the rest would give it away", () => {
    const votes = [all("staff", 5), all("trustees", 2), all("volunteers", 4)];
    expect(namesShown(votes)).toEqual(["staff"]);
  });

  it("does not take lived experience with it while there is another", () => {
    const three = [all("lived-experience", 3), all("staff", 5), all("trustees", 2)];
    expect(namesShown(three)).toEqual(["lived-experience"]);
    expect(namesShown([all("lived-experience", 3), all("trustees", 2)])).toEqual([]);
  });

  it("does not take those who stand with lived experience either", () => {
    const people = [person("lived-experience"), person("volunteers", "lived-experience")];
    const votes = [
      all("lived-experience", 2),
      all("volunteers", 1),
      all("staff", 5),
      all("trustees", 2),
    ];
    expect(shown(votes, [...people, person("staff"), person("trustees")])).toEqual([
      { group: "lived-experience", with: ["volunteers"], level: 1 },
    ]);
  });

  it("takes the first by id of two that are as small as each other", () => {
    const votes = [all("volunteers", 4), all("staff", 4), all("trustees", 2)];
    expect(namesShown(votes, [...FOUR].reverse())).toEqual(["volunteers"]);
  });

  it("needs no second where two are hidden already", () => {
    const votes = [all("staff", 5), all("trustees", 2), all("volunteers", 1)];
    expect(namesShown(votes)).toEqual(["staff"]);
    const more = [...votes, all("lived-experience", 3)];
    expect(namesShown(more)).toEqual(["lived-experience", "staff"]);
  });

  it("counts where its people were all unsure: the whole would tell that they were", () => {
    const votes = [all("staff", 5), all("trustees", 0, 0, 2), all("volunteers", 3)];
    expect(namesShown(votes)).toEqual(["staff"]);
  });

  it("takes a larger one with it until as many people are hidden as a group must have", () => {
    const votes = [all("staff", 5), all("trustees", 1), all("volunteers", 1)];
    expect(namesShown(votes)).toEqual([]);
  });
});

describe("the groups shown", () => {
  it("leave out one that is not listed and cast no vote", () => {
    expect(namesShown([all("z", 0), all("staff", 3)])).toEqual(["staff"]);
  });

  it("stand in the order of the list of people, with unlisted groups after them by id", () => {
    const votes = [all("z", 3), all("b", 3), all("staff", 3), all("lived-experience", 3)];
    expect(namesShown(votes)).toEqual(["lived-experience", "staff", "b", "z"]);
  });

  it("must be larger where a larger limit is asked for", () => {
    const votes = [all("lived-experience", 5), all("staff", 4), all("trustees", 6)];
    expect(namesShown(votes, FOUR, 4)).toEqual(["lived-experience", "staff", "trustees"]);
    expect(namesShown(votes, FOUR, 5)).toEqual(["lived-experience"]);
  });
});
