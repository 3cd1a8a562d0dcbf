import Handlebars from "handlebars";
import { prepareTemplate } from "./prepare-template.ts";
import { registerHelpers } from "./template-helpers.ts";
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
  registerHelpers(engine);
  for (const [name, text] of set.partials) {
    engine.registerPartial(name, compile(engine, prepareTemplate(text, { name, format })));
  }
  return compile(engine, prepareTemplate(set.main, { name: `plan.${format}.hbs`, format }))(value);
}

/** The same as JavaScript that only Handlebars' small run time is needed for. */
export function precompileTemplate(
  text: string,
  source: { readonly name: string; readonly format: DocumentFormat },
): string {
  return String(Handlebars.precompile(prepareTemplate(text, source), OPTIONS));
}

function compile(engine: typeof Handlebars, tree: hbs.AST.Program): Handlebars.TemplateDelegate {
  return engine.compile(tree, OPTIONS);
}

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { md: true, plain: true, log: true },
  explicitPartialContext: true,
  preventIndent: true,
};
