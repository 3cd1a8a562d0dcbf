import { basename, dirname } from "node:path";
import { DOCUMENT_FORMATS, type DocumentFormat } from "../documents/templates/templates.ts";

/** Which folder of templates a template belongs to, and as what. */
export interface TemplatePlace {
  readonly folder: string;
  readonly format: DocumentFormat;
  readonly isPart: boolean;
}

/** The folder for parts, beside the templates that call them. */
export const PARTIALS = "partials";

const ENDING = /(?:\.(html|md|text))?\.hbs$/u;

export function isTemplateName(name: string): boolean {
  return name.endsWith(".hbs");
}

export function saysItsFormat(path: string): boolean {
  return ENDING.exec(path)?.[1] !== undefined;
}

/** A template without `html`, `md` or `text` in its name is taken for a page in HTML. */
export function templatePlace(path: string): TemplatePlace {
  const here = dirname(path);
  const named = ENDING.exec(path)?.[1];
  const format = DOCUMENT_FORMATS.find((each) => each === named) ?? "html";
  const isPart = basename(here) === PARTIALS;
  return { folder: isPart ? dirname(here) : here, format, isPart };
}

/** The name that templates call a part by. */
export function partName(path: string): string {
  return basename(path).replace(ENDING, "");
}
