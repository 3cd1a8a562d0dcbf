import type { Diagnostic, DiagnosticFacts, Place } from "../../yaml/diagnostic.ts";

type TemplateRule = Extract<Diagnostic["rule"], `template/${string}`> | "ref/circular";

/** One problem of one template, in the form that all problems in files have. */
export type TemplateProblem = Extract<Diagnostic, { readonly rule: TemplateRule }>;

export type TemplateFacts = DiagnosticFacts["template/syntax"];

/** What to say of a place, before it is known where that is. */
export interface Complaint extends Partial<TemplateFacts> {
  readonly rule: TemplateRule;
  readonly says: string;
}

export function templateProblem(
  file: string,
  place: Place,
  { rule, says, near = [], known = [] }: Complaint,
): TemplateProblem {
  return { rule, severity: "error", file, place, facts: { says, near, known } };
}

/** The problem as one line, for whoever waits for a page. */
export function problemLine({
  file,
  place,
  facts: { says, near, known },
}: TemplateProblem): string {
  const [closest] = near;
  return [
    `${file}:${place.line}:${place.column} ${says}`,
    closest === undefined ? "" : `Did you mean "${closest}"?`,
    known.length === 0 ? "" : `There are: ${known.join(", ")}.`,
  ]
    .filter((each) => each !== "")
    .join(" ");
}
