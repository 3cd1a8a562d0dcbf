import { basename, dirname, join, resolve } from "node:path";
import type { Assessment } from "../../assessment/assessment.ts";
import { comparisonNotes } from "../../comparison/text/comparison-notes.ts";
import { requireAssessment } from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { loadGiven } from "../../files/load-assessment.ts";
import { writeDocument } from "../../files/write-document.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { buildPlan } from "../../plan/build-plan.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { SMALLEST_SHOWN } from "../../scoring/groups.ts";
import { scoreAssessment } from "../../scoring/score-assessment.ts";
import { isRealDay } from "../../yaml/real-day.ts";
import { documentContent } from "./document.ts";
import type { PlanCommandOptions } from "./options.ts";
import { attachedNames, planName } from "./plan-name.ts";
import { readingAdvice } from "./reading-advice.ts";
import { sendingAdvice } from "./sending-advice.ts";

export async function runPlan(
  context: Context,
  file: string | undefined,
  options: PlanCommandOptions,
): Promise<ExitCode> {
  check(options);
  const path = file === "-" ? file : await requireAssessment(context, file);
  const assessment = await load(context, path);
  const previous = await loadPrevious(context, options.previous);
  if (previous !== undefined) context.stderr.write(comparisonNotes([previous, assessment]));
  const scorecard = scoreAssessment(assessment, { minGroup: SMALLEST_SHOWN[options.for] });
  const view = buildPlan(assessment, scorecard, {
    date: options.date,
    length: options.length,
    audience: options.for,
    tool: `coprod ${context.version}`,
    ...(previous && { previous }),
  });
  context.stderr.write(readingAdvice(context, assessment, view));
  const attach = attachedNames(path, options);
  const content = await documentContent(context, view, { ...options, attach });
  const target = outputPath(context, path, options);
  if (target === undefined) {
    context.stdout.write(String(content));
    return EXIT.done;
  }
  await writeDocument(context, { path: target, content }, { force: options.force === true });
  const shown = displayPath(context, target);
  context.stdout.write(
    `The plan is in ${shown}\n${sendingAdvice(options.format, basename(shown))}`,
  );
  if (options.open === true && !(await context.openFile(target)))
    context.stderr.write("We could not open it here. Please open it yourself.\n");
  return EXIT.done;
}

function check({ date, format, output, open }: PlanCommandOptions): void {
  if (date !== undefined && !isRealDay(date)) {
    throw new UserError(`"${date}" is not a day.`, {
      hint: "Write the day like 2026-12-12.",
      exitCode: EXIT.wrongUse,
    });
  }
  if (open === true && (output === "-" || (format === "json" && output === undefined))) {
    throw new UserError("There is no file to open: this plan is printed.", {
      hint: "Leave --open out, or give the name of a file after -o.",
      exitCode: EXIT.wrongUse,
    });
  }
  if (format === "pdf" && output === "-") {
    throw new UserError("A PDF can't be printed to the screen.", {
      hint: "Give the name of a file after -o, or leave -o out.",
      exitCode: EXIT.wrongUse,
    });
  }
}

async function load(context: Context, path: string): Promise<Assessment> {
  const { assessment, warnings, texts } = await loadGiven(context, path);
  context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
  return assessment;
}

async function loadPrevious(
  context: Context,
  file: string | undefined,
): Promise<Assessment | undefined> {
  return file === undefined ? undefined : load(context, resolve(context.cwd, file));
}

/** Where the document goes: undefined is standard output. A page goes beside its assessment unless told otherwise. */
function outputPath(
  context: Context,
  assessment: string,
  options: PlanCommandOptions,
): string | undefined {
  const { output, format } = options;
  if (output === "-") return undefined;
  if (output !== undefined) return resolve(context.cwd, output);
  if (format === "json" || (assessment === "-" && format !== "pdf")) return undefined;
  const folder = assessment === "-" ? context.cwd : dirname(assessment);
  return join(folder, planName(assessment, options));
}
