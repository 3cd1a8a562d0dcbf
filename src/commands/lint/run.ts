import type { Context } from "../../context.ts";
import type { Severity } from "../../diagnostic.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Profile } from "../../lint/profile.ts";
import { RULE_PAGES } from "../../lint/rule-page.ts";
import { tidyProblems } from "../../lint/tidy-problems.ts";
import type { FormatName } from "../../report/format-names.ts";
import { atLeast } from "../../report/formats/format.ts";
import { lintReport } from "../../report/formats/lint-report.ts";
import { ruleInfo } from "../../report/rule-page.ts";
import { againstEarlier } from "./against-earlier.ts";
import { type CheckRequest, checkFiles } from "./check-files.ts";
import { chosenTargets } from "./chosen-targets.ts";
import { explainRule } from "./explain-rule.ts";
import { fixFiles } from "./fix-files.ts";
import { leaveOutKnown } from "./leave-out-known.ts";
import { reportTargets } from "./report-targets.ts";
import { printSettings, settingsFinder } from "./settings-finder.ts";
import { warningLimit } from "./warning-limit.ts";
import { writeReports } from "./write-reports.ts";

export interface LintOptions {
  readonly maxWarnings?: string;
  readonly failOn?: Severity;
  readonly verbose?: boolean;
  readonly format?: FormatName;
  readonly output?: readonly string[];
  readonly profile?: Profile;
  /** A path; false for none at all. */
  readonly config?: string | boolean;
  readonly printConfig?: string;
  /** A rule's name; true for a list of them all. */
  readonly explain?: string | boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly stdinFilename?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly against?: string;
}

export async function runLint(
  context: Context,
  paths: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const { explain, printConfig } = options;
  if (explain !== undefined) return explainRule(context, explain);
  if (printConfig !== undefined) return printSettings(context, printConfig, options);
  const limit = warningLimit(options.maxWarnings);
  const targets = reportTargets(options.output ?? []);
  const request = await checkRequest(context, paths, options);
  const checked =
    options.fix === true || options.dryRun === true
      ? await fixFiles(context, request, { dryRun: options.dryRun === true })
      : await checkFiles(context, request);
  const results = await leaveOutKnown(context, checked, options);
  const report = lintReport({
    version: context.version,
    files: results.filter(({ skipped }) => !skipped),
    skipped: results.filter(({ skipped }) => skipped).length,
    problems: results.flatMap(({ problems }) => tidyProblems(problems)),
    rules: RULE_PAGES.map(ruleInfo),
  });
  const tooMany = report.summary.warnings > limit;
  const failOn = tooMany ? "warning" : (options.failOn ?? "error");
  const texts = new Map(results.map(({ file, text }) => [file, text]));
  const { format, verbose = false } = options;
  await writeReports(context, report, { format, targets, texts, verbose, failOn });
  // Whoever asked for a file to be checked must not take the answer for one about all of them.
  if (results.some(({ unread }) => unread)) return EXIT.file;
  const fails = report.problems.some(
    ({ severity, silenced }) => silenced === undefined && atLeast(severity, failOn),
  );
  return fails ? EXIT.problems : EXIT.done;
}

async function checkRequest(
  context: Context,
  paths: readonly string[],
  options: LintOptions,
): Promise<CheckRequest> {
  const { targets, texts } = await chosenTargets(context, paths, options);
  return {
    targets,
    texts,
    settingsFor: settingsFinder(context, options),
    changesIn: againstEarlier(context, options.against),
  };
}
