import { join, resolve } from "node:path";
import { Option } from "commander";
import { formatEnding } from "../documents/formats/index.ts";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { listOf } from "../util/words.ts";
import type { PaperSheet } from "../voices/sheet.ts";
import type { QuestionSheet, SheetGroup } from "../voices/slip.ts";
import {
  type Declare,
  type EasyOptions,
  inEasyWords,
  offerLanguages,
  questionsHelp,
  questionsNamed,
  withLanguage,
  wrongUse,
} from "./command.ts";

const FORMATS = ["html", "pdf", "docx"] as const;

const SHOWN = { allowsTwo: true, isForQuestions: true };

export const declareSheet: Declare = (program, perform) => {
  offerLanguages(
    program
      .command("sheet [questions...]")
      .description("print the questions for people who answer on paper"),
    SHOWN,
  )
    .option("--for <group>", "print this group on it (default: each person ticks their own)")
    .option("--large-print", "use large letters")
    .option(
      "--easy",
      "in easy words and large letters; the words are those of --language en-x-easy",
    )
    .option(
      "--tally",
      "a sheet on which somebody counts the answers of a group, a page for each part",
    )
    .addOption(
      new Option("-f, --format <format>", "kind of document")
        .choices(FORMATS)
        .default(undefined, "what the name after -o says, or else html"),
    )
    .option("-o, --output <file>", "where to write it; - prints the page")
    .option("--force", "replace a file that coprod did not make")
    .addHelpText(
      "after",
      questionsHelp(
        "coprod sheet principles --format pdf",
        "coprod sheet our-charity.yaml --for lived-experience --large-print",
      ),
    )
    .action((named: readonly string[], options: SheetOptions) =>
      perform((context) =>
        runSheet(withLanguage(context, inEasyWords(options), SHOWN), named, options),
      ),
    );
};

interface SheetOptions extends EasyOptions {
  readonly for?: string;
  readonly largePrint?: boolean;
  readonly tally?: boolean;
  readonly format?: (typeof FORMATS)[number];
  readonly output?: string;
  readonly force?: boolean;
}

type SheetFormat = (typeof FORMATS)[number];

async function runSheet(
  context: Context,
  named: readonly string[],
  options: SheetOptions,
): Promise<ExitCode> {
  const format = chosenFormat(options);
  const asking = await questionsNamed(context, named);
  const group = options.for === undefined ? undefined : groupNamed(asking.asked, options.for);
  const { easy = false, largePrint = easy, tally = false } = options;
  const content = await contentOf(context, { ...asking, group, largePrint }, { format, tally });
  if (options.output === "-") {
    context.stdout.write(String(content));
    return EXIT.done;
  }
  const usual = join(asking.folder, `${fileStem(asking.stem, options, group)}.${format}`);
  const path = options.output === undefined ? usual : resolve(context.cwd, options.output);
  await write(context, { path, content }, options);
  return EXIT.done;
}

/** Two sources of one choice: where they differ, nobody knows which was meant. */
function chosenFormat({ format, output = "" }: SheetOptions): SheetFormat {
  const ending = formatEnding(output);
  const named = FORMATS.find((each) => each === ending);
  if (ending !== "" && named === undefined)
    throw wrongUse(
      `coprod can't make a sheet that ends in .${ending}.`,
      `Give it one of these endings: ${listOf(FORMATS.map((each) => `.${each}`))}.`,
    );
  if (named !== undefined && format !== undefined && named !== format)
    throw wrongUse(
      `--format ${format} and a file that ends in .${ending} don't go together.`,
      `Leave --format out, or let the name end in .${format}.`,
    );
  const chosen = format ?? named ?? "html";
  if (output === "-" && chosen !== "html")
    throw wrongUse(
      `A ${chosen.toUpperCase()} can't be printed to the screen.`,
      "Give the name of a file after -o, or leave -o out.",
    );
  return chosen;
}

/** By its id, its short name or its name. */
function groupNamed({ groups }: QuestionSheet, typed: string): SheetGroup {
  const wanted = typed.trim().toLowerCase();
  const found = groups.find((group) =>
    [group.id, group.short, group.name.toLowerCase()].includes(wanted),
  );
  if (found !== undefined) return found;
  throw wrongUse(
    `There is no group called "${typed}".`,
    `The groups are: ${listOf(groups.map(({ id }) => id))}. For those of an assessment, give its file.`,
  );
}

async function contentOf(
  context: Context,
  sheet: PaperSheet,
  { format, tally }: { readonly format: SheetFormat; readonly tally: boolean },
): Promise<string | Uint8Array> {
  const { markdownInBoth, onOneLineInBoth } = await import("../documents/bilingual.ts");
  const named = onOneLineInBoth(sheet.title);
  const title = tally ? `Tally: ${named}` : named;
  if (format === "docx") {
    const { otherLanguages } = await import("../documents/languages.ts");
    const { sheetMarkdown, tallyMarkdown } = await import("../voices/sheet-shapes.ts");
    const { draftMark, sheetPoints } = await import("../voices/sheet.ts");
    const { sheetCode } = await import("../voices/slip.ts");
    const { writeWord } = await import("../documents/word/write-word.ts");
    const markdown = tally ? tallyMarkdown(sheet) : sheetMarkdown(sheet);
    return writeWord(markdownInBoth(markdown, "word"), {
      title,
      author: "",
      otherLanguages: otherLanguages(sheet.rubrics),
      day: undefined,
      points: sheetPoints(sheet),
      footer: `${sheetCode(sheet)}${draftMark(sheet)}`,
      headings: "000000",
      keepsTables: true,
    });
  }
  const page = await pageOf(context, sheet, { title, tally });
  if (format === "html") return page;
  const { pdfOf } = await import("../documents/formats/pdf.ts");
  return pdfOf(page, context.printPage, { title });
}

async function pageOf(
  context: Context,
  sheet: PaperSheet,
  { title, tally }: { title: string; tally: boolean },
): Promise<string> {
  const { htmlInBoth } = await import("../documents/bilingual.ts");
  const { inlineHash, sealedPage } = await import("../documents/formats/html.ts");
  const { otherLanguages } = await import("../documents/languages.ts");
  const { sheetBody } = await import("../voices/sheet.ts");
  const { tallyBody } = await import("../voices/sheet-shapes.ts");
  const { loadTemplate } = await import("../files/bundled.ts");
  const style = await loadTemplate(context, "sheet.css");
  return sealedPage({
    otherLanguages: otherLanguages(sheet.rubrics),
    title,
    kinds: sheet.largePrint ? ["large-print"] : [],
    style: { text: style, hash: inlineHash(style) },
    isPaper: true,
    body: htmlInBoth(`<main>\n${tally ? tallyBody(sheet) : sheetBody(sheet)}\n</main>`),
  });
}

/** The file's name says what is in it. */
function fileStem(stem: string, options: SheetOptions, group?: SheetGroup): string {
  const { tally, largePrint, easy, language } = options;
  return [
    stem,
    tally === true ? "tally" : "sheet",
    ...(group === undefined ? [] : [group.id]),
    ...(easy === true ? ["easy"] : []),
    ...(language === undefined ? [] : [language]),
    ...(largePrint === true ? ["large-print"] : []),
  ].join("-");
}

async function write(
  context: Context,
  document: { readonly path: string; readonly content: string | Uint8Array },
  { force = false, tally = false }: SheetOptions,
): Promise<void> {
  const { writeDocument } = await import("../files/write-document.ts");
  const { displayPath } = await import("../files/display-path.ts");
  await writeDocument(context, document, { force });
  context.stdout.write(
    [
      `The ${tally ? "tally" : "sheet"} is in ${displayPath(context, document.path)}`,
      "Print it on A4 paper, at its own size (100%).",
      "",
    ].join("\n"),
  );
}
