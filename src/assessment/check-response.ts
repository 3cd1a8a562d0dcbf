import type { Criterion } from "../rubric/rubric.ts";
import { nearest } from "../util/suggest.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path } from "../yaml/source-file.ts";
import { levelIndex } from "./assessment.ts";
import type { AssessmentFile, Response, VoteRound } from "./schema.ts";

interface Answered {
  readonly file: AssessmentFile;
  readonly criterion: Criterion;
  readonly response: Response;
}

/** Checks one answer, its range, its views and its votes against the question it answers. */
export function checkResponse(collector: Collector, answered: Answered, path: Path): void {
  checkAnswer(collector, answered, path);
  const groups = (answered.file.people ?? []).map(({ group }) => group);
  for (const name of Object.keys(answered.response.views ?? {})) {
    collector.keyReference({ what: "group", name, known: groups }, [...path, "views", name]);
  }
  for (const [round, votes] of (answered.response.votes ?? []).entries()) {
    checkVotes(collector, { ...answered, votes }, [...path, "votes", round]);
  }
  const { unrevealed } = answered.response;
  if (unrevealed !== undefined) {
    checkVotes(collector, { ...answered, votes: unrevealed }, [...path, "unrevealed"]);
  }
}

function checkAnswer(collector: Collector, { criterion, response }: Answered, path: Path): void {
  const { answer } = response;
  const incomplete = (problem: "nothing" | "not-applicable" | "no-reason") =>
    collector.error("answer/incomplete", { key: criterion.key, problem }, [...path, "answer"]);
  switch (answer) {
    case undefined:
      if (!saysSomething(response)) incomplete("nothing");
      return;
    case "unsure":
    case "skipped":
      return;
    case "not-applicable":
      if (!criterion.allowNotApplicable) incomplete("not-applicable");
      else if (response.reason === undefined && response.note === undefined)
        incomplete("no-reason");
      return;
    case "differ":
      checkRange(collector, { criterion, response }, path);
      return;
    default:
      checkLevel(collector, { criterion, level: answer }, [...path, "answer"]);
  }
}

function saysSomething({ votes, note, unrevealed }: Response): boolean {
  return votes !== undefined || note !== undefined || unrevealed !== undefined;
}

function checkRange(
  collector: Collector,
  { criterion, response }: Pick<Answered, "criterion" | "response">,
  path: Path,
): void {
  const { from, to } = response;
  if (from === undefined || to === undefined) {
    collector.error("answer/incomplete", { key: criterion.key, problem: "no-range" }, path);
    return;
  }
  const known = [
    checkLevel(collector, { criterion, level: from }, [...path, "from"]),
    checkLevel(collector, { criterion, level: to }, [...path, "to"]),
  ].every(Boolean);
  if (known && levelIndex(criterion, from) > levelIndex(criterion, to)) {
    collector.error("answer/incomplete", { key: criterion.key, problem: "range-order" }, [
      ...path,
      "from",
    ]);
  }
}

interface AtLevel {
  readonly criterion: Criterion;
  readonly level: string;
  readonly alsoAllowed?: readonly string[];
  readonly isKey?: boolean;
}

function checkLevel(collector: Collector, at: AtLevel, path: Path): boolean {
  const known = [...at.criterion.levels.map(({ id }) => id), ...(at.alsoAllowed ?? [])];
  if (known.includes(at.level)) return true;
  const facts = { level: at.level, near: nearest(at.level, known), known };
  if (at.isKey === true) collector.keyError("answer/unknown-level", facts, path);
  else collector.error("answer/unknown-level", facts, path);
  return false;
}

function checkVotes(
  collector: Collector,
  { file, criterion, votes }: Answered & { votes: VoteRound },
  path: Path,
): void {
  const people = file.people ?? [];
  const known = people.map(({ group }) => group);
  for (const [group, counts] of Object.entries(votes)) {
    const at = [...path, group];
    if (!collector.keyReference({ what: "group", name: group, known }, at)) continue;
    for (const level of Object.keys(counts)) {
      checkLevel(collector, { criterion, level, alsoAllowed: ["unsure"], isKey: true }, [
        ...at,
        level,
      ]);
    }
    const cast = Object.values(counts).reduce((total, each) => total + each, 0);
    const present = people
      .filter((person) => person.group === group || person["shown-with"] === group)
      .reduce((total, person) => total + person.present, 0);
    if (cast > present)
      collector.keyError("answer/vote-count", { group, votes: cast, present }, at);
  }
}
