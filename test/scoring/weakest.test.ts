import { describe, expect, it } from "vitest";
import type { Section } from "../../src/rubric/rubric.ts";
import { isWeakestSure } from "../../src/scoring/headline.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";

/** One section for each list of answers; `low to high` of each is the share of its answers. */
function isSure(parts: readonly (readonly [kind: Section["kind"], ...answers: string[]])[]) {
  const sections = parts.map(([kind, ...answers], part) =>
    aSection({
      id: `part-${part}`,
      kind,
      criteria: answers.map((_, at) =>
        aCriterion({ id: `q${part}-${at}`, allowNotApplicable: true }),
      ),
    }),
  );
  const answers = parts.flatMap(([, ...given], part) =>
    given.map((answer, at) => [`principles/q${part}-${at}`, answer]),
  );
  const assessment = anAssessment({
    rubrics: [aRubric({ sections })],
    answers: Object.fromEntries(answers),
  });
  return isWeakestSure(scoreAssessment(assessment), assessment.rubrics);
}

describe("which principle is weakest", () => {
  it.each<[string, boolean, Parameters<typeof isSure>[0]]>([
    ["only one", true, [["principle", "unsure"]]],
    [
      "no other reaches so low",
      true,
      [
        ["principle", "level-0"],
        ["principle", "level-1"],
      ],
    ],
    [
      "another begins where it ends",
      true,
      [
        ["principle", "level-0", "unsure"],
        ["principle", "level-1", "level-2"],
      ],
    ],
    [
      "another begins below its end",
      false,
      [
        ["principle", "level-0", "unsure"],
        ["principle", "level-1", "level-1"],
      ],
    ],
    [
      "one of two could be stronger",
      false,
      [
        ["principle", "level-0", "level-0"],
        ["principle", "level-0", "unsure"],
        ["principle", "level-1", "level-1"],
      ],
    ],
    [
      "only a foundation begins below its end",
      true,
      [
        ["principle", "level-0", "unsure"],
        ["foundation", "level-0"],
      ],
    ],
    [
      "none, while one has too few answers",
      true,
      [
        ["principle", "unsure"],
        ["principle", "not-applicable"],
        ["principle", "level-0"],
      ],
    ],
  ])("is sure or not: %s", (_, sure, parts) => {
    expect(isSure(parts)).toBe(sure);
  });
});
