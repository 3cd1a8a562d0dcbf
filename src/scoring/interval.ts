import { type Answer, answerOf } from "../assessment/assessment.ts";
import type { Response } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { balancedBounds, type Interval } from "./balanced-level.ts";
import { type GroupVotes, lastRound } from "./votes.ts";

/** One criterion with all that its answer settles. */
export interface Judged {
  readonly criterion: Criterion;
  readonly answer: Answer;
  /** Null where it does not apply. */
  readonly interval: Interval | null;
  readonly votes: readonly GroupVotes[];
}

export type Applicable = Judged & { readonly interval: Interval };

/** Reads what one answer says and leaves open. */
export function judge(criterion: Criterion, response: Response | undefined): Judged {
  const votes = lastRound(criterion, response);
  const said = answerOf(criterion, response);
  // A list of votes in which nobody voted is the same as no answer.
  const answer: Answer = said.kind === "votes-only" && votes.length === 0 ? { kind: "none" } : said;
  return { criterion, answer, votes, interval: intervalOf(criterion, answer, votes) };
}

export function isApplicable(judged: Judged): judged is Applicable {
  return judged.interval !== null;
}

/** Nobody has answered it: not asked, or left for later. Worded "not asked yet", and never "we do not know". */
export function isUnasked(answer: string): boolean {
  return answer === "none" || answer === "skipped";
}

/** Whether the people have said anything to it yet, even that they do not know. */
export function isAsked({ answer }: Judged): boolean {
  return !isUnasked(answer.kind);
}

function intervalOf(
  criterion: Criterion,
  answer: Answer,
  votes: readonly GroupVotes[],
): Interval | null {
  const open: Interval = [0, criterion.levels.length - 1];
  switch (answer.kind) {
    case "level":
      return [answer.level, answer.level];
    case "differ":
      return [answer.from, answer.to];
    case "votes-only":
      return balancedBounds(votes);
    case "not-applicable":
      return criterion.allowNotApplicable ? null : open;
    case "unsure":
    case "skipped":
    case "none":
      return open;
  }
}
