import { resolve } from "node:path";
import { repositoryNames } from "../../files/display-path.ts";
import { writeReport } from "../../files/write-document.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { nearest } from "../../util/suggest.ts";
import {
  type Format,
  type FormatSettings,
  REPORTER_NAMES,
  type ReporterName,
} from "../reporters/format.ts";
import { github, githubLog } from "../reporters/github.ts";
import { gitlab } from "../reporters/gitlab.ts";
import { jsonReport } from "../reporters/json.ts";
import { junit } from "../reporters/junit.ts";
import type { LintReport } from "../reporters/lint-report.ts";
import { jobSummary, markdownReport } from "../reporters/markdown.ts";
import { compact, pretty, stylish } from "../reporters/plain-text.ts";
import { sarif } from "../reporters/sarif.ts";

interface ReportRequest extends Pick<FormatSettings, "lineOf" | "verbose" | "failOn"> {
  /** What is printed; undefined leaves it to where we run. */
  readonly format: ReporterName | undefined;
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
    const text = REPORTERS[target.format](report, settings);
    await writeReport(context, { path: resolve(context.cwd, target.file), text });
  }
  const inActions = context.env.GITHUB_ACTIONS === "true";
  const standard = inActions ? githubLog : REPORTERS.pretty;
  const print = format === undefined ? standard : REPORTERS[format];
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

/** A report for a file, as `--output FORMAT=FILE` asks for it. */
export interface ReportTarget {
  readonly format: ReporterName;
  readonly file: string;
}

const EXAMPLE = "such as --output sarif=lint.sarif";

export function reportTargets(given: readonly string[]): readonly ReportTarget[] {
  const targets = given.map(target);
  const twice = targets.find(({ file }, index) =>
    targets.slice(0, index).some((each) => each.file === file),
  );
  if (twice === undefined) return targets;
  throw wrong(`Two reports are meant for "${twice.file}".`, "Give each a file of its own.");
}

function target(given: string): ReportTarget {
  const at = given.indexOf("=");
  const name = at < 0 ? given : given.slice(0, at);
  const file = at < 0 ? "" : given.slice(at + 1);
  const format = REPORTER_NAMES.find((each) => each === name);
  if (format === undefined) throw unknownFormat(name);
  if (file === "") {
    throw wrong(`"${given}" names no file.`, `Write FORMAT=FILE, ${EXAMPLE}.`);
  }
  if (file === "-") {
    throw wrong("A report cannot go to - here.", `To print it, use --format ${format}.`);
  }
  return { format, file };
}

function unknownFormat(name: string): UserError {
  const near = nearest(name, REPORTER_NAMES);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return wrong(
    `There is no format called "${name}".`,
    `${meant}The formats are: ${REPORTER_NAMES.join(", ")}. Write FORMAT=FILE, ${EXAMPLE}.`,
  );
}

function wrong(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}

export const REPORTERS: Readonly<Record<ReporterName, Format>> = {
  pretty,
  stylish,
  compact,
  json: jsonReport,
  sarif,
  junit,
  github,
  gitlab,
  markdown: markdownReport,
};
