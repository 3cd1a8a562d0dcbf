import { resolve } from "node:path";
import { configPath } from "../../files/config-path.ts";
import type { CheckedTarget, CheckRequest } from "../../lint/engine/check-files.ts";
import { checkMany } from "../../lint/engine/check-many.ts";
import { chosenTargets } from "../../lint/engine/chosen-targets.ts";
import type { Profile } from "../../lint/profile.ts";
import { atLeast } from "../../lint/reporters/format.ts";
import type { FormatName } from "../../lint/reporters/format-names.ts";
import { lintReport, type RuleInfo } from "../../lint/reporters/lint-report.ts";
import { tidyProblems } from "../../lint/tidy-problems.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Severity } from "../../yaml/diagnostic.ts";
import { type ReportTarget, reportTargets } from "./report-targets.ts";
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
  /** False to look at every file again. */
  readonly cache?: boolean;
}

/** What is not needed where nothing has changed is loaded only when it is. */
export async function runLint(
  context: Context,
  paths: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  const { explain, printConfig, format, verbose = false } = options;
  if (explain !== undefined) {
    const { explainRule } = await import("./explain-rule.ts");
    return explainRule(context, explain, paths);
  }
  if (printConfig !== undefined) {
    const { printSettings } = await import("../../lint/engine/settings-finder.ts");
    return printSettings(context, printConfig, options);
  }
  const limit = warningLimit(options.maxWarnings);
  const targets = reportTargets(options.output ?? []);
  const results = await leftOver(context, await check(context, paths, options), options);
  const report = lintReport({
    version: context.version,
    files: results.filter(({ skipped }) => !skipped),
    skipped: results.filter(({ skipped }) => skipped).length,
    cached: results.filter(({ kept, skipped }) => kept === true && !skipped).length,
    problems: results.flatMap(({ problems }) => tidyProblems(problems)),
    rules: await rulesFor(format, targets),
  });
  const tooMany = report.summary.warnings > limit;
  const failOn = tooMany ? "warning" : (options.failOn ?? "error");
  const texts = new Map(results.map(({ file, text }) => [file, text]));
  await writeReports(context, report, { format, targets, texts, verbose, failOn });
  // Whoever asked for a file to be checked must not take the answer for one about all of them.
  if (results.some(({ unread }) => unread)) return EXIT.file;
  const fails = report.problems.some(
    ({ severity, silenced }) => silenced === undefined && atLeast(severity, failOn),
  );
  return fails ? EXIT.problems : EXIT.done;
}

async function check(
  context: Context,
  paths: readonly string[],
  options: LintOptions,
): Promise<readonly CheckedTarget[]> {
  const chosen = await chosenTargets(context, paths, options);
  const request: CheckRequest = {
    ...chosen,
    settingsFor: lazySettings(context, options),
    changesIn: lazyChanges(context, options.against),
  };
  if (options.fix === true || options.dryRun === true) {
    const { fixFiles } = await import("../../lint/engine/fix-files.ts");
    return fixFiles(context, request, { dryRun: options.dryRun === true });
  }
  // What comes from a pipe or is compared with another version is looked at by itself, each time.
  if (chosen.texts.size > 0 || options.against !== undefined) {
    const { checkFiles } = await import("../../lint/engine/check-files.ts");
    return checkFiles(context, request);
  }
  const settingsMark = markFinder(context, options);
  return checkMany(context, { ...request, settingsMark, keeps: options.cache !== false });
}

function lazySettings(context: Context, options: LintOptions): CheckRequest["settingsFor"] {
  let finder: Promise<CheckRequest["settingsFor"]> | undefined;
  const load = async () =>
    (await import("../../lint/engine/settings-finder.ts")).settingsFinder(context, options);
  return async (path) => {
    finder ??= load();
    return (await finder)(path);
  };
}

function lazyChanges(context: Context, against: string | undefined): CheckRequest["changesIn"] {
  return async (...given) => {
    const { againstEarlier } = await import("../../lint/engine/against-earlier.ts");
    return againstEarlier(context, against)(...given);
  };
}

/** The settings as they are written: to work them out takes a parser. */
function markFinder(
  context: Context,
  { config, profile: given }: LintOptions,
): (folder: string) => Promise<string> {
  const profile = given ?? "";
  return async (folder) => {
    if (config === false) return profile;
    const path =
      typeof config === "string" ? resolve(context.cwd, config) : await configPath(context, folder);
    return path === undefined ? profile : `${profile}\n${await context.files.read(path)}`;
  };
}

async function leftOver(
  context: Context,
  checked: readonly CheckedTarget[],
  options: LintOptions,
): Promise<readonly CheckedTarget[]> {
  if (options.baseline === undefined && options.updateBaseline !== true) return checked;
  const { leaveOutKnown } = await import("../../lint/engine/leave-out-known.ts");
  return leaveOutKnown(context, checked, options);
}

/** Only one format lists them all. */
async function rulesFor(
  format: FormatName | undefined,
  targets: readonly ReportTarget[],
): Promise<readonly RuleInfo[]> {
  if (format !== "sarif" && targets.every((each) => each.format !== "sarif")) return [];
  const { RULE_PAGES } = await import("../../lint/rule-page.ts");
  const { ruleInfo } = await import("../../lint/reporters/rule-page.ts");
  return RULE_PAGES.map(ruleInfo);
}
