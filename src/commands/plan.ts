import { basename, dirname, join, parse, resolve } from "node:path";
import { Option } from "commander";
import {
  attachedNames,
  FORMAT_NAMES,
  formatNamed,
  type PlanVersion,
  planFileName,
  USUAL_FORMAT,
} from "../documents/formats/index.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { type Declare, examples, loadShowingWarnings } from "./command.ts";

export const declarePlan: Declare = (program, perform) => {
  program
    .command("plan [file]")
    .description("make an action plan for trustees from an assessment")
    .addOption(
      new Option("-f, --format <format>", "kind of document")
        .choices(FORMAT_NAMES)
        .default(USUAL_FORMAT),
    )
    .option(
      "-o, --output <file>",
      "where to write it; - prints it (default: beside the assessment, under a name that says which plan it is)",
    )
    .addOption(new Option("--length <length>", "how much to show").choices(LENGTHS).default("full"))
    .addOption(new Option("--for <readers>", "who reads it").choices(AUDIENCES).default("trustees"))
    .option("--large-print", "use large letters")
    .option("--previous <file>", "the assessment of last time: the plan says what happened since")
    .option("--template <path>", "a template of your own: a file, or a folder of them")
    .option("--date <day>", "the day of the plan, such as 2026-12-12")
    .option("--open", "show it when it is made")
    .option("--force", "replace a file that coprod did not make")
    .addHelpText(
      "after",
      examples(
        "coprod plan our-charity.yaml",
        "coprod plan our-charity.yaml --previous last-year.yaml --format pdf",
      ),
    )
    .action((file: string | undefined, options: PlanCommandOptions) =>
      perform((context) => runPlan(context, file, options)),
    );
};

const LENGTHS: readonly PlanVersion["length"][] = ["full", "summary"];
const AUDIENCES: readonly PlanVersion["for"][] = ["trustees", "public"];

interface PlanCommandOptions extends PlanVersion {
  readonly output?: string;
  readonly previous?: string;
  readonly template?: string;
  readonly date?: string;
  readonly open?: boolean;
  readonly force?: boolean;
}

async function runPlan(
  context: Context,
  file: string | undefined,
  options: PlanCommandOptions,
): Promise<ExitCode> {
  await check(options);
  const { requireAssessment } = await import("../files/assessment-file.ts");
  const path = file === "-" ? file : await requireAssessment(context, file);
  const view = await planView(context, path, options);
  const content = await documentContent(context, view, { ...options, path });
  const target = outputPath(context, path, options);
  if (target !== undefined) return writePlan(context, { path: target, content }, options);
  context.stdout.write(String(content));
  return EXIT.done;
}

async function check({ date, format, output, open }: PlanCommandOptions): Promise<void> {
  const { isBinary, isPrinted } = formatNamed(format);
  if (date !== undefined) await checkDay(date);
  if (open === true && (output === "-" || (isPrinted === true && output === undefined)))
    throw wrongUse(
      "There is no file to open: this plan is printed.",
      "Leave --open out, or give the name of a file after -o.",
    );
  if (isBinary === true && output === "-")
    throw wrongUse(
      `A ${format.toUpperCase()} can't be printed to the screen.`,
      "Give the name of a file after -o, or leave -o out.",
    );
}

async function checkDay(date: string): Promise<void> {
  const { isRealDay } = await import("../yaml/real-day.ts");
  if (!isRealDay(date)) throw wrongUse(`"${date}" is not a day.`, "Write the day like 2026-12-12.");
}

function wrongUse(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}

/** What the plan holds; what to look at before others read it is told on the way. */
async function planView(context: Context, path: string, options: PlanCommandOptions) {
  const { assessment } = await loadShowingWarnings(context, path);
  const previous = await loadPrevious(context, options.previous);
  if (previous !== undefined) {
    const { comparisonNotes } = await import("../comparison/text/comparison-outline.ts");
    context.stderr.write(comparisonNotes([previous, assessment]));
  }
  const { SMALLEST_SHOWN } = await import("../scoring/groups.ts");
  const { scoreAssessment } = await import("../scoring/score-assessment.ts");
  const { buildPlan } = await import("../plan/build-plan.ts");
  const { readingAdvice } = await import("../plan/text/reading-advice.ts");
  const scorecard = scoreAssessment(assessment, { minGroup: SMALLEST_SHOWN[options.for] });
  const view = buildPlan(assessment, scorecard, {
    date: options.date,
    length: options.length,
    audience: options.for,
    tool: `coprod ${context.version}`,
    ...(previous && { previous }),
  });
  context.stderr.write(readingAdvice(context, assessment, view));
  return view;
}

async function loadPrevious(context: Context, file: string | undefined) {
  if (file === undefined) return undefined;
  return (await loadShowingWarnings(context, resolve(context.cwd, file))).assessment;
}

async function documentContent(
  context: Context,
  view: Awaited<ReturnType<typeof planView>>,
  { path, template, ...version }: PlanCommandOptions & { readonly path: string },
): Promise<string | Uint8Array> {
  const { templateFiller } = await import("../files/fill-template.ts");
  return formatNamed(version.format).render({
    view,
    largePrint: version.largePrint === true,
    attach: attachedNames(stem(path), version),
    fill: templateFiller(context, view, template),
    printPage: context.printPage,
  });
}

/** Where the document goes: undefined is standard output. A page goes beside its assessment unless told otherwise. */
function outputPath(
  context: Context,
  assessment: string,
  options: PlanCommandOptions,
): string | undefined {
  const { output, format } = options;
  const { isBinary = false, isPrinted = false } = formatNamed(format);
  if (output === "-") return undefined;
  if (output !== undefined) return resolve(context.cwd, output);
  if (isPrinted || (assessment === "-" && !isBinary)) return undefined;
  const folder = assessment === "-" ? context.cwd : dirname(assessment);
  return join(folder, planFileName(stem(assessment), options));
}

/** The name of an assessment without its ending; one that is read from standard input has none. */
function stem(assessment: string): string | undefined {
  return assessment === "-" ? undefined : parse(assessment).name;
}

async function writePlan(
  context: Context,
  document: { readonly path: string; readonly content: string | Uint8Array },
  { format, force = false, open = false }: PlanCommandOptions,
): Promise<ExitCode> {
  const { writeDocument } = await import("../files/write-document.ts");
  const { displayPath } = await import("../files/display-path.ts");
  await writeDocument(context, document, { force });
  const shown = displayPath(context, document.path);
  const advice = formatNamed(format).advice?.(basename(shown)) ?? "";
  context.stdout.write(`The plan is in ${shown}\n${advice}`);
  if (open && !(await context.openFile(document.path)))
    context.stderr.write("We could not open it here. Please open it yourself.\n");
  return EXIT.done;
}
