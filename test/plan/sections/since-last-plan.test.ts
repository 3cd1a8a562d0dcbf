import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.ts";
import type { Action, Response } from "../../../src/assessment/schema.ts";
import { planSchema } from "../../../src/plan/schema/index.ts";
import { textsIn } from "../../../src/plan/words.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

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

const plan = planOf(now, { previous: before });

describe("since last time", () => {
  it("says that a first plan has nothing to compare", () => {
    const { since } = planOf(now);
    expect(since).toMatchObject({ first: true, changes: [], actions: [] });
    expect(since.summary).toBe("This is our first plan, so there is nothing to compare.");
  });

  it("says what happened with every action agreed then, also where nobody wrote it down", () => {
    expect(plan.since.actions).toEqual([
      { action: "Pay fares on the day.", outcome: "Done", what: "Nobody waits now." },
      { action: "Start a newsletter.", outcome: "Dropped", what: "People prefer a call." },
      {
        action: "Hold a talk about power.",
        outcome: "Under way",
        what: expect.stringMatching(
          /^It is in this plan too\. “.+” Was: Level \d\. Now: Level 2\.$/u,
        ),
      },
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

  it("is not ready before each action of last time is accounted for", () => {
    expect(plan.notices.join(" ")).toContain(
      "We have not said what became of action 4 of last time.",
    );
    const told = planOf(
      assessed(
        { a: "level-2", b: "level-0", c: "level-0" },
        {
          actions: [
            { id: "a1", do: "Pay", for: "principles/a", status: "done", helped: "partly" },
            { id: "a2", do: "Sing", status: "dropped", why: "No money" },
          ],
        },
      ),
      {
        previous: assessed(
          { a: "level-2", b: "level-0", c: "level-0" },
          {
            actions: [
              { id: "a1", do: "Pay", for: "principles/a" },
              { id: "a2", do: "Sing" },
            ],
          },
        ),
      },
    );
    expect(told.notices.join(" ")).not.toContain("not ready");
    expect(told.since.actions[0]?.what).toMatch(
      /It helped in part\. No change for the better is seen\. “.+” Was: Level 2\. Now: Level 2\.$/u,
    );
  });

  it("is not ready before somebody said of an action that came with us that it is still on", () => {
    const answers = { a: "level-2", b: "level-0", c: "level-0" };
    const pay = { id: "a1", do: "Pay", since: "2026-03-02" } as const;
    const notices = (now: Partial<Action>) =>
      planOf(assessed(answers, { actions: [{ ...pay, ...now }] }), {
        previous: assessed(answers, { actions: [{ id: "a1", do: "Pay" }] }),
      }).notices.join(" ");
    expect(notices({})).toContain("We have not said what became of action 1 of last time.");
    expect(notices({ "still-on": true })).not.toContain("not ready");
    expect(notices({ status: "doing" })).not.toContain("not ready");
    expect(notices({ status: "dropped", why: "No money" })).not.toContain("not ready");
  });

  it("tells trustees what each group says of an action, and the public nothing of it", () => {
    const answers = { a: "level-2", b: "level-0", c: "level-0" };
    const by = { "lived-experience": "no", staff: "yes" } as const;
    const people = [
      { group: "lived-experience", name: "People with lived experience", present: 3 },
      { group: "staff", name: "Staff", present: 4 },
    ];
    const actions: Action[] = [{ id: "a1", do: "Pay", status: "done", "helped-by": by }];
    const what = (audience: "trustees" | "public") =>
      planOf(assessed(answers, { actions, people }), {
        audience,
        previous: assessed(answers, { actions: [{ id: "a1", do: "Pay" }] }),
      }).since.actions[0]?.what;
    expect(what("trustees")).toContain(
      "People with lived experience: It did not help. Staff: It helped.",
    );
    expect(what("public")).not.toContain("elp");
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

describe("what changed", () => {
  const one = (answer: string, more: Partial<Parameters<typeof aCriterion>[0] & object> = {}) =>
    anAssessment({
      rubrics: [aRubric({ sections: [aSection({ criteria: [aCriterion(more)] })] })],
      answers: { "principles/question": answer },
    });
  const since = (older: Assessment, newer: Assessment) => planOf(newer, { previous: older }).since;

  it.each<[string, string, string[]]>([
    [
      "level-0",
      "level-3",
      [
        "How ready we are: Band 0, 0%, then Band 3, 100%: Better, because of “Do we do what question asks?” (it was “Level 0”, and is “Level 3”)",
      ],
    ],
    [
      "level-3",
      "level-0",
      [
        "How ready we are: Band 3, 100%, then Band 0, 0%: Worse, because of “Do we do what question asks?” (it was “Level 3”, and is “Level 0”)",
      ],
    ],
  ])("is told of the whole and each part: from %s to %s", (was, now, [first]) => {
    const { changes } = since(one(was), one(now));
    const rows = changes.map((row) => `${row.title}: ${row.was}, then ${row.now}: ${row.change}`);
    expect(rows).toEqual([first, first?.replace("How ready we are", "Title of section")]);
  });

  it("is short where it is better or worse", () => {
    const because = (was: string, now: string) =>
      `because of “Do we do what question asks?” (it was “${was}”, and is “${now}”).`;
    expect(since(one("level-0"), one("level-3")).moved).toEqual([
      `How ready we are. Was: Band 0, 0%. Now: Band 3, 100%. Better, ${because("Level 0", "Level 3")}`,
      `Title of section. Was: Band 0, 0%. Now: Band 3, 100%. Better, ${because("Level 0", "Level 3")}`,
    ]);
    expect(since(one("level-3"), one("level-0")).moved).toEqual([
      `How ready we are. Was: Band 3, 100%. Now: Band 0, 0%. Worse, ${because("Level 3", "Level 0")}`,
      `Title of section. Was: Band 3, 100%. Now: Band 0, 0%. Worse, ${because("Level 3", "Level 0")}`,
    ]);
    expect(since(one("level-1"), one("level-1")).moved).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["level-1", "level-1", "The same"],
    ["unsure", "level-1", "We know more now; neither better nor worse"],
    [
      "level-1",
      "unsure",
      "It may have changed, because “Do we do what question asks?” is still open",
    ],
  ])("has a sentence for each way: from %s to %s", (was, now, change) => {
    expect(since(one(was), one(now)).changes.map((row) => row.change)).toEqual([change, change]);
  });

  it("is not said of what was asked otherwise, does not apply, or was not asked both times", () => {
    const away = one("not-applicable", { allowNotApplicable: true });
    expect(since(one("level-1", { hash: "other" }), one("level-1")).changes[1]?.change).toBe(
      "Cannot be compared, because the questions are not the same ones",
    );
    expect(since(away, one("level-1", { allowNotApplicable: true })).changes).toEqual(
      ["How ready we are", "Title of section"].map((title) => ({
        title,
        was: "Not enough answers to say",
        now: "Band 1, 33%",
        change: "One of the two times there are not enough answers to say",
      })),
    );
    expect(since(away, away)).toMatchObject({
      changes: [{ title: "Title of section", was: "Not enough answers to say" }],
      counts: ["No question was asked the same way both times."],
    });
    const sections = [aSection({ id: "other", criteria: [aCriterion({ id: "z" })] })];
    const other = anAssessment({ rubrics: [aRubric({ sections })] });
    expect(since(other, one("level-1")).changes.map(({ title }) => title)).toEqual([
      "How ready we are",
    ]);
    expect(since(other, one("level-1")).counts).toEqual([
      "No question was asked the same way both times.",
      "Not compared: 1 new and 1 no longer asked.",
    ]);
  });

  it("is counted by question, with what was asked in another way apart", () => {
    const asked = (answers: readonly string[], hash: string) =>
      anAssessment({
        rubrics: [
          aRubric({
            sections: [
              aSection({
                criteria: [
                  aCriterion({ id: "away", allowNotApplicable: true }),
                  ...answers.map((_, at) => aCriterion({ id: `q${at}` })),
                  aCriterion({ id: "reworded", hash }),
                ],
              }),
            ],
          }),
        ],
        answers: {
          "principles/away": "not-applicable",
          ...Object.fromEntries(answers.map((answer, at) => [`principles/q${at}`, answer])),
        },
      });
    const before = ["level-0", "level-3", "unsure", "level-1", "skipped", "level-1"];
    const after = ["level-3", "level-0", "level-1", "level-1", "unsure", "level-1"];
    expect(since(asked(before, "old"), asked(after, "new")).counts).toEqual([
      "Of 6 questions asked the same way both times: 1 better, 1 worse, 1 known now that were not known before, 2 the same and 1 too open to tell.",
      "Not compared: 1 asked in another way now.",
    ]);
  });

  it("shows what each answer was, in words", () => {
    const shown = (was: Response, now: Response) => {
      const of = (response: Response) => {
        const assessment = one("level-1", { allowNotApplicable: true });
        return { ...assessment, answers: new Map([["principles/question", response]]) };
      };
      return since(of(was), of(now)).questions[0]?.list[0];
    };
    const differ = (to: string) => ({ answer: "differ", from: "level-0", to });
    expect(shown({ answer: "skipped" }, { answer: "level-1" })).toMatchObject({
      was: "Not asked",
      now: "Level 1",
    });
    expect(shown(differ("level-1"), { answer: "level-3" })).toMatchObject({
      was: "Between Level 0 and Level 1",
      now: "Level 3",
    });
    expect(shown({}, { answer: "level-1" })).toMatchObject({ was: "Not asked", now: "Level 1" });
  });

  it("speaks of a plan before that has no day", () => {
    const older = { ...one("level-1"), title: "Before" };
    expect(since(older, one("level-1")).summary).toBe(
      "We compare with “Before”. We agreed no actions then.",
    );
  });

  it("tells of a barrier only where it stands elsewhere now", () => {
    const barriers = (...felt: readonly string[]) =>
      anAssessment({
        rubrics: [
          aRubric({
            sections: felt.map((_, at) =>
              aSection({
                id: `barrier-${at}`,
                kind: "barrier",
                criteria: [
                  aCriterion({ id: `felt-${at}`, measures: "pressure" }),
                  aCriterion({ id: `check-${at}` }),
                ],
              }),
            ),
          }),
        ],
        answers: Object.fromEntries(
          felt.flatMap((answer, at) => [
            [`principles/felt-${at}`, answer],
            [`principles/check-${at}`, "level-0"],
          ]),
        ),
      });
    const { changes } = since(barriers("level-3", "level-3"), barriers("level-0", "level-3"));
    expect(changes).toEqual([
      {
        title: "Title of barrier-0",
        was: "Act first: we feel it, and too little is in place",
        now: "Keep watch: we feel it little, and little is in place",
        change:
          "It needs less attention now, because of “Do we do what felt-0 asks?” (it was “Level 3”, and is “Level 0”)",
      },
    ]);
    expect(since(barriers("level-3"), barriers("level-3", "level-3")).changes).toEqual([]);
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
    expect(standing(empty, now)).toMatchObject({
      was: "Last time: Not enough answers to say.",
      wasBar: null,
    });
    expect(planOf(now, { previous: empty }).since.changes[0]).toMatchObject({
      title: "How ready we are",
      was: "Not enough answers to say",
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
