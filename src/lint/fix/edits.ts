import type { Diagnostic, Edit, Problem } from "../../yaml/diagnostic.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { meantBy } from "../problems/index.ts";

/** The text with every edit made that does not run into an earlier one; what is left out is for the next round. */
export function applyEdits(text: string, problems: readonly Problem[]): string {
  const edits = problems
    .filter(({ silenced }) => silenced === undefined)
    .flatMap((problem) => problem.edits)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const { start, end, text: fresh } of edits as readonly Edit[]) {
    if (start < at) continue;
    result += text.slice(at, start) + fresh;
    at = end;
  }
  return result + text.slice(at);
}

/** What would put a parser's diagnostic right without a look: only where one name is meant and no other is near. */
export function parserEdits(diagnostic: Diagnostic, source: SourceFile): readonly Edit[] {
  const { path, place } = diagnostic;
  const name = meantBy(diagnostic);
  if (name === undefined || path === undefined) return [];
  const keyPlace = source.place(path, { key: true });
  const key = keyPlace.line === place.line && keyPlace.column === place.column;
  const range = source.range(path, { key });
  if (range === undefined || source.file !== diagnostic.file) return [];
  return [{ start: range[0], end: range[1], place, text: quoted(name) }];
}

/** As `parserEdits`, for a template, whose places hold the name alone. */
export function templateEdits(text: string): (diagnostic: Diagnostic) => readonly Edit[] {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return (diagnostic) => {
    const { place } = diagnostic;
    const name = meantBy(diagnostic);
    if (name === undefined) return [];
    const start = offset(place.line, place.column);
    return [{ start, end: offset(place.endLine, place.endColumn), place, text: name }];
  };
}

/** Words that YAML readers, or older ones, take for something other than a name. */
const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;

function quoted(name: string): string {
  return /^[a-z][a-z0-9/-]*$/u.test(name) && !TAKEN.test(name) ? name : JSON.stringify(name);
}
