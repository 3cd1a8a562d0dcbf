import type { Criterion, Rubric, Section } from "../rubric/rubric.ts";
import { feltWords } from "../scoring/beside-words.ts";
import { headlineRubric, whoseResult } from "../scoring/result-words.ts";
import type { BarrierClass, BarrierScore, Scorecard, SectionScore } from "../scoring/schema.ts";
import { BARRIER_CLASSES } from "../scoring/section-score.ts";
import { reversed, shareChange, standingChange, uncompared } from "./change.ts";
import { isLearning, type Settled, sameQuestions } from "./pair-criteria.ts";
import type {
  BarrierChange,
  Cause,
  Change,
  HeadlineChange,
  ResultChange,
  SectionChange,
} from "./schema.ts";
import { type Side, scoreOf, standingOf } from "./side.ts";

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
    const compared =
      kindChanged(older, newer, key) ??
      presence(before, after) ??
      standingChange(found.before, found.after, questions);
    const title = titleOf(newer, key) ?? titleOf(older, key) ?? key;
    const standings = { before: found.before.standing, after: found.after.standing };
    return { key, title, kind, ...standings, ...compared };
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
    const gone = kindChanged(older, newer, key) ?? presence(scores.before, scores.after);
    return {
      key,
      title: titleOf(newer, key) ?? titleOf(older, key) ?? key,
      before: scores.before === undefined ? null : figures(older, scores.before),
      after: scores.after === undefined ? null : figures(newer, scores.after),
      ...(gone === undefined
        ? barrierChange(scores, asked)
        : { ...NO_CHANGE, status: gone.status }),
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

/** A part that is of another kind now is made of its answers in another way. */
function kindChanged(older: Side, newer: Side, key: string) {
  const [before, after] = [older, newer].map(({ sections }) => sections.get(key)?.section.kind);
  if (before === undefined || after === undefined || before === after) return undefined;
  return uncompared("kind-changed");
}

function presence(before: unknown, after: unknown) {
  if (before === undefined) return uncompared("added");
  return after === undefined ? uncompared("removed") : undefined;
}

function placed(side: Side, score: SectionScore | undefined) {
  if (score === undefined) return { rubric: undefined, standing: null };
  const rubric = side.sections.get(score.key)?.rubric;
  return { rubric, standing: standingOf(scoreIn(score), rubric) };
}

function scoreIn<Score extends Pick<SectionScore, "low" | "high" | "percent">>({
  low,
  high,
  percent,
  ...score
}: Score) {
  if (low === null || high === null || percent === null) return null;
  return { ...score, low, high, percent };
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
    ({ measures, must, levels }) =>
      (measures === "practice" && levels.length > 0) || must !== undefined,
  );
}

function figures(side: Side, { key, pressure, cover, class: named, noClass }: BarrierScore) {
  const felt = feltWords(
    criteriaOf(side, key)
      .filter(({ measures }) => measures === "pressure")
      .map((criterion) => ({ criterion, score: scoreOf(side, criterion) })),
    pressure,
  );
  return { pressure, cover, class: named, noClass, felt };
}

const NO_CHANGE = { pressure: null, cover: null, attention: null, because: [] };

function barrierChange(
  { before, after }: Scores<BarrierScore>,
  questions: readonly Settled[] | undefined,
): Omit<BarrierChange, "key" | "title" | "before" | "after"> {
  if (questions === undefined) return { ...NO_CHANGE, status: "questions-changed" };
  const about = (measures: Criterion["measures"]) =>
    questions.filter(({ newer }) => newer.measures === measures);
  const felt = rangeOrNull(before?.pressure, after?.pressure, about("pressure"));
  const cover = rangeOrNull(before?.cover, after?.cover, about("practice"));
  const status = felt === null && cover === null ? "not-enough" : "compared";
  const attention = attentionOf(before?.class ?? null, after?.class ?? null);
  const because =
    attention === "same" || attention === null ? [] : movedBarrier(attention, questions);
  return { status, pressure: felt && reversed(felt), cover, attention, because };
}

function attentionOf(
  before: BarrierScore["class"],
  after: BarrierScore["class"],
): BarrierChange["attention"] {
  if (before === null || after === null) return null;
  const urgency = (each: BarrierClass) => BARRIER_CLASSES.indexOf(each);
  if (urgency(before) === urgency(after)) return "same";
  return urgency(after) < urgency(before) ? "more" : "less";
}

/** The questions that moved the way the barrier did, the most moved first. */
function movedBarrier(attention: "more" | "less", questions: readonly Settled[]): Cause[] {
  const way = attention === "more" ? "worse" : "better";
  return questions
    .filter(({ change }) => change === way)
    .toSorted((a, b) => b.moved.compare(a.moved))
    .slice(0, 3)
    .map(({ newer }) => ({ key: newer.key, what: way }));
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
  const near = questions && nearWeakest(older, newer, questions);
  const compared =
    before.how === after.how
      ? standingChange(before, after, near ?? questions)
      : uncompared("kind-changed");
  const whose = [newer, older].map(({ scorecard, assessment: { rubrics } }) =>
    whoseResult(scorecard, rubrics),
  );
  const said = whose[before.standing === null || after.standing !== null ? 0 : 1] ?? null;
  return { whose: said, before: before.standing, after: after.standing, ...compared };
}

/** The results that rubrics have of their own; none where there is one alone, which is the headline. */
export function compareResults(
  older: Side,
  newer: Side,
  settled: SettledQuestions,
): ResultChange[] {
  const sides = [older, newer];
  if (sides.every(({ scorecard }) => scorecard.headline?.how !== undefined)) return [];
  const all = [newer, older].flatMap(({ scorecard: { results = [] } }) => results);
  return [...new Set(all.map(({ rubric }) => rubric))].map((id) => {
    const [before, after] = [placedResult(older, id), placedResult(newer, id)];
    const questions = sameQuestions(decidingIn(older, id), decidingIn(newer, id), settled);
    const compared =
      presence(before.result, after.result) ??
      (before.rubric?.headline === after.rubric?.headline
        ? standingChange(before, after, questions)
        : uncompared("kind-changed"));
    const title = after.rubric?.title ?? before.rubric?.title ?? id;
    return { rubric: id, title, before: before.standing, after: after.standing, ...compared };
  });
}

function placedResult({ scorecard, assessment }: Side, id: string) {
  const result = scorecard.results?.find(({ rubric }) => rubric === id);
  const rubric = assessment.rubrics.find((each) => each.id === id);
  const standing = result === undefined ? null : standingOf(scoreIn(result), rubric);
  return { result, rubric, standing };
}

function decidingIn({ sections }: Side, id: string): readonly Criterion[] {
  return [...sections.values()]
    .filter(({ rubric }) => rubric.id === id)
    .flatMap(({ section }) => section.criteria.filter((criterion) => decides(section, criterion)));
}

/** The questions of the principles that were or are weakest, and every must-have: only they move the result. */
function nearWeakest(older: Side, newer: Side, questions: readonly Settled[]): readonly Settled[] {
  if (newer.scorecard.headline?.how !== undefined) return questions;
  const weakest = [older, newer].flatMap(({ scorecard }) => scorecard.headline?.weakest ?? []);
  const keys = new Set(weakest.flatMap((key) => criteriaOf(newer, key).map((each) => each.key)));
  return questions.filter(({ newer: { key, must } }) => must !== undefined || keys.has(key));
}

function placedHeadline(side: Side) {
  const { headline } = side.scorecard;
  const rubric = headlineRubric(headline, side.assessment.rubrics);
  return { rubric, standing: standingOf(headline, rubric), how: headline?.how };
}

/** The questions that the result is made from: those of the principles, and every must-have. */
function decisive({ sections, scorecard: { headline } }: Side): readonly Criterion[] {
  const makesIt = (rubric: Rubric) =>
    headline?.rubric === undefined ? rubric.headline === "weakest" : rubric.id === headline.rubric;
  return [...sections.values()]
    .filter(({ rubric }) => makesIt(rubric))
    .flatMap(({ section }) => section.criteria.filter((criterion) => decides(section, criterion)));
}

function decides({ kind }: Section, { measures, must, levels }: Criterion): boolean {
  if (levels.length === 0) return false;
  return must !== undefined || (kind === "principle" && measures === "practice");
}
