import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filled, raised, settled } from "../support/answer-changes.ts";
import { anyAnswered } from "../support/arbitraries.ts";
import { examples } from "../support/examples.ts";
import { isAt, isInside, score, sharedRanges } from "../support/score-ranges.ts";

const RUNS = { numRuns: examples(250, 1000) };
const PATIENCE = 120_000;
const MUST_ORDER = ["fail", "unknown", "pass"];

describe("the scorecard, whatever the rubric and the answers", { timeout: PATIENCE }, () => {
  it("holds every way of filling the unknowns", () => {
    fc.assert(
      fc.property(anyAnswered, fc.infiniteStream(fc.nat()), (given, choices) => {
        const among = (low: number, high: number) =>
          low + (Number(choices.next().value) % (high - low + 1));
        for (const [range, inner] of sharedRanges(given, filled(given, among))) {
          expect(isInside(inner, range)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("reaches both ends by filling the unknowns", () => {
    fc.assert(
      fc.property(anyAnswered, (given) => {
        const least = filled(given, (low) => low);
        const most = filled(given, (_, high) => high);
        for (const [[low], inner] of sharedRanges(given, least)) {
          expect(isAt(inner, low)).toBe(true);
        }
        for (const [[, high], inner] of sharedRanges(given, most)) {
          expect(isAt(inner, high)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("never lowers an end or a band when an answer is raised", () => {
    fc.assert(
      fc.property(anyAnswered, fc.nat(), (given, which) => {
        for (const [[low, high], after] of sharedRanges(given, raised(given, which))) {
          expect([after[0].gte(low), after[1].gte(high)]).toEqual([true, true]);
        }
      }),
      RUNS,
    );
  });

  it("never lowers a must-have when an answer is raised", () => {
    fc.assert(
      fc.property(anyAnswered, fc.nat(), (given, which) => {
        const after = score(raised(given, which)).criteria;
        for (const [index, { must }] of score(given).criteria.entries()) {
          const then = MUST_ORDER.indexOf(after[index]?.must ?? "");
          expect(then).toBeGreaterThanOrEqual(MUST_ORDER.indexOf(must));
        }
      }),
      RUNS,
    );
  });

  it("gives an interval inside the old one when an unknown is settled", () => {
    fc.assert(
      fc.property(anyAnswered, fc.nat(), fc.nat(), (given, which, choice) => {
        for (const [range, inner] of sharedRanges(given, settled(given, which, choice))) {
          expect(isInside(inner, range)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
