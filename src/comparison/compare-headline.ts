import type { Criterion, Section } from "../rubric/rubric.ts";
import type { SettledQuestions } from "./compare-sections.ts";
import { sameQuestions } from "./same-questions.ts";
import type { HeadlineChange } from "./schema.ts";
import { isAsked, type Side, standingOf } from "./side.ts";
import { standingChange } from "./standing-change.ts";

/** What became of the result as a whole. */
export function compareHeadlines(
  older: Side,
  newer: Side,
  settled: SettledQuestions,
): HeadlineChange {
  const [before, after] = [placed(older), placed(newer)];
  const questions = sameQuestions(decisive(older), decisive(newer), settled);
  const { change, status } = standingChange(before, after, questions);
  return { before: before.standing, after: after.standing, change, status };
}

function placed(side: Side) {
  const { headline } = side.scorecard;
  const weakest = headline?.weakest ?? [];
  const rubric = side.sections.get(weakest[0] ?? "")?.rubric;
  return { rubric, standing: standingOf(headline, { rubric, asked: isAsked(side, weakest) }) };
}

/** The questions that the result is made from: those of the principles, and every must-have. */
function decisive({ sections }: Side): readonly Criterion[] {
  return [...sections.values()].flatMap(({ section }) =>
    section.criteria.filter((criterion) => decides(section, criterion)),
  );
}

function decides({ kind }: Section, { measures, must }: Criterion): boolean {
  return must !== undefined || (kind === "principle" && measures === "practice");
}
