import { resolve } from "node:path";
import { Option } from "commander";
import type { Assessment } from "../assessment/assessment.ts";
import { requireAssessment } from "../files/assessment-file.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import type { Scorecard } from "../scoring/schema.ts";
import { nearest } from "../util/suggest.ts";
import { jsonText } from "../util/visible-text.ts";
import {
  type Declare,
  examples,
  type LanguageOptions,
  loadShowingWarnings,
  offerLanguages,
  withLanguage,
} from "./command.ts";

export const declareScore: Declare = (program, perform) => {
  offerLanguages(program.command("score [file]").description("show the scorecard of an assessment"))
    .option("--json", "print the scorecard as JSON")
    .option("--previous <file>", "also show what changed since that assessment")
    .addOption(
      new Option(
        "--explain <key>",
        "show how one figure was reached: headline, or the key of a section or a question",
      ).conflicts(["json", "previous"]),
    )
    .option("--fail-below <band>", "end with exit code 1 if the headline may be below this band")
    .option("--min-group <people>", "show no group in which fewer people voted (3 or more)")
    .addHelpText(
      "after",
      examples(
        "coprod score our-charity.yaml",
        "coprod score our-charity.yaml --previous last-year.yaml",
        "coprod score our-charity.yaml --explain principles/equality",
      ),
    )
    .action((file: string | undefined, options: ScoreOptions) =>
      perform((context) => runScore(withLanguage(context, options), file, options)),
    );
};

interface ScoreOptions extends LanguageOptions {
  readonly json?: boolean;
  readonly previous?: string;
  readonly explain?: string;
  readonly failBelow?: string;
  readonly minGroup?: string;
}

async function runScore(
  context: Context,
  file: string | undefined,
  options: ScoreOptions,
): Promise<ExitCode> {
  const { SMALLEST_GROUP } = await import("../scoring/groups.ts");
  const { scoreAssessment } = await import("../scoring/score-assessment.ts");
  const minGroup = smallestGroup(options.minGroup, SMALLEST_GROUP);
  const path = file === "-" ? file : await requireAssessment(context, file);
  const { assessment } = await loadShowingWarnings(context, path);
  const limit = bandsFrom(assessment, options.failBelow);
  const scorecard = scoreAssessment(assessment, { minGroup });
  context.stdout.write(
    options.explain === undefined
      ? await scoreText(context, { assessment, scorecard }, options)
      : await explanationText(context, assessment, { key: options.explain, minGroup }),
  );
  return limit !== undefined && mayBeBelow(scorecard, limit) ? EXIT.problems : EXIT.done;
}

interface Scored {
  readonly assessment: Assessment;
  readonly scorecard: Scorecard;
}

async function scoreText(
  context: Context,
  { assessment, scorecard }: Scored,
  { json = false, previous }: ScoreOptions,
): Promise<string> {
  if (previous !== undefined)
    return textWithChanges(context, { assessment, scorecard }, { json, previous });
  if (json) return jsonText(scorecard);
  const { scorecardText } = await import("../scoring/text/scorecard-text.ts");
  return scorecardText(assessment, scorecard, context);
}

async function textWithChanges(
  context: Context,
  { assessment, scorecard }: Scored,
  { json, previous }: { readonly json: boolean; readonly previous: string },
): Promise<string> {
  const { compareAssessments } = await import("../comparison/compare-assessments.ts");
  const { comparisonNotes } = await import("../comparison/text/comparison-outline.ts");
  const { sinceLastTime } = await import("../comparison/text/comparison-outline.ts");
  const { pageWidth, toText } = await import("../terminal/to-text.ts");
  const { scorecardText } = await import("../scoring/text/scorecard-text.ts");
  const path = previous === "-" ? previous : resolve(context.cwd, previous);
  const { assessment: older } = await loadShowingWarnings(context, path);
  context.stderr.write(comparisonNotes([older, assessment]));
  const changes = compareAssessments(older, assessment);
  if (json) return jsonText({ ...scorecard, changes });
  const text = scorecardText(assessment, scorecard, context);
  return `${text}\n${toText(sinceLastTime(changes), pageWidth(context))}`;
}

async function explanationText(
  context: Context,
  assessment: Assessment,
  { key, minGroup }: { readonly key: string; readonly minGroup: number },
): Promise<string> {
  const { explanation } = await import("../scoring/text/explain.ts");
  const { pageWidth, toText } = await import("../terminal/to-text.ts");
  return toText(explanation(assessment, key, { minGroup }), pageWidth(context));
}

function mayBeBelow({ headline }: Scorecard, enough: readonly string[]): boolean {
  return headline?.bands == null || !enough.includes(headline.bands[0]);
}

/** Ids of the bands at or above the limit, or undefined where none was asked for. */
function bandsFrom(
  assessment: Assessment,
  limit: string | undefined,
): readonly string[] | undefined {
  if (limit === undefined) return undefined;
  const scales = assessment.rubrics.map(({ bands }) => bands.map(({ id }) => id));
  const bands = scales.find((ids) => ids.includes(limit));
  if (bands !== undefined) return bands.slice(bands.indexOf(limit));
  throw new UserError(`There is no band called "${limit}".`, {
    hint: bandHint(limit, [...new Set(scales.flat())]),
    exitCode: EXIT.wrongUse,
  });
}

function bandHint(limit: string, known: readonly string[]): string {
  if (known.length === 0) return "These questions have no bands.";
  const near = nearest(limit, known);
  if (near.length > 0) return `Did you mean "${near.join('" or "')}"?`;
  return `The bands are: ${known.join(", ")}.`;
}

/** How many people must have voted in a group before it is shown; never fewer than `least`. */
function smallestGroup(given: string | undefined, least: number): number {
  if (given === undefined) return least;
  const size = /^\d+$/u.test(given) ? Number(given) : 0;
  if (size >= least) return size;
  throw new UserError(`"${given}" cannot be the smallest group.`, {
    hint: `Give a whole number, ${least} or more. Smaller groups are never shown, so that nobody's vote is given away.`,
    exitCode: EXIT.wrongUse,
  });
}
