import type { Action, AssessmentFile } from "../assessment/schema.ts";
import type { Path } from "../yaml/diagnostic.ts";

/** Actions that still have to be done, and where they stand. */
export function openActions(
  assessment: AssessmentFile | undefined,
): { readonly action: Action; readonly path: Path }[] {
  return (assessment?.actions ?? []).flatMap((action, index) =>
    action.status === "done" || action.status === "dropped"
      ? []
      : [{ action, path: ["actions", index] }],
  );
}
