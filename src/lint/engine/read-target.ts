import { dirname } from "node:path";
import { checkAssessment } from "../../assessment/check.ts";
import type { AssessmentFile } from "../../assessment/schema.ts";
import { loadRubrics } from "../../files/load-rubrics.ts";
import { missingRubrics } from "../../files/missing-rubrics.ts";
import { isTemplateName, saysItsFormat } from "../../files/template-place.ts";
import { FileError, FileProblems } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { type Diagnostic, START_OF_FILE } from "../../yaml/diagnostic.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { lintText } from "../lint-text.ts";
import type { LintedText } from "../linted-text.ts";
import { withOldWordings } from "../old-wordings.ts";
import type { LintTarget } from "./lint-targets.ts";
import { templateReader } from "./read-template.ts";

export type ReadTarget = LintedText & {
  readonly text: string;
  /** Met in a folder, and not made for coprod. */
  readonly skipped: boolean;
  /** There is a file, and it holds no text that could be checked. */
  readonly unread?: boolean;
};

/**
 * Reads files and parses them; an assessment is held against its rubrics, and a template against what a plan holds.
 * `texts` stand in for files by their paths.
 */
export function targetReader(
  context: Context,
  texts: ReadonlyMap<string, string>,
): (target: LintTarget) => Promise<ReadTarget> {
  const templateProblems = templateReader(context, texts);
  return async (target) => {
    const text = texts.get(target.path) ?? (await readOrProblem(context, target));
    if (typeof text !== "string") {
      return { text: "", kind: "unreadable", diagnostics: [text], skipped: false, unread: true };
    }
    if (!isTemplateName(target.path)) return readYaml(context, target, text);
    // Other programs have files of this kind too; ours say which document they make.
    if (!target.named && !saysItsFormat(target.path))
      return { text, kind: undefined, diagnostics: [], skipped: true };
    const diagnostics = await templateProblems(target);
    return { text, kind: "template", diagnostics, skipped: false };
  };
}

async function readYaml(context: Context, target: LintTarget, text: string): Promise<ReadTarget> {
  const { file, named } = target;
  const linted = lintText(file, text);
  const skipped = linted.kind === undefined && !named;
  const { source, assessment } = linted;
  if (source === undefined || assessment === undefined) return { ...linted, text, skipped };
  const fitting = await fitProblems(context, target, { source, assessment });
  return { ...linted, diagnostics: [...linted.diagnostics, ...fitting], text, skipped };
}

/** The text, or the one problem that keeps it from being read; a missing or locked file stops the whole run. */
async function readOrProblem(context: Context, target: LintTarget): Promise<string | Diagnostic> {
  try {
    return await context.files.read(target.path);
  } catch (error) {
    if (
      !(error instanceof FileError) ||
      (error.fault !== "too-large" && error.fault !== "not-text")
    ) {
      throw error;
    }
    const facts = { reason: error.fault, found: "", known: "" } as const;
    return {
      rule: "file/unsupported",
      severity: "error",
      file: target.file,
      place: START_OF_FILE,
      facts,
    };
  }
}

// A rubric that is broken itself is reported where it stands; the assessment cannot be held against it meanwhile.
async function fitProblems(
  context: Context,
  target: LintTarget,
  { source, assessment }: { source: SourceFile; assessment: AssessmentFile },
): Promise<readonly Diagnostic[]> {
  const folder = dirname(target.path);
  const missing = await missingRubrics(context, { file: assessment, source }, folder);
  if (missing.length > 0) return missing;
  try {
    const rubrics = await loadRubrics(context, assessment.rubrics, folder);
    const fitting = checkAssessment(assessment, rubrics, source);
    return withOldWordings({ assessment, source }, rubrics, fitting);
  } catch (error) {
    if (!(error instanceof FileProblems)) throw error;
    return error.diagnostics;
  }
}
