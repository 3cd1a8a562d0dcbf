import type { PlanView } from "../../plan/schema/index.ts";
import { UserError } from "../../platform/errors.ts";
import { checkOutput } from "./check-output.ts";
import { checkTemplates } from "./check-template.ts";
import type { CheckedSet } from "./checked-set.ts";
import { fillTemplate } from "./template-engine.ts";
import { planFields } from "./template-fields.ts";

export interface UserTemplateJob extends CheckedSet {
  readonly view: PlanView;
}

export type UserTemplateResult =
  | { readonly text: string }
  | { readonly problems: readonly string[] };

/** Fills a template that did not come with coprod: checked before, and what it prints checked after. Never throws. */
export function fillUserTemplate({ view, ...set }: UserTemplateJob): UserTemplateResult {
  try {
    const problems = checkTemplates(set, planFields());
    if (problems.length > 0) return { problems };
    const partials = new Map([...set.partials].map(([name, { text }]) => [name, text]));
    const text = fillTemplate({ main: set.main.text, partials }, view, set.format);
    const wrong = checkOutput(text, set.format);
    return wrong.length > 0 ? { problems: wrong } : { text };
  } catch (error) {
    return { problems: [messageOf(error)] };
  }
}

function messageOf(error: unknown): string {
  // Whoever shows the problems names the template, so here only what is wrong with it.
  if (error instanceof UserError)
    return [error.message.replace(/^The template ".*?" /u, "It "), error.hint ?? ""]
      .join(" ")
      .trim();
  return error instanceof Error ? error.message : String(error);
}
