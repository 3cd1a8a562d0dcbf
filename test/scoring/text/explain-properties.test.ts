import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rubric } from "../../../src/rubric/rubric.ts";
import { bandNames } from "../../../src/rubric/rubric.ts";
import type { Scorecard } from "../../../src/scoring/schema.ts";
import { explain, explainableKeys } from "../../../src/scoring/text/explain.ts";
import type { Block } from "../../../src/terminal/blocks.ts";
import { percentWords, rangeWords } from "../../../src/util/words.ts";
import { anyAnswered } from "../../support/arbitraries.ts";
import { anAssessment } from "../../support/builders.ts";
import { examples } from "../../support/examples.ts";
import { score } from "../../support/score-ranges.ts";

const RUNS = { numRuns: examples(250, 1000) };
const PATIENCE = 120_000;

function textOf(blocks: readonly Block[] | undefined): string {
  return JSON.stringify(blocks ?? []);
}

/** How the conclusion must read, from the scorecard alone. */
function conclusions(scorecard: Scorecard, rubric: Rubric): [string, string][] {
  const { headline, noHeadline, sections } = scorecard;
  const result = {
    key: "headline",
    noScore: noHeadline?.reason,
    ...(headline ?? { bands: null, percent: null }),
  };
  return [result, ...sections].map(({ key, bands, percent, noScore }): [string, string] => {
    if (bands === null || percent === null) return [key, NONE[noScore ?? ""] ?? "?"];
    const words = rangeWords(bandNames(rubric, bands));
    return [key, `So it is: ${words}, ${percentWords(percent)}.`];
  });
}

const NONE: Readonly<Record<string, string>> = {
  "not-enough": "so there is no result",
  "too-early": "oo early to say",
  "not-asked": "not answered yet",
  "does-not-apply": "not enough to say",
};

describe("an explanation, whatever the rubric and the answers", { timeout: PATIENCE }, () => {
  it("ends at what the scorecard says", () => {
    fc.assert(
      fc.property(anyAnswered, (given) => {
        fc.pre(given.rubric.sections.some(({ kind }) => kind === "principle"));
        const assessment = anAssessment({ rubrics: [given.rubric], answers: given.answers });
        for (const [key, conclusion] of conclusions(score(given), given.rubric)) {
          expect(textOf(explain(assessment, key, { minGroup: 3 }))).toContain(conclusion);
        }
      }),
      RUNS,
    );
  });

  it("can be made of every figure", () => {
    fc.assert(
      fc.property(anyAnswered, (given) => {
        const assessment = anAssessment({ rubrics: [given.rubric], answers: given.answers });
        for (const key of explainableKeys(assessment)) {
          const text = textOf(explain(assessment, key, { minGroup: 3 }));
          expect(text).toContain("Questions from");
          expect(text).not.toMatch(/undefined|NaN|Infinity/u);
        }
      }),
      RUNS,
    );
  });
});
