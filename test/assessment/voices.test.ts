import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeAssessments } from "../../src/assessment/merge.ts";
import type { AssessmentFile, VoteRound } from "../../src/assessment/schema.ts";
import { addVoices, rowMark, rowMarks, type VoiceBatch } from "../../src/assessment/voices.ts";
import { aCriterion, aRubric, aSection } from "../support/builders.ts";

const QUESTION = aCriterion({ id: "talk", key: "principles/talk", formerly: ["speak"] });
const RUBRICS = [aRubric({ sections: [aSection({ criteria: [QUESTION] })] })];
const FILE: AssessmentFile = {
  coprod: "assessment/1",
  title: "River House",
  rubrics: [{ id: "principles" }],
  people: [
    { group: "lived-experience", name: "People with lived experience", present: 1 },
    { group: "staff", name: "Staff", present: 3 },
  ],
};

const batch = (votes: VoteRound, more: Partial<VoiceBatch> = {}): VoiceBatch => ({
  from: "sheets",
  people: Object.fromEntries(Object.keys(votes).map((group) => [group, sum(votes[group] ?? {})])),
  votes: new Map([[QUESTION.key, votes]]),
  rows: [],
  ...more,
});
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((all, count) => all + count, 0);
const add = (file: AssessmentFile, each: VoiceBatch, on = "2026-11-21") =>
  addVoices(file, each, { rubrics: RUBRICS, on, salt: "salt" });

describe("votes added from outside", () => {
  it("are one entry for each way they came in, whatever came first", () => {
    const one = add(FILE, batch({ staff: { "level-1": 2 } }), "2026-11-20");
    const two = add(
      one,
      batch({ staff: { "level-1": 1, unsure: 1 }, "lived-experience": { "level-0": 1 } }),
    );
    const three = add(two, batch({ staff: { "level-3": 1 } }, { from: "survey" }));
    expect(three.answers?.["principles/talk"]?.outside).toEqual([
      {
        from: "sheets",
        on: "2026-11-21",
        votes: { staff: { "level-1": 3, unsure: 1 }, "lived-experience": { "level-0": 1 } },
      },
      { from: "survey", on: "2026-11-21", votes: { staff: { "level-3": 1 } } },
    ]);
    expect(three.voices).toEqual([
      { from: "sheets", on: "2026-11-21", people: { staff: 4, "lived-experience": 1 } },
      { from: "survey", on: "2026-11-21", people: { staff: 1 } },
    ]);
  });

  it("go to an answer that stands under a former id, and leave it as it is", () => {
    const known = { ...FILE, answers: { "principles/speak": { answer: "level-2" } } };
    const { answers = {} } = add(known, batch({ staff: { "level-1": 1 } }));
    expect(Object.keys(answers)).toEqual(["principles/speak"]);
    expect(answers["principles/speak"]).toMatchObject({ answer: "level-2" });
  });

  it("leave of a row's own id a mark that another file does not share", () => {
    const marks = [rowMark("salt", "17"), rowMark("salt", "18"), rowMark("other", "17")];
    expect(new Set(marks).size).toBe(3);
    const file = add(FILE, batch({ staff: { "level-1": 1 } }, { rows: marks }));
    expect(rowMarks(file.voices?.[0])).toEqual(marks.toSorted());
  });
});

describe("two copies with votes from outside", () => {
  const base = add(FILE, batch({ staff: { "level-1": 2 } }));
  const rounds = fc.record({
    staff: fc.record({
      "level-0": fc.integer({ min: 1, max: 4 }),
      unsure: fc.integer({ min: 1, max: 4 }),
    }),
  });

  it("add up what each side added", () => {
    fc.assert(
      fc.property(rounds, rounds, (mine, other) => {
        // The same pile, added on both: it cannot be told from one pile that was copied.
        fc.pre(JSON.stringify(mine) !== JSON.stringify(other));
        const ours = add(base, batch(mine));
        const theirs = add(base, batch(other));
        const both = add(ours, batch(other));
        const { file, clashes } = mergeAssessments({ base, ours, theirs });
        expect(clashes).toEqual([]);
        expect(file).toEqual(both);
      }),
    );
  });

  it("count rows once that both sides added, where one side has all of them", () => {
    const rows = [rowMark("salt", "1")];
    const ours = add(base, batch({ staff: { "level-0": 1 } }, { rows }));
    const theirs = add(ours, batch({ staff: { "level-0": 1 } }, { rows: [rowMark("salt", "2")] }));
    expect(mergeAssessments({ base, ours, theirs }).file).toEqual(theirs);
    expect(mergeAssessments({ ours, theirs }).file).toEqual(theirs);
  });

  it("ask where both added the same rows and others too", () => {
    const rows = (...ids: string[]) => ids.map((id) => rowMark("salt", id));
    const ours = add(base, batch({ staff: { "level-0": 2 } }, { rows: rows("1", "2") }));
    const theirs = add(base, batch({ staff: { "level-3": 2 } }, { rows: rows("2", "3") }));
    const merged = (side: "ours" | "theirs") =>
      mergeAssessments({ base, ours, theirs }, () => side);
    expect(merged("ours").clashes.map(({ at }) => at)).toEqual(["voices sheets"]);
    expect(merged("ours").file).toEqual(ours);
    expect(merged("theirs").file).toEqual(theirs);
  });
});
