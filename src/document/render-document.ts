import type { PlanView } from "../plan/schema.ts";
import { emailText } from "./email.ts";
import { htmlPage } from "./html-page.ts";
import { fillTemplate } from "./template-engine.ts";
import { type DocumentFormat, partialTexts, type Templates, templateText } from "./templates.ts";

export interface DocumentOptions {
  readonly templates: Templates;
  readonly largePrint: boolean;
  /** Names of the files that go with an email. */
  readonly attach?: readonly string[];
}

/** A plan as one document. The same view and templates give the same bytes. */
export function renderDocument(
  view: PlanView,
  format: DocumentFormat,
  options: DocumentOptions,
): string {
  const { templates } = options;
  const main = templateText(templates, `plan.${format}.hbs`);
  const body = fillTemplate({ main, partials: partialTexts(templates, format) }, view, format);
  return frameDocument(view, { format, body }, options);
}

/** What stands around the words that a template made: never a template's own business. */
export function frameDocument(
  view: PlanView,
  { format, body }: { readonly format: DocumentFormat; readonly body: string },
  { templates, largePrint, attach = [] }: DocumentOptions,
): string {
  const { language, title } = view;
  if (format === "md") return tidyMarkdown(body);
  if (format === "text") return emailText({ subject: title, attach, body });
  const style = templateText(templates, "plan.css");
  return htmlPage({ language, title, largePrint, style, body: tidyHtml(body) });
}

/** Blocks that printed nothing leave gaps; Markdown gives meaning to spaces at the end of a line. */
function tidyMarkdown(text: string): string {
  const lines = text.replace(/[ \t]+$/gmu, "").replace(/\n{3,}/gu, "\n\n");
  return `${lines.trim()}\n`;
}

function tidyHtml(text: string): string {
  return text.replace(/[ \t]+$/gmu, "").replace(/\n{2,}/gu, "\n");
}
