import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compareAssessments } from "../../src/comparison/compare-assessments.ts";
import { comparisonOutline } from "../../src/comparison/text/comparison-outline.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { explain, explainableKeys } from "../../src/scoring/text/explain.ts";
import { scorecardText } from "../../src/scoring/text/scorecard-text.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { type Answered, anyAnswered } from "../support/arbitraries.ts";
import { anAssessment } from "../support/builders.ts";
import { examples } from "../support/examples.ts";

const RUNS = { numRuns: examples(250, 1000) };
const PATIENCE = 240_000;
const HOME = "UTC";
const ZONES = ["Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu"];
const PAPER = { color: false, columns: 60 };

/** Everything that is printed about an assessment. */
function printed({ rubric, answers }: Answered): string {
  const assessment = anAssessment({ rubrics: [rubric], answers, started: "2026-11-10" });
  const scorecard = scoreAssessment(assessment);
  const comparison = compareAssessments(assessment, assessment);
  const pages = explainableKeys(assessment)
    .slice(0, 3)
    .map((key) => explain(assessment, key, { minGroup: 3 }) ?? []);
  return [
    JSON.stringify(scorecard),
    scorecardText(assessment, scorecard, PAPER),
    JSON.stringify(comparison),
    ...[...pages, comparisonOutline(comparison)].map((page) => toText(page, PAPER)),
  ].join("\n");
}

/** What gives other bytes in another place or at another time. */
const LOCAL: readonly (readonly [object, string])[] = [
  [globalThis, "Intl"],
  [String.prototype, "localeCompare"],
  [String.prototype, "toLocaleLowerCase"],
  [String.prototype, "toLocaleUpperCase"],
  [Number.prototype, "toLocaleString"],
  [Date.prototype, "toLocaleString"],
  [Date.prototype, "toLocaleDateString"],
  [Date.prototype, "getTimezoneOffset"],
  [Date, "now"],
];

/** Does the work where nobody can ask for the locale or the time. */
function nowhere<Value>(work: () => Value): Value {
  const kept = LOCAL.map(([owner, name]) => [owner, name, Reflect.get(owner, name)] as const);
  for (const [owner, name] of LOCAL) Reflect.set(owner, name, undefined);
  try {
    return work();
  } finally {
    for (const [owner, name, value] of kept) Reflect.set(owner, name, value);
  }
}

describe("what is printed", { timeout: PATIENCE }, () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is the same bytes in any time zone and without any locale", () => {
    fc.assert(
      fc.property(anyAnswered, fc.constantFrom(...ZONES), (given, zone) => {
        vi.stubEnv("TZ", HOME);
        const expected = printed(given);
        vi.stubEnv("TZ", zone);
        expect(nowhere(() => printed(given))).toBe(expected);
      }),
      RUNS,
    );
  });

  it("is tested where the zone and the locale make a difference", () => {
    const hours = [HOME, ...ZONES].map((zone) => {
      vi.stubEnv("TZ", zone);
      return new Date(0).getHours();
    });
    expect(new Set(hours).size).toBe(4);
    expect(() => nowhere(() => "a".localeCompare("b"))).toThrow(TypeError);
    expect("a".localeCompare("b")).toBe(-1);
  });
});
