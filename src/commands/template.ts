import { dirname, join, resolve } from "node:path";
import type { TemplateName } from "../documents/formats/format.ts";
import { USUAL_FORMAT } from "../documents/formats/index.ts";
import {
  TEMPLATE_KINDS,
  TEMPLATE_NAMES,
  templateNamed,
} from "../documents/formats/template-kinds.ts";
import {
  partialTexts,
  plainLines,
  type Templates,
  templateText,
} from "../documents/templates/templates.ts";
import { loadTemplates } from "../files/bundled.ts";
import { displayPath } from "../files/display-path.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { textHash } from "../util/content-hash.ts";
import { nearest } from "../util/suggest.ts";
import { type Declare, examples, suggesting } from "./command.ts";

export const declareTemplate: Declare = (program, perform) => {
  const template = program
    .command("template")
    .description("list and copy the templates of the plan, to adapt them")
    .addHelpText("after", examples("coprod template list", "coprod template copy html"));
  template
    .command("list")
    .description("list the templates that come with coprod")
    .addHelpText("after", examples("coprod template list", "coprod template list | less"))
    .action(() => perform(runTemplateList));
  template
    .command("fields")
    .description("print how a template is written, and every field of a plan")
    .addHelpText("after", examples("coprod template fields", "coprod template fields | less"))
    .action(() => perform(runTemplateFields));
  template
    .command("copy")
    .addArgument(suggesting("[name]", TEMPLATE_NAMES))
    .argument("[folder]")
    .description("copy a template and its parts into a folder; name it html, md or text")
    .addHelpText(
      "after",
      examples("coprod template copy html", "coprod template copy md our-templates"),
    )
    .action((name: string | undefined, folder: string | undefined) =>
      perform((context) => runTemplateCopy(context, name, folder)),
    );
  template
    .command("diff [folder]")
    .description("show where your templates differ from those of this coprod")
    .addHelpText("after", examples("coprod template diff", "coprod template diff our-templates"))
    .action((folder: string | undefined) => perform((context) => runTemplateDiff(context, folder)));
};

const DEFAULT_FOLDER = "templates";

async function runTemplateList(context: Context): Promise<ExitCode> {
  const templates = await loadTemplates(context);
  const lines = [...TEMPLATE_KINDS].map(([name, { about }]) => {
    const parts = partialTexts(templates, name).size;
    return `  ${name.padEnd(6)}${about} (${parts} ${parts === 1 ? "part" : "parts"})`;
  });
  context.stdout.write(
    `${["Templates of the plan:", ...lines, "", "To change one:  coprod template copy html"].join("\n")}\n`,
  );
  return EXIT.done;
}

async function runTemplateFields(context: Context): Promise<ExitCode> {
  const { templatePage } = await import("../documents/templates/fields-page.ts");
  context.stdout.write(templatePage().replace(/<!--.*-->\n\n/u, ""));
  return EXIT.done;
}

async function runTemplateCopy(
  context: Context,
  name: string = USUAL_FORMAT,
  given: string = DEFAULT_FOLDER,
): Promise<ExitCode> {
  const format = knownTemplate(name);
  const folder = resolve(context.cwd, given);
  const copies = copiesOf(await loadTemplates(context), format);
  await refuseToReplace(context, folder, copies);
  for (const [path, text] of copies) {
    const target = join(folder, path);
    await context.files.makeFolder(dirname(target));
    await context.files.write(target, stamped(text, context.version));
  }
  const shown = displayPath(context, folder);
  const flag = format === USUAL_FORMAT ? "" : ` --format ${format}`;
  context.stdout.write(
    [
      `The template and its ${copies.size - 1} parts are in ${shown}`,
      `Change plan.${format}.hbs and the files in partials. Delete those you leave as they are.`,
      `Then type:  coprod plan --template ${shown}${flag}`,
      "",
    ].join("\n"),
  );
  return EXIT.done;
}

function knownTemplate(name: string): TemplateName {
  const format = templateNamed(name);
  if (format !== undefined) return format;
  const [closest] = nearest(name, TEMPLATE_NAMES);
  const guess = closest === undefined ? "" : `Did you mean "${closest}"? `;
  throw new UserError(`There is no template "${name}".`, {
    hint: `${guess}There are: ${TEMPLATE_NAMES.join(", ")}.`,
    exitCode: EXIT.wrongUse,
  });
}

function copiesOf(templates: Templates, format: TemplateName): ReadonlyMap<string, string> {
  return new Map([...templates].filter(([path]) => path.endsWith(`.${format}.hbs`)));
}

async function refuseToReplace(
  context: Context,
  folder: string,
  copies: ReadonlyMap<string, string>,
): Promise<void> {
  for (const path of copies.keys()) {
    const target = join(folder, path);
    if ((await context.files.kind(target)) === "missing") continue;
    throw new UserError(`${displayPath(context, target)} is already there.`, {
      hint: "Nothing has been copied. Give another folder.",
      exitCode: EXIT.wrongUse,
    });
  }
}

/** A copy says what it is a copy of: a later coprod can tell what has changed since, and who changed it. */
function stamped(text: string, version: string): string {
  const plain = plainLines(text);
  return `{{!-- Copied from coprod ${version} (${codeOf(plain)}). "coprod template diff" shows what differs now. --}}\n${plain}`;
}

const STAMP = /^\{\{!-- Copied from coprod (\S+) \(([0-9a-f]{8})\)\.[^\n]*\n/u;

function codeOf(text: string): string {
  return textHash(text).slice(0, 8);
}

async function runTemplateDiff(
  context: Context,
  given: string = DEFAULT_FOLDER,
): Promise<ExitCode> {
  const folder = resolve(context.cwd, given);
  const copies = await templatesBelow(context, folder);
  if (copies.size === 0)
    throw new UserError(`There are no templates in ${displayPath(context, folder)}.`, {
      hint: 'Give the folder that holds them. To make a copy of ours, type "coprod template copy".',
      exitCode: EXIT.wrongUse,
    });
  const templates = await loadTemplates(context);
  const { textDiff } = await import("../terminal/text-diff.ts");
  const told = [...copies].map(([path, text]) => {
    const body = text.replace(STAMP, "");
    const ours = templates.has(path) ? templateText(templates, path) : undefined;
    const says = `${path}: ${standing(body, ours, STAMP.exec(text))}\n`;
    return ours === undefined || ours === body ? says : `${says}${textDiff(path, ours, body)}`;
  });
  context.stdout.write(told.join(""));
  context.stdout.write("Lines with - are in coprod's, lines with + in yours.\n");
  return EXIT.done;
}

/** How a copy stands to the template it was made from, and to what that is now. */
function standing(body: string, ours: string | undefined, stamp: RegExpExecArray | null): string {
  if (ours === undefined) return "your own.";
  if (body === ours) return "the same as coprod's. You can delete it.";
  if (stamp === null) return "not the same as coprod's.";
  const [, version, code] = stamp;
  if (code === codeOf(ours)) return "changed by you.";
  return code === codeOf(body)
    ? `as you copied it from coprod ${version}. coprod's is newer: delete yours to use it.`
    : `changed by you, and coprod's is newer than the one you copied, of ${version}.`;
}

/** The templates in a folder and its parts, by their paths as coprod names its own. */
async function templatesBelow(
  { files }: Context,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const below of ["", "partials/"]) {
    const here = resolve(folder, below);
    if ((await files.kind(here)) !== "folder") continue;
    for (const { name, kind } of await files.list(here))
      if (kind === "file" && name.endsWith(".hbs"))
        found.set(`${below}${name}`, plainLines(await files.read(join(here, name))));
  }
  return found;
}
