import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import { sameValue } from "../util/values.ts";
import { keptWords } from "./assessment.ts";
import type { AnswersFile, AssessmentFile, Response, RubricReference } from "./schema.ts";

/** The assessment with everything given put in. What both hold is taken to be the same (see `clashes`). */
export function mergeAnswers(base: AssessmentFile, given: AnswersFile): AssessmentFile {
  // Twice, so that the order of the assessment and its own stamps both win.
  const answers = { ...base.answers, ...given.answers, ...base.answers };
  const merged = {
    coprod: base.coprod,
    title: given.title ?? base.title,
    covers: given.covers ?? base.covers,
    ...lookOf(given.look === undefined ? base : given),
    started: given.started ?? base.started,
    previous: base.previous ?? given.previous,
    rubrics: base.rubrics,
    people: given.people ?? base.people,
    voices: voicesOf(base, given),
    answers: Object.keys(answers).length > 0 ? answers : undefined,
    actions: mergedActions(base.actions, given.actions),
    suggestions: base.suggestions ?? given.suggestions,
    plan: given.plan === undefined ? base.plan : { ...base.plan, ...given.plan },
    sessions: base.sessions ?? given.sessions,
  };
  const present = Object.entries(merged).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as AssessmentFile;
}

function lookOf({ look, picked }: AnswersFile) {
  return { look, picked };
}

function voicesOf(base: AssessmentFile, given: AnswersFile): AssessmentFile["voices"] {
  return base.voices ?? given.voices;
}

function mergedActions(
  known: AssessmentFile["actions"] = [],
  given: AnswersFile["actions"] = [],
): AssessmentFile["actions"] {
  const added = given.filter(({ id }) => !known.some((each) => each.id === id));
  return known.length + added.length > 0 ? [...known, ...added] : undefined;
}

/** What the assessment already says otherwise than the answers given: keys of questions, ids of actions, fields. */
export function clashes(base: AssessmentFile, given: AnswersFile): readonly string[] {
  const answers = Object.entries(base.answers ?? {})
    .filter(([key, response]) => differs(said(response), said(given.answers?.[key])))
    .map(([key]) => key);
  const actions = (base.actions ?? [])
    .filter((action) =>
      differs(
        action,
        given.actions?.find(({ id }) => id === action.id),
      ),
    )
    .map(({ id }) => `action ${id}`);
  const fields = (["title", "covers", "started", "people"] as const).filter((field) =>
    differs(base[field], given[field]),
  );
  const facts = Object.entries(given.plan ?? {})
    .filter(([field, value]) => differs(factOf(base, field), value))
    .map(([field]) => `plan: ${field}`);
  return [...fields, ...answers, ...actions, ...facts];
}

/** Puts the question as it stands, and the instant, with every answer, and what was asked with every rubric. */
export function stamped(
  file: AssessmentFile,
  rubrics: readonly Rubric[],
  instant: string,
): AssessmentFile {
  const references = file.rubrics.map((reference, index) => known(reference, rubrics[index]));
  if (file.answers === undefined) return { ...file, rubrics: references };
  const criteria = new Map(
    rubrics.flatMap((rubric) => criteriaOf(rubric).flatMap((each) => keysOf(rubric.id, each))),
  );
  const answers = Object.entries(file.answers).map(([key, response]) => {
    const criterion = criteria.get(key);
    return [key, criterion === undefined ? response : stamp(response, criterion, instant)] as const;
  });
  return { ...file, rubrics: references, answers: Object.fromEntries(answers) };
}

/** With the version and fingerprint of the rubric, unless another version is named. */
function known(reference: RubricReference, rubric: Rubric | undefined): RubricReference {
  if (rubric === undefined) return reference;
  const { version = rubric.version, hash } = reference;
  if (version !== rubric.version) return reference;
  const { id, file } = reference;
  const own = { id, version, hash: hash ?? rubric.hash };
  return file === undefined ? own : { ...own, file };
}

function keysOf(rubric: string, criterion: Criterion): (readonly [string, Criterion])[] {
  return [...criterion.formerly, criterion.id].map((id) => [`${rubric}/${id}`, criterion] as const);
}

function stamp(response: Response, criterion: Criterion, at: string): Response {
  if (response.answer === undefined) return response;
  const { asks, hash } = criterion;
  const level = keptWords(criterion, response);
  const asked = { wording: asks, hash, ...(level === undefined || level === "" ? {} : { level }) };
  return { ...response, asked: response.asked ?? asked, at: response.at ?? at };
}

function factOf({ plan = {} }: AssessmentFile, field: string): unknown {
  return (plan as Readonly<Record<string, unknown>>)[field];
}

function differs(before: unknown, after: unknown): boolean {
  return before !== undefined && after !== undefined && !sameValue(before, after);
}

/** A response without its stamps, which differ from run to run. */
function said(response: Response | undefined): Response | undefined {
  if (response === undefined) return undefined;
  const { asked: _, at: __, ...rest } = response;
  return rest;
}
