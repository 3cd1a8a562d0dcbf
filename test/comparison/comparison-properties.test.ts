import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Response } from "../../src/assessment/schema.ts";
import { compareAssessments } from "../../src/comparison/compare-assessments.ts";
import type { Change, Comparison } from "../../src/comparison/schema.ts";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import { filled } from "../support/answer-changes.ts";
import { type Answered, anyAnswered } from "../support/arbitraries.ts";
import { anAssessment } from "../support/builders.ts";
import { examples } from "../support/examples.ts";

const RUNS = { numRuns: examples(250, 1000) };
const PATIENCE = 120_000;

/** The same questions answered twice. */
const anyTwice = fc
  .tuple(anyAnswered, fc.array(fc.nat({ max: 99 }), { minLength: 16, maxLength: 16 }))
  .map(([before, choices]) => ({ before, after: answeredAgain(before, choices) }));

function answeredAgain({ rubric, answers }: Answered, choices: readonly number[]): Answered {
  const again = criteriaOf(rubric).flatMap(({ key, levels }, index) => {
    const choice = choices[index % choices.length] ?? 0;
    const kept = answers[key];
    const response: Response | undefined = [
      kept,
      undefined,
      { answer: "unsure" },
      { answer: "differ", from: "level-0", to: `level-${choice % levels.length}` },
      { answer: `level-${choice % levels.length}` },
      { answer: `level-${(choice + 1) % levels.length}` },
    ][choice % 6];
    return response === undefined ? [] : [[key, response] as const];
  });
  return { rubric, answers: Object.fromEntries(again) };
}

function compared(before: Answered, after: Answered): Comparison {
  const assessment = ({ rubric, answers }: Answered) =>
    anAssessment({ rubrics: [rubric], answers });
  return compareAssessments(assessment(before), assessment(after));
}

/** Every change that a comparison states, by what it is about. */
function changesIn(comparison: Comparison): Map<string, Change | null> {
  const { headline, sections, barriers, criteria } = comparison;
  return new Map([
    ["headline", headline.change],
    ...sections.map(({ key, change }) => [`section ${key}`, change] as const),
    ...barriers.flatMap(({ key, pressure, cover }) => [
      [`pressure ${key}`, pressure] as const,
      [`cover ${key}`, cover] as const,
    ]),
    ...criteria.map(({ key, change }) => [`question ${key}`, change] as const),
  ]);
}

describe("a comparison, whatever the rubric and the answers", { timeout: PATIENCE }, () => {
  it("finds nothing better, worse or learnt in the same answers", () => {
    fc.assert(
      fc.property(anyAnswered, (given) => {
        const changes = new Set(changesIn(compared(given, given)).values());
        for (const change of changes) {
          expect([null, "same", "may-have-changed"]).toContain(change);
        }
      }),
      RUNS,
    );
  });

  it("turns better into worse when it is turned round", () => {
    const turned = new Map<unknown, Change>([
      ["better", "worse"],
      ["worse", "better"],
      ["same", "same"],
    ]);
    fc.assert(
      fc.property(anyTwice, ({ before, after }) => {
        const back = changesIn(compared(after, before));
        const there = [...changesIn(compared(before, after))];
        for (const [about, change] of there.filter((each) => turned.has(each[1]))) {
          expect([about, back.get(about)]).toEqual([about, turned.get(change)]);
        }
      }),
      RUNS,
    );
  });

  it("still holds of an answer whatever turns out to be true of what is open", () => {
    const definite = ({ change }: Comparison["criteria"][number]) =>
      change === "better" || change === "worse" || change === "same";
    fc.assert(
      fc.property(anyTwice, fc.infiniteStream(fc.nat()), ({ before, after }, choices) => {
        const among = (low: number, high: number) =>
          low + (Number(choices.next().value) % (high - low + 1));
        const { criteria } = compared(filled(before, among), filled(after, among));
        const settled = new Map(criteria.map(({ key, change }) => [key, change]));
        for (const { key, change } of compared(before, after).criteria.filter(definite)) {
          expect([key, settled.get(key)]).toEqual([key, change]);
        }
      }),
      RUNS,
    );
  });

  it("calls it learning only where nothing was answered otherwise before", () => {
    fc.assert(
      fc.property(anyTwice, ({ before, after }) => {
        for (const { change, before: was, after: now } of compared(before, after).criteria) {
          if (change !== "learning") continue;
          expect(["unsure", "none", "skipped", "votes"]).toContain(was.answer);
          expect(now.interval?.[0]).toBe(now.interval?.[1]);
          expect(was.interval?.[0]).toBeLessThan(Number(was.interval?.[1]));
        }
      }),
      RUNS,
    );
  });
});
