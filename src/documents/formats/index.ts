import type { ALL_PLAN_LENGTHS } from "../../util/formats.ts";
import { docx } from "./docx.ts";
import { email } from "./email.ts";
import type { PlanFormat } from "./format.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { pdf } from "./pdf.ts";

/** Every kind of document that a plan can be, in the order of the help. */
const ALL = [html, markdown, email, pdf, docx, json] as const;

export type FormatName = (typeof ALL)[number]["name"];

/** The format of `coprod plan` where none is named, and of a template whose name says none. */
export const USUAL_FORMAT = html.name;

export const FORMATS: readonly (PlanFormat & { readonly name: FormatName })[] = ALL;

export const FORMAT_NAMES: readonly FormatName[] = ALL.map(({ name }) => name);

export function formatNamed(name: FormatName): PlanFormat {
  return ALL.find((each) => each.name === name) as PlanFormat;
}

/** The format that a file of this name has, where its ending says one. */
export function formatOfFile(name: string): FormatName | undefined {
  const ending = formatEnding(name);
  return FORMATS.find((each) => endingsOf(each).includes(ending))?.name;
}

/** In small letters, without the dot; empty where there is none. */
export function formatEnding(name: string): string {
  return /[^/\\]\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}

function endingsOf({ ending, otherEndings = [] }: PlanFormat): readonly string[] {
  return [ending, ...otherEndings];
}

/** What is in a plan beside its facts. */
export interface PlanVersion {
  readonly format: FormatName;
  readonly for: "trustees" | "public";
  readonly length: (typeof ALL_PLAN_LENGTHS)[number];
  readonly largePrint?: boolean;
}

/**
 * The plan's file name, from that of its assessment without ending. It says what is in it: nobody sends the trustees' votes to
 * the public, and no version replaces another.
 */
export function planFileName(assessment: string | undefined, version: PlanVersion): string {
  const { hasPages = false, ending } = formatNamed(version.format);
  const parts = [
    ...(assessment === undefined ? [] : [assessment]),
    "plan",
    ...(version.for === "public" ? ["public"] : []),
    ...(["full", "message"].includes(version.length) ? [] : [version.length]),
    ...(version.largePrint === true && hasPages ? ["large-print"] : []),
  ];
  return `${parts.join("-")}.${ending}`;
}

/** What goes with an email: it says that the plan that is attached has every answer, so that is the full one for the same readers. */
export function attachedNames(
  assessment: string | undefined,
  version: Pick<PlanVersion, "for">,
): string[] {
  return FORMATS.filter(({ isAttached = false }) => isAttached).map(({ name }) =>
    planFileName(assessment, { format: name, for: version.for, length: "full" }),
  );
}
