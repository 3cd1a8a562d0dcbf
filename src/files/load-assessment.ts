import { dirname, join } from "node:path";
import { type Assessment, resolveAssessment } from "../assessment/assessment.ts";
import { checkAssessment } from "../assessment/check.ts";
import { parseAssessment } from "../assessment/parse.ts";
import type { AssessmentFile } from "../assessment/schema.ts";
import { FileProblems } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { type Diagnostic, hasErrors } from "../yaml/diagnostic.ts";
import { MOST_BYTES } from "./assessment-file.ts";
import { displayPath } from "./display-path.ts";
import { loadRubrics, missingRubrics } from "./rubrics.ts";

export interface LoadedAssessment {
  readonly path: string;
  readonly text: string;
  readonly file: AssessmentFile;
  readonly assessment: Assessment;
  /** Not serious enough to stop: wording that changed, answers to questions that are gone. */
  readonly warnings: readonly Diagnostic[];
  /** The file's text by its displayed name, for showing the warnings. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads an assessment and its rubrics. Throws `FileError`, `FileProblems` or `UserError`. */
export async function loadAssessment(context: Context, path: string): Promise<LoadedAssessment> {
  return readAssessment(context, path, await context.files.read(path, MOST_BYTES));
}

/** As `loadAssessment`, for text that is already at hand. */
export async function readAssessment(
  context: Context,
  path: string,
  text: string,
): Promise<LoadedAssessment> {
  const shown = displayPath(context, path);
  const texts = new Map([[shown, text]]);
  const { file, source, diagnostics } = parseAssessment(shown, text);
  if (file === undefined || source === undefined) throw new FileProblems(diagnostics, texts);
  const missing = await missingRubrics(context, { file, source }, dirname(path));
  if (missing.length > 0) throw new FileProblems(missing, texts);
  const rubrics = await loadRubrics(context, file.rubrics, dirname(path));
  const problems = checkAssessment(file, rubrics, source);
  if (hasErrors(problems)) throw new FileProblems(problems, texts);
  const assessment = resolveAssessment(file, rubrics);
  return { path, text, file, assessment, warnings: problems, texts };
}

/** As `loadAssessment`; `-` reads standard input, with `file:` references relative to the working folder. */
export async function loadGiven(context: Context, path: string): Promise<LoadedAssessment> {
  if (path !== "-") return loadAssessment(context, path);
  return readAssessment(context, join(context.cwd, "standard input"), await context.readStdin());
}
