import { describe, expect, it } from "vitest";
import type { Action } from "../../src/assessment/schema.ts";
import { compareAssessments } from "../../src/comparison/compare-assessments.ts";
import { comparisonOutline } from "../../src/comparison/text/comparison-outline.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { anAssessment } from "../support/builders.ts";

const QUESTION = "principles/question";

function compared(
  before: readonly Action[],
  now: readonly Action[],
  levels = ["level-1", "level-1"],
) {
  const [was = "", is = ""] = levels;
  return compareAssessments(
    anAssessment({ title: "River House, 2026", actions: before, answers: { [QUESTION]: was } }),
    anAssessment({ title: "River House, 2027", actions: now, answers: { [QUESTION]: is } }),
  );
}

function text(comparison: ReturnType<typeof compared>): string {
  return toText(comparisonOutline(comparison), { columns: 200, color: false });
}

const PAY: Action = { id: "a1", for: QUESTION, do: "Pay fares in cash", status: "planned" };

describe("what came of each action", () => {
  it("stands beside what people say now, also where nothing changed", () => {
    const done = { ...PAY, status: "done", helped: "no", since: "2026-11-01" } as const;
    const comparison = compared([PAY], [done]);
    expect(comparison.actions).toMatchObject([
      { number: "1", status: "done", helped: "no", change: "same", question: { key: QUESTION } },
    ]);
    expect(text(comparison)).toContain(
      "1: Pay fares in cash.\n    Done, and no change for the better is seen. It did not help.\n" +
        "    Do we do what question asks? Was: Level 1. Now: Level 1.",
    );
  });

  it("says plainly that it is done where people say more now", () => {
    const said = text(compared([PAY], [{ ...PAY, status: "done" }], ["level-1", "level-3"]));
    expect(said).toContain(
      "    Done.\n    Do we do what question asks? Was: Level 1. Now: Level 3.",
    );
  });

  it("accounts for what is in no list any more, and for what was finished before", () => {
    const finished: Action = { ...PAY, id: "a2", do: "Ask", status: "dropped", why: "No time" };
    const comparison = compared([PAY, finished], []);
    expect(comparison.actions.map(({ status }) => status)).toEqual(["gone", "dropped"]);
    expect(text(comparison)).toContain(
      "In no list now, and nobody has written down what happened.",
    );
    expect(text(comparison)).toContain("Why: No time.");
  });

  it("knows one that was carried over by its number, whatever its words are now", () => {
    const renamed: Action = {
      ...PAY,
      do: "Pay at the door",
      for: "principles/other",
      since: "2026-11-01",
    };
    expect(compared([PAY], [renamed]).actions[0]?.status).toBe("planned");
    const { since: _, ...other } = renamed;
    expect(compared([PAY], [other]).actions[0]?.status).toBe("gone");
  });
});
