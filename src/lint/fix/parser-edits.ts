import type { Diagnostic, Edit } from "../../yaml/diagnostic.ts";
import type { SourceFile } from "../../yaml/source-file.ts";

/** What would put a parser's diagnostic right without a look: only where one name is meant and no other is near. */
export function parserEdits(diagnostic: Diagnostic, source: SourceFile): readonly Edit[] {
  const { path, place } = diagnostic;
  const name = meantName(diagnostic);
  if (name === undefined || path === undefined) return [];
  const keyPlace = source.place(path, { key: true });
  const key = keyPlace.line === place.line && keyPlace.column === place.column;
  const range = source.range(path, { key });
  if (range === undefined || source.file !== diagnostic.file) return [];
  return [{ start: range[0], end: range[1], place, text: quoted(name) }];
}

function meantName(diagnostic: Diagnostic): string | undefined {
  switch (diagnostic.rule) {
    case "shape/unknown-key":
    case "shape/value":
    case "ref/unknown":
    case "answer/unknown-level":
    case "answer/unknown-question":
      return diagnostic.facts.near.length === 1 ? diagnostic.facts.near[0] : undefined;
    case "id/format":
      return diagnostic.facts.suggestion === "" ? undefined : diagnostic.facts.suggestion;
    default:
      return undefined;
  }
}

/** Words that YAML readers, or older ones, take for something other than a name. */
const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;

function quoted(name: string): string {
  return /^[a-z][a-z0-9/-]*$/u.test(name) && !TAKEN.test(name) ? name : JSON.stringify(name);
}
