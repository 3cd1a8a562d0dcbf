import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeAssessments } from "../../src/assessment/merge.ts";
import type { Action, AssessmentFile, Response } from "../../src/assessment/schema.ts";

const BASE: AssessmentFile = {
  coprod: "assessment/1",
  title: "River House, November 2026",
  started: "2026-11-21",
  rubrics: [{ id: "principles", version: "2.0.0" }],
  people: [{ group: "staff", name: "Staff", present: 3 }],
  answers: {
    "principles/one": {
      answer: "usual",
      note: "Said in the kitchen.",
      votes: [{ staff: { usual: 3 } }],
    },
    "principles/two": { answer: "unsure" },
  },
  actions: [{ id: "a1", do: "Ask five people." }],
  sessions: [{ began: "2026-11-21T10:00:00Z", ended: "2026-11-21T11:00:00Z" }],
};

const changed = (over: Partial<AssessmentFile>): AssessmentFile => ({ ...BASE, ...over });
const answers = (over: Readonly<Record<string, Response>>) =>
  changed({ answers: { ...BASE.answers, ...over } });

describe("two copies of one assessment", () => {
  it("that are the same stay so", () => {
    expect(mergeAssessments({ base: BASE, ours: BASE, theirs: BASE })).toEqual({
      file: BASE,
      clashes: [],
      renumbered: [],
    });
  });

  it("give what only one side changed", () => {
    const ours = answers({ "principles/two": { answer: "shared" } });
    const theirs = changed({ title: "River House, 2026", plan: { charity: "River House" } });
    const { file, clashes } = mergeAssessments({ base: BASE, ours, theirs });
    expect(clashes).toEqual([]);
    expect(file).toEqual({ ...ours, title: "River House, 2026", plan: { charity: "River House" } });
  });

  it("clash where both answered differently, with what belongs to the answer", () => {
    const ours = answers({ "principles/two": { answer: "shared", at: "2026-11-22T10:00:00Z" } });
    const theirs = answers({
      "principles/two": {
        answer: "differ",
        from: "usual",
        to: "shared",
        at: "2026-11-23T10:00:00Z",
      },
    });
    const merged = (side: "ours" | "theirs") =>
      mergeAssessments({ base: BASE, ours, theirs }, () => side);
    expect(merged("ours").clashes).toEqual([
      {
        at: "answers principles/two answer",
        ours: { answer: "shared" },
        theirs: { answer: "differ", from: "usual", to: "shared" },
      },
    ]);
    expect(merged("ours").file).toEqual(ours);
    expect(merged("theirs").file).toEqual(theirs);
  });

  it("keep the notes, the evidence and the votes of both", () => {
    const one = BASE.answers?.["principles/one"] as Response;
    const ours = answers({
      "principles/one": {
        ...one,
        note: "Said in the kitchen. Staff agree.",
        evidence: ["The notes of May"],
        votes: [{ staff: { usual: 3 } }, { staff: { shared: 3 } }],
      },
    });
    const theirs = answers({
      "principles/one": {
        ...one,
        note: "Said in the kitchen, and by phone.",
        evidence: ["A rota"],
        votes: [{ staff: { usual: 3 } }, { staff: { usual: 2, unsure: 1 } }],
      },
    });
    const { file, clashes } = mergeAssessments({ base: BASE, ours, theirs });
    expect(clashes).toEqual([]);
    expect(file.answers?.["principles/one"]).toEqual({
      answer: "usual",
      note: "Said in the kitchen. Staff agree.\nSaid in the kitchen, and by phone.",
      evidence: ["The notes of May", "A rota"],
      // The last round is the one that counts: with our answer, ours.
      votes: [
        { staff: { usual: 3 } },
        { staff: { usual: 2, unsure: 1 } },
        { staff: { shared: 3 } },
      ],
    });
  });

  it("make one show of cards of the votes of two rooms with other groups in them", () => {
    const one = BASE.answers?.["principles/one"] as Response;
    const day = { staff: { usual: 3 } };
    const ours = answers({
      "principles/one": {
        ...one,
        votes: [day, { trustees: { shared: 1 } }, { staff: { shared: 3 } }],
      },
    });
    const theirs = answers({
      "principles/one": { ...one, votes: [day, { "lived-experience": { usual: 4 } }] },
    });
    const { file } = mergeAssessments({ base: BASE, ours, theirs });
    expect(file.answers?.["principles/one"]?.votes).toEqual([
      day,
      { trustees: { shared: 1 } },
      { "lived-experience": { usual: 4 }, staff: { shared: 3 } },
    ]);
  });

  it("give an action of theirs another id where two people took the same", () => {
    const ours = changed({ actions: [...(BASE.actions ?? []), { id: "a2", do: "Write a page." }] });
    const theirs = changed({
      actions: [
        ...(BASE.actions ?? []),
        { id: "a2", do: "Phone the council." },
        { id: "a3", do: "Book the hall." },
      ],
    });
    const { file, renumbered } = mergeAssessments({ base: BASE, ours, theirs });
    expect(file.actions?.map((each) => `${each.id} ${each.do}`)).toEqual([
      "a1 Ask five people.",
      "a2 Write a page.",
      "a3 Book the hall.",
      "a4 Phone the council.",
    ]);
    expect(renumbered).toEqual([{ from: "a2", to: "a4" }]);
  });

  it("keep what one side changed and the other took out, and say so", () => {
    const { actions: _, ...ours } = BASE;
    const theirs = changed({ actions: [{ id: "a1", do: "Ask five people.", who: "Chair" }] });
    const { file, clashes } = mergeAssessments({ base: BASE, ours, theirs }, () => "theirs");
    expect(clashes).toEqual([
      {
        at: "actions a1",
        ours: undefined,
        theirs: { id: "a1", do: "Ask five people.", who: "Chair" },
      },
    ]);
    expect(file.actions).toEqual(theirs.actions);
  });

  it("take nothing out where nobody knows what both began with", () => {
    const { actions: _, ...theirs } = BASE;
    expect(mergeAssessments({ ours: BASE, theirs }).file).toEqual(BASE);
    expect(mergeAssessments({ ours: theirs, theirs: BASE }).file).toEqual(BASE);
  });

  it("let what coprod writes beside an answer follow the votes that count, and ask nobody about it", () => {
    const voted = (day: string, level: string): Response => ({
      answer: "usual",
      votes: [{ staff: { [level]: 3 } }],
      voted: `2026-11-${day}T10:00:00Z`,
    });
    const ours = answers({ "principles/two": voted("22", "usual") });
    const theirs = answers({ "principles/two": voted("23", "shared") });
    const { file, clashes } = mergeAssessments({ base: BASE, ours, theirs });
    expect(clashes).toEqual([]);
    expect(file.answers?.["principles/two"]).toEqual({
      answer: "usual",
      votes: [{ staff: { shared: 3 } }, { staff: { usual: 3 } }],
      voted: "2026-11-22T10:00:00Z",
    });
  });

  it("never give a number that an action of last time had", () => {
    const previous = { title: "Last year", actions: 7 };
    const both = [{ id: "a8", do: "Write a page." }];
    const { renumbered } = mergeAssessments({
      ours: changed({ previous: { ...previous, actions: 11 }, actions: both }),
      theirs: changed({ previous, actions: [{ id: "a8", do: "Phone the council." }] }),
    });
    expect(renumbered).toEqual([{ from: "a8", to: "a12" }]);
  });

  it("ask about the one thing that differs in a group, whatever the group is called", () => {
    const named = (present: number) =>
      changed({ people: [{ group: "constructor", name: "Builders", present }] });
    const { clashes } = mergeAssessments({ ours: named(3), theirs: named(4) });
    expect(clashes).toEqual([{ at: "people constructor present", ours: 3, theirs: 4 }]);
    const alone = mergeAssessments({ ours: BASE, theirs: named(3) });
    expect(alone.clashes).toEqual([]);
    expect(alone.file.people?.map(({ group }) => group)).toEqual(["staff", "constructor"]);
  });

  it("keep one step that is suggested for two questions apart", () => {
    const reply = (key: string) => ({ for: key, do: "Write it down.", said: "later" as const });
    const ours = changed({ suggestions: [reply("principles/one")] });
    const theirs = changed({ suggestions: [reply("principles/two")] });
    expect(mergeAssessments({ base: BASE, ours, theirs }).file.suggestions).toEqual([
      reply("principles/one"),
      reply("principles/two"),
    ]);
  });

  it("take the end of a session from the copy that has it", () => {
    const open = { began: "2026-11-22T10:00:00Z" };
    const ended = { ...open, ended: "2026-11-22T11:00:00Z", how: "finished" as const };
    const merged = mergeAssessments({
      ours: changed({ sessions: [open] }),
      theirs: changed({ sessions: [ended] }),
    });
    expect(merged.clashes).toEqual([]);
    expect(merged.file.sessions).toEqual([ended]);
  });

  it("hold the sessions of both in the order of time", () => {
    const second = { began: "2026-11-22T10:00:00Z" };
    const third = { began: "2026-11-23T10:00:00Z" };
    const merged = mergeAssessments({
      base: BASE,
      ours: changed({ sessions: [...(BASE.sessions ?? []), third] }),
      theirs: changed({ sessions: [...(BASE.sessions ?? []), second] }),
    });
    expect(merged.file.sessions).toEqual([...(BASE.sessions ?? []), second, third]);
  });
});

const anyResponse: fc.Arbitrary<Response> = fc.record(
  {
    answer: fc.constantFrom("not-yet", "usual", "shared", "unsure"),
    note: fc.string({ minLength: 1, maxLength: 12 }).map((text) => `n${text.trim()}`),
    evidence: fc.uniqueArray(fc.constantFrom("minutes", "rota", "poster"), { minLength: 1 }),
    votes: fc.array(fc.record({ staff: fc.record({ usual: fc.nat({ max: 4 }) }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: ["answer"] },
);
const KEYS = ["one", "two", "three", "four"].map((id) => `principles/${id}`);
const anyEdits = fc.record({
  answers: fc.dictionary(fc.constantFrom(...KEYS), anyResponse, { maxKeys: 4 }),
  actions: fc.array(fc.constantFrom("Ask.", "Write.", "Phone.", "Book."), { maxLength: 3 }),
  session: fc.integer({ min: 10, max: 23 }),
});
type Edits = typeof anyEdits extends fc.Arbitrary<infer Value> ? Value : never;

function edited(file: AssessmentFile, { answers: given, actions, session }: Edits): AssessmentFile {
  const known = file.actions ?? [];
  const added = actions.map(
    (title, index): Action => ({ id: `a${known.length + index + 1}`, do: title }),
  );
  return {
    ...file,
    answers: { ...file.answers, ...given },
    actions: [...known, ...added],
    sessions: [...(file.sessions ?? []), { began: `2026-11-22T${session}:00:00Z` }],
  };
}

/** All that a copy says, one thing each. */
function thingsIn({ answers: given = {}, actions = [], sessions = [] }: AssessmentFile): string[] {
  return [
    ...Object.entries(given).flatMap(([key, { answer, note, evidence = [], votes = [] }]) => [
      `${key} answer ${answer}`,
      ...(note === undefined ? [] : note.split("\n").map((line) => `${key} note ${line}`)),
      ...evidence.map((each) => `${key} evidence ${each}`),
      ...votes.map((each) => `${key} votes ${JSON.stringify(each)}`),
    ]),
    ...actions.map((each) => `action ${each.do}`),
    ...sessions.map(({ began }) => `session ${began}`),
  ];
}

describe("any two copies with edits of their own", () => {
  it("lose no answer, vote, note, action or session, and one way round is as much as the other", () => {
    fc.assert(
      fc.property(anyEdits, anyEdits, fc.boolean(), (one, two, known) => {
        const ours = edited(BASE, one);
        const theirs = edited(BASE, two);
        const base = known ? BASE : undefined;
        const { file, clashes } = mergeAssessments({ base, ours, theirs });
        const settled = clashes.map(({ at }) => at.replace("answers ", ""));
        const old = known ? thingsIn(BASE) : [];
        const merged = thingsIn(file);
        const lost = [...thingsIn(ours), ...thingsIn(theirs)].filter(
          (thing) =>
            !(merged.includes(thing) || old.includes(thing)) &&
            !settled.some((at) => thing.startsWith(`${at} `)),
        );
        expect(lost).toEqual([]);
        expect(new Set(file.actions?.map(({ id }) => id)).size).toBe(file.actions?.length);
        const back = mergeAssessments({ base, ours: theirs, theirs: ours });
        expect(back.clashes.map(({ at }) => at).sort()).toEqual(clashes.map(({ at }) => at).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it("give the same again when the same copy comes in twice", () => {
    fc.assert(
      fc.property(anyEdits, anyEdits, (one, two) => {
        const theirs = edited(BASE, two);
        const first = mergeAssessments({ base: BASE, ours: edited(BASE, one), theirs });
        fc.pre(first.renumbered.length === 0 && first.clashes.length === 0);
        const again = mergeAssessments({ ours: first.file, theirs });
        fc.pre(again.clashes.length === 0);
        expect(again.file.actions).toEqual(first.file.actions);
        expect(again.file.sessions).toEqual(first.file.sessions);
      }),
    );
  });
});
