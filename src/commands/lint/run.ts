import { dirname } from "node:path";
import { checkAssessment } from "../../assessment/check.ts";
import type { AssessmentFile } from "../../assessment/schema.ts";
import type { Context } from "../../context.ts";
import { type Diagnostic, START_OF_FILE } from "../../diagnostic.ts";
import { EXIT, type ExitCode, FileError, FileProblems, UserError } from "../../errors.ts";
import { adviseOnActions } from "../../lint/action-rules.ts";
import { type LintedText, lintText } from "../../lint/lint-text.ts";
import { checkReferences } from "../../lint/reference-rules.ts";
import type { FormatName } from "../../report/format-names.ts";
import { lintReport, problemFrom } from "../../report/formats/lint-report.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { type LintTarget, lintTargets } from "../../workspace/lint-targets.ts";
import { loadRubrics } from "../../workspace/load-rubrics.ts";
import { missingRubrics } from "../../workspace/missing-rubrics.ts";
import { reportTargets } from "./report-targets.ts";
import { writeReports } from "./write-reports.ts";

export interface LintOptions {
  readonly maxWarnings?: string;
  readonly format?: FormatName;
  readonly output?: readonly string[];
}

export async function runLint(
  context: Context,
  paths: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const limit = warningLimit(options.maxWarnings);
  const reports = reportTargets(options.output ?? []);
  const targets = await lintTargets(context, paths);
  const results: Linted[] = [];
  for (const target of targets) results.push(await lintTarget(context, target));
  const checked = results.filter(({ skipped }) => !skipped);
  const references = checkReferences(checked);
  const diagnostics = [...checked.flatMap((each) => each.diagnostics), ...references];
  const texts = new Map(results.map(({ file, text }) => [file, text]));
  const report = lintReport({
    version: context.version,
    files: checked,
    skipped: results.length - checked.length,
    problems: diagnostics.map(problemFrom),
  });
  const tooMany = report.summary.warnings > limit;
  await writeReports(context, report, {
    format: options.format,
    targets: reports,
    texts,
    verbose: false,
    failOn: tooMany ? "warning" : "error",
  });
  return report.summary.errors > 0 || tooMany ? EXIT.problems : EXIT.done;
}

type Linted = LintedText & {
  readonly file: string;
  readonly text: string;
  readonly skipped: boolean;
};

async function lintTarget(context: Context, target: LintTarget): Promise<Linted> {
  const { file, named } = target;
  const text = await readOrProblem(context, target);
  if (typeof text !== "string") {
    return { file, text: "", kind: "unreadable", diagnostics: [text], skipped: false };
  }
  const linted = lintText(file, text);
  const skipped = linted.kind === undefined && !named;
  const { source, assessment } = linted;
  if (source === undefined || assessment === undefined) return { ...linted, file, text, skipped };
  const fitting = await fitProblems(context, target, { source, assessment });
  const diagnostics = [...linted.diagnostics, ...fitting, ...adviseOnActions(assessment, source)];
  return { ...linted, diagnostics, file, text, skipped };
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
    return checkAssessment(assessment, rubrics, source);
  } catch (error) {
    if (!(error instanceof FileProblems)) throw error;
    return error.diagnostics;
  }
}

function warningLimit(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/u.test(given)) return Number(given);
  throw new UserError(`"${given}" is not a number of warnings.`, {
    hint: "Give a whole number, such as --max-warnings 0.",
    exitCode: EXIT.wrongUse,
  });
}
