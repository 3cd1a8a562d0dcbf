import { dirname, join, parse, resolve } from "node:path";
import type { Context } from "../../context.ts";
import { renderDocument } from "../../document/render-document.ts";
import { EXIT, type ExitCode, UserError } from "../../errors.ts";
import { buildPlan } from "../../plan/build-plan.ts";
import { SMALLEST_SHOWN } from "../../plan/groups.ts";
import type { PlanView } from "../../plan/schema.ts";
import { diagnosticsText } from "../../report/diagnostics.ts";
import { scoreAssessment } from "../../scorecard/score-assessment.ts";
import { isRealDay } from "../../source/real-day.ts";
import { displayPath } from "../../workspace/display-path.ts";
import { requireAssessment } from "../../workspace/find-assessment.ts";
import { loadGiven } from "../../workspace/load-assessment.ts";
import { loadTemplates } from "../../workspace/load-templates.ts";
import { writeDocument } from "../../workspace/write-document.ts";
import type { AUDIENCES, FORMATS, LENGTHS } from "./choices.ts";

export interface PlanCommandOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly length: (typeof LENGTHS)[number];
  readonly for: (typeof AUDIENCES)[number];
  readonly largePrint?: boolean;
  readonly date?: string;
  readonly force?: boolean;
}

export async function runPlan(
  context: Context,
  file: string | undefined,
  options: PlanCommandOptions,
): Promise<ExitCode> {
  checkDate(options.date);
  const path = file === "-" ? file : await requireAssessment(context, file);
  const { assessment, warnings, texts } = await loadGiven(context, path);
  context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
  const scorecard = scoreAssessment(assessment, { minGroup: SMALLEST_SHOWN[options.for] });
  const view = buildPlan(assessment, scorecard, {
    date: options.date,
    length: options.length,
    audience: options.for,
  });
  const text = await documentText(context, view, options);
  const target = outputPath(context, path, options);
  if (target === undefined) {
    context.stdout.write(text);
    return EXIT.done;
  }
  await writeDocument(context, { path: target, text }, { force: options.force === true });
  context.stdout.write(`The plan is in ${displayPath(context, target)}\n`);
  return EXIT.done;
}

async function documentText(
  context: Context,
  view: PlanView,
  { format, largePrint }: PlanCommandOptions,
): Promise<string> {
  if (format === "json") return `${JSON.stringify(view, null, 2)}\n`;
  return renderDocument(view, format, {
    templates: await loadTemplates(context),
    largePrint: largePrint === true,
  });
}

function checkDate(date: string | undefined): void {
  if (date === undefined || isRealDay(date)) return;
  throw new UserError(`"${date}" is not a day.`, {
    hint: "Write the day like 2026-12-12.",
    exitCode: EXIT.wrongUse,
  });
}

/** Where the document goes: undefined is standard output. A page goes beside its assessment unless told otherwise. */
function outputPath(
  context: Context,
  assessment: string,
  { output, format }: PlanCommandOptions,
): string | undefined {
  if (output === "-") return undefined;
  if (output !== undefined) return resolve(context.cwd, output);
  if (format === "json" || assessment === "-") return undefined;
  return join(dirname(assessment), `${parse(assessment).name}-plan.${format}`);
}
