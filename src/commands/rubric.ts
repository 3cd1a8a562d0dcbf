import { dirname, extname, resolve } from "node:path";
import { Option } from "commander";
import { bundledRubricIds } from "../files/bundled.ts";
import { displayPath } from "../files/display-path.ts";
import { placeSchema, SCHEMA_COPY } from "../files/schema-address.ts";
import type { TranslateOptions } from "../files/translate-rubric.ts";
import { EXIT, type ExitCode, FileError, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { ScaffoldContent, ScaffoldKind } from "../rubric/scaffold.ts";
import type { Exported } from "../voices/export.ts";
import type { AnswerOptions } from "../workshop/session/rubric-answers.ts";
import {
  type Declare,
  examples,
  type LanguageOptions,
  offerLanguages,
  withLanguage,
  wrongUse,
} from "./command.ts";

const SHOW_FORMATS = ["text", "md"] as const;
const KINDS: readonly ScaffoldKind[] = [
  "questions",
  "checklist",
  "both",
  "statements",
  "yes-no",
  "sum",
  "unscored",
];

export const declareRubric: Declare = (program, perform) => {
  const rubric = program
    .command("rubric")
    .description("list and read the rubrics: what coprod asks")
    .addHelpText("after", examples("coprod rubric list", "coprod rubric show principles"));
  rubric
    .command("list")
    .description("list the rubrics that come with coprod")
    .addHelpText("after", examples("coprod rubric list", "coprod rubric list | less"))
    .action(() => perform(runRubricList));
  offerLanguages(rubric.command("show <rubric>"))
    .description("show a rubric from start to end; give its id, or the path of one of your own")
    .addOption(
      new Option("--format <format>", "text, or Markdown").choices(SHOW_FORMATS).default("text"),
    )
    .addOption(
      new Option(
        "--preview",
        "each question as it will look on the wall, and how long it takes to read aloud",
      ).conflicts("format"),
    )
    .addHelpText(
      "after",
      examples("coprod rubric show principles", "coprod rubric show ./ours.yaml --preview"),
    )
    .action((idOrPath: string, options: ShowOptions) =>
      perform((context) => runRubricShow(withLanguage(context, options), idOrPath, options)),
    );
  declareNew(rubric, perform);
  declareExport(rubric, perform);
  declareTranslate(rubric, perform);
};

const declareTranslate: Declare = (rubric, perform) => {
  rubric
    .command("translate <rubric>")
    .description("the texts of a rubric for whoever translates them, and back again")
    .requiredOption("--to <tag>", "language they are translated to, such as cy")
    .addOption(new Option("--export <format>", "a file to fill in").choices(["csv", "po"]))
    .addOption(new Option("--import <file>", "the same file, filled in").conflicts("export"))
    .option("-o, --output <file>", "the file to write; with --export, - prints to the screen")
    .addHelpText(
      "after",
      examples(
        "coprod rubric translate principles --to cy --export csv",
        "coprod rubric translate principles --to cy --import principles.cy.csv",
      ),
    )
    .action((named: string, options: TranslateOptions) =>
      perform(async (context) => {
        const { translateRubric } = await import("../files/translate-rubric.ts");
        return translateRubric(context, named, options);
      }),
    );
};

const EXPORT_FORMATS = ["xlsform", "xform", "surveyjs", "limesurvey", "csv"] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

const declareExport: Declare = (rubric, perform) => {
  rubric
    .command("export <rubrics...>")
    .description("the questions ready to load into a survey; an assessment says its groups, too")
    .addOption(
      new Option("--format <format>", "for which survey")
        .choices(EXPORT_FORMATS)
        .makeOptionMandatory(),
    )
    .option("-o, --output <file>", "the file to write; - prints to the screen")
    .option("--force", "write over a file that is already there")
    .addHelpText(
      "after",
      examples(
        "coprod rubric export principles --format xlsform -o principles.xlsx",
        "coprod rubric export our-charity.yaml --format surveyjs -o questions.json",
      ),
    )
    .action((named: string[], options: ExportOptions) =>
      perform((context) => runRubricExport(context, named, options)),
    );
};

interface ExportOptions {
  readonly format: ExportFormat;
  readonly output?: string;
  readonly force?: boolean;
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  xlsform: "xlsx",
  xform: "xml",
  surveyjs: "json",
  limesurvey: "txt",
  csv: "csv",
};

async function runRubricExport(
  context: Context,
  named: readonly string[],
  { format, output, force = false }: ExportOptions,
): Promise<ExitCode> {
  const { leftOutWords, loadQuestionsToAsk } = await import("../files/load-assessment.ts");
  const { questionSheet, sheetQuestions } = await import("../voices/slip.ts");
  const asking = await loadQuestionsToAsk(context, named);
  context.stderr.write(leftOutWords(asking));
  const { rubrics, groups, core, folder, stem } = asking;
  const sheet = questionSheet(rubrics, groups, sheetQuestions(rubrics, { core }));
  const content = await exportedIn(format, { rubrics, sheet });
  if (output === "-" && typeof content === "string") {
    context.stdout.write(content);
    return EXIT.done;
  }
  if (output === "-")
    throw wrongUse("An XLSX file can't be printed to the screen.", "Give a name after -o.");
  const usual = resolve(folder, `${stem}-${format}.${ENDINGS[format]}`);
  const path = output === undefined ? usual : resolve(context.cwd, output);
  if (!force) await requireFree(context, path);
  const { writeDocument } = await import("../files/write-document.ts");
  await writeDocument(context, { path, content }, { force: true, what: "survey" });
  context.stdout.write(`Saved ${displayPath(context, path)}\n`);
  return EXIT.done;
}

async function exportedIn(format: ExportFormat, exported: Exported): Promise<string | Uint8Array> {
  const made = await import("../voices/export.ts");
  switch (format) {
    case "xform":
      return made.xForm(exported);
    case "surveyjs":
      return made.surveyJs(exported);
    case "limesurvey":
      return made.limeSurvey(exported);
    default: {
      const { writeCsv, writeSheets } = await import("../documents/spreadsheet/spreadsheet.ts");
      return format === "csv"
        ? writeCsv(made.questionTable(exported))
        : writeSheets(made.xlsFormSheets(exported));
    }
  }
}

const declareNew: Declare = (rubric, perform) => {
  rubric
    .command("new <file>")
    .description("start a rubric of your own: a file with a TODO for each text to write")
    .option("--title <text>", "what it is called")
    .option("--about <text>", "what it asks about, in one or two short sentences")
    .addOption(new Option("--kind <kind>", "what kind of instrument it is").choices(KINDS))
    .option("--questions <count>", "how many questions each part starts with")
    .option("--source <title>", "what the questions draw on, such as a report")
    .option("--plain", "one line at a time, for screen readers, old terminals and pipes")
    .option("--no-plain", "the usual screen, whatever the settings say")
    .addHelpText(
      "after",
      examples(
        "coprod rubric new ours.yaml",
        'coprod rubric new ours.yaml --title "How we decide" --about "Who decides what here."',
      ),
    )
    .action((file: string, options: NewOptions) =>
      perform((context) => runRubricNew(context, file, options)),
    );
};

interface ShowOptions extends LanguageOptions {
  readonly format: (typeof SHOW_FORMATS)[number];
  readonly preview?: boolean;
}

async function runRubricList(context: Context): Promise<ExitCode> {
  const { DEFAULT_RUBRICS, loadBundled } = await import("../files/rubrics.ts");
  const { rubricList } = await import("../rubric/text/rubric-outline.ts");
  const { toText } = await import("../terminal/to-text.ts");
  const rubrics: Rubric[] = [];
  for (const id of await bundledRubricIds(context)) rubrics.push(await loadBundled(context, id));
  context.stdout.write(toText(rubricList(rubrics, DEFAULT_RUBRICS), context));
  return EXIT.done;
}

async function runRubricShow(
  context: Context,
  idOrPath: string,
  { format, preview = false }: ShowOptions,
): Promise<ExitCode> {
  const { loadRubric, tellWords } = await import("../files/rubrics.ts");
  const rubric = await loadRubric(context, idOrPath);
  await tellWords(context, [rubric]);
  context.stdout.write(
    preview ? await previewText(context, rubric) : await pageText(context, rubric, format),
  );
  return EXIT.done;
}

async function previewText(context: Context, rubric: Rubric): Promise<string> {
  const { rubricPreview } = await import("../rubric/text/rubric-preview.ts");
  const { columns } = context.window();
  return rubricPreview(rubric, { columns, color: context.color });
}

async function pageText(
  context: Context,
  rubric: Rubric,
  format: ShowOptions["format"],
): Promise<string> {
  const { titlesReferredTo } = await import("../files/rubrics.ts");
  const { rubricOutline } = await import("../rubric/text/rubric-outline.ts");
  const { toMarkdown } = await import("../terminal/to-markdown.ts");
  const { toText } = await import("../terminal/to-text.ts");
  const page = rubricOutline(rubric, await titlesReferredTo(context, rubric));
  return format === "md" ? toMarkdown(page) : toText(page, context);
}

interface NewOptions extends AnswerOptions {
  /** Undefined where neither --plain nor --no-plain is given. */
  readonly plain?: boolean;
}

/** Starts a rubric of the person's own, from a few answers or options. */
async function runRubricNew(
  context: Context,
  given: string,
  options: NewOptions,
): Promise<ExitCode> {
  if (given === "-") return printScaffold(context, options);
  const path = resolve(context.cwd, withEnding(given));
  await requireFree(context, path);
  const { idFrom, rubricAnswers } = await import("../workshop/session/rubric-answers.ts");
  const answers = await rubricAnswers(context, options);
  if ("exitCode" in answers) return answers.exitCode;
  // Somebody may have put a file there while the questions were answered.
  await requireFree(context, path);
  const { address, copied } = await placeSchema(context, dirname(path));
  const id = idFrom(path, await bundledRubricIds(context));
  const text = await scaffold(context, { ...answers, id, schema: address });
  await context.files.write(path, text);
  const { afterScaffold } = await import("../workshop/session/rubric-answers.ts");
  context.stdout.write(afterScaffold(displayPath(context, path), copied));
  return EXIT.done;
}

async function printScaffold(context: Context, options: NewOptions): Promise<ExitCode> {
  const { answersFromOptions } = await import("../workshop/session/rubric-answers.ts");
  const answers = { ...answersFromOptions(options), id: "ours", schema: SCHEMA_COPY };
  context.stdout.write(await scaffold(context, answers));
  return EXIT.done;
}

async function scaffold(context: Context, answers: Omit<ScaffoldContent, "year">): Promise<string> {
  const { rubricScaffold } = await import("../rubric/scaffold.ts");
  return rubricScaffold({ ...answers, year: Number(context.now().toISOString().slice(0, 4)) });
}

function withEnding(name: string): string {
  return [".yaml", ".yml"].includes(extname(name).toLowerCase()) ? name : `${name}.yaml`;
}

async function requireFree(context: Context, path: string): Promise<void> {
  if ((await context.files.kind(path)) !== "missing") {
    throw new UserError(`${displayPath(context, path)} is already there.`, {
      hint: "It has not been changed. Choose another name.",
      exitCode: EXIT.wrongUse,
    });
  }
  const folder = dirname(path);
  if ((await context.files.kind(folder)) !== "folder") throw new FileError(folder, "missing");
}
