import type { Diagnostic, Problem } from "../../yaml/diagnostic.ts";
import { firstOfEach } from "../cap-per-rule.ts";
import { parserEdits, templateEdits } from "../fix/parser-edits.ts";
import { idPathOf } from "../id-path.ts";
import { problemFrom } from "../reporters/lint-report.ts";
import { suppress } from "../suppressions/suppress.ts";
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
  return [...(source === undefined ? here : suppress(here, source)), ...elsewhere];
}
