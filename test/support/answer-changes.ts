import type { Response } from "../../src/assessment/schema.ts";
import type { Criterion, Rubric } from "../../src/rubric/rubric.ts";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import type { CriterionScore } from "../../src/scoring/schema.ts";
import type { Answered } from "./arbitraries.ts";
import { score } from "./score-ranges.ts";

/** Answers every question that applies with one level of its interval. */
export function filled(given: Answered, choose: (low: number, high: number) => number): Answered {
  const responses = score(given).criteria.map(({ key, interval }) => {
    const answer =
      interval === null ? "not-applicable" : `level-${choose(interval[0], interval[1])}`;
    return [key, { answer }] as const;
  });
  return { ...given, answers: Object.fromEntries(responses) };
}

/** Raises one answer by a level; where there are votes, those at the lowest level that has any. */
export function raised(given: Answered, which: number): Answered {
  const [key, response] = pick(Object.entries(given.answers), which) ?? [];
  const criterion = criteriaOf(given.rubric).find((each) => each.key === key);
  if (key === undefined || response === undefined || criterion === undefined) return given;
  return { ...given, answers: { ...given.answers, [key]: raisedResponse(criterion, response) } };
}

function raisedResponse({ levels }: Criterion, { answer, from, to, votes }: Response): Response {
  const up = (id = "") => levels[levels.findIndex((level) => level.id === id) + 1]?.id ?? id;
  if (votes !== undefined) {
    return { votes: votes.map((round) => mapValues(round, (counts) => raisedVotes(counts, up))) };
  }
  if (answer === "differ") return { answer, from: from ?? "", to: up(to) };
  return { answer: answer?.startsWith("level-") === true ? up(answer) : (answer ?? "") };
}

function raisedVotes(counts: Record<string, number>, up: (id: string) => string) {
  const lowest = Object.keys(counts).find((id) => id !== "unsure" && (counts[id] ?? 0) > 0) ?? "";
  const next = up(lowest);
  if (next === lowest) return counts;
  return { ...counts, [lowest]: 0, [next]: (counts[next] ?? 0) + (counts[lowest] ?? 0) };
}

/** Settles one open answer, or one unsure vote of one that has only votes. */
export function settled(given: Answered, which: number, choice: number): Answered {
  const open = pick(score(given).criteria.filter(isOpen), which);
  if (open === undefined) return given;
  return {
    ...given,
    answers: { ...given.answers, [open.key]: settledResponse(given, open, choice) },
  };
}

function isOpen({ interval }: CriterionScore): boolean {
  return interval !== null && interval[0] < interval[1];
}

function settledResponse(given: Answered, open: CriterionScore, choice: number): Response {
  const [low, high] = open.interval ?? [0, 0];
  const [round] = given.answers[open.key]?.votes ?? [];
  if (round === undefined) return { answer: `level-${low + (choice % (high - low + 1))}` };
  const [group, counts] = Object.entries(round).find(([, { unsure = 0 }]) => unsure > 0) ?? [];
  if (group === undefined || counts === undefined) return { votes: [round] };
  const level = `level-${choice % (Object.keys(counts).length - 1)}`;
  const { unsure = 0 } = counts;
  return {
    votes: [
      { ...round, [group]: { ...counts, unsure: unsure - 1, [level]: (counts[level] ?? 0) + 1 } },
    ],
  };
}

/** The same rubric and answers with every list and every record turned round. */
export function reversed({ rubric, answers }: Answered): Answered {
  const sections = rubric.sections
    .toReversed()
    .map((section) => ({ ...section, criteria: section.criteria.toReversed() }));
  return {
    rubric: { ...rubric, sections },
    answers: reversedKeys(mapValues(answers, reversedVotes)),
  };
}

function reversedVotes(response: Response): Response {
  if (response.votes === undefined) return response;
  const votes = response.votes.map((round) => reversedKeys(mapValues(round, reversedKeys)));
  return { ...response, votes };
}

function reversedKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).toReversed());
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

export function mapCriteria(rubric: Rubric, change: (criterion: Criterion) => Criterion): Rubric {
  const sections = rubric.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map(change),
  }));
  return { ...rubric, sections };
}

export function pick<Value>(values: readonly Value[], which: number): Value | undefined {
  return values[which % Math.max(1, values.length)];
}
