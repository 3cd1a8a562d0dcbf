import { resolve } from "node:path";
import type { Assessment } from "../../assessment/assessment.ts";
import { compareAssessments } from "../../comparison/compare-assessments.ts";
import { comparisonNotes } from "../../comparison/text/comparison-notes.ts";
import { sinceLastTime } from "../../comparison/text/comparison-outline.ts";
import { requireAssessment } from "../../files/assessment-file.ts";
import { loadGiven } from "../../files/load-assessment.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { SMALLEST_GROUP } from "../../scoring/groups.ts";
import type { Scorecard } from "../../scoring/schema.ts";
import { scoreAssessment } from "../../scoring/score-assessment.ts";
import { scorecardText } from "../../scoring/text/scorecard-text.ts";
import { pageWidth, toText } from "../../terminal/to-text.ts";
import { explanation } from "./explanation.ts";
import { bandsFrom, smallestGroup } from "./limits.ts";

export interface ScoreOptions {
  readonly json?: boolean;
  readonly previous?: string;
  readonly explain?: string;
  readonly failBelow?: string;
  readonly minGroup?: string;
}

export async function runScore(
  context: Context,
  file: string | undefined,
  options: ScoreOptions,
): Promise<ExitCode> {
  const minGroup = smallestGroup(options.minGroup, SMALLEST_GROUP);
  const assessment = await load(
    context,
    file === "-" ? file : await requireAssessment(context, file),
  );
  const limit = bandsFrom(assessment, options.failBelow);
  const scorecard = scoreAssessment(assessment, { minGroup });
  context.stdout.write(
    options.explain === undefined
      ? await scoreText(context, { assessment, scorecard }, options)
      : toText(explanation(assessment, options.explain, { minGroup }), pageWidth(context)),
  );
  return limit !== undefined && mayBeBelow(scorecard, limit) ? EXIT.problems : EXIT.done;
}

async function load(context: Context, path: string): Promise<Assessment> {
  const { assessment, warnings, texts } = await loadGiven(context, path);
  context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
  return assessment;
}

interface Scored {
  readonly assessment: Assessment;
  readonly scorecard: Scorecard;
}

async function scoreText(
  context: Context,
  { assessment, scorecard }: Scored,
  { json, previous }: ScoreOptions,
): Promise<string> {
  const older = previous === undefined ? undefined : await loadPrevious(context, previous);
  if (older !== undefined) context.stderr.write(comparisonNotes([older, assessment]));
  const changes = older === undefined ? undefined : compareAssessments(older, assessment);
  if (json === true) {
    return `${JSON.stringify({ ...scorecard, ...(changes && { changes }) }, null, 2)}\n`;
  }
  const text = scorecardText(assessment, scorecard, context);
  if (changes === undefined) return text;
  return `${text}\n${toText(sinceLastTime(changes), pageWidth(context))}`;
}

async function loadPrevious(context: Context, file: string): Promise<Assessment> {
  return load(context, file === "-" ? file : resolve(context.cwd, file));
}

function mayBeBelow({ headline }: Scorecard, enough: readonly string[]): boolean {
  return headline === null || !enough.includes(headline.bands[0]);
}
