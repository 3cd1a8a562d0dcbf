import { describe, expect, it } from "vitest";
import { planDate } from "../../src/plan/input.ts";
import { anAssessment } from "../support/builders.ts";

describe("the day of the plan", () => {
  const everything = anAssessment({
    started: "2026-11-01",
    answers: { "principles/question": { answer: "level-1", at: "2026-11-21T10:31:00Z" } },
    sessions: [{ began: "2026-11-20T09:00:00Z", ended: "2026-11-22T09:00:00Z" }],
    plan: { meeting: { date: "2026-12-12" } },
  });

  it.each([
    ["what was asked for", everything, "2027-01-01", "2027-01-01"],
    ["the meeting", everything, undefined, "2026-12-12"],
    ["the last thing recorded", { ...everything, plan: {} }, undefined, "2026-11-22"],
    [
      "the last answer, after the sessions",
      {
        ...everything,
        plan: {},
        sessions: [{ began: "2026-11-20T09:00:00Z", ended: "2026-11-20T10:00:00Z" }],
      },
      undefined,
      "2026-11-21",
    ],
    [
      "the end of a session, not one that has none",
      {
        ...everything,
        plan: {},
        answers: new Map(),
        sessions: [
          { began: "2026-11-19T09:00:00Z", ended: "2026-11-19T10:00:00Z" },
          { began: "2026-11-30T09:00:00Z" },
        ],
      },
      undefined,
      "2026-11-19",
    ],
    ["the last answer", { ...everything, plan: {}, sessions: [] }, undefined, "2026-11-21"],
    ["the start", anAssessment({ started: "2026-11-01" }), undefined, "2026-11-01"],
    ["nothing at all", anAssessment(), undefined, undefined],
  ])("comes from %s", (_, assessment, given, expected) => {
    expect(planDate(assessment, given)).toBe(expected);
  });
});
