import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/assessment/schema.ts";
import { sinceActions } from "../../../src/plan/sections/since-last-plan.ts";

const ours = { isPublic: false };

function action(text: string, more: Partial<Action> = {}): Action {
  return { id: "a1", do: text, ...more };
}

function outcome(before: Action, now: readonly Action[], audience = ours): string {
  const [row] = sinceActions([before], now, audience).rows;
  return `${row?.outcome}: ${row?.what}`;
}

const GONE = "Not in this plan: We have not written down what happened.";
const HERE = "Not started: It is in this plan too.";

describe("what became of an action", () => {
  it.each<[string, Action, Action[], string]>([
    [
      "other signs and capitals",
      action("Pay – “fares”"),
      [action("pay fares!", { id: "z" })],
      HERE,
    ],
    ["spaces around", action(" Pay  fares "), [action("Pay fares", { id: "z" })], HERE],
    ["words run together", action("Pay fares"), [action("Payfares", { id: "z" })], GONE],
    ["the same id alone", action("Pay"), [action("Sing")], GONE],
    [
      "the same id, for others",
      action("Pay", { for: "p/a" }),
      [action("Sing", { for: "p/b" })],
      GONE,
    ],
    ["other id", action("Pay", { for: "p/a" }), [action("Sing", { id: "z", for: "p/a" })], GONE],
    [
      "the same id and question",
      action("Pay", { for: "p/a" }),
      [action("Sing", { for: "p/a" })],
      HERE,
    ],
  ])("is found by its words, or its id and question: %s", (_, before, now, expected) => {
    expect(outcome(before, now)).toBe(expected);
  });

  it.each<[string, Action, Action[], string]>([
    [
      "done then",
      action("Pay", { status: "done" }),
      [],
      "Done: We have not written down what came of it.",
    ],
    ["dropped then", action("Pay", { status: "dropped" }), [], "Dropped: We have not said why."],
    [
      "under way then, and gone",
      action("Pay", { status: "doing", note: "Slow" }),
      [],
      "Not in this plan: Slow.",
    ],
    [
      "done then, and begun again",
      action("Pay", { status: "done" }),
      [action("Pay", { status: "doing" })],
      "Under way: It is in this plan too.",
    ],
    [
      "done now",
      action("Pay", { note: "Old" }),
      [action("Pay", { status: "done" })],
      "Done: We have not written down what came of it.",
    ],
    [
      "with a reason before a note",
      action("Pay"),
      [action("Pay", { why: "Costs", note: "No" })],
      "Not started: Costs.",
    ],
  ])("is what was written last: %s", (_, before, now, expected) => {
    expect(outcome(before, now)).toBe(expected);
  });

  it("leaves out notes for the public, and keeps reasons", () => {
    const shown = { isPublic: true };
    expect(outcome(action("Pay", { note: "Ann paid" }), [], shown)).toBe(
      "Not in this plan: There is a note about it, which we keep to ourselves.",
    );
    expect(outcome(action("Pay", { why: "Costs" }), [], shown)).toBe("Not in this plan: Costs.");
  });

  it.each<[NonNullable<Action["status"]>, string, string]>([
    ["done", "1 is done", "2 are done"],
    ["doing", "1 is under way", "2 are under way"],
    ["planned", "1 has not started", "2 have not started"],
    ["dropped", "1 was dropped", "2 were dropped"],
  ])("is counted in words: %s", (status, one, two) => {
    const actions = [action("Pay", { status }), action("Sing", { status })];
    expect(sinceActions(actions.slice(1), actions, ours).summary).toBe(
      `We agreed 1 action then: ${one}.`,
    );
    expect(sinceActions(actions, actions, ours).summary).toBe(`We agreed 2 actions then: ${two}.`);
  });

  it("is nothing where none was agreed", () => {
    expect(sinceActions([], [action("Pay")], ours)).toEqual({
      rows: [],
      summary: "We agreed no actions then.",
    });
  });
});
