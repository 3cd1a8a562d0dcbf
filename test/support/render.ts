import { type FormatName, formatNamed } from "../../src/documents/formats/index.ts";
import type { OtherLanguages } from "../../src/documents/languages.ts";
import type { Letterhead } from "../../src/documents/letterhead.ts";
import { fillTexts } from "../../src/documents/templates/fill.ts";
import type { Templates } from "../../src/documents/templates/templates.ts";
import type { PlanView } from "../../src/plan/schema/index.ts";
import { templatesFromDisk } from "./specimen.ts";

interface RenderOptions {
  readonly templates?: Templates;
  readonly largePrint?: boolean;
  readonly otherLanguages?: OtherLanguages;
  readonly letterhead?: Letterhead;
}

/** A plan as a document in text, from the package's own templates. */
export async function renderPlan(
  view: PlanView,
  format: FormatName,
  options: RenderOptions = {},
): Promise<string> {
  return String(await rendered(view, format, options));
}

/** The same as a file for Word. */
export async function renderWord(view: PlanView, options: RenderOptions = {}): Promise<Uint8Array> {
  return Buffer.from(await rendered(view, "docx", options));
}

function rendered(
  view: PlanView,
  format: FormatName,
  {
    templates = OUR_TEMPLATES,
    largePrint = false,
    otherLanguages = new Map(),
    letterhead = {},
  }: RenderOptions,
): Promise<string | Uint8Array> {
  const fill = (name: string) => fillTexts(view, name, templates);
  const printPage = () => Promise.reject(new Error("Nothing is printed here."));
  const attachments = async () => ({ made: [], command: "coprod plan" });
  return formatNamed(format).render({
    view,
    largePrint,
    otherLanguages,
    letterhead,
    attachments,
    fill,
    printPage,
  });
}

const OUR_TEMPLATES = templatesFromDisk();
