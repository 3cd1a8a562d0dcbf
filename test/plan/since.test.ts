import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import { planSchema } from "../../src/plan/schema.ts";
import { textsIn } from "../../src/plan/tidy.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { planOf } from "../support/specimen.ts";

const rubrics = [
  aRubric({ sections: [aSection({ criteria: ["a", "b", "c"].map((id) => aCriterion({ id })) })] }),
];

function assessed(
  answers: Readonly<Record<"a" | "b" | "c", string>>,
  rest: Partial<Assessment> = {},
): Assessment {
  const keyed = Object.entries(answers).map(([id, answer]) => [`principles/${id}`, answer]);
  return anAssessment({ rubrics, ...rest, answers: Object.fromEntries(keyed) });
}

const before = assessed(
  { a: "level-0", b: "level-2", c: "unsure" },
  {
    title: "River House, March 2026",
    started: "2026-03-02",
    actions: [
      { id: "a1", do: "Pay fares on the day" },
      { id: "a2", do: "Start a newsletter", status: "dropped", why: "People prefer a call" },
      { id: "a3", do: "Hold a talk about power", for: "principles/a" },
      { id: "a4", do: "Print a poster" },
      { id: "a5", do: "Ask who is missing" },
    ],
  },
);
const now = assessed(
  { a: "level-2", b: "level-0", c: "level-3" },
  {
    actions: [
      { id: "b1", do: "Pay fares, on the day.", status: "done", note: "Nobody waits now" },
      { id: "a3", do: "Hold two talks about power", for: "principles/a", status: "doing" },
      { id: "a4", do: "Something else altogether" },
      { id: "b5", do: "Ask who is missing" },
    ],
  },
);

describe("since last time", () => {
  const plan = planOf(now, { previous: before });

  it("says that a first plan has nothing to compare", () => {
    const { since } = planOf(now);
    expect(since).toMatchObject({ first: true, changes: [], actions: [] });
    expect(since.summary).toBe("This is our first plan, so there is nothing to compare.");
  });

  it("says what happened with every action agreed then, also where nobody wrote it down", () => {
    expect(plan.since.actions).toEqual([
      { action: "Pay fares on the day.", outcome: "Done", what: "Nobody waits now." },
      { action: "Start a newsletter.", outcome: "Dropped", what: "People prefer a call." },
      { action: "Hold a talk about power.", outcome: "Under way", what: "It is in this plan too." },
      {
        action: "Print a poster.",
        outcome: "Not in this plan",
        what: "We have not written down what happened.",
      },
      { action: "Ask who is missing.", outcome: "Not started", what: "It is in this plan too." },
    ]);
    expect(plan.since.summary).toBe(
      "We compare with “River House, March 2026”, started on 2 March 2026. We agreed 5 actions then: " +
        "1 is done, 1 is under way, 1 has not started, 1 was dropped and 1 is not in this plan, and we have " +
        "not written down what happened.",
    );
  });

  it("shows what is worse as plainly as what is better, and what we learnt as neither", () => {
    expect(plan.since.counts).toEqual([
      "Of 3 questions asked the same way both times: 1 better, 1 worse and 1 known now that were not known before.",
    ]);
    expect(plan.since.questions).toEqual([
      {
        title: "Better",
        list: [{ question: "Do we do what a asks?", was: "Level 0", now: "Level 2" }],
      },
      {
        title: "Worse",
        list: [{ question: "Do we do what b asks?", was: "Level 2", now: "Level 0" }],
      },
      {
        title: "Known now, and not known before",
        list: [{ question: "Do we do what c asks?", was: "We did not know", now: "Level 3" }],
      },
    ]);
  });

  it("compares the result and each part", () => {
    expect(plan.since.changes.map(({ title }) => title)).toEqual([
      "How ready we are",
      "Title of section",
    ]);
    expect(plan.since.changes[1]).toMatchObject({ was: "Between Band 0 and Band 2, 22% to 56%" });
  });

  it("fits its schema, and a public page leaves out the notes about actions", () => {
    expect(planSchema.safeParse(plan).error).toBeUndefined();
    const shown = planOf(now, { previous: before, audience: "public" });
    expect(textsIn(shown).join("\n")).not.toContain("Nobody waits now");
  });
});

describe("where each principle stood last time", () => {
  const standing = (older: Assessment, newer: Assessment) =>
    planOf(newer, { previous: older }).principles[0];

  it("is said in words and drawn, as a range where it was one", () => {
    expect(standing(before, now)).toMatchObject({
      was: "Last time: Between Band 0 and Band 2, 22% to 56%.",
      wasBar: { low: 22, high: 56 },
    });
    expect(planOf(now).principles[0]).toMatchObject({ was: null, wasBar: null });
  });

  it("is not drawn where nothing was asked, or other questions were", () => {
    const empty = anAssessment({ rubrics });
    expect(standing(empty, now)).toMatchObject({ was: "Last time: Not asked yet.", wasBar: null });
    expect(planOf(now, { previous: empty }).since.changes[0]).toMatchObject({
      title: "How ready we are",
      was: "We cannot say yet",
    });
    const fewer = [aRubric({ sections: [aSection({ criteria: [aCriterion({ id: "a" })] })] })];
    const older = anAssessment({ rubrics: fewer, answers: { "principles/a": "level-3" } });
    expect(standing(older, now)).toMatchObject({
      was: "Last time: Band 3, 100%, from other questions.",
      wasBar: null,
    });
  });

  it("is nothing for a principle that is new", () => {
    const sections = [aSection({ id: "other", criteria: [aCriterion({ id: "z" })] })];
    const older = anAssessment({ rubrics: [aRubric({ sections })] });
    expect(standing(older, now)).toMatchObject({ was: "New this time.", wasBar: null });
  });
});
