import type { Context } from "../context.ts";
import type { Frame } from "../document/frame-document.ts";
import { readyTemplates } from "../document/ready-templates.ts";
import type { DocumentFormat } from "../document/templates.ts";
import type { PlanView } from "../plan/schema.ts";
import { loadTemplates } from "./load-templates.ts";

/** A plan made with coprod's own templates: those that the build compiled, or else their texts. */
export async function renderBuiltIn(
  context: Context,
  view: PlanView,
  { format, ...frame }: Omit<Frame, "style"> & { readonly format: DocumentFormat },
): Promise<string> {
  const ready = await readyTemplates?.[format]();
  if (ready !== undefined) {
    const { renderReady } = await import("../document/render-ready.ts");
    return renderReady(view, format, { ...ready, ...frame });
  }
  const { renderDocument } = await import("../document/render-document.ts");
  return renderDocument(view, format, { ...frame, templates: await loadTemplates(context) });
}
