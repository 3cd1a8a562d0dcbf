import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import type { PlanView } from "../plan/schema/index.ts";
import { type Frame, frameDocument } from "./frame-document.ts";
import type { ReadyTemplates } from "./templates/ready-templates.ts";
import { registerHelpers } from "./templates/template-helpers.ts";
import type { DocumentFormat } from "./templates/templates.ts";

/** As `renderDocument`, to the byte, from templates that are already compiled. */
export function renderReady(
  view: PlanView,
  format: DocumentFormat,
  { main, partials, ...frame }: ReadyTemplates & Frame,
): string {
  const engine = (runtime as unknown as typeof Handlebars).create();
  registerHelpers(engine);
  for (const [name, spec] of Object.entries(partials)) {
    engine.registerPartial(name, engine.template(spec));
  }
  const body = engine.template(main)(view);
  return frameDocument(view, { format, body }, frame);
}
