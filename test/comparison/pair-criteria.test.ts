import { describe, expect, it } from "vitest";
import { pairCriteria } from "../../src/comparison/pair-criteria.ts";
import type { Criterion, Rubric } from "../../src/rubric/rubric.ts";
import { aCriterion, aRubric, aSection } from "../support/builders.ts";

/** A rubric of questions by id; `b < a` is one that was called a. */
function rubric(...written: readonly string[]): Rubric {
  const criteria = written.map((text) => {
    const [id = "", ...formerly] = text.split(" < ");
    return aCriterion({ id, formerly });
  });
  return aRubric({ sections: [aSection({ criteria })] });
}

function ids(criteria: readonly Criterion[]): string[] {
  return criteria.map(({ id }) => id);
}

function paired(older: Rubric, newer: Rubric) {
  const { pairs, added, removed } = pairCriteria([older], [newer]);
  const both = pairs.map((pair) => `${pair.older.id} ${pair.newer.id}`);
  return { pairs: both, added: ids(added), removed: ids(removed) };
}

describe("questions belong together", () => {
  it("by their id, in the order of the newer ones", () => {
    expect(paired(rubric("a", "b", "gone"), rubric("b", "new", "a"))).toEqual({
      pairs: ["b b", "a a"],
      added: ["new"],
      removed: ["gone"],
    });
  });

  it("by a former id, however many names ago", () => {
    expect(paired(rubric("a"), rubric("c < a < b")).pairs).toEqual(["a c"]);
    expect(paired(rubric("b < a"), rubric("c < a < b")).pairs).toEqual(["b c"]);
  });

  it("by a former id of the older one, where the newer file uses an older rubric", () => {
    expect(paired(rubric("b < a"), rubric("a")).pairs).toEqual(["b a"]);
  });

  it("by their own id before anybody's former id", () => {
    expect(paired(rubric("a"), rubric("b < a", "a"))).toEqual({
      pairs: ["a a"],
      added: ["b"],
      removed: [],
    });
  });

  it("only once, where two name the same former id", () => {
    expect(paired(rubric("a"), rubric("b < a", "c < a"))).toEqual({
      pairs: ["a b"],
      added: ["c"],
      removed: [],
    });
  });

  it("only within one rubric", () => {
    const other = aRubric({ id: "other", sections: [aSection()] });
    const { pairs, added, removed } = pairCriteria([rubric("question")], [other]);
    expect([pairs.length, ids(added), ids(removed)]).toEqual([0, ["question"], ["question"]]);
  });
});
