import { type Criterion, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path, SourceFile } from "../yaml/source-file.ts";
import { checkResponse } from "./check-response.ts";
import type { AssessmentFile } from "./schema.ts";

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
  for (const [key, response] of Object.entries(file.answers ?? {})) {
    const path = ["answers", key];
    const criterion = criteria.get(key);
    if (criterion === undefined) unknownQuestion(collector, { key, criteria, changed }, path);
    else checkResponse(collector, { file, criterion, response }, path);
  }
  checkActions(file, [...criteria.keys()], collector);
  return collector.diagnostics;
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

/** Answers are filed under a rubric's own id, so the name the assessment gives it must be that one. */
function checkRubricIds(
  { rubrics: references }: AssessmentFile,
  rubrics: readonly Rubric[],
  collector: Collector,
): void {
  collector.uniqueIds(references.map(({ id }, index) => ({ id, path: ["rubrics", index, "id"] })));
  for (const [index, { id }] of references.entries()) {
    const known = rubrics.slice(index, index + 1).map((rubric) => rubric.id);
    if (known.length > 0)
      collector.reference({ what: "rubric", name: id, known }, ["rubrics", index, "id"]);
  }
}

/** The ids of rubrics that are not the ones the answers were given to. */
function checkRubricVersions(
  file: AssessmentFile,
  rubrics: readonly Rubric[],
  collector: Collector,
): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [index, reference] of file.rubrics.entries()) {
    const rubric = rubrics[index];
    const same = reference.hash === undefined || reference.hash === rubric?.hash;
    if (rubric === undefined || same) continue;
    changed.add(rubric.id);
    const facts = { rubric: rubric.id, asked: reference.version ?? "?", now: rubric.version };
    collector.warning("answer/old-wording", facts, ["rubrics", index]);
  }
  return changed;
}

// An answer to a question that a newer rubric dropped is kept in the file; it is only wrong where the rubric is the same.
function unknownQuestion(
  collector: Collector,
  about: { key: string; criteria: ReadonlyMap<string, Criterion>; changed: ReadonlySet<string> },
  path: Path,
): void {
  const facts = { key: about.key, near: collector.near(about.key, [...about.criteria.keys()]) };
  const rubric = about.key.split("/")[0] ?? "";
  if (about.changed.has(rubric)) collector.keyWarning("answer/unknown-question", facts, path);
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

function checkActions(
  { actions = [] }: AssessmentFile,
  keys: readonly string[],
  collector: Collector,
): void {
  collector.uniqueIds(actions.map(({ id }, index) => ({ id, path: ["actions", index, "id"] })));
  for (const [index, action] of actions.entries()) {
    const key = action.for;
    if (key === undefined || keys.includes(key)) continue;
    const facts = { key, near: collector.near(key, keys) };
    collector.warning("answer/unknown-question", facts, ["actions", index, "for"]);
  }
}
