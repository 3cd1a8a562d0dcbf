import type { Criterion, Section } from "../rubric/rubric.ts";
import type { BarrierScore, Scorecard, SectionScore } from "../scoring/schema.ts";
import { reversed, shareChange, standingChange, uncompared } from "./change.ts";
import { isLearning, type Settled, sameQuestions } from "./pair-criteria.ts";
import type { BarrierChange, Change, HeadlineChange, SectionChange, Standing } from "./schema.ts";
import { type Side, sideAsks, standingOf } from "./side.ts";

/** What both sides said, by the newer one's criterion. */
type SettledQuestions = ReadonlyMap<Criterion, Settled>;

/** Principles and foundations: those of today in today's order, then those that are gone. */
export function compareSections(
  older: Side,
  newer: Side,
  settled: SettledQuestions,
): SectionChange[] {
  return scoresOfBoth(older, newer, ({ sections }) => sections).map(({ before, after, latest }) => {
    const found = { before: placed(older, before), after: placed(newer, after) };
    const { key, kind } = latest;
    const questions = sameQuestions(counted(older, key), counted(newer, key), settled);
    const { change, status } =
      presence(before, after) ?? standingChange(found.before, found.after, questions);
    const title = titleOf(newer, key) ?? titleOf(older, key) ?? key;
    const standings = { before: found.before.standing, after: found.after.standing };
    return { key, title, kind, ...standings, change, status };
  });
}

export function compareBarriers(
  older: Side,
  newer: Side,
  settled: SettledQuestions,
): BarrierChange[] {
  return scoresOfBoth(older, newer, ({ barriers }) => barriers).map((scores) => {
    const { key } = scores.latest;
    const asked = sameQuestions(criteriaOf(older, key), criteriaOf(newer, key), settled);
    const gone = presence(scores.before, scores.after);
    return {
      key,
      title: titleOf(newer, key) ?? titleOf(older, key) ?? key,
      before: scores.before === undefined ? null : figures(scores.before),
      after: scores.after === undefined ? null : figures(scores.after),
      ...(gone === undefined
        ? barrierChange(scores, asked)
        : { status: gone.status, pressure: null, cover: null }),
    };
  });
}

interface Scores<Score> {
  readonly before: Score | undefined;
  readonly after: Score | undefined;
  /** Today's score, or the old one where the section is gone. */
  readonly latest: Score;
}

function scoresOfBoth<Score extends { readonly key: string }>(
  older: Side,
  newer: Side,
  scoresIn: (scorecard: Scorecard) => readonly Score[],
): Scores<Score>[] {
  const [before, after] = [scoresIn(older.scorecard), scoresIn(newer.scorecard)];
  const find = (scores: readonly Score[], key: string) => scores.find((each) => each.key === key);
  const gone = before.filter(({ key }) => find(after, key) === undefined);
  return [...after, ...gone].map((latest) => ({
    before: find(before, latest.key),
    after: find(after, latest.key),
    latest,
  }));
}

function presence(before: unknown, after: unknown) {
  if (before === undefined) return uncompared("added");
  return after === undefined ? uncompared("removed") : undefined;
}

function placed(side: Side, score: SectionScore | undefined) {
  if (score === undefined) return { rubric: undefined, standing: null };
  const rubric = side.sections.get(score.key)?.rubric;
  const asked = sideAsks(side, [score.key]);
  return { rubric, standing: standingOf(scoreIn(score), { rubric, asked }) };
}

function scoreIn({ low, high, percent, bands, capped }: SectionScore) {
  if (low === null || high === null || percent === null || bands === null) return null;
  return { low, high, percent, bands, capped } satisfies Omit<Standing, "names" | "asked">;
}

function titleOf({ sections }: Side, key: string): string | undefined {
  return sections.get(key)?.section.title;
}

function criteriaOf({ sections }: Side, key: string): readonly Criterion[] {
  return sections.get(key)?.section.criteria ?? [];
}

/** The questions that a section's number and band are made from. */
function counted(side: Side, key: string): readonly Criterion[] {
  return criteriaOf(side, key).filter(
    ({ measures, must }) => measures === "practice" || must !== undefined,
  );
}

function figures({ pressure, cover, class: named }: BarrierScore) {
  return { pressure, cover, class: named };
}

function barrierChange(
  { before, after }: Scores<BarrierScore>,
  questions: readonly Settled[] | undefined,
): Pick<BarrierChange, "status" | "pressure" | "cover"> {
  if (questions === undefined) return { status: "questions-changed", pressure: null, cover: null };
  const about = (measures: Criterion["measures"]) =>
    questions.filter(({ newer }) => newer.measures === measures);
  const felt = rangeOrNull(before?.pressure, after?.pressure, about("pressure"));
  const cover = rangeOrNull(before?.cover, after?.cover, about("practice"));
  const status = felt === null && cover === null ? "not-enough" : "compared";
  return { status, pressure: felt && reversed(felt), cover };
}

function rangeOrNull(
  before: BarrierScore["cover"] | undefined,
  after: BarrierScore["cover"] | undefined,
  questions: readonly Settled[],
): Change | null {
  if (!before || !after) return null;
  const change = shareChange(before, after);
  return change === "may-have-changed" && isLearning(questions) ? "learning" : change;
}

/** What became of the result as a whole. */
export function compareHeadlines(
  older: Side,
  newer: Side,
  settled: SettledQuestions,
): HeadlineChange {
  const [before, after] = [placedHeadline(older), placedHeadline(newer)];
  const questions = sameQuestions(decisive(older), decisive(newer), settled);
  const { change, status } = standingChange(before, after, questions);
  return { before: before.standing, after: after.standing, change, status };
}

function placedHeadline(side: Side) {
  const { headline } = side.scorecard;
  const weakest = headline?.weakest ?? [];
  const rubric = side.sections.get(weakest[0] ?? "")?.rubric;
  return { rubric, standing: standingOf(headline, { rubric, asked: sideAsks(side, weakest) }) };
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
