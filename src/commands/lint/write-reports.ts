import { resolve } from "node:path";
import type { Context } from "../../context.ts";
import type { FormatName } from "../../report/format-names.ts";
import type { FormatSettings } from "../../report/formats/format.ts";
import { githubLog } from "../../report/formats/github.ts";
import type { LintReport } from "../../report/formats/lint-report.ts";
import { jobSummary } from "../../report/formats/markdown.ts";
import { FORMATS } from "../../report/formats.ts";
import { repositoryNames } from "../../workspace/repository-names.ts";
import { writeReport } from "../../workspace/write-report.ts";
import type { ReportTarget } from "./report-targets.ts";

export interface ReportRequest extends Pick<FormatSettings, "texts" | "verbose" | "failOn"> {
  /** What is printed; undefined leaves it to where we run. */
  readonly format: FormatName | undefined;
  readonly targets: readonly ReportTarget[];
}

/** Prints the report, and writes the files that were asked for. */
export async function writeReports(
  context: Context,
  report: LintReport,
  { format, targets, texts, verbose, failOn }: ReportRequest,
): Promise<void> {
  const fromRoot = await repositoryNames(context);
  const settings = { texts, verbose, failOn, fromRoot, at: context.now(), color: false };
  for (const target of targets) {
    const text = FORMATS[target.format](report, settings);
    await writeReport(context, { path: resolve(context.cwd, target.file), text });
  }
  const inActions = context.env.GITHUB_ACTIONS === "true";
  const standard = inActions ? githubLog : FORMATS.pretty;
  const print = format === undefined ? standard : FORMATS[format];
  context.stdout.write(print(report, { ...settings, color: context.color }));
  if (inActions && (format === undefined || format === "github")) {
    await addJobSummary(context, jobSummary(report, settings));
  }
}

/** GitHub shows only some annotations; its summary has all. A summary that fails is no reason to fail the check. */
async function addJobSummary({ env, files, stderr }: Context, text: string): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === "") return;
  try {
    const before = (await files.kind(path)) === "file" ? await files.read(path) : "";
    await files.write(path, before === "" ? text : `${before.trimEnd()}\n\n${text}`);
  } catch {
    stderr.write("The job summary could not be written. The log has every problem.\n");
  }
}
