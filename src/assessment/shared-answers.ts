import {
  type Criterion,
  criteriaOf,
  levelName,
  type Rubric,
  type SharedWith,
} from "../rubric/rubric.ts";
import { isCopy, withSharedAnswers } from "../rubric/same-as.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { AssessmentFile, Response, VoteRound } from "./schema.ts";

type Stored = (keys: readonly string[]) => Response | undefined;

/** Finds what is filed under the first of some keys that a file has. */
export function storedIn(answers: AssessmentFile["answers"] = {}): Stored {
  return (keys) => {
    const key = keys.find((each) => Object.hasOwn(answers, each));
    return key === undefined ? undefined : answers[key];
  };
}

/** An answer that came from the other of two questions which share it. */
export interface TakenOver {
  readonly from: SharedWith;
  readonly response: Response;
}

/**
 * What counts as the response to a question that shares its answer: of two, the one given where it is asked, and else the
 * one given to its copy. Notes and what could be shown stay with the question they were written at.
 */
export function sharedResponse(
  { sharedWith }: Criterion,
  own: Response | undefined,
  stored: Stored,
): Response | undefined {
  const taken = sharedWith.length === 0 ? undefined : takenOver({ sharedWith }, own, stored);
  if (taken === undefined) return own;
  const { note, evidence } = own ?? {};
  const said = { ...(note !== undefined && { note }), ...(evidence !== undefined && { evidence }) };
  return { ...said, ...taken.response };
}

/** The answer that the other question gives; undefined where this one has its own. */
export function takenOver(
  { sharedWith }: Pick<Criterion, "sharedWith">,
  own: Response | undefined,
  stored: Stored,
): TakenOver | undefined {
  const found = sharedWith.flatMap((from): TakenOver[] => {
    const there = stored(from.keys);
    return there !== undefined && hasAnswer(there)
      ? [{ from, response: translated(from, there) }]
      : [];
  });
  const asked = found.find(({ from }) => from.isAskedThere);
  if (asked !== undefined || (own !== undefined && hasAnswer(own))) return asked;
  return found.toSorted((a, b) => place(a) - place(b))[0];
}

/** How high up the copies' answers stand here, the careful one first. */
function place({ from, response }: TakenOver): number {
  return [...from.levels.values()].indexOf(response.answer ?? "");
}

/** Whether people have said anything to it, in an answer or in votes. */
export function hasAnswer({ answer, votes, outside }: Response): boolean {
  return answer === undefined ? votes !== undefined || outside !== undefined : answer !== "skipped";
}

function translated({ levels }: SharedWith, { answer, from, to, ...there }: Response): Response {
  const here = (id: string) => levels.get(id) ?? id;
  const { voted, at, reason } = there;
  const when = { ...(voted !== undefined && { voted }), ...(at !== undefined && { at }) };
  if (answer === undefined) return { ...when, ...translatedVotes(there, here) };
  if (answer !== "differ")
    return { ...when, answer: here(answer), ...(reason !== undefined && { reason }) };
  const [low, high] = [here(from ?? ""), here(to ?? "")];
  return low === high ? { ...when, answer: low } : { ...when, answer, from: low, to: high };
}

function translatedVotes(
  { votes, outside }: Response,
  here: (id: string) => string,
): Pick<Response, "votes" | "outside"> {
  const round = (votesThere: VoteRound) =>
    Object.fromEntries(
      Object.entries(votesThere).map(([group, counts]) => [group, countsHere(counts, here)]),
    );
  return {
    ...(votes !== undefined && { votes: votes.map(round) }),
    ...(outside !== undefined && {
      outside: outside.map((each) => ({ ...each, votes: round(each.votes) })),
    }),
  };
}

function countsHere(counts: VoteRound[string], here: (id: string) => string): VoteRound[string] {
  const found: Record<string, number> = {};
  for (const [level, count] of Object.entries(counts))
    found[here(level)] = (found[here(level)] ?? 0) + count;
  return found;
}

/** `“Do people hear what happened?” is “Usual practice”`, for what an answer was taken over from. */
export function takenOverWords({ from }: TakenOver, there: Response | undefined): string {
  const { other } = from;
  const level = other.levels.findIndex(({ id }) => id === there?.answer);
  return level < 0 ? `“${other.asks}”` : `“${other.asks}” is “${levelName(other, level)}”`;
}

/** Where questions have answers of their own and those of other ones, which count: said once, at the first of them. */
export function checkTwice(
  { answers = {} }: AssessmentFile,
  rubrics: readonly Rubric[],
  collector: Collector,
): void {
  const stored = storedIn(answers);
  const twice = withSharedAnswers(rubrics)
    .flatMap(criteriaOf)
    .filter(isCopy)
    .flatMap((copy) => {
      const own = answers[copy.key];
      const taken = own && hasAnswer(own) ? takenOver(copy, own, stored) : undefined;
      if (own === undefined || taken === undefined || sameAnswer(own, taken.response)) return [];
      return [{ key: copy.key, counts: taken.from.other.key }];
    });
  const [first, ...others] = twice;
  if (first === undefined) return;
  const facts = { ...first, others: others.map(({ key }) => key) };
  collector.keyWarning("answer/twice", facts, ["answers", first.key]);
}

function sameAnswer(a: Response, b: Response): boolean {
  return a.answer === b.answer && a.from === b.from && a.to === b.to;
}
