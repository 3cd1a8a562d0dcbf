import { type FormatName, formatNamed } from "../../src/documents/formats/index.ts";
import { fillTexts } from "../../src/documents/templates/fill.ts";
import type { Templates } from "../../src/documents/templates/templates.ts";
import type { PlanView } from "../../src/plan/schema/index.ts";
import { templatesFromDisk } from "./specimen.ts";

interface RenderOptions {
  readonly templates?: Templates;
  readonly largePrint?: boolean;
  readonly attach?: readonly string[];
}

/** A plan as a document in text, from the package's own templates. */
export async function renderPlan(
  view: PlanView,
  format: FormatName,
  { templates = OUR_TEMPLATES, largePrint = false, attach = [] }: RenderOptions = {},
): Promise<string> {
  const fill = (name: string) => fillTexts(view, name, templates);
  const printPage = () => Promise.reject(new Error("Nothing is printed here."));
  return String(await formatNamed(format).render({ view, largePrint, attach, fill, printPage }));
}

const OUR_TEMPLATES = templatesFromDisk();
