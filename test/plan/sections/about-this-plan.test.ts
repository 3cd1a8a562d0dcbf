import { describe, expect, it } from "vitest";
import { anAssessment } from "../../support/builders.ts";
import { aFullAssessment, planOf } from "../../support/specimen.ts";

function made(...given: Parameters<typeof planOf>): Readonly<Record<string, string>> {
  return Object.fromEntries(planOf(...given).made.map(({ name, text }) => [name, text]));
}

describe("how we made this plan", () => {
  it("says when, how, and with what", () => {
    const full = aFullAssessment();
    const sessions = ["2026-11-21T10:00:00Z", "2026-11-02T10:00:00Z", "2026-11-02T15:00:00Z"];
    const plan = { ...full.plan, support: "Fares and lunch", interests: "None that we know of" };
    const assessment = { ...full, plan, sessions: sessions.map((began) => ({ began })) };
    expect(made(assessment, { tool: "coprod 9.8.7" })).toEqual({
      When: "We met on 2 November 2026 and 21 November 2026.",
      Votes:
        "We recorded votes on 1 question, by group and never by name. Where we agreed no level, each group counts the same, however many people it has.",
      "Support and payment": "Fares and lunch.",
      "Conflicts of interest": "None that we know of.",
      "Questions and tool":
        "Title of principles (version 1.0.0) and Title of barriers (version 1.0.0), with coprod 9.8.7.",
    });
  });

  it("says in plain words what nobody wrote down", () => {
    const { made: lines } = planOf(anAssessment());
    const missing = lines.filter((line) => line.missing).map(({ text }) => text);
    expect(missing).toEqual([
      "We have not written down when.",
      "We have not written down what support and payment people were offered.",
      "We have not written down whether anyone had a conflict of interest.",
    ]);
    expect(made(anAssessment({ started: "2026-11-02" }))["When"]).toBe(
      "We began on 2 November 2026.",
    );
  });
});
