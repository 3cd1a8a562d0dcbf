import { allNames, exportedIdsOf, missingReferences } from "../../src/lint/references.ts";
import type { LintedText } from "../../src/lint/subject.ts";
import type { Diagnostic } from "../../src/yaml/diagnostic.ts";

/** What is wrong with the references among some files. */
export function checkReferences(texts: readonly LintedText[]): readonly Diagnostic[] {
  const known = allNames(texts.map(exportedIdsOf));
  return texts.flatMap((text) => missingReferences(exportedIdsOf(text), known, text.source));
}
