import { type Answer, type Assessment, answerOf, peopleAt } from "../assessment/assessment.ts";
import type { Group, Response } from "../assessment/schema.ts";
import { compareAssessments } from "../comparison/compare-assessments.ts";
import type { Comparison } from "../comparison/schema.ts";
import { type Criterion, levelName, type Rubric, type Section } from "../rubric/rubric.ts";
import { groupsPresent, type Protection, SMALLEST_SHOWN } from "../scoring/groups.ts";
import { isUnasked } from "../scoring/interval.ts";
import type { BarrierScore, CriterionScore, Scorecard, SectionScore } from "../scoring/schema.ts";
import { type GroupVotes, lastRound } from "../scoring/votes.ts";
import { areApart, scoreVotes } from "../scoring/votes-score.ts";
import { asSentence, listOf, quoted, rangeWords } from "../util/words.ts";
import { planWords } from "./messages/messages.ts";
import type { PlanView } from "./schema/index.ts";

export interface PlanOptions {
  /** The day the plan speaks from, `2026-11-12`; by default it comes from the assessment. */
  readonly date: string | undefined;
  readonly length: PlanView["length"];
  readonly audience: "trustees" | "public";
  /** The assessment of last time, where there was one. */
  readonly previous?: Assessment;
  /** What made the plan, such as `coprod 1.0.0`. */
  readonly tool?: string;
}

/** One question with everything that is known about it. */
export interface PlanItem {
  readonly rubric: Rubric;
  readonly section: Section;
  readonly criterion: Criterion;
  readonly response: Response | undefined;
  readonly answer: Answer;
  /** Lowest and highest level it could be; undefined where it does not apply. */
  readonly interval: readonly [number, number] | undefined;
  readonly must: CriterionScore["must"];
  /** Whether it reaches the level from which nothing has to be put right. */
  readonly putRight: CriterionScore["must"];
  readonly votes: CriterionScore["votes"];
  /** Who voted what in the last round that has a vote. */
  readonly lastVotes: readonly GroupVotes[];
  /** The groups as they were on the day of that round. */
  readonly voters: readonly Group[];
}

/** Groups that are shown as one: a small one stands with the group it asked to be shown with. */
export interface NamedGroup {
  readonly members: readonly string[];
  readonly name: string;
  readonly size: number;
}

/** Assessment and scorecard side by side, looked up once for all the parts of the plan. */
export interface PlanInput {
  readonly assessment: Assessment;
  readonly scorecard: Scorecard;
  readonly options: PlanOptions;
  readonly date: string | undefined;
  /** Who was there, as they are shown. */
  readonly room: readonly NamedGroup[];
  /** By the id of a group. */
  readonly groupNames: ReadonlyMap<string, string>;
  /** In rubric order. */
  readonly items: readonly PlanItem[];
  readonly sections: ReadonlyMap<string, Section>;
  readonly sectionScores: ReadonlyMap<string, SectionScore>;
  readonly barrierScores: ReadonlyMap<string, BarrierScore>;
  /** What changed since last time, where there was one. */
  readonly comparison: Comparison | undefined;
}

export function gatherInput(
  assessment: Assessment,
  scorecard: Scorecard,
  options: PlanOptions,
): PlanInput {
  const sections = assessment.rubrics.flatMap((rubric) => rubric.sections);
  return {
    assessment,
    scorecard,
    options,
    date: planDate(assessment, options.date),
    room: groupsInRoom(assessment.people, options.audience),
    groupNames: new Map(assessment.people.map(({ group, name }) => [group, name])),
    items: gatherItems(assessment, scorecard, { minGroup: SMALLEST_SHOWN[options.audience] }),
    sections: byKey(sections),
    sectionScores: byKey(scorecard.sections),
    barrierScores: byKey(scorecard.barriers),
    comparison: options.previous && compareAssessments(options.previous, assessment),
  };
}

/** Everybody who was there, in the order of the list of people. */
export function groupsInRoom(
  people: readonly Group[],
  audience: PlanOptions["audience"],
): NamedGroup[] {
  return groupsPresent(people, SMALLEST_SHOWN[audience]).map(({ members, size }) => ({
    members: members.map(({ group }) => group),
    name: listOf(members.map(({ name }) => name)),
    size,
  }));
}

function gatherItems(
  assessment: Assessment,
  scorecard: Scorecard,
  { minGroup }: Pick<Protection, "minGroup">,
): PlanItem[] {
  const scores = byKey(scorecard.criteria);
  return assessment.rubrics.flatMap((rubric) =>
    rubric.sections.flatMap((section) =>
      section.criteria.map((criterion) => {
        const response = assessment.answers.get(criterion.key);
        const score = scores.get(criterion.key);
        const lastVotes = lastRound(criterion, response);
        const voters = peopleAt(assessment, response);
        return {
          rubric,
          section,
          criterion,
          response,
          // Votes in which nobody voted are no answer: the scorecard says which.
          answer: answerIn(score) ?? answerOf(criterion, response),
          interval: intervalOf(criterion, score),
          must: score?.must ?? "none",
          putRight: score?.putRight ?? "none",
          // What this reader may see of them, which is not always what the scorecard's reader may see.
          votes:
            score !== undefined && scorecard.smallestShown === minGroup
              ? score.votes
              : scoreVotes(lastVotes, { people: voters, minGroup }),
          lastVotes,
          voters,
        };
      }),
    ),
  );
}

/** What only the scorecard knows: that a question was not asked, waits, or is left out by an earlier answer. */
function answerIn(score: CriterionScore | undefined): Answer | undefined {
  if (score?.answer === "none") return { kind: "none" };
  if (score?.answer === "waits") return { kind: "waits" };
  return score?.answer === "left-out" ? { kind: "left-out" } : undefined;
}

// A scorecard from elsewhere may lack a question: then nothing is known about it, so it could be any level.
function intervalOf(
  criterion: Criterion,
  score: CriterionScore | undefined,
): readonly [number, number] | undefined {
  if (score === undefined) return [0, Math.max(0, criterion.levels.length - 1)];
  return score.interval ?? undefined;
}

function byKey<Value extends { readonly key: string }>(
  values: readonly Value[],
): ReadonlyMap<string, Value> {
  return new Map(values.map((value) => [value.key, value]));
}

/** Nobody has answered it: not asked, or left for later. Never the same as not knowing. */
export function isNotAsked({ answer }: PlanItem): boolean {
  return isUnasked(answer.kind);
}

/** It was answered, at a level that the question no longer has. */
export function isToLookAt({ answer }: PlanItem): boolean {
  return answer.kind === "look-again";
}

/** We asked, and the answer is still open without being a disagreement. */
export function isUnsure(item: PlanItem): boolean {
  if (item.answer.kind === "unsure") return true;
  return item.answer.kind === "votes-only" && isUnsettled(item);
}

export function isUnsettled({ interval }: PlanItem): boolean {
  return interval !== undefined && interval[0] < interval[1];
}

/** Whether people see it differently enough that talking comes before doing. */
export function needsTalk({ answer, votes, criterion }: PlanItem): boolean {
  return answer.kind === "differ" || votes?.class === "split" || areApart(criterion, votes);
}

/** The day the plan speaks from: given, else the meeting's, else the last thing recorded, else the start. */
export function planDate(assessment: Assessment, given: string | undefined): string | undefined {
  return given ?? assessment.plan.meeting?.date ?? lastRecorded(assessment) ?? assessment.started;
}

function lastRecorded({ answers, sessions }: Assessment): string | undefined {
  const instants = [
    ...[...answers.values()].map(({ at }) => at),
    ...sessions.map(({ ended }) => ended),
  ];
  const days = instants.flatMap((instant) => (instant === undefined ? [] : [instant.slice(0, 10)]));
  return days.sort().at(-1);
}

/** The answer to a question in words. Not asked, not known and not agreed stay three different things. */
export function describeAnswer(item: PlanItem): string {
  const { answer, criterion, interval } = item;
  const [from, to] = interval ?? [0, 0];
  const range = rangeWords([quoted(levelName(criterion, from)), quoted(levelName(criterion, to))]);
  switch (answer.kind) {
    case "level":
      return asSentence(levelName(criterion, answer.level));
    case "given":
      return asSentence(answer.words);
    case "left-out":
      return planWords.answers.notAsked;
    case "waits":
      return planWords.answers.waits;
    case "differ":
      return planWords.answers.disagree(range);
    case "votes-only":
      return planWords.answers.fromVotes(range);
    case "unsure":
      return planWords.answers.notKnown;
    case "not-applicable":
      return planWords.answers.doesNotApply;
    case "look-again":
      return lookAgain(item);
    case "skipped":
      return planWords.answers.later;
    case "none":
      return planWords.answers.open;
  }
}

/** An answer to levels that are gone, with the words it had. */
function lookAgain({ response }: PlanItem): string {
  const words = response?.asked?.level;
  const then = words === undefined ? "" : planWords.answers.wordsThen(words);
  return asSentence(planWords.answers.lookAgain(then));
}

/** What would be seen at the level we said; null while the level is open. */
export function answerMeaning({ criterion, interval }: PlanItem): string | null {
  if (interval === undefined || interval[0] !== interval[1]) return null;
  const { text = "" } = criterion.levels[interval[0]] ?? {};
  return text === "" ? null : text;
}
