import type { TemplateFacts, Words } from "../../yaml/diagnostic.ts";
import type { Wording } from "./words.ts";

const WHY = "Whoever makes a plan with this template gets no page.";

const worded =
  (fix: string) =>
  ({ says, near, known }: TemplateFacts): Words => ({
    says,
    why: WHY,
    fix: meant(near) ?? fitting(known) ?? fix,
  });

/** The sentences about templates. */
export const TEMPLATE_WORDING = {
  "ref/circular": worded("Take one of these calls out."),
  "template/syntax": worded(
    "Look at the brackets here: each {{ needs its }}, each {{#if}} its {{/if}}.",
  ),
  "template/unknown-field": worded("The fields are listed in docs/templates.md."),
  "template/unknown-helper": worded(
    "Use {{field}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}} or {{> part this}}.",
  ),
  "template/unknown-part": worded(
    "Put it into the folder  partials  beside the template, or take the call out.",
  ),
  "template/raw-output": worded("Write it with two braces: {{field}}."),
} as const satisfies Partial<Wording>;

function meant(near: readonly string[]): string | undefined {
  return near.length === 0 ? undefined : `Did you mean "${near.join('" or "')}"?`;
}

const MOST_LISTED = 5;

function fitting(known: readonly string[]): string | undefined {
  if (known.length === 0 || known.length > MOST_LISTED) return undefined;
  return `What fits here: ${known.join(", ")}.`;
}
