import { describe, expect, it } from "vitest";
import { answerChange, rangeChange, shareChange } from "../../src/comparison/change.ts";
import type { CriterionScore } from "../../src/scoring/schema.ts";

function score(answer: string, interval: [number, number] | null): CriterionScore {
  return { key: "principles/question", answer, interval, must: "none", votes: null };
}

const at = (level: number) => score(`level-${level}`, [level, level]);
const differ = (from: number, to: number) => score("differ", [from, to]);
const votes = (low: number, high: number) => score("votes", [low, high]);
const unsure = score("unsure", [0, 3]);
const skipped = score("skipped", [0, 3]);
const none = score("none", [0, 3]);
const notApplicable = score("not-applicable", null);

describe("an answer since last time", () => {
  it.each([
    { before: at(1), after: at(2), change: "better" },
    { before: at(2), after: at(1), change: "worse" },
    { before: at(2), after: at(2), change: "same" },
    { before: differ(0, 1), after: at(2), change: "better" },
    { before: differ(2, 3), after: differ(0, 1), change: "worse" },
    { before: differ(0, 1), after: at(1), change: "may-have-changed" },
    { before: differ(0, 1), after: differ(0, 1), change: "may-have-changed" },
    { before: at(1), after: differ(1, 2), change: "may-have-changed" },
    { before: unsure, after: at(3), change: "learning" },
    { before: unsure, after: at(0), change: "learning" },
    { before: none, after: at(1), change: "learning" },
    { before: skipped, after: votes(1, 1), change: "learning" },
    { before: votes(0, 2), after: at(2), change: "learning" },
    { before: votes(0, 1), after: at(2), change: "better" },
    { before: votes(2, 3), after: at(1), change: "worse" },
    { before: unsure, after: differ(1, 2), change: "may-have-changed" },
    { before: unsure, after: unsure, change: "may-have-changed" },
    { before: at(2), after: unsure, change: "may-have-changed" },
    { before: at(2), after: none, change: "may-have-changed" },
    { before: notApplicable, after: notApplicable, change: "same" },
    { before: notApplicable, after: at(3), change: "may-have-changed" },
    { before: at(3), after: notApplicable, change: "may-have-changed" },
  ])("from $before.answer $before.interval to $after.answer $after.interval is $change", (row) => {
    expect(answerChange(row.before, row.after, "practice")).toBe(row.change);
  });

  it.each([
    { before: at(2), after: at(1), change: "better" },
    { before: at(1), after: at(2), change: "worse" },
    { before: at(1), after: at(1), change: "same" },
    { before: unsure, after: at(3), change: "learning" },
    { before: at(1), after: unsure, change: "may-have-changed" },
  ])("about how much is felt, from $before.interval to $after.interval, is $change", (row) => {
    expect(answerChange(row.before, row.after, "pressure")).toBe(row.change);
  });
});

describe("a range since last time", () => {
  it.each([
    { before: ["1/3", "1/2"], after: ["501/1000", "1"], change: "better" },
    { before: ["1/3", "1/2"], after: ["1/2", "1"], change: "may-have-changed" },
    { before: ["1/3", "1/2"], after: ["0", "1/3"], change: "may-have-changed" },
    { before: ["1/3", "1/2"], after: ["0", "333/1000"], change: "worse" },
    { before: ["1/3", "1/3"], after: ["2/6", "2/6"], change: "same" },
    { before: ["1/3", "1/2"], after: ["1/3", "1/2"], change: "may-have-changed" },
    { before: ["1/3", "1/3"], after: ["1/3", "1/2"], change: "may-have-changed" },
  ] as const)("from $before to $after is $change, compared exactly", (row) => {
    expect(shareChange(row.before, row.after)).toBe(row.change);
  });

  it("is compared the way it is told", () => {
    const byLength = (a: string, b: string) => a.length - b.length;
    expect(rangeChange(["aa", "aa"], ["bbb", "bbb"], byLength)).toBe("better");
  });
});
