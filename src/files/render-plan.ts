import { settlePdf } from "../documents/formats/make-pdf-reproducible.ts";
import { type Frame, frameDocument } from "../documents/frame-document.ts";
import type {
  UserTemplateJob,
  UserTemplateResult,
} from "../documents/templates/fill-user-template.ts";
import { readyTemplates } from "../documents/templates/ready-templates.ts";
import { type DocumentFormat, templateText } from "../documents/templates/templates.ts";
import type { PlanView } from "../plan/schema/index.ts";
import { EXIT, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { loadTemplates } from "./bundled.ts";
import { loadUserTemplate } from "./templates.ts";

export interface PlanRendering {
  readonly format: DocumentFormat | "pdf" | "json";
  readonly largePrint?: boolean | undefined;
  /** A template of the charity's own: a file, or a folder of them. */
  readonly template?: string | undefined;
  /** Names of the files that go with an email. */
  readonly attach: readonly string[];
}

/** What is written: text, or the bytes of a PDF. */
export async function planContent(
  context: Context,
  view: PlanView,
  rendering: PlanRendering,
): Promise<string | Uint8Array> {
  const { format } = rendering;
  if (format === "json") return `${JSON.stringify(view, null, 2)}\n`;
  if (format === "pdf")
    return printed(context, await planText(context, view, rendering, "html"), view.date?.iso);
  return planText(context, view, rendering, format);
}

async function planText(
  context: Context,
  view: PlanView,
  { largePrint, template, attach }: PlanRendering,
  format: DocumentFormat,
): Promise<string> {
  const frame = { largePrint: largePrint === true, attach };
  if (template === undefined) return renderBuiltIn(context, view, { format, ...frame });
  const templates = await loadTemplates(context);
  const set = await loadUserTemplate(context, template, { format, templates });
  const body = await fillTemplate(context, { ...set, view });
  const style = templateText(templates, "plan.css");
  return frameDocument(view, { format, body }, { ...frame, style });
}

async function fillTemplate(context: Context, job: UserTemplateJob): Promise<string> {
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

/** A plan made with coprod's own templates: those that the build compiled, or else their texts. */
export async function renderBuiltIn(
  context: Context,
  view: PlanView,
  { format, ...frame }: Omit<Frame, "style"> & { readonly format: DocumentFormat },
): Promise<string> {
  const ready = await readyTemplates?.[format]();
  if (ready !== undefined) {
    const { renderReady } = await import("../documents/render-ready.ts");
    return renderReady(view, format, { ...ready, ...frame });
  }
  const { renderDocument } = await import("../documents/render-document.ts");
  return renderDocument(view, format, { ...frame, templates: await loadTemplates(context) });
}
