import { resolve } from "node:path";
import { repositoryNames } from "../../files/repository-names.ts";
import { writeReport } from "../../files/write-report.ts";
import type { FormatSettings } from "../../lint/reporters/format.ts";
import type { FormatName } from "../../lint/reporters/format-names.ts";
import { githubLog } from "../../lint/reporters/github.ts";
import { FORMATS } from "../../lint/reporters/index.ts";
import type { LintReport } from "../../lint/reporters/lint-report.ts";
import { jobSummary } from "../../lint/reporters/markdown.ts";
import type { Context } from "../../platform/ports.ts";
import type { ReportTarget } from "./report-targets.ts";

export interface ReportRequest extends Pick<FormatSettings, "lineOf" | "verbose" | "failOn"> {
  /** What is printed; undefined leaves it to where we run. */
  readonly format: FormatName | undefined;
  readonly targets: readonly ReportTarget[];
}

/** Prints the report, and writes the files that were asked for. */
export async function writeReports(
  context: Context,
  report: LintReport,
  { format, targets, lineOf, verbose, failOn }: ReportRequest,
): Promise<void> {
  const fromRoot = await repositoryNames(context);
  const settings = { lineOf, verbose, failOn, fromRoot, at: context.now(), color: false };
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
