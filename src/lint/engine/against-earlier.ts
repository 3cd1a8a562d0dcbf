import { resolve } from "node:path";
import { EXIT, FileProblems } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { parseRubric } from "../../rubric/parse.ts";
import type { RubricFile } from "../../rubric/schema.ts";
import type { Diagnostic } from "../../yaml/diagnostic.ts";
import { checkAgainst, checkFormerNames } from "../breaking-changes.ts";
import type { LintedText } from "../subject.ts";
import type { LintTarget } from "./targets.ts";

/** What changed in a rubric since the version that `--against` means: a commit, branch or tag, or an earlier file. */
export function againstEarlier(
  context: Context,
  given: string | undefined,
): (target: LintTarget, linted: LintedText) => Promise<readonly Diagnostic[]> {
  return async (target, { source, rubric }) => {
    if (source === undefined || rubric === undefined) return [];
    const former = checkFormerNames(rubric, source);
    if (given === undefined) return former;
    const earlier = await earlierRubric(context, target, given);
    if (earlier === undefined || earlier.id !== rubric.id) return former;
    return [...former, ...checkAgainst(earlier, rubric, source)];
  };
}

async function earlierRubric(
  context: Context,
  { path, file }: LintTarget,
  given: string,
): Promise<RubricFile | undefined> {
  const asFile = resolve(context.cwd, given);
  const isFile = (await context.files.kind(asFile)) === "file";
  const text = isFile ? await context.files.read(asFile) : await context.fileAt(given, path);
  if (text === undefined) return undefined;
  const shown = isFile ? given : `${file} at ${given}`;
  const { file: earlier, diagnostics } = parseRubric(shown, text);
  if (earlier !== undefined) return earlier;
  throw new FileProblems(diagnostics, new Map([[shown, text]]), EXIT.wrongUse);
}
