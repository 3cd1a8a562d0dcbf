import Handlebars from "handlebars";
import { escapeMarkdown } from "./markdown-escape.ts";
import { prepareTemplate } from "./prepare-template.ts";
import type { DocumentFormat } from "./templates.ts";

export interface TemplateSet {
  readonly main: string;
  /** By the name they are called by. */
  readonly partials: ReadonlyMap<string, string>;
}

/**
 * Fills a set of templates with a plain value. Each call has an instance of its own: a partial that was first used in one
 * format keeps that format's escaping, so formats must never share one.
 */
export function fillTemplate(set: TemplateSet, value: object, format: DocumentFormat): string {
  const engine = Handlebars.create();
  engine.registerHelper("log", refuseLog);
  engine.registerHelper("md", (text: unknown) => escapeMarkdown(String(text)));
  engine.registerHelper("plain", (text: unknown) => String(text));
  for (const [name, text] of set.partials) {
    engine.registerPartial(name, compile(engine, prepareTemplate(text, { name, format })));
  }
  return compile(engine, prepareTemplate(set.main, { name: `plan.${format}.hbs`, format }))(value);
}

function compile(engine: typeof Handlebars, tree: hbs.AST.Program): Handlebars.TemplateDelegate {
  return engine.compile(tree, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { md: true, plain: true, log: true },
    explicitPartialContext: true,
    preventIndent: true,
  });
}

// The built-in one prints to the console, in the middle of whatever is being piped.
function refuseLog(): never {
  throw new Error("A template can't use {{log}}: a plan is all that may be written.");
}
