import { describe, expect, it } from "vitest";
import { itemsOf } from "../../src/workshop/items.ts";
import { smallRubrics } from "../support/small-rubrics.ts";

const said = (quick: boolean) =>
  itemsOf(smallRubrics(), { quick }).map((item) =>
    item.kind === "question"
      ? `${item.number} ${item.label}: ${item.criterion.id}`
      : `${item.number} ${item.label}: ${item.criteria.map(({ id }) => id).join(" ")}`,
  );

describe("what is asked", () => {
  it("is every question, and the checks of a barrier as one list", () => {
    expect(said(false)).toEqual([
      "1 Question 1 of 4: power",
      "2 Question 2 of 4: costs",
      "3 Question 3 of 4: board",
      "4 Question 4 of 4: stop",
      "c1 Checklist 1 of 2: time-felt",
      "c1 Checklist 1 of 2: hours lead pay",
      "c2 Checklist 2 of 2: words-felt",
      "c2 Checklist 2 of 2: plain ask",
    ]);
  });

  it("is only the core questions in a quick look", () => {
    expect(said(true)).toEqual([
      "1 Question 1 of 3: power",
      "2 Question 2 of 3: time-felt",
      "3 Question 3 of 3: words-felt",
    ]);
  });
});
