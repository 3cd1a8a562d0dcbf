import { resolve } from "node:path";
import { Option } from "commander";
import type { Assessment } from "../assessment/assessment.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { jsonText } from "../util/visible-text.ts";
import { type Declare, examples, loadShowingWarnings } from "./command.ts";

const FORMATS = ["text", "md", "json"] as const;

export const declareCompare: Declare = (program, perform) => {
  program
    .command("compare <older-file> <newer-file> [more-files...]")
    .description("show what changed between two assessments or more, oldest first")
    .addOption(
      new Option("-f, --format <format>", "how to print it").choices(FORMATS).default("text"),
    )
    .addHelpText(
      "after",
      examples(
        "coprod compare march.yaml november.yaml",
        "coprod compare 2024.yaml 2025.yaml 2026.yaml --format md",
      ),
    )
    .action((old: string, next: string, newer: string[], options: CompareOptions) =>
      perform((context) => runCompare(context, [old, next, ...newer], options)),
    );
};

interface CompareOptions {
  readonly format: (typeof FORMATS)[number];
}

/** At least two files, oldest first. */
type ComparedFiles = readonly [string, string, ...string[]];

async function runCompare(
  context: Context,
  [oldest, second, ...later]: ComparedFiles,
  { format }: CompareOptions,
): Promise<ExitCode> {
  const { comparisonNotes } = await import("../comparison/text/comparison-outline.ts");
  const first = await load(context, oldest);
  const next = await load(context, second);
  const others: Assessment[] = [];
  for (const file of later) others.push(await load(context, file));
  context.stderr.write(comparisonNotes([first, next, ...others]));
  context.stdout.write(await comparisonText(context, [first, next, ...others], format));
  return EXIT.done;
}

async function load(context: Context, file: string): Promise<Assessment> {
  const path = file === "-" ? file : resolve(context.cwd, file);
  return (await loadShowingWarnings(context, path)).assessment;
}

async function comparisonText(
  context: Context,
  [first, next, ...others]: readonly [Assessment, Assessment, ...Assessment[]],
  format: CompareOptions["format"],
): Promise<string> {
  const { compareAssessments } = await import("../comparison/compare-assessments.ts");
  const { compareSeries } = await import("../comparison/compare-assessments.ts");
  const { comparisonOutline, seriesOutline } = await import(
    "../comparison/text/comparison-outline.ts"
  );
  const compared =
    others.length === 0 ? compareAssessments(first, next) : compareSeries(first, [next, ...others]);
  if (format === "json") return jsonText(compared);
  const outline = "steps" in compared ? seriesOutline(compared) : comparisonOutline(compared);
  const { toMarkdown } = await import("../terminal/to-markdown.ts");
  const { pageWidth, toText } = await import("../terminal/to-text.ts");
  return format === "md" ? toMarkdown(outline) : toText(outline, pageWidth(context));
}
