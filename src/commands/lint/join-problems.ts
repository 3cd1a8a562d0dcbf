import type { Diagnostic, Problem } from "../../diagnostic.ts";
import { firstOfEach } from "../../lint/first-of-each.ts";
import { idPathOf } from "../../lint/id-path.ts";
import { parserEdits } from "../../lint/parser-edits.ts";
import { silence } from "../../lint/silence.ts";
import { templateEdits } from "../../lint/template-edits.ts";
import { problemFrom } from "../../report/formats/lint-report.ts";
import type { ReadTarget } from "./read-target.ts";

/** What parsers found and what rules advise, with what `--fix` would change and what comments switch off. */
export function joinProblems(
  { file, source, text }: ReadTarget & { readonly file: string },
  diagnostics: readonly Diagnostic[],
  advice: readonly Problem[],
): readonly Problem[] {
  const editsIn = source === undefined ? templateEdits(text) : undefined;
  const { first, more } = firstOfEach(diagnostics);
  const found = first.map((each) => {
    const rest = more.get(each);
    const problem = { ...problemFrom(each), ...(rest === undefined ? {} : { more: rest }) };
    if (each.file !== file) return problem;
    if (source === undefined) return { ...problem, edits: editsIn?.(each) ?? [] };
    const idPath = each.path === undefined ? "" : idPathOf(source.value, each.path);
    return { ...problem, idPath, edits: parserEdits(each, source) };
  });
  // A file can lead to another one that is broken itself; comments here do not speak of that one.
  const elsewhere = found.filter((each) => each.file !== file);
  const here = [...found.filter((each) => each.file === file), ...advice];
  return [...(source === undefined ? here : silence(here, source)), ...elsewhere];
}
