import { resolve } from "node:path";
import type { AssessmentFile } from "../assessment/schema.ts";
import type { Context } from "../platform/ports.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import { bundledRubricIds } from "./bundled-rubric-ids.ts";

interface Named {
  readonly file: Pick<AssessmentFile, "rubrics">;
  readonly source: SourceFile;
}

/** The rubrics an assessment names that are not there, each at its place. `folder` is the assessment's own. */
export async function missingRubrics(
  context: Context,
  { file: { rubrics }, source }: Named,
  folder: string,
): Promise<readonly Diagnostic[]> {
  const collector = new Collector(source);
  const known = await bundledRubricIds(context);
  for (const [index, { id, file }] of rubrics.entries()) {
    if (file === undefined) {
      collector.reference({ what: "rubric", name: id, known }, ["rubrics", index, "id"]);
    } else if ((await context.files.kind(resolve(folder, file))) === "missing") {
      collector.reference({ what: "file", name: file, known: [] }, ["rubrics", index, "file"]);
    }
  }
  return collector.diagnostics;
}
