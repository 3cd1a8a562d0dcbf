import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import { nearest } from "../util/suggest.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path, SourceFile } from "../yaml/source-file.ts";
import { givenWords, levelIndex } from "./assessment.ts";
import { checkRubricIds, checkRubricVersions } from "./check-rubrics.ts";
import type { AssessmentFile, Response, VoiceSource, VoteRound } from "./schema.ts";
import { unhiddenVotes } from "./schema.ts";
import { checkTwice } from "./shared-answers.ts";

/** Whether every answer, vote and action fits the rubrics. `rubrics` in the order of the file's references. */
export function checkAssessment(
  file: AssessmentFile,
  rubrics: readonly Rubric[],
  source: SourceFile,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  const criteria = criteriaByKey(rubrics);
  checkRubricIds(file, rubrics, collector);
  const changed = checkRubricVersions(file, rubrics, collector);
  checkGroups(file, collector);
  checkVoices(file, collector);
  for (const [key, response] of Object.entries(file.answers ?? {})) {
    const path = ["answers", key];
    const criterion = criteria.get(key);
    if (criterion === undefined) {
      // Its stamp says that coprod asked it once: then the rubric has changed since.
      const wasAsked = response.asked !== undefined;
      unknownQuestion(collector, { key, criteria, changed, wasAsked }, path);
    } else {
      const isOld = changed.has(rubricOf(key)) || isOtherwise(criterion, response);
      checkResponse(collector, { file, criterion, response, isOld }, path);
    }
  }
  checkTwice(file, rubrics, collector);
  checkQuestionsNamed(file, [...criteria.keys()], collector);
  return collector.diagnostics;
}

function rubricOf(key: string): string {
  return key.split("/")[0] ?? "";
}

/** Whether the question read otherwise when it was answered: then a level may well be gone. */
function isOtherwise({ hash }: Criterion, { asked }: Response): boolean {
  return asked !== undefined && asked.hash !== hash;
}

function criteriaByKey(rubrics: readonly Rubric[]): Map<string, Criterion> {
  const found = new Map<string, Criterion>();
  for (const rubric of rubrics) {
    for (const criterion of criteriaOf(rubric)) {
      for (const former of criterion.formerly) found.set(`${rubric.id}/${former}`, criterion);
      found.set(criterion.key, criterion);
    }
  }
  return found;
}

// An answer to a question that a newer rubric dropped is kept in the file; it is only wrong where the rubric is the same.
function unknownQuestion(
  collector: Collector,
  about: {
    readonly key: string;
    readonly criteria: ReadonlyMap<string, Criterion>;
    readonly changed: ReadonlySet<string>;
    readonly wasAsked: boolean;
  },
  path: Path,
): void {
  const facts = { key: about.key, near: collector.near(about.key, [...about.criteria.keys()]) };
  if (about.wasAsked || about.changed.has(rubricOf(about.key)))
    collector.keyWarning("answer/unknown-question", facts, path);
  else collector.keyError("answer/unknown-question", facts, path);
}

function checkGroups({ people = [] }: AssessmentFile, collector: Collector): void {
  const known = people.map(({ group }) => group);
  collector.uniqueIds(known.map((id, index) => ({ id, path: ["people", index, "group"] })));
  for (const [index, person] of people.entries()) {
    const name = person["shown-with"];
    const others = known.filter((group) => group !== person.group);
    const path = ["people", index, "shown-with"];
    if (name !== undefined) collector.reference({ what: "group", name, known: others }, path);
  }
}

/** Of the actions, and of what was chosen for a quick look. */
function checkQuestionsNamed(
  { actions = [], picked }: AssessmentFile,
  keys: readonly string[],
  collector: Collector,
): void {
  collector.uniqueIds(actions.map(({ id }, index) => ({ id, path: ["actions", index, "id"] })));
  const named = [
    { key: picked, path: ["picked"] },
    ...actions.map((action, index) => ({ key: action.for, path: ["actions", index, "for"] })),
  ];
  for (const { key, path } of named) {
    if (key === undefined || keys.includes(key)) continue;
    collector.warning("answer/unknown-question", { key, near: collector.near(key, keys) }, path);
  }
}

interface Answered {
  readonly file: AssessmentFile;
  readonly criterion: Criterion;
  readonly response: Response;
  /** Whether it was given to another wording: a level that is gone is kept then, and no slip of the pen. */
  readonly isOld: boolean;
}

/** Checks one answer, its range, its views and its votes against the question it answers. */
function checkResponse(collector: Collector, answered: Answered, path: Path): void {
  checkAnswer(collector, answered, path);
  const groups = (answered.file.people ?? []).map(({ group }) => group);
  for (const name of Object.keys(answered.response.views ?? {})) {
    collector.keyReference({ what: "group", name, known: groups }, [...path, "views", name]);
  }
  for (const [round, votes] of (answered.response.votes ?? []).entries()) {
    checkVotes(collector, { ...answered, votes }, [...path, "votes", round]);
  }
  for (const [entry, { from, votes }] of (answered.response.outside ?? []).entries()) {
    checkVotes(collector, { ...answered, votes, from }, [...path, "outside", entry, "votes"]);
  }
  const votes = unhiddenVotes(answered.response.unrevealed);
  if (votes !== undefined) checkVotes(collector, { ...answered, votes }, [...path, "unrevealed"]);
}

function checkAnswer(
  collector: Collector,
  { criterion, response, isOld }: Answered,
  path: Path,
): void {
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
    default:
      checkSaid(collector, { criterion, response, isOld, answer }, path);
  }
}

/** A level, a range of them, or what was given as an answer. */
function checkSaid(
  collector: Collector,
  { answer, ...said }: Omit<Answered, "file"> & { readonly answer: string },
  path: Path,
): void {
  const { criterion, isOld } = said;
  if (criterion.kind !== "level") checkGiven(collector, said, path);
  else if (answer === "differ") checkRange(collector, said, path);
  else checkLevel(collector, { criterion, level: answer, isOld }, [...path, "answer"]);
}

/** An answer in own words, figures or choices comes with what was given. */
function checkGiven(
  collector: Collector,
  { criterion, response, isOld }: Omit<Answered, "file">,
  path: Path,
): void {
  const { key, kind, choices } = criterion;
  const known = choices.map(({ id }) => id);
  const unknown = (response.chosen ?? []).findIndex((id) => !known.includes(id));
  if (response.answer === "given" && kind === "choices" && unknown >= 0) {
    const at = { criterion: { ...criterion, levels: choices }, isOld };
    checkLevel(collector, { ...at, level: response.chosen?.[unknown] ?? "" }, [
      ...path,
      "chosen",
      unknown,
    ]);
    return;
  }
  if (givenWords(criterion, response) !== undefined && response.answer === "given") return;
  const problem = (
    { text: "no-text", number: "no-number", choices: "no-choices", level: "nothing" } as const
  )[kind];
  if (isOld) collector.warning("answer/incomplete", { key, problem }, [...path, "answer"]);
  else collector.error("answer/incomplete", { key, problem }, [...path, "answer"]);
}

function saysSomething({ votes, outside, note, unrevealed }: Response): boolean {
  return [votes, outside, note, unrevealed].some((each) => each !== undefined);
}

function checkRange(
  collector: Collector,
  { criterion, response, isOld }: Omit<Answered, "file">,
  path: Path,
): void {
  const { from, to } = response;
  if (from === undefined || to === undefined) {
    collector.error("answer/incomplete", { key: criterion.key, problem: "no-range" }, path);
    return;
  }
  const known = [
    checkLevel(collector, { criterion, level: from, isOld }, [...path, "from"]),
    checkLevel(collector, { criterion, level: to, isOld }, [...path, "to"]),
  ].every(Boolean);
  if (known && levelIndex(criterion, from) > levelIndex(criterion, to)) {
    collector.error("answer/incomplete", { key: criterion.key, problem: "range-order" }, [
      ...path,
      "from",
    ]);
  }
}

interface AtLevel {
  readonly criterion: { readonly levels: readonly { readonly id: string }[] };
  readonly level: string;
  readonly alsoAllowed?: readonly string[];
  readonly isKey?: boolean;
  readonly isOld: boolean;
}

function checkLevel(collector: Collector, at: AtLevel, path: Path): boolean {
  const known = [...at.criterion.levels.map(({ id }) => id), ...(at.alsoAllowed ?? [])];
  if (known.includes(at.level)) return true;
  const facts = { level: at.level, near: nearest(at.level, known), known };
  if (at.isOld) collector.warning("answer/unknown-level", facts, path);
  else if (at.isKey === true) collector.keyError("answer/unknown-level", facts, path);
  else collector.error("answer/unknown-level", facts, path);
  return false;
}

function checkVotes(
  collector: Collector,
  { file, criterion, votes, isOld, from }: Answered & { votes: VoteRound; from?: VoiceSource },
  path: Path,
): void {
  const known = (file.people ?? []).map(({ group }) => group);
  for (const [group, counts] of Object.entries(votes)) {
    const at = [...path, group];
    if (!collector.keyReference({ what: "group", name: group, known }, at)) continue;
    for (const level of Object.keys(counts)) {
      checkLevel(collector, { criterion, level, alsoAllowed: ["unsure"], isKey: true, isOld }, [
        ...at,
        level,
      ]);
    }
    const cast = Object.values(counts).reduce((total, each) => total + each, 0);
    const present = from === undefined ? presentWith(file, group) : sentIn(file, { from, group });
    if (cast > present)
      collector.keyError("answer/vote-count", { group, votes: cast, present, from }, at);
  }
}

/** How many people of a group were in the room, with those whose votes were typed with theirs. */
function presentWith({ people = [] }: AssessmentFile, group: string): number {
  return people
    .filter((person) => person.group === group || person["shown-with"] === group)
    .reduce((total, person) => total + person.present, 0);
}

interface OneSource {
  readonly from: VoiceSource;
  readonly group: string;
}

function sentIn({ voices = [] }: AssessmentFile, { from, group }: OneSource): number {
  return voices
    .filter((voice) => voice.from === from)
    .reduce((total, { people }) => total + (people[group] ?? 0), 0);
}

function checkVoices({ people = [], voices = [] }: AssessmentFile, collector: Collector): void {
  const known = people.map(({ group }) => group);
  for (const [index, voice] of voices.entries()) {
    for (const name of Object.keys(voice.people))
      collector.keyReference({ what: "group", name, known }, ["voices", index, "people", name]);
  }
}
