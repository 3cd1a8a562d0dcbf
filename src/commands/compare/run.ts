import { resolve } from "node:path";
import type { Assessment } from "../../assessment/assessment.ts";
import { compareAssessments } from "../../comparison/compare-assessments.ts";
import { compareSeries } from "../../comparison/compare-series.ts";
import type { Comparison, ComparisonSeries } from "../../comparison/schema.ts";
import { comparisonNotes } from "../../comparison/text/comparison-notes.ts";
import { comparisonOutline, seriesOutline } from "../../comparison/text/comparison-outline.ts";
import { loadGiven } from "../../files/load-assessment.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { toMarkdown } from "../../terminal/to-markdown.ts";
import { pageWidth, toText } from "../../terminal/to-text.ts";
import type { FORMATS } from "./choices.ts";

export interface CompareOptions {
  readonly format: (typeof FORMATS)[number];
}

/** At least two files, oldest first. */
export type ComparedFiles = readonly [string, string, ...string[]];

export async function runCompare(
  context: Context,
  [oldest, second, ...later]: ComparedFiles,
  { format }: CompareOptions,
): Promise<ExitCode> {
  const first = await load(context, oldest);
  const next = await load(context, second);
  const others: Assessment[] = [];
  for (const file of later) others.push(await load(context, file));
  context.stderr.write(comparisonNotes([first, next, ...others]));
  const compared =
    others.length === 0 ? compareAssessments(first, next) : compareSeries(first, [next, ...others]);
  context.stdout.write(RENDER[format](compared, context));
  return EXIT.done;
}

type Compared = Comparison | ComparisonSeries;

const RENDER: Readonly<
  Record<CompareOptions["format"], (compared: Compared, context: Context) => string>
> = {
  text: (compared, context) => toText(outlineOf(compared), pageWidth(context)),
  md: (compared) => toMarkdown(outlineOf(compared)),
  json: (compared) => `${JSON.stringify(compared, null, 2)}\n`,
};

function outlineOf(compared: Compared) {
  return "steps" in compared ? seriesOutline(compared) : comparisonOutline(compared);
}

async function load(context: Context, file: string): Promise<Assessment> {
  const path = file === "-" ? file : resolve(context.cwd, file);
  const { assessment, warnings, texts } = await loadGiven(context, path);
  context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
  return assessment;
}
