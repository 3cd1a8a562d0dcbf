import type { Frame } from "../documents/frame-document.ts";
import { readyTemplates } from "../documents/templates/ready-templates.ts";
import type { DocumentFormat } from "../documents/templates/templates.ts";
import type { PlanView } from "../plan/schema/index.ts";
import type { Context } from "../platform/ports.ts";
import { loadTemplates } from "./load-templates.ts";

/** A plan made with coprod's own templates: those that the build compiled, or else their texts. */
export async function renderBuiltIn(
  context: Context,
  view: PlanView,
  { format, ...frame }: Omit<Frame, "style"> & { readonly format: DocumentFormat },
): Promise<string> {
  const ready = await readyTemplates?.[format]();
  if (ready !== undefined) {
    const { renderReady } = await import("../documents/render-ready.ts");
    return renderReady(view, format, { ...ready, ...frame });
  }
  const { renderDocument } = await import("../documents/render-document.ts");
  return renderDocument(view, format, { ...frame, templates: await loadTemplates(context) });
}
