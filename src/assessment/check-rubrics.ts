import type { Rubric } from "../rubric/rubric.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { AssessmentFile } from "./schema.ts";

/** Answers are filed under a rubric's own id, so the name the assessment gives it must be that one. */
export function checkRubricIds(
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
export function checkRubricVersions(
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
