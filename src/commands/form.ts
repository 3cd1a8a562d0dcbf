import { join, resolve } from "node:path";
import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import {
  type Declare,
  type EasyOptions,
  inEasyWords,
  offerLanguages,
  questionsHelp,
  questionsNamed,
  withLanguage,
} from "./command.ts";

const SHOWN = { allowsTwo: true, isForQuestions: true };

export const declareForm: Declare = (program, perform) => {
  offerLanguages(
    program
      .command("form [questions...]")
      .description("make a page that people answer by themselves, without a network"),
    SHOWN,
  )
    .option("--easy", "in easy words; the same as --language en-x-easy")
    .option("-o, --output <file>", "where to write it; - prints it")
    .option("--force", "replace a file that coprod did not make")
    .addHelpText(
      "after",
      questionsHelp("coprod form our-charity.yaml", "coprod form principles -o form.html"),
    )
    .action((named: readonly string[], options: FormOptions) =>
      perform((context) =>
        runForm(withLanguage(context, inEasyWords(options), SHOWN), named, options),
      ),
    );
};

interface FormOptions extends EasyOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** What a form may weigh, so that it goes through every mailbox and opens on an old telephone. */
const MOST_LETTERS = 80_000;
const TOO_LONG =
  "It is long for one sitting. Give only some of the rubrics, and make a form for each part.";

const SCRIPTS = ["form-answers.js", "form-parts.js", "form.js"];

async function runForm(
  context: Context,
  named: readonly string[],
  { output, force = false }: FormOptions,
): Promise<ExitCode> {
  const asking = await questionsNamed(context, named);
  const content = await pageOf(context, asking);
  if (output === "-") {
    context.stdout.write(content);
    return EXIT.done;
  }
  const usual = join(asking.folder, `${asking.stem}-form.html`);
  const path = output === undefined ? usual : resolve(context.cwd, output);
  const { writeDocument } = await import("../files/write-document.ts");
  const { displayPath } = await import("../files/display-path.ts");
  await writeDocument(context, { path, content }, { force });
  const { assessment } = asking;
  const file = assessment === undefined ? "FILE" : displayPath(context, assessment);
  context.stdout.write(
    [
      `The form is in ${displayPath(context, path)}`,
      ...(content.length > MOST_LETTERS ? [TOO_LONG] : []),
      "Send it, or give it on a memory stick: it is one file, and opens in a web browser.",
      `When a page or a line comes back:  coprod votes add ${file} PAGE`,
      "",
    ].join("\n"),
  );
  return EXIT.done;
}

async function pageOf(
  context: Context,
  subject: Parameters<typeof import("../voices/form.ts").formPage>[0],
): Promise<string> {
  const { loadTemplate } = await import("../files/bundled.ts");
  const { formPage } = await import("../voices/form.ts");
  const scripts: string[] = [];
  for (const name of SCRIPTS) scripts.push(await loadTemplate(context, name));
  return formPage(subject, { style: await loadTemplate(context, "form.css"), scripts });
}
