import {
  type Assessment,
  answeredOutside,
  askingOf,
  LIVED_EXPERIENCE,
  peopleAt,
  tookPart,
} from "../assessment/assessment.ts";
import { waitingChecks } from "../assessment/felt-most.ts";
import type { Criterion, Rubric } from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { SCORECARD_FORMAT } from "../util/formats.ts";
import { type Protection, SMALLEST_GROUP } from "./groups.ts";
import { resultsOf, scoreHeadline } from "./headline.ts";
import { type Judged, judge, mustResult, putRightResult } from "./interval.ts";
import { scoreParts } from "./results.ts";
import type { CriterionScore, Scorecard } from "./schema.ts";
import { type JudgedSection, scoreBarrier, scoreSection } from "./section-score.ts";
import { scoreVotes } from "./votes-score.ts";

/** All results of an assessment. `minGroup` raises the size from which a group is shown; it never lowers it. */
export function scoreAssessment(
  assessment: Assessment,
  { minGroup = SMALLEST_GROUP }: { minGroup?: number } = {},
): Scorecard {
  const { people, voices } = assessment;
  const outside = answeredOutside(voices);
  const sections = judgedSections(assessment);
  const results = resultsOf(sections);
  const ofRubric = (rubric: Rubric) => sections.filter((each) => each.rubric === rubric);
  const parts = assessment.rubrics.flatMap((rubric) => scoreParts(rubric, ofRubric(rubric)));
  const protection = { people, minGroup: Math.max(SMALLEST_GROUP, minGroup) };
  return {
    coprod: SCORECARD_FORMAT,
    assessment: {
      title: assessment.title,
      covers: assessment.covers ?? null,
      started: assessment.started ?? null,
    },
    rubrics: assessment.rubrics.map(({ id, version, hash }) => ({ id, version, hash })),
    smallestShown: protection.minGroup,
    people: people.map(({ group, name, present }) => ({
      group,
      name,
      present: numberShown(present, protection),
      ...(outside.has(group) && { outside: numberShown(outside.get(group) ?? 0, protection) }),
    })),
    view: viewOf(assessment),
    ...scoreHeadline(sections, results),
    ...(results.length > 0 && { results }),
    ...(parts.length > 0 && { parts }),
    sections: sections.flatMap((each) => {
      const { kind } = each.section;
      return kind === "barrier" ? [] : [scoreSection(each, kind)];
    }),
    barriers: barriersAmong(sections, assessment).map(scoreBarrier),
    look: assessment.quick ? "quick" : null,
    criteria: sections.flatMap(({ section, judged, waiting }) =>
      section.criteria.map((criterion) => {
        const own = judged.find((each) => each.criterion === criterion);
        if (own !== undefined) return scoreCriterion(own, protection);
        return waiting.includes(criterion)
          ? waits(criterion)
          : leftOut(criterion, assessment.quick);
      }),
    ),
  };
}

/**
 * Every section with its answers read: what all results are made from. A quick look has only the core questions; what an
 * earlier answer leaves out is in no sum, nor are the checks of barriers that others are felt more than.
 */
export function judgedSections({
  rubrics,
  answers,
  people,
  sessions,
  quick,
}: Assessment): JudgedSection[] {
  const responseTo = ({ key }: Criterion) => answers.get(key);
  const waiting = quick ? new Set<string>() : waitingChecks(rubrics, responseTo);
  return rubrics.flatMap((rubric) =>
    rubric.sections.map((section) => ({
      rubric,
      section,
      waiting: section.criteria.filter(({ key }) => waiting.has(key)),
      judged: section.criteria
        .filter(({ core, key }) => (core || !quick) && !waiting.has(key))
        .map((criterion) => ({ criterion, asking: askingOf(criterion, responseTo) }))
        .filter(({ asking }) => asking !== "left-out")
        .map(({ criterion, asking }) => {
          const response = responseTo(criterion);
          const voters = peopleAt({ people, sessions }, response);
          const judged = judge(criterion, response, voters);
          return asking === "unknown" ? mayNotApply(judged) : judged;
        }),
    })),
  );
}

/** Of most barriers a quick look asks nothing: they are no part of its result. */
function barriersAmong(
  sections: readonly JudgedSection[],
  { quick }: Pick<Assessment, "quick">,
): readonly JudgedSection[] {
  const isAskedAbout = ({ judged }: JudgedSection) =>
    !quick || judged.some(({ criterion }) => !isCopy(criterion));
  return sections.filter((each) => each.section.kind === "barrier" && isAskedAbout(each));
}

/** While nobody can say whether a question applies, its answer may count or not: as if it could be any level. */
function mayNotApply(judged: Judged): Judged {
  const top = Math.max(0, judged.criterion.levels.length - 1);
  return { ...judged, interval: judged.interval && [0, top] };
}

/** What was not meant to be asked is not unknown: it is in no sum. */
function leftOut({ key, when, core }: Criterion, quick: boolean): CriterionScore {
  const answer = when.length > 0 && (core || !quick) ? "left-out" : "none";
  return { key, answer, interval: null, must: "none", votes: null };
}

function waits({ key }: Criterion): CriterionScore {
  return { key, answer: "waits", interval: null, must: "none", votes: null };
}

/** Of a few people nobody is told how many they were. */
function numberShown(count: number, { minGroup }: Pick<Protection, "minGroup">): number | null {
  return count > 0 && count < minGroup ? null : count;
}

function viewOf(assessment: Assessment): Scorecard["view"] {
  if (tookPart(assessment, LIVED_EXPERIENCE)) return "shared";
  return assessment.people.some(({ group }) => tookPart(assessment, group)) ? "staff" : "unknown";
}

function scoreCriterion(
  judged: Judged,
  { minGroup }: Pick<Protection, "minGroup">,
): CriterionScore {
  const { criterion, interval, votes, people } = judged;
  return {
    key: criterion.key,
    answer: answerWord(judged),
    ...(judged.answer.kind === "given" && { given: judged.answer.words }),
    interval: interval === null ? null : [...interval],
    must: mustResult(judged),
    ...(criterion.putRight !== undefined && { putRight: putRightResult(judged) }),
    votes: scoreVotes(votes, { people, minGroup }),
  };
}

function answerWord({ criterion, answer }: Judged): string {
  if (answer.kind === "level") return criterion.levels[answer.level]?.id ?? "";
  return answer.kind === "votes-only" ? "votes" : answer.kind;
}
