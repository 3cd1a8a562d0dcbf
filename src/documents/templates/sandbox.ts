import type { PlanView } from "../../plan/schema/index.ts";
import { UserError } from "../../platform/errors.ts";
import { visible } from "../../util/visible-text.ts";
import type { TemplateName } from "../formats/format.ts";
import { TEMPLATE_KINDS } from "../formats/template-kinds.ts";
import { checkTemplates } from "./check.ts";
import { fillTemplate } from "./engine.ts";
import { planFields } from "./fields.ts";
import { TemplatePlaces } from "./parse.ts";
import type { CheckedSet } from "./templates.ts";

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
    const text = visible(fillTemplate({ main: set.main.text, partials }, view, set.format));
    const whole = TEMPLATE_KINDS.get(set.format)?.checkWhole?.(text) ?? [];
    const wrong = [...checkOutput(text, set.format), ...whole];
    return wrong.length > 0 ? { problems: wrong.map((each) => withPlace(each, set)) } : { text };
  } catch (error) {
    return { problems: [messageOf(error)] };
  }
}

/** A fault that was found in what was printed, with the place of a template that begins as it does. */
function withPlace(problem: string, { main, partials }: CheckedSet): string {
  const [, shown = ""] = /It stands in: ([^>]*>?)/u.exec(problem) ?? [];
  const own = [main, ...partials.values()].filter(({ builtIn }) => builtIn !== true);
  for (let length = Math.min(shown.length, MOST_LOOKED_FOR); length >= LEAST_LOOKED_FOR; length--) {
    const start = shown.slice(0, length);
    const template = own.find(({ text }) => text.includes(start));
    if (template === undefined) continue;
    const at = template.text.indexOf(start);
    const { line, column } = new TemplatePlaces(template.text).between(at, at);
    return `${template.name}:${line}:${column} ${problem}`;
  }
  return problem;
}

const LEAST_LOOKED_FOR = 3;
const MOST_LOOKED_FOR = 60;

function messageOf(error: unknown): string {
  // Whoever shows the problems names the template, so here only what is wrong with it.
  if (error instanceof UserError)
    return [error.message.replace(/^The template ".*?" /u, "It "), error.hint ?? ""]
      .join(" ")
      .trim();
  return error instanceof Error ? error.message : String(error);
}

/** What a template of somebody else's printed that no document of ours may hold. */
export function checkOutput(text: string, name: TemplateName): readonly string[] {
  if (text.length > MOST_CHARACTERS)
    return [`What it makes is longer than ${MOST_CHARACTERS} letters.`];
  return TEMPLATE_KINDS.get(name)?.check?.(text) ?? [];
}

const MOST_CHARACTERS = 1_000_000;
