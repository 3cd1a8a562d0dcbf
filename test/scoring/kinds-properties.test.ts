import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveAssessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { exact } from "../../src/util/exact.ts";
import { type Answers, answersTo, anyRubric, settled } from "../support/any-kind.ts";
import { examples } from "../support/examples.ts";

// The properties of SCORING §12 over rubrics of every kind: sums, means of parts, choices, words, and what depends on answers.
// All 1,000 of each: npx vitest run --mode long test/scoring/kinds-properties.test.ts

const RUNS = { numRuns: examples(60, 1000) };
const PATIENCE = 300_000;

function score(rubric: Rubric, answers: Answers): Scorecard {
  const rubrics = [{ id: rubric.id }];
  const file = { coprod: "assessment/1" as const, title: "Lake House", rubrics, answers };
  return scoreAssessment(resolveAssessment(file, [rubric]));
}

/** Every range on a scorecard, by its name; those without a number are left out. */
function rangesOf(card: Scorecard): Map<string, readonly [string, string]> {
  const all = [
    ...card.sections.map((each) => ({ name: each.key, ...each })),
    ...(card.parts ?? []).map((each) => ({ name: each.key, ...each })),
    ...(card.results ?? []).map((each) => ({ name: `result ${each.rubric}`, ...each })),
    ...(card.headline === null ? [] : [{ name: "headline", ...card.headline }]),
  ];
  return new Map(
    all.flatMap(({ name, low, high }) =>
      low === null || high === null ? [] : [[name, [low, high] as const] as const],
    ),
  );
}

function isInside(inner: readonly [string, string], outer: readonly [string, string]): boolean {
  return exact(inner[0]).gte(exact(outer[0])) && exact(inner[1]).lte(exact(outer[1]));
}

type Figures = Pick<Scorecard["sections"][number], "low" | "high" | "points">;

/** Points stand where the shares do, on the way from the least to the most. */
function samePoints({ low, high, points }: Figures): void {
  if (points === undefined || low === null || high === null) return;
  const [least, room] = [exact(points.least), exact(points.most).sub(exact(points.least))];
  const at = (share: string) => least.add(exact(share).mul(room)).toFraction();
  expect([at(low), at(high)]).toEqual([points.low, points.high]);
}

function bestOf({ kind, choices, levels }: Criterion): Response {
  return kind === "choices"
    ? { answer: "given", chosen: choices.map(({ id }) => id) }
    : { answer: levels.at(-1)?.id ?? "" };
}

function isNoLower(
  [low, high]: readonly [string, string],
  [oldLow, oldHigh]: readonly [string, string],
): boolean {
  return exact(low).gte(exact(oldLow)) && exact(high).gte(exact(oldHigh));
}

const anyRow = fc.array(fc.nat(30), { minLength: 3, maxLength: 9 });

describe("a rubric of any kind", { timeout: PATIENCE }, () => {
  it("has each result from 0 to 1, low before high, with points that say the same", () => {
    fc.assert(
      fc.property(anyRubric, anyRow, fc.nat(4), (rubric, row, openEvery) => {
        const card = score(rubric, answersTo(rubric, row, openEvery));
        for (const range of rangesOf(card).values()) expect(isInside(range, ["0", "1"])).toBe(true);
        for (const each of [...card.sections, ...(card.results ?? [])]) samePoints(each);
      }),
      RUNS,
    );
  });

  it("has every way of settling what is open inside its ranges", () => {
    fc.assert(
      fc.property(
        anyRubric,
        anyRow,
        anyRow,
        fc.integer({ min: 2, max: 4 }),
        (rubric, row, other, openEvery) => {
          const open = answersTo(rubric, row, openEvery);
          const filled = Object.fromEntries(
            criteriaOf(rubric).map((each, at) => {
              const before = open[each.key];
              const isOpen = before?.answer === "unsure";
              return [each.key, isOpen ? settled(each, other[at % other.length] ?? 0) : before];
            }),
          ) as Answers;
          const before = rangesOf(score(rubric, open));
          for (const [name, range] of rangesOf(score(rubric, filled))) {
            const outer = before.get(name);
            if (outer !== undefined)
              expect({ name, range, outer, inside: isInside(range, outer) }).toMatchObject({
                inside: true,
              });
          }
        },
      ),
      RUNS,
    );
  });

  it("never falls where an answer rises that nothing depends on", () => {
    fc.assert(
      fc.property(anyRubric, anyRow, fc.nat(20), (rubric, row, pick) => {
        const answers = answersTo(rubric, row, 0);
        const rising = criteriaOf(rubric).filter(
          ({ id, levels }) => id !== "first" && levels.length > 0,
        );
        const chosen = rising[pick % Math.max(1, rising.length)];
        if (chosen === undefined) return;
        const after = rangesOf(score(rubric, { ...answers, [chosen.key]: bestOf(chosen) }));
        for (const [name, before] of rangesOf(score(rubric, answers)))
          expect(isNoLower(after.get(name) ?? ["0", "0"], before)).toBe(true);
      }),
      RUNS,
    );
  });

  it("is not moved by words, figures and choices without points, nor by what is left out", () => {
    fc.assert(
      fc.property(anyRubric, anyRow, fc.nat(20), (rubric, row, other) => {
        const answers = answersTo(rubric, row, 0);
        const left = new Set(
          score(rubric, answers).criteria.flatMap(({ key, answer }) =>
            answer === "left-out" ? [key] : [],
          ),
        );
        const changed = Object.fromEntries(
          criteriaOf(rubric).map((each) => {
            const isFree = each.levels.length === 0 || left.has(each.key);
            return [each.key, isFree ? settled(each, other) : answers[each.key]];
          }),
        ) as Answers;
        expect([...rangesOf(score(rubric, changed))]).toEqual([
          ...rangesOf(score(rubric, answers)),
        ]);
      }),
      RUNS,
    );
  });
});
