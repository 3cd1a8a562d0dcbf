import type { Assessment } from "../assessment/assessment.ts";
import { type Criterion, levelNames, type Rubric, type Section } from "../rubric/rubric.ts";
import { amountWords } from "../scoring/percent.ts";
import { endNames } from "../scoring/result-words.ts";
import type { CriterionScore, Scorecard, SectionScore } from "../scoring/schema.ts";
import { scoreAssessment } from "../scoring/score-assessment.ts";
import type { Answered, Standing } from "./schema.ts";

/** A section with the rubric whose bands and cap hold for it. */
interface Owned {
  readonly rubric: Rubric;
  readonly section: Section;
}

/** One of the two assessments with its results at hand. */
export interface Side {
  readonly assessment: Assessment;
  readonly scorecard: Scorecard;
  /** By criterion key. */
  readonly scores: ReadonlyMap<string, CriterionScore>;
  /** By section key. */
  readonly sections: ReadonlyMap<string, Owned>;
}

export function sideOf(assessment: Assessment): Side {
  const scorecard = scoreAssessment(assessment);
  const sections = assessment.rubrics.flatMap((rubric) =>
    rubric.sections.map((section) => [section.key, { rubric, section }] as const),
  );
  return {
    assessment,
    scorecard,
    scores: new Map(scorecard.criteria.map((score) => [score.key, score])),
    sections: new Map(sections),
  };
}

export function scoreOf({ scores }: Side, { key, levels }: Criterion): CriterionScore {
  const open: [number, number] = [0, Math.max(0, levels.length - 1)];
  return scores.get(key) ?? { key, answer: "none", interval: open, must: "none", votes: null };
}

/** What was asked: the wording and the hash that the answer carries, or else the rubric's own. */
export function askedOf(
  { assessment }: Side,
  { key, asks, hash }: Criterion,
): { readonly wording: string; readonly hash: string } {
  return assessment.answers.get(key)?.asked ?? { wording: asks, hash };
}

export function answeredOf(side: Side, criterion: Criterion): Answered {
  const { answer, interval } = scoreOf(side, criterion);
  return { answer, interval, levels: interval && levelNames(criterion, interval) };
}

/** Key of the section that a criterion stands in. */
export function sectionOf({ sections }: Side, criterion: Criterion): string {
  const owned = [...sections.values()].find(({ section }) => section.criteria.includes(criterion));
  return owned?.section.key ?? "";
}

type Figures = Omit<Standing, "names" | "amount"> & Pick<SectionScore, "points">;

/** A score in numbers and in the words of the rubric that it was reached with; null where there is none. */
export function standingOf(score: Figures | null, rubric: Rubric | undefined): Standing | null {
  if (score === null) return null;
  const { low, high, percent, bands, capped, undecided } = score;
  return {
    low,
    high,
    percent,
    bands,
    names: endNames(rubric, { bands, percent }),
    ...(rubric !== undefined &&
      rubric.show !== "percent" && { amount: amountWords(score, rubric) }),
    capped,
    undecided,
  };
}
