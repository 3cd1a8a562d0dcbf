import type { Diagnostic } from "../../yaml/diagnostic.ts";
import { inFileOrder, problemFrom } from "./lint-report.ts";
import { linesIn, problemsText } from "./message.ts";

/**
 * Problems in files for a person: `file:line:column`, what is wrong, the line with a caret, what to do, the rule.
 * `texts` holds the files' contents by the names used in the diagnostics. Ends in one newline, or is empty.
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  options: { color: boolean },
): string {
  return problemsText(inFileOrder(diagnostics.map(problemFrom)), linesIn(texts), options);
}
