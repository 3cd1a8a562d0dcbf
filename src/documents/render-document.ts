import type { PlanView } from "../plan/schema/index.ts";
import { type Frame, frameDocument } from "./frame-document.ts";
import { fillTemplate } from "./templates/template-engine.ts";
import {
  type DocumentFormat,
  partialTexts,
  type Templates,
  templateText,
} from "./templates/templates.ts";

export interface DocumentOptions extends Omit<Frame, "style"> {
  readonly templates: Templates;
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
  const style = templateText(templates, "plan.css");
  return frameDocument(view, { format, body }, { ...options, style });
}
