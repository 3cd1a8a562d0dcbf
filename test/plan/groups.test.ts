import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { anAssessment } from "../support/builders.ts";
import { planOf } from "../support/specimen.ts";

type Person = readonly [group: string, present: number, shownWith?: string];

function people(...given: readonly Person[]): Assessment["people"] {
  return given.map(([group, present, host]) => ({
    group,
    name: group.toUpperCase(),
    present,
    ...(host === undefined ? {} : { "shown-with": host }),
  }));
}

function answeredBy(...given: readonly Person[]): string[] {
  const { answered } = planOf(anAssessment({ people: people(...given) })).people;
  return answered.map(({ name, count }) => `${name}: ${count}`);
}

describe("the groups that are shown", () => {
  it.each<[string, Person[], string[]]>([
    [
      "a large group on its own",
      [
        ["a", 3, "b"],
        ["b", 4],
      ],
      ["A: 3", "B: 4"],
    ],
    [
      "a small one with another",
      [
        ["a", 2, "b"],
        ["b", 4],
      ],
      ["A and B: 6"],
    ],
    [
      "a small one with another's host",
      [
        ["a", 1, "b"],
        ["b", 2, "c"],
        ["c", 9],
      ],
      ["A, B and C: 12"],
    ],
    [
      "a small one whose host stayed away",
      [
        ["a", 2, "b"],
        ["b", 0],
      ],
      ["A: fewer than 3"],
    ],
    ["a small one whose host is unknown", [["a", 2, "z"]], ["A: fewer than 3"]],
    [
      "a small one without a host",
      [
        ["a", 2],
        ["b", 4],
      ],
      ["A: fewer than 3", "B: 4"],
    ],
    [
      "two that point at each other",
      [
        ["a", 1, "b"],
        ["b", 1, "a"],
      ],
      ["A and B: fewer than 3"],
    ],
    [
      "a small one by way of a host that stayed away",
      [
        ["a", 2, "b"],
        ["b", 0, "c"],
        ["c", 5],
      ],
      ["A and C: 7"],
    ],
    [
      "nobody who was not there",
      [
        ["a", 0],
        ["b", 4],
      ],
      ["B: 4"],
    ],
  ])("are: %s", (_, given, expected) => {
    expect(answeredBy(...given)).toEqual(expected);
  });
});

describe("the sides of a question", () => {
  const sides = (given: readonly Person[], response: Response) => {
    const answers = { "principles/question": response };
    const { differences, appendix } = planOf(anAssessment({ people: people(...given), answers }));
    return (differences.findings[0] ?? appendix[0]?.questions[0])?.sides;
  };

  it("put the words of groups that are shown as one under one name", () => {
    const views = { a: "Slow", b: "Fine", c: "Small", z: "Far" };
    expect(
      sides(
        [
          ["a", 2, "b"],
          ["b", 4],
          ["c", 2],
        ],
        { answer: "level-1", views },
      ),
    ).toEqual([
      { who: "A and B", says: "Slow. Fine.", votes: null },
      { who: "Another view", says: "Small. Far.", votes: null },
    ]);
  });

  it("show the middle vote of each group in the last round, and never how many chose it", () => {
    const votes = [
      { a: { "level-3": 9 }, b: { "level-3": 9 } },
      { a: { "level-2": 1, "level-0": 2, unsure: 1, "level-1": 0 }, b: { "level-1": 3 } },
    ];
    const views = { b: "So it is" };
    expect(
      sides(
        [
          ["a", 9],
          ["b", 9],
        ],
        { answer: "level-1", votes, views },
      ),
    ).toEqual([
      { who: "B", says: "So it is.", votes: "The middle vote was “Level 1”." },
      { who: "A", says: null, votes: "The middle vote was “Level 0”." },
    ]);
  });

  it("say both of two votes in the middle, as the wall does", () => {
    const votes = [{ a: { "level-0": 2, "level-1": 2 }, b: { "level-3": 4 } }];
    const room: Person[] = [
      ["a", 4],
      ["b", 4],
    ];
    expect(sides(room, { answer: "level-1", votes })?.map((each) => each.votes)).toEqual([
      "The middle vote was between “Level 0” and “Level 1”.",
      "The middle vote was “Level 3”.",
    ]);
  });

  it("come from the last round that has a vote, as the scorecard's do", () => {
    const votes = [{ a: { "level-0": 5 }, b: { "level-3": 5 } }, {}];
    const room: Person[] = [
      ["a", 5],
      ["b", 5],
    ];
    const shown = sides(room, { answer: "level-1", votes });
    expect(shown?.map(({ who, votes: said }) => `${who}: ${said}`)).toEqual([
      "A: The middle vote was “Level 0”.",
      "B: The middle vote was “Level 3”.",
    ]);
  });

  it("are none where nothing was said or voted", () => {
    expect(sides([["a", 9]], { answer: "level-1" })).toEqual([]);
  });
});
