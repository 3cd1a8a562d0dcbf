import type { Diagnostic, Edit } from "../../yaml/diagnostic.ts";

/** For each problem of a template, the name that is meant, where no other is near. Its place holds the name alone. */
export function templateEdits(text: string): (diagnostic: Diagnostic) => readonly Edit[] {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return ({ rule, place, facts }) => {
    if (!RENAMED.has(rule) || !("says" in facts)) return [];
    const [name, ...others] = facts.near;
    if (name === undefined || others.length > 0) return [];
    const start = offset(place.line, place.column);
    return [{ start, end: offset(place.endLine, place.endColumn), place, text: name }];
  };
}

// A block is renamed at its end as well, so only a person can do that.
const RENAMED = new Set<string>(["template/unknown-field", "template/unknown-part"]);
