import { settlePdf } from "../../documents/formats/make-pdf-reproducible.ts";
import { frameDocument } from "../../documents/frame-document.ts";
import type {
  UserTemplateJob,
  UserTemplateResult,
} from "../../documents/templates/fill-user-template.ts";
import { type DocumentFormat, templateText } from "../../documents/templates/templates.ts";
import { loadTemplates } from "../../files/load-templates.ts";
import { loadUserTemplate } from "../../files/load-user-template.ts";
import { renderBuiltIn } from "../../files/render-built-in.ts";
import type { PlanView } from "../../plan/schema/index.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { PlanCommandOptions } from "./options.ts";

export interface Rendering extends Pick<PlanCommandOptions, "format" | "largePrint" | "template"> {
  /** Names of the files that go with an email. */
  readonly attach: readonly string[];
}

/** What is written: text, or the bytes of a PDF. */
export async function documentContent(
  context: Context,
  view: PlanView,
  rendering: Rendering,
): Promise<string | Uint8Array> {
  const { format } = rendering;
  if (format === "json") return `${JSON.stringify(view, null, 2)}\n`;
  if (format === "pdf")
    return printed(context, await documentText(context, view, rendering, "html"), view.date?.iso);
  return documentText(context, view, rendering, format);
}

async function documentText(
  context: Context,
  view: PlanView,
  { largePrint, template, attach }: Rendering,
  format: DocumentFormat,
): Promise<string> {
  const frame = { largePrint: largePrint === true, attach };
  if (template === undefined) return renderBuiltIn(context, view, { format, ...frame });
  const templates = await loadTemplates(context);
  const set = await loadUserTemplate(context, template, { format, templates });
  const body = await fillApart(context, { ...set, view });
  const style = templateText(templates, "plan.css");
  return frameDocument(view, { format, body }, { ...frame, style });
}

async function fillApart(context: Context, job: UserTemplateJob): Promise<string> {
  const result = await context.apart({
    module: "documents/templates/fill-user-template",
    name: "fillUserTemplate",
    input: job,
  });
  if (result.kind === "too-long")
    throw refused(job, ["It takes too long. Look for a list inside a list inside a list."]);
  if (result.kind === "too-much-memory")
    throw refused(job, ["It needs too much memory. Look for a list inside a list inside a list."]);
  const filled = result.value as UserTemplateResult;
  if ("problems" in filled) throw refused(job, filled.problems);
  return filled.text;
}

function refused({ main }: UserTemplateJob, problems: readonly string[]): UserError {
  const fields = "docs/templates.md lists every field there is. Nothing has been written.";
  return new UserError(`The template ${main.name} can't be used.`, {
    hint: [...problems, fields].join("\n"),
    exitCode: EXIT.problems,
  });
}

// A comment after the end of the file, so that we know our own file again.
const PDF_MARK = "\n%Made with coprod plan\n";

async function printed(
  context: Context,
  html: string,
  day: string | undefined,
): Promise<Uint8Array> {
  const result = await context.printPage(html);
  if (result.kind === "printed")
    return Buffer.concat([settlePdf(result.bytes, day), Buffer.from(PDF_MARK, "latin1")]);
  const message =
    result.kind === "no-browser"
      ? "There is no Chrome, Edge or Chromium on this machine to make a PDF with."
      : "The web browser on this machine could not make the PDF.";
  throw new UserError(message, { hint: BY_HAND, exitCode: EXIT.file });
}

const BY_HAND = [
  "You can make it in three steps:",
  "  1. Type the same command with --format html.",
  "  2. Open the page in any web browser.",
  '  3. Choose Print, and there "Save as PDF".',
].join("\n");
