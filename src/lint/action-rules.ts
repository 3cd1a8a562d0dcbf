import type { AssessmentFile } from "../assessment/schema.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { Collector } from "../source/collector.ts";
import type { SourceFile } from "../source/source-file.ts";

/** Advice on the actions of an assessment: who leads each, and by when. Finished ones need neither. */
export function adviseOnActions(
  { actions = [] }: AssessmentFile,
  source: SourceFile,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  for (const [index, { id, who, by, status = "planned" }] of actions.entries()) {
    if (status === "done" || status === "dropped") continue;
    if (who === undefined) collector.warning("action/no-owner", { id }, ["actions", index, "id"]);
    if (by === undefined) collector.warning("action/no-date", { id }, ["actions", index, "id"]);
  }
  return collector.diagnostics;
}
