import { describe, expect, it } from "vitest";
import type { Action as RecordedAction } from "../../../src/assessment/schema.ts";
import { actionNumbers } from "../../../src/plan/words.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../../support/builders.ts";
import { aFullAssessment, allActions, planOf, steps } from "../../support/specimen.ts";

const full = planOf(aFullAssessment()).actions;

/** Ten questions far below their target, and these recorded actions. */
function tenGaps(actions: readonly RecordedAction[]) {
  const ids = Array.from({ length: 10 }, (_, at) => `q${at}`);
  return anAssessment({
    rubrics: [
      aRubric({
        sections: [aSection({ criteria: ids.map((id) => aCriterion({ id, next: steps(id) })) })],
      }),
    ],
    answers: Object.fromEntries(ids.map((id) => [`principles/${id}`, "level-0"])),
    actions,
  });
}

describe("the list of actions", () => {
  it("has what people agreed under the number it keeps for life, and what is only suggested apart, by letters", () => {
    const named = (list: typeof full.agreed) =>
      list.map(({ number, kind, id }) => [number, kind, id]);
    expect(named(full.agreed)).toEqual([
      ["1", "fix", "a1"],
      ["2", "agreed", "a2"],
      ["3", "agreed", "a3"],
    ]);
    expect(named(full.ideas)).toEqual([
      ["A", "find-out", null],
      ["B", "talk", null],
      ["C", "find-out", null],
      ["D", "improve", null],
      ["E", "improve", null],
      ["F", "improve", null],
    ]);
  });

  it("puts numbers in their order, and an id of somebody's own after them", () => {
    const ids = ["a10", "board", "a9"];
    const { agreed } = planOf(
      anAssessment({ actions: ids.map((id) => ({ id, do: "Go" })) }),
    ).actions;
    expect(agreed.map(({ number }) => number)).toEqual(["9", "10", "board"]);
  });

  it("has one line of each for a message, however long it is", () => {
    const words = "Ask everybody who came to the meeting in the spring what they would change";
    const who = "The chair together with two people with lived experience";
    const actions = [{ id: "a1", do: words, who, by: "2027-03", cost: 40 }];
    const { agreed } = planOf(anAssessment({ actions })).actions;
    expect(agreed[0]?.line).toMatch(/^1\. Ask everybody who…: The chair together/u);
    expect(agreed[0]?.line.length).toBeLessThanOrEqual(70);
  });

  it("says once for each action what is not said yet", () => {
    expect(full.agreed.map(({ unsaid }) => unsaid)).toEqual([
      null,
      "We have not said yet: who leads it, who does it with them, the first step, how we will know.",
      "We have not said yet: who leads it, who does it with them, by when, the first step, how we will know.",
    ]);
  });

  it.each([
    [0, 0, "There are no actions yet."],
    [1, 0, "We agreed 1 action."],
    [2, 0, "We agreed 2 actions."],
    [0, 1, "Our answers suggest 1 action. Nobody has agreed to any of them yet."],
    [0, 2, "Our answers suggest 2 actions. Nobody has agreed to any of them yet."],
    [1, 2, "We agreed 1 action. Our answers suggest 2 more, which nobody has agreed to yet."],
  ])("says how many were agreed and how many are suggested: %d, %d", (agreed, suggested, text) => {
    const actions = Array.from({ length: agreed }, (_, at) => ({ id: `a${at}`, do: "Go" }));
    const ids = Array.from({ length: suggested }, (_, at) => `q${at}`);
    const assessment = anAssessment({
      rubrics: [
        aRubric({ sections: [aSection({ criteria: ids.map((id) => aCriterion({ id })) })] }),
      ],
      answers: Object.fromEntries(ids.map((id) => [`principles/${id}`, "level-0"])),
      actions,
    });
    expect(planOf(assessment).actions.summary).toBe(text);
  });

  it("shows seven of what the answers suggest and lists the rest after", () => {
    const { ideas, later } = planOf(tenGaps([])).actions;
    expect([ideas.length, later.length]).toEqual([7, 3]);
  });

  it("never hides an action that people recorded", () => {
    const last = { id: "a1", for: "principles/q9", do: "Ours" };
    const { agreed, ideas, later } = planOf(tenGaps([last, { id: "a2", do: "Another" }])).actions;
    expect(agreed.map(({ title }) => title)).toEqual(["Ours", "Another"]);
    expect([ideas.length, later.length]).toEqual([7, 2]);
  });

  it("finds the question of an action that names it by a former id", () => {
    const assessment = anAssessment({
      rubrics: [
        aRubric({ sections: [aSection({ criteria: [aCriterion({ formerly: ["old"] })] })] }),
      ],
      answers: { "principles/question": "level-0" },
      actions: [{ id: "a1", for: "principles/old", do: "Ours" }],
    });
    expect(planOf(assessment).actions.agreed.map(({ kind, title }) => [kind, title])).toEqual([
      ["improve", "Ours"],
    ]);
  });

  it("lists what is done or dropped apart, with what happened", () => {
    expect(full.finished).toEqual([
      { title: "Print a poster.", outcome: "Done", what: "It hangs in the hall." },
      { title: "Start a newsletter.", outcome: "Dropped", what: "People prefer a call." },
    ]);
    const { counts } = planOf(aFullAssessment()).short;
    expect(counts).toContain("Beside these, 1 is done and 1 was dropped.");
  });

  it("says when each is due, and which have no date", () => {
    expect(full.timeline).toEqual([
      {
        when: "Late",
        actions: [{ number: "1", title: "Pay bus fares in cash on the day", lead: "Finance lead" }],
      },
      {
        when: "By 31 March 2027",
        actions: [
          { number: "2", title: "Keep the Tuesday lunch", lead: "No one is leading this yet." },
        ],
      },
      {
        when: "No date yet",
        actions: [{ number: "3", title: "Ask for a grant", lead: "No one is leading this yet." }],
      },
    ]);
    expect(full.late).toBe("Late: action 1.");
  });
});

describe("by when", () => {
  const timeline = (today: string | undefined, ...days: readonly string[]) => {
    const actions = days.map((by, at) => ({ id: `a${at + 1}`, do: `Do ${at}`, by }));
    const rubrics = [aRubric({ sections: [aSection({ criteria: [] })] })];
    const assessment = anAssessment({ rubrics, actions });
    return planOf(assessment, { date: today }).actions.timeline.map(
      ({ when, actions: due }) => `${when}: ${actionNumbers(due.map(({ number }) => number))}`,
    );
  };

  it("goes from what is late over the next 90 days to the end of each quarter", () => {
    const days = ["2027-04-01", "2026-11", "2027-01-30", "2027-01", "2027-06", "2027-01-31"];
    expect(timeline("2026-11-02", ...days, "2026-11-01")).toEqual([
      "Late: action 7",
      "In the next 90 days, by 31 January 2027: actions 2, 3, 4 and 6",
      "By 30 June 2027: actions 1 and 5",
    ]);
    expect(timeline("2026-11-01", "2027-01", "2027-01-30", "2028-02")).toEqual([
      "In the next 90 days, by 30 January 2027: action 2",
      "By 31 March 2027: action 1",
      "By 31 March 2028: action 3",
    ]);
  });

  it("has quarters alone where the plan has no day", () => {
    expect(timeline(undefined, "2026-12", "2026-10-01")).toEqual([
      "By 31 December 2026: actions 1 and 2",
    ]);
  });
});

describe("one action", () => {
  it("keeps what people recorded", () => {
    expect(full.agreed[0]).toMatchObject({
      agreed: true,
      status: "Under way",
      late: "Late: it was due by November 2026.",
      lead: { text: "Finance lead", missing: false },
      couldLead: null,
      alongside: { text: "Two people with lived experience.", missing: false },
      finish: { text: "November 2026", missing: false, iso: "2026-11" },
      cost: "£450 (funded)",
      hours: "12 hours",
      sources: ["A guide (web page, 2020), “A heading”"],
    });
  });

  it("says in words what is missing", () => {
    expect(full.agreed.at(-1)).toMatchObject({
      lead: { text: "No one is leading this yet.", missing: true },
      finish: { text: "No date yet.", missing: true, iso: null },
      first: { text: "We have not chosen a first step yet.", missing: true },
      sign: { missing: true },
      alongside: { missing: true },
    });
  });

  it("offers the rubric's role as an idea, never as the owner", () => {
    const improving = full.ideas.find(({ kind }) => kind === "improve");
    expect(improving).toMatchObject({
      lead: { missing: true },
      couldLead: "Service manager with two people with lived experience",
      status: "Not agreed yet",
    });
  });

  it("offers the rubric's first step as an idea where people chose none", () => {
    const [action] = planOf(tenGaps([{ id: "a1", for: "principles/q0", do: "Ours" }])).actions
      .agreed;
    expect(action?.first).toEqual({
      text: "We have not chosen a first step yet. One idea: Begin step 1 of q0.",
      missing: true,
    });
  });

  it("offers no idea where we do not know yet what is needed", () => {
    const criteria = [aCriterion({ id: "q0", must: 2, next: steps("q0") })];
    const assessment = anAssessment({
      rubrics: [aRubric({ sections: [aSection({ criteria })] })],
      answers: { "principles/q0": "unsure" },
      actions: [{ id: "a1", for: "principles/q0", do: "Ask" }],
    });
    const [action] = planOf(assessment).actions.agreed;
    expect(action?.first.text).toBe("We have not chosen a first step yet.");
    expect(action?.sign.text).toBe("We have not said how we will know yet.");
  });

  it("says to find out, to talk or to ask in the words of the question", () => {
    expect(full.ideas.slice(0, 3).map(({ title, first }) => [title, first.text])).toEqual([
      [
        "Answer together: “Do we do what safety asks?”",
        "Put this question to the group at the next meeting.",
      ],
      [
        "Talk again about: “Do we do what power asks?”",
        "Hear from each side in turn, starting with people with lived experience.",
      ],
      [
        "Find out 2 things that we do not know yet.",
        "Share the questions out, so that two people look into each. One has lived experience.",
      ],
    ]);
  });
});

describe("the reason of an action", () => {
  const reasons = allActions(full).map(({ reason }) => reason);

  it("is one sentence that says why it stands there", () => {
    expect(reasons).toEqual([
      "This is a must-have: it needs at least “Level 2”, and we said “Level 1”.",
      "We said “Level 3”, and we agreed to do this about it.",
      "We agreed this together.",
      "This is a must-have, and we have not answered it yet.",
      "We do not agree: our answers run from “Level 0” to “Level 2”.",
      "We asked these 2 questions and do not know the answers.",
      "We said “Level 1” on a question about “Title of equality”, where we seem weakest.",
      "We said “Level 0”, and there is a clear next step.",
      "We said “Level 0”, and this helps with “Title of money”, a barrier to act on first.",
    ]);
  });

  it("names the barrier to act on first that a step helps with", () => {
    const assessment = aFullAssessment({
      answers: new Map([["principles/power", { answer: "level-0" }]]),
    });
    const { ideas } = planOf(assessment).actions;
    expect(ideas.map(({ reason }) => reason)).toContain(
      "We said “Level 0” on a question about “Title of equality”, where we seem weakest, and this helps with “Title of money”, a barrier to act on first.",
    );
  });

  it.each([
    ["a split", { "lived-experience": { "level-0": 4 }, staff: { "level-3": 4 } }, /split/u],
    [
      "a gap",
      { "lived-experience": { "level-0": 9, "level-1": 1 }, staff: { "level-2": 3 } },
      /middle vote of Staff and Trustees was “Level 2”/u,
    ],
  ])("tells the votes behind a talk: %s", (_, votes, expected) => {
    const assessment = aFullAssessment({
      answers: new Map([["principles/words", { answer: "level-1", votes: [votes] }]]),
    });
    const talk = planOf(assessment).actions.ideas.filter(({ kind }) => kind === "talk");
    expect(talk.map(({ reason }) => reason).join(" ")).toMatch(expected);
  });
});
