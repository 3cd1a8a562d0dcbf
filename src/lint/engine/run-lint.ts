import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Problem, Severity } from "../../yaml/diagnostic.ts";
import { atLeast, type ReporterName } from "../reporters/format.ts";
import { lintReport, type RuleInfo } from "../reporters/lint-report.ts";
import { linesOf, shown } from "../reporters/message.ts";
import { tidyProblems } from "../tidy-problems.ts";
import type { CheckedTarget } from "./check-files.ts";
import { type FindOptions, findProblems } from "./find-problems.ts";
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
    const { printSettings } = await import("../config/find-config.ts");
    return printSettings(context, printConfig, options);
  }
  const limit = warningLimit(options.maxWarnings);
  const targets = reportTargets(options.output ?? []);
  const findings = await findProblems(context, paths, options);
  const { results, isKnown } = findings;
  const checked = results.filter(({ skipped, target }) => !skipped && target.lost === undefined);
  const report = lintReport({
    version: context.version,
    files: checked.map(({ target: { file }, kind }) => ({ file, kind })),
    skipped: results.filter(({ skipped }) => skipped).length,
    cached: isKnown ? checked.length : 0,
    problems: results.flatMap(({ problems }) => tidyProblems(problems)),
    rules: await rulesFor(format, targets),
  });
  const tooMany = report.summary.warnings > limit;
  const failOn = tooMany ? "warning" : (options.failOn ?? "error");
  const lineOf = await shownLines(context, findings, shown(report.problems, { verbose }));
  await writeReports(context, report, { format, targets, lineOf, verbose, failOn });
  if (results.some(({ target }) => target.lost === "no-match")) return EXIT.wrongUse;
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

/**
 * The lines where problems stand, by the names people see. The files are read again for it, as a run keeps no texts; one
 * that has gone since is shown without its lines.
 */
async function shownLines(
  { files }: Pick<Context, "files">,
  {
    results,
    texts,
  }: { readonly results: readonly CheckedTarget[]; readonly texts: ReadonlyMap<string, string> },
  problems: readonly Problem[],
): Promise<(file: string, line: number) => string | undefined> {
  const wanted = byFile(problems);
  const lines = new Map<string, string>();
  for (const { target } of results) {
    const here = wanted.get(target.file) ?? [];
    if (here.length === 0) continue;
    const text = texts.get(target.path) ?? (await files.read(target.path).catch(() => ""));
    const all = linesOf(text);
    // A piece of a text keeps all of it in memory.
    for (const { place } of here)
      lines.set(`${place.line} ${target.file}`, copied(all[place.line - 1]));
  }
  return (file, line) => lines.get(`${line} ${file}`);
}

function copied(line = ""): string {
  return JSON.parse(JSON.stringify(line)) as string;
}

function byFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const each of problems) {
    const those = found.get(each.file);
    if (those === undefined) found.set(each.file, [each]);
    else those.push(each);
  }
  return found;
}
