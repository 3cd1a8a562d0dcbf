import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GroupVotes, levelByVotes } from "../../src/scoring/votes.ts";
import { agreementClass, consensus, consensusThreshold } from "../../src/scoring/votes-score.ts";

const RUNS = { numRuns: 1000 };
const PATIENCE = 120_000;

/** Counts for two to seven levels, with at least one vote. */
const anyCounts = fc
  .array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 7 })
  .filter((counts) => counts.some((count) => count > 0));

/** Counts on one level or on two next to each other. */
const anyStep = fc
  .record({
    steps: fc.integer({ min: 1, max: 6 }),
    at: fc.nat(),
    here: fc.nat(30),
    next: fc.nat(30),
  })
  .filter(({ here, next }) => here + next > 0)
  .map(({ steps, at, here, next }) => {
    const level = at % steps;
    const counts = Array.from({ length: steps + 1 }, () => 0);
    return { steps, counts: counts.with(level, here).with(level + 1, next) };
  });

const anyVotes: fc.Arbitrary<readonly GroupVotes[]> = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc
    .array(
      fc.record({
        group: fc.constantFrom("a", "b", "c"),
        levels: fc.array(fc.nat({ max: 5 }), { minLength: size, maxLength: size }),
        unsure: fc.nat({ max: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((votes) => votes.filter(({ levels }) => levels.some((count) => count > 0)))
    .filter((votes) => votes.length > 0),
);

function bounds(votes: readonly GroupVotes[]) {
  return levelByVotes({ heard: votes, hidden: 0 }, votes[0]?.levels.length ?? 0);
}

function times(counts: readonly number[], factor: number): number[] {
  return counts.map((count) => count * factor);
}

describe("agreement, whatever the votes", { timeout: PATIENCE }, () => {
  it("lies between 0 and 1 and does not change when the scale is reversed", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const value = consensus(counts);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(consensus(counts.toReversed())).toBeCloseTo(value, 9);
        expect(agreementClass(counts.toReversed())).toBe(agreementClass(counts));
      }),
      RUNS,
    );
  });

  it("reaches the threshold where everyone is within one step", () => {
    fc.assert(
      fc.property(anyStep, ({ counts, steps }) => {
        expect(consensus(counts)).toBeGreaterThanOrEqual(consensusThreshold(steps) - 1e-12);
        expect(["shared", "too-few"]).toContain(agreementClass(counts));
      }),
      RUNS,
    );
  });

  it("never reaches the threshold where the votes are split", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        fc.pre(agreementClass(counts) === "split");
        expect(consensus(counts)).toBeLessThan(consensusThreshold(counts.length - 1));
      }),
      RUNS,
    );
  });

  it("does not change when every voter is repeated", () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 2, max: 9 }), (counts, factor) => {
        expect(consensus(times(counts, factor))).toBeCloseTo(consensus(counts), 9);
        fc.pre(agreementClass(counts) !== "too-few");
        expect(agreementClass(times(counts, factor))).toBe(agreementClass(counts));
      }),
      RUNS,
    );
  });

  it("keeps adjacent halves a shared view for every scale and number of people", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }),
        fc.nat(),
        fc.integer({ min: 2, max: 9999 }),
        (size, which, people) => {
          const at = which % (size - 1);
          const counts = Array.from({ length: size }, (_, level) =>
            level === at || level === at + 1 ? people : 0,
          );
          expect(agreementClass(counts)).toBe("shared");
        },
      ),
      RUNS,
    );
  });
});

describe("the level by votes, whatever the votes", { timeout: PATIENCE }, () => {
  it("does not depend on the order of groups, nor on repeating every voter", () => {
    fc.assert(
      fc.property(anyVotes, fc.integer({ min: 2, max: 9 }), (votes, factor) => {
        const repeated = votes.map(({ group, levels, unsure }) => ({
          group,
          levels: times(levels, factor),
          unsure: unsure * factor,
        }));
        expect(bounds(votes.toReversed())).toEqual(bounds(votes));
        expect(bounds(repeated)).toEqual(bounds(votes));
      }),
      RUNS,
    );
  });

  it("lies in its bounds however the unsure votes are settled", () => {
    fc.assert(
      fc.property(anyVotes, fc.infiniteStream(fc.nat()), (votes, choices) => {
        const [low, high] = bounds(votes);
        const settled = votes.map(({ group, levels, unsure }) => {
          const counts = [...levels];
          for (let vote = 0; vote < unsure; vote++) {
            const level = Number(choices.next().value) % counts.length;
            counts[level] = (counts[level] ?? 0) + 1;
          }
          return { group, levels: counts, unsure: 0 };
        });
        const [level, same] = bounds(settled);
        expect(same).toBe(level);
        expect(level).toBeGreaterThanOrEqual(low);
        expect(level).toBeLessThanOrEqual(high);
      }),
      RUNS,
    );
  });
});
