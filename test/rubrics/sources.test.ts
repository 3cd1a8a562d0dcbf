import { describe, expect, it } from "vitest";
import { GUIDE, RUBRICS } from "./checks/bundled.ts";
import {
  carriersIn,
  isLeftOut,
  leftOut,
  placingProblems,
  readCoverage,
} from "./checks/coverage-checks.ts";
import { proseIn } from "./checks/prose-checks.ts";
import {
  copiedRuns,
  NO_SOURCES,
  readInventory,
  runsOf,
  SOURCE_TEXTS,
} from "./checks/source-texts.ts";

if (SOURCE_TEXTS.size === 0) process.stdout.write(`\nsome tests are skipped: ${NO_SOURCES}\n`);

describe("our own words", () => {
  it("share no run of seven words with a source", ({ skip }) => {
    if (SOURCE_TEXTS.size === 0) skip(NO_SOURCES);
    expect(SOURCE_TEXTS.size).toBe(5);
    const prose = [...RUBRICS, GUIDE].flatMap((file) => proseIn(file));
    expect(prose.length).toBeGreaterThan(1000);
    expect(copiedRuns(prose, runsOf(SOURCE_TEXTS))).toEqual([]);
  });

  it("would be caught out by seven words, whatever their signs and capitals, and not by six", () => {
    const runs = runsOf(
      new Map([["a.txt", "Real co-production means one, two, three and don’t stop."]]),
    );
    const found = (text: string) => copiedRuns([{ path: "here", text }], runs);
    expect(found("We say: coproduction means ONE two three and don't.")).toHaveLength(1);
    expect(found("We say: coproduction means one two three and do.")).toEqual([]);
  });
});

const coverage = readCoverage();
const carriers = carriersIn(RUBRICS, GUIDE);

/** Ids that stand at the start of a source's file name, as the rubrics call them. */
const SOURCE_IDS: Readonly<Record<string, string>> = {
  "000": "principles-into-practice",
  "001": "meeting-of-minds",
  "002": "in-practice",
  "003": "approach",
  "004": "small-charities",
};

describe("docs/coverage.yaml", () => {
  it("names only questions, pages and figures that are there, or says why it names none", () => {
    expect(Object.keys(coverage).length).toBeGreaterThan(400);
    expect(placingProblems(coverage, carriers)).toEqual([]);
  });

  it("leaves out at most one teaching in ten", () => {
    const total = Object.keys(coverage).length;
    const left = leftOut(coverage).length;
    process.stdout.write(
      `\ncoverage: ${total} teachings, ${total - left} placed, ${left} left out\n`,
    );
    expect(left).toBeLessThanOrEqual(total / 10);
  });

  it("holds every teaching that can be assessed once, and no other", ({ skip }) => {
    const inventory = readInventory() ?? skip(NO_SOURCES);
    const assessable = inventory.filter(({ assessable: can }) => can).map(({ id }) => id);
    expect(new Set(Object.keys(coverage))).toEqual(new Set(assessable));
  });

  it("places each teaching only where its source is cited", ({ skip }) => {
    const inventory = readInventory() ?? skip(NO_SOURCES);
    const uncited = inventory.flatMap(({ id, source }) => {
      const placing = coverage[id] ?? [];
      const cited = SOURCE_IDS[source.slice(0, 3)] ?? source;
      if (isLeftOut(placing)) return [];
      return placing
        .filter((key) => carriers.get(key)?.[cited] === undefined)
        .map((key) => `${key} carries ${id} and does not cite ${cited}`);
    });
    expect(uncited).toEqual([]);
  });

  it.each([
    ["a question that is not there", { one: ["principles/nowhere"] }],
    ["no place", { one: [] }],
    ["no reason", { one: { "left-out": " " } }],
  ])("would be caught out by %s", (_, wrong) => {
    expect(placingProblems(wrong, carriers)).toHaveLength(1);
  });
});
