import type { Criterion } from "../../src/rubric/rubric.ts";
import type { SectionScore } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { exact } from "../../src/util/exact.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "./builders.ts";

type Answers = NonNullable<Parameters<typeof anAssessment>[0]>["answers"];

/** Scores one section; `answers` by the ids of its criteria. */
export function scoreOneSection(
  criteria: readonly Criterion[],
  answers: Answers,
  rubric = {},
): SectionScore {
  const keyed = Object.entries(answers ?? {}).map(([id, value]) => [`principles/${id}`, value]);
  const assessment = anAssessment({
    rubrics: [aRubric({ sections: [aSection({ criteria })], ...rubric })],
    answers: Object.fromEntries(keyed),
  });
  const [section] = scoreAssessment(assessment).sections;
  if (section === undefined) throw new Error("There is no section.");
  return section;
}

export function weighing(weight: string, id: string): Criterion {
  return aCriterion({ id, weight: exact(weight) });
}
