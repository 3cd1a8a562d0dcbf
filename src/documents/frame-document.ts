import type { PlanView } from "../plan/schema/index.ts";
import { emailText } from "./formats/email.ts";
import { htmlPage } from "./formats/html-page.ts";
import type { DocumentFormat } from "./templates/templates.ts";

export interface Frame {
  /** The style sheet of a page. */
  readonly style: string;
  /** Its hash, where the build has made it. */
  readonly styleHash?: string;
  readonly largePrint: boolean;
  /** Names of the files that go with an email. */
  readonly attach?: readonly string[];
}

/** What stands around the words that a template made: never a template's own business. */
export function frameDocument(
  view: PlanView,
  { format, body }: { readonly format: DocumentFormat; readonly body: string },
  { style, styleHash: hash, largePrint, attach = [] }: Frame,
): string {
  const { language, title } = view;
  if (format === "md") return tidyMarkdown(body);
  if (format === "text") return emailText({ subject: title, attach, body });
  return htmlPage({ language, title, largePrint, style, hash, body: tidyHtml(body) });
}

/** Blocks that printed nothing leave gaps; Markdown gives meaning to spaces at the end of a line. */
function tidyMarkdown(text: string): string {
  const lines = text.replace(/[ \t]+$/gmu, "").replace(/\n{3,}/gu, "\n\n");
  return `${lines.trim()}\n`;
}

function tidyHtml(text: string): string {
  return text.replace(/[ \t]+$/gmu, "").replace(/\n{2,}/gu, "\n");
}
