import { basename, dirname, join, parse, resolve } from "node:path";
import { Option } from "commander";
import type { Assessment } from "../assessment/assessment.ts";
import { requireAssessment } from "../files/assessment-file.ts";
import { displayPath } from "../files/display-path.ts";
import type { PlanView } from "../plan/schema/index.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { isRealDay } from "../yaml/real-day.ts";
import { type Declare, examples, loadShowingWarnings } from "./command.ts";

const FORMATS = ["html", "md", "text", "pdf", "json"] as const;
const LENGTHS = ["full", "summary"] as const;
const AUDIENCES = ["trustees", "public"] as const;

export const declarePlan: Declare = (program, perform) => {
  program
    .command("plan [file]")
    .description("make an action plan for trustees from an assessment")
    .addOption(
      new Option("-f, --format <format>", "kind of document").choices(FORMATS).default("html"),
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
    .action((file: string | undefined, options: PlanOptions) =>
      perform((context) => runPlan(context, file, options)),
    );
};

interface PlanOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly length: (typeof LENGTHS)[number];
  readonly for: (typeof AUDIENCES)[number];
  readonly largePrint?: boolean;
  readonly previous?: string;
  readonly template?: string;
  readonly date?: string;
  readonly open?: boolean;
  readonly force?: boolean;
}

async function runPlan(
  context: Context,
  file: string | undefined,
  options: PlanOptions,
): Promise<ExitCode> {
  check(options);
  const path = file === "-" ? file : await requireAssessment(context, file);
  const { assessment } = await loadShowingWarnings(context, path);
  const view = await planOf(context, assessment, options);
  const { planContent } = await import("../files/render-plan.ts");
  const attach = attachedNames(path, options);
  const content = await planContent(context, view, { ...options, attach });
  const target = outputPath(context, path, options);
  if (target === undefined) context.stdout.write(String(content));
  else await write(context, { path: target, content }, options);
  return EXIT.done;
}

async function planOf(
  context: Context,
  assessment: Assessment,
  { date, length, previous: older, for: audience }: PlanOptions,
): Promise<PlanView> {
  const { buildPlan } = await import("../plan/build-plan.ts");
  const { SMALLEST_SHOWN } = await import("../scoring/groups.ts");
  const { readingAdvice } = await import("../plan/text/reading-advice.ts");
  const { scoreAssessment } = await import("../scoring/score-assessment.ts");
  const previous = older === undefined ? undefined : await loadPrevious(context, older, assessment);
  const scorecard = scoreAssessment(assessment, { minGroup: SMALLEST_SHOWN[audience] });
  const view = buildPlan(assessment, scorecard, {
    date,
    length,
    audience,
    tool: `coprod ${context.version}`,
    ...(previous && { previous }),
  });
  context.stderr.write(readingAdvice(context, assessment, view));
  return view;
}

async function loadPrevious(context: Context, file: string, next: Assessment): Promise<Assessment> {
  const { comparisonNotes } = await import("../comparison/text/comparison-outline.ts");
  const { assessment } = await loadShowingWarnings(context, resolve(context.cwd, file));
  context.stderr.write(comparisonNotes([assessment, next]));
  return assessment;
}

async function write(
  context: Context,
  document: { readonly path: string; readonly content: string | Uint8Array },
  { force = false, format, open = false }: PlanOptions,
): Promise<void> {
  const { writeDocument } = await import("../files/write-document.ts");
  await writeDocument(context, document, { force });
  const shown = displayPath(context, document.path);
  context.stdout.write(`The plan is in ${shown}\n${sendingAdvice(format, basename(shown))}`);
  if (open && !(await context.openFile(document.path)))
    context.stderr.write("We could not open it here. Please open it yourself.\n");
}

function check({ date, format, output, open }: PlanOptions): void {
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

/** Where the document goes: undefined is standard output. A page goes beside its assessment unless told otherwise. */
function outputPath(
  context: Context,
  assessment: string,
  options: PlanOptions,
): string | undefined {
  const { output, format } = options;
  if (output === "-") return undefined;
  if (output !== undefined) return resolve(context.cwd, output);
  if (format === "json" || (assessment === "-" && format !== "pdf")) return undefined;
  const folder = assessment === "-" ? context.cwd : dirname(assessment);
  return join(folder, planName(assessment, options));
}

type PlanVersion = Pick<PlanOptions, "format" | "for" | "length" | "largePrint">;

/** The plan's file name says what is in it: nobody sends the trustees' votes to the public, and no version replaces another. */
function planName(assessment: string, version: PlanVersion): string {
  const { format, largePrint } = version;
  const isPage = format === "html" || format === "pdf";
  const parts = [
    ...(assessment === "-" ? [] : [parse(assessment).name]),
    "plan",
    ...(version.for === "public" ? ["public"] : []),
    ...(version.length === "summary" ? ["summary"] : []),
    ...(largePrint === true && isPage ? ["large-print"] : []),
  ];
  return `${parts.join("-")}.${format === "text" ? "txt" : format}`;
}

/** What goes with an email: it says that the plan that is attached has every answer, so that is the full one for the same readers. */
function attachedNames(assessment: string, version: Pick<PlanVersion, "for">): string[] {
  return (["html", "pdf"] as const).map((format) =>
    planName(assessment, { format, for: version.for, length: "full" }),
  );
}

/** How to send what was just written, where there is something to know. */
function sendingAdvice(format: PlanOptions["format"], name: string): string {
  if (format === "html")
    return [
      `To send it, attach ${name}: it is the whole page in one file.`,
      "Some mail systems block .html files. Then send a PDF: the same command with --format pdf.",
      "",
    ].join("\n");
  if (format === "pdf") return `To send it, attach ${name}.\n`;
  if (format === "text")
    return "Copy its words into an email. It begins with the subject line and what to attach.\n";
  return "";
}
