import type Handlebars from "handlebars";
import type { PlanView } from "../../plan/schema/index.ts";
import type { FilledTemplate, TemplateName } from "../formats/format.ts";
import { inlineHash } from "../formats/html.ts";
import { type ReadyTemplates, readyTemplates } from "./ready-templates.ts";
import { partialTexts, registerHelpers, type Templates, templateText } from "./templates.ts";

/** What coprod's own templates make of a plan: those that the build compiled, or else those whose texts are given. */
export async function fillBuiltIn(
  view: PlanView,
  name: TemplateName,
  texts: () => Promise<Templates>,
): Promise<FilledTemplate> {
  const ready = await readyTemplates?.[name]?.();
  return ready === undefined ? fillTexts(view, name, await texts()) : fillReady(view, ready);
}

/** The same view and templates give the same bytes. */
export async function fillTexts(
  view: PlanView,
  name: TemplateName,
  texts: Templates,
): Promise<FilledTemplate> {
  const { fillTemplate } = await import("./engine.ts");
  const main = templateText(texts, `plan.${name}.hbs`);
  const body = fillTemplate({ main, partials: partialTexts(texts, name) }, view, name);
  return { body, ...styleIn(texts) };
}

/** As `fillTexts`, to the byte. */
async function fillReady(
  view: PlanView,
  { main, partials, style, styleHash: hash }: ReadyTemplates,
): Promise<FilledTemplate> {
  const { default: runtime } = await import("handlebars/runtime.js");
  const engine = (runtime as unknown as typeof Handlebars).create();
  registerHelpers(engine);
  for (const [name, spec] of Object.entries(partials)) {
    engine.registerPartial(name, engine.template(spec));
  }
  return { body: engine.template(main)(view), style, styleHash: hash };
}

/** The style sheet of a page, whoever wrote the template. */
export function styleIn(texts: Templates): Omit<FilledTemplate, "body"> {
  const style = templateText(texts, "plan.css");
  return { style, styleHash: inlineHash(style) };
}
