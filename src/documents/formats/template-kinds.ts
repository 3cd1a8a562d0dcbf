import { email } from "./email.ts";
import type { TemplateKind, TemplateName } from "./format.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";

/** The formats with templates of their own. Apart from the others: the thread that fills a template needs no library of theirs. */
const WITH_TEMPLATES = [html, markdown, email] as const;

export const TEMPLATE_KINDS: ReadonlyMap<TemplateName, TemplateKind> = new Map(
  WITH_TEMPLATES.map(({ name, templates }) => [name, templates]),
);

export const TEMPLATE_NAMES: readonly TemplateName[] = [...TEMPLATE_KINDS.keys()];

/** Which of them a file name says it is for: `plan.md.hbs` is Markdown. */
export function templateNamed(name: string | undefined): TemplateName | undefined {
  return TEMPLATE_NAMES.find((each) => each === name);
}
