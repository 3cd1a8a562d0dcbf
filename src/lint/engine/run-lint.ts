import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Severity } from "../../yaml/diagnostic.ts";
import { atLeast } from "../reporters/format.ts";
import type { ReporterName } from "../reporters/format-names.ts";
import { lintReport, type RuleInfo } from "../reporters/lint-report.ts";
import { shown } from "../reporters/message.ts";
import { tidyProblems } from "../tidy-problems.ts";
import { type FindOptions, findProblems } from "./find-problems.ts";
import { shownLines } from "./shown-lines.ts";
import { type ReportTarget, reportTargets, writeReports } from "./write-reports.ts";

export interface LintOptions extends FindOptions {
  readonly maxWarnings?: string;
  readonly failOn?: Severity;
  readonly verbose?: boolean;
  readonly format?: ReporterName;
  readonly output?: readonly string[];
  readonly printConfig?: string;
  /** A rule's name; true for a list of them all. */
  readonly explain?: string | boolean;
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
    const { printSettings } = await import("./settings-finder.ts");
    return printSettings(context, printConfig, options);
  }
  const limit = warningLimit(options.maxWarnings);
  const targets = reportTargets(options.output ?? []);
  const findings = await findProblems(context, paths, options);
  const { results, isKnown } = findings;
  const checked = results.filter(({ skipped }) => !skipped);
  const report = lintReport({
    version: context.version,
    files: checked.map(({ target: { file }, kind }) => ({ file, kind })),
    skipped: results.length - checked.length,
    cached: isKnown ? checked.length : 0,
    problems: results.flatMap(({ problems }) => tidyProblems(problems)),
    rules: await rulesFor(format, targets),
  });
  const tooMany = report.summary.warnings > limit;
  const failOn = tooMany ? "warning" : (options.failOn ?? "error");
  const lineOf = await shownLines(context, findings, shown(report.problems, { verbose }));
  await writeReports(context, report, { format, targets, lineOf, verbose, failOn });
  // Whoever asked for a file to be checked must not take the answer for one about all of them.
  if (results.some(({ unread }) => unread)) return EXIT.file;
  const fails = report.problems.some(
    ({ severity, silenced }) => silenced === undefined && atLeast(severity, failOn),
  );
  return fails ? EXIT.problems : EXIT.done;
}

/** Only one format lists them all. */
async function rulesFor(
  format: ReporterName | undefined,
  targets: readonly ReportTarget[],
): Promise<readonly RuleInfo[]> {
  if (format !== "sarif" && targets.every((each) => each.format !== "sarif")) return [];
  const { RULE_PAGES } = await import("../rule-page.ts");
  const { ruleInfo } = await import("../reporters/rule-page.ts");
  return RULE_PAGES.map(ruleInfo);
}

function warningLimit(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/u.test(given)) return Number(given);
  throw new UserError(`"${given}" is not a number of warnings.`, {
    hint: "Give a whole number, such as --max-warnings 0.",
    exitCode: EXIT.wrongUse,
  });
}
