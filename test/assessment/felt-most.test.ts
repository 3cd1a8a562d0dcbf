import { describe, expect, it } from "vitest";
import { feltMost, rivalBarriers, waitingChecks } from "../../src/assessment/felt-most.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { aCriterion, aRubric, aSection, levels } from "../support/builders.ts";

const NAMES = ["one", "two", "three", "four", "five"];

const section = (name: string, must?: number) =>
  aSection({
    id: name,
    kind: "barrier",
    criteria: [
      aCriterion({ id: `${name}-felt`, measures: "pressure", levels: levels(3), scale: "felt" }),
      aCriterion({ id: `${name}-a`, must }),
      aCriterion({ id: `${name}-b` }),
    ],
  });

const rubric = (names = NAMES, must: Readonly<Record<string, number>> = {}): Rubric =>
  aRubric({ id: "barriers", sections: names.map((name) => section(name, must[name])) });

type Said = Readonly<Record<string, string | Response>>;

/** `two: 2` for level 2 of how much it is felt, or a response by its whole id. */
function responses(
  said: Said,
  from = rubric(),
): (criterion: { key: string }) => Response | undefined {
  const felt = criteriaOf(from)[0];
  return ({ key }) => {
    const id = key.replace("barriers/", "");
    const given = said[id] ?? said[id.replace("-felt", "")];
    if (given === undefined || typeof given !== "string") return given;
    return { answer: /^\d$/u.test(given) ? (felt?.levels[Number(given)]?.id ?? "") : given };
  };
}

function most(said: Said, from = rubric()) {
  const { first, waiting, alike } = feltMost(rivalBarriers(from), responses(said, from));
  const names = (all: readonly { readonly key: string }[]) =>
    all.map(({ key }) => key.replace("barriers/", "")).join(" ");
  return { first: names(first), waiting: names(waiting), alike };
}

describe("the barriers that are felt most", () => {
  it.each([
    [
      "three, most first",
      { one: "0", two: "1", three: "2", four: "1", five: "2" },
      "three five two",
      2,
    ],
    [
      "two where the third is not felt",
      { one: "0", two: "1", three: "2", four: "0", five: "0" },
      "three two",
      0,
    ],
    [
      "those that stand first, where all are felt alike",
      { one: "2", two: "2", three: "2", four: "2", five: "2" },
      "one two three",
      5,
    ],
    [
      "the first two, where none is felt",
      { one: "0", two: "0", three: "0", four: "0", five: "0" },
      "one two",
      5,
    ],
    [
      "with what nobody knows in the middle",
      { one: "0", two: "unsure", three: "2", four: "0", five: "1" },
      "three two five",
      0,
    ],
    ["the first three, before anything is said", {}, "one two three", 5],
  ] as const)("are %s", (_, said, first, alike) => {
    expect(most(said)).toMatchObject({ first, alike });
  });

  it("are half way between the sides where people differ", () => {
    const felt = rubric().sections[1]?.criteria[0];
    const [low, , high] = felt?.levels ?? [];
    const two = { answer: "differ", from: low?.id ?? "", to: high?.id ?? "" };
    expect(most({ one: "0", two, three: "2", four: "0", five: "0" }).first).toBe("three two");
  });

  it("leave the checklists of the others to wait, but for one with an answer or a must-have", () => {
    const said = { one: "2", two: "2", three: "2", four: "0", five: "0" };
    expect(most(said).waiting).toBe("four five");
    expect(most({ ...said, "four-b": { answer: "unsure" } }).waiting).toBe("five");
    expect(most({ ...said, "four-b": { answer: "skipped" } }).waiting).toBe("four five");
    expect(most(said, rubric(NAMES, { five: 1 })).waiting).toBe("four");
  });

  it("are no choice where there are only two", () => {
    expect(rivalBarriers(rubric(["one", "two"]))).toEqual([]);
  });

  it("wait in a result only where we have said how much they are felt", () => {
    const said = { one: "2", two: "2", three: "2", five: "0" };
    expect([...waitingChecks([rubric()], responses(said))]).toEqual([
      "barriers/five-a",
      "barriers/five-b",
    ]);
  });
});
