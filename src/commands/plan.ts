import { basename, dirname, join, parse, resolve } from "node:path";
import { Option } from "commander";
import type { Assessment } from "../assessment/assessment.ts";
import type { Attachments } from "../documents/formats/format.ts";
import {
  attachedNames,
  FORMAT_NAMES,
  FORMATS,
  type FormatName,
  formatEnding,
  formatNamed,
  formatOfFile,
  type PlanVersion,
  planFileName,
  USUAL_FORMAT,
} from "../documents/formats/index.ts";
import type { Letterhead } from "../documents/letterhead.ts";
import type { LoadedAssessment } from "../files/load-assessment.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { PLAN_LENGTHS } from "../util/formats.ts";
import { listOf } from "../util/words.ts";
import {
  type Declare,
  examples,
  type LanguageOptions,
  loadShowingWarnings,
  offerLanguages,
  withLanguage,
  wrongUse,
} from "./command.ts";

export const declarePlan: Declare = (program, perform) => {
  offerLanguages(
    program
      .command("plan [file]")
      .description("make an action plan for trustees from an assessment"),
    { allowsTwo: true },
  )
    .addOption(
      new Option("-f, --format <format>", "kind of document")
        .choices(FORMAT_NAMES)
        .default(undefined, `what the name after -o says, or else ${USUAL_FORMAT}`),
    )
    .option(
      "-o, --output <file>",
      "where to write it; - prints it (default: beside the assessment, under a name that says which plan it is)",
    )
    .addOption(
      new Option("--length <length>", "how much to show")
        .choices(PLAN_LENGTHS)
        .default(undefined, "full"),
    )
    .addOption(
      new Option("--for <readers>", "who reads it")
        .choices(AUDIENCES)
        .default(undefined, "trustees; of a poster, the public"),
    )
    .option("--large-print", "use large letters")
    .option("--previous <file>", "the assessment of last time, if not the one that it followed")
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
    .action((file: string | undefined, given: GivenOptions) =>
      perform((context) => runPlan(context, file, given)),
    );
};

const AUDIENCES: readonly PlanVersion["for"][] = ["trustees", "public"];

interface PlanCommandOptions extends PlanVersion, LanguageOptions {
  readonly path: string;
  readonly output?: string;
  readonly previous?: string;
  readonly template?: string;
  readonly date?: string;
  readonly open?: boolean;
  readonly force?: boolean;
}

/** As they were typed: the format may stand in the name of the file alone. */
type GivenOptions = Omit<PlanCommandOptions, "format" | "path" | "for" | "length"> & {
  readonly format?: FormatName;
  readonly length?: PlanVersion["length"];
  readonly for?: PlanVersion["for"];
};

async function runPlan(
  run: Context,
  file: string | undefined,
  given: GivenOptions,
): Promise<ExitCode> {
  const format = chosenFormat(given);
  await check({ ...given, format });
  const { inTwoLanguages: allowsTwo = false, onlyLength } = formatNamed(format);
  const context = withLanguage(run, given, { allowsTwo });
  const { requireAssessment } = await import("../files/assessment-file.ts");
  const path = file === "-" ? file : await requireAssessment(context, file);
  context.stderr.write(withoutEffect(given, format));
  const length = onlyLength ?? given.length ?? "full";
  // A poster hangs where anybody may read it.
  const usual: PlanVersion["for"] = length === "poster" ? "public" : "trustees";
  const options = { ...given, format, path, length, for: given.for ?? usual };
  const view = await planView(context, path, options);
  const content = await documentContent(context, view, options);
  const target = outputPath(context, path, options);
  if (target !== undefined) return writePlan(context, { path: target, content }, options);
  context.stdout.write(String(content));
  return EXIT.done;
}

/** Two sources of one choice: where they differ, nobody knows which was meant. */
function chosenFormat({ format, output = "-" }: GivenOptions): FormatName {
  const ending = output === "-" ? "" : formatEnding(output);
  if (ending === "") return format ?? USUAL_FORMAT;
  const named = formatOfFile(output);
  if (named === undefined)
    throw wrongUse(
      `coprod can't make a file that ends in .${ending}.`,
      `Give it one of these endings: ${listOf(FORMATS.map((each) => `.${each.ending}`))}.`,
    );
  if (format !== undefined && format !== named)
    throw wrongUse(
      `--format ${format} and a file that ends in .${ending} don't go together.`,
      `Leave --format out, or let the name end in .${formatNamed(format).ending}.`,
    );
  return named;
}

async function check({
  date,
  format,
  output,
  open,
}: Omit<PlanCommandOptions, "path" | "for" | "length">): Promise<void> {
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

/** What changes nothing is told, so that nobody believes that it did. */
function withoutEffect({ length, largePrint }: GivenOptions, format: FormatName): string {
  const { hasPages = false, onlyLength } = formatNamed(format);
  return [
    largePrint === true && !hasPages
      ? `--large-print does nothing to --format ${format}: it has no letters of a size.\n`
      : "",
    length !== undefined && onlyLength !== undefined
      ? `--length does nothing to --format ${format}: it is always as long as a message can be.\n`
      : "",
  ].join("");
}

async function checkDay(date: string): Promise<void> {
  const { isRealDay } = await import("../util/dates.ts");
  if (!isRealDay(date)) throw wrongUse(`"${date}" is not a day.`, "Write the day like 2026-12-12.");
}

/** What the plan holds; what to look at before others read it is told on the way. */
async function planView(context: Context, path: string, options: PlanCommandOptions) {
  const loaded = await loadShowingWarnings(context, path);
  const { assessment } = loaded;
  const previous = await previousOf(context, loaded, options.previous);
  if (previous !== undefined) {
    const { comparisonNotes } = await import("../comparison/text/comparison-outline.ts");
    context.stderr.write(comparisonNotes([previous, assessment]));
  }
  const { SMALLEST_SHOWN } = await import("../scoring/groups.ts");
  const { scoreAssessment } = await import("../scoring/score-assessment.ts");
  const { buildPlan } = await import("../plan/build-plan.ts");
  const { readingAdvice } = await import("../plan/text/word-hints.ts");
  const { otherLanguages } = await import("../documents/languages.ts");
  const { date, length, for: audience } = options;
  const tool = `coprod ${context.version}`;
  const build = (inLanguage: (each: Assessment) => Assessment) => {
    const given = inLanguage(assessment);
    const scorecard = scoreAssessment(given, { minGroup: SMALLEST_SHOWN[audience] });
    const before = previous && { previous: inLanguage(previous) };
    return buildPlan(given, scorecard, { date, length, audience, tool, ...before });
  };
  const view = assessment.rubrics.some(({ beside }) => beside !== undefined)
    ? (await import("../documents/bilingual.ts")).planInBoth(assessment, build)
    : build((each) => each);
  context.stderr.write(readingAdvice(context, assessment, view));
  return {
    view,
    otherLanguages: otherLanguages(assessment.rubrics),
    letterhead: await letterheadOf(context, path, assessment.plan, options.format),
  };
}

/** The one that is named, or else the one that the assessment says it follows. */
async function previousOf(context: Context, loaded: LoadedAssessment, named: string | undefined) {
  if (named !== undefined)
    return (await loadShowingWarnings(context, resolve(context.cwd, named))).assessment;
  const { loadPrevious } = await import("../files/load-assessment.ts");
  const before = await loadPrevious(context, loaded);
  const { previous } = loaded.file;
  if (before === undefined && previous?.file !== undefined)
    context.stderr.write(
      `We could not read ${previous.file}, the assessment of last time. The plan says nothing of it.\n`,
    );
  return before?.assessment;
}

/** Most plans have none, and most formats could not show it. */
async function letterheadOf(
  context: Context,
  path: string,
  facts: Assessment["plan"],
  format: FormatName,
): Promise<Letterhead> {
  const { hasPages = false } = formatNamed(format);
  if (!hasPages || (facts.logo === undefined && facts.colour === undefined)) return {};
  const { loadLetterhead } = await import("../files/load-letterhead.ts");
  return loadLetterhead(context, path, facts);
}

async function documentContent(
  context: Context,
  { view, otherLanguages, letterhead }: Awaited<ReturnType<typeof planView>>,
  options: PlanCommandOptions,
): Promise<string | Uint8Array> {
  const { templateFiller } = await import("../files/fill-template.ts");
  return formatNamed(options.format).render({
    view,
    largePrint: options.largePrint === true,
    otherLanguages,
    letterhead,
    attachments: () => attachments(context, options),
    fill: templateFiller(context, view, options.template),
    printPage: context.printPage,
  });
}

/** Where an email will stand, with the file that goes with it: for the same readers. */
async function attachments(context: Context, options: PlanCommandOptions): Promise<Attachments> {
  const { displayPath } = await import("../files/display-path.ts");
  const { path } = options;
  const folder = dirname(outputPath(context, path, options) ?? resolve(context.cwd, path));
  const made: string[] = [];
  for (const name of attachedNames(stem(path), options))
    if ((await context.files.kind(join(folder, name))) === "file") made.push(name);
  const file = path === "-" ? "-" : displayPath(context, path);
  const readers = options.for === "trustees" ? "" : ` --for ${options.for}`;
  return { made, command: `coprod plan ${file}${readers} --format pdf` };
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
