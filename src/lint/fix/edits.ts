import type { Diagnostic, Edit, Path, Problem } from "../../yaml/diagnostic.ts";
import { readSource, type SourceFile } from "../../yaml/source-file.ts";
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

/** Whether a changed file still says what it said, but for the texts and names that the problems are about. */
export function keepsValues(before: string, after: string, problems: readonly Problem[]): boolean {
  const [was, is] = [before, after].map((text) => readSource("", text).source);
  if (was === undefined) return true;
  if (is === undefined) return false;
  const meant = new Set(problems.map(({ path }) => nameOf(path)));
  const found = differences(was.value, is.value, []);
  const isMeant = ({ path }: Difference) => meant.has(nameOf(path));
  const changes = new Set(found.filter(isMeant).map(changeOf));
  // What an alias stands for changes wherever the alias is.
  return found.every((each) => each.isText && (isMeant(each) || changes.has(changeOf(each))));
}

interface Difference {
  readonly path: Path;
  readonly from: unknown;
  readonly to: unknown;
  /** Whether a text came of it: nothing else is ever written by a fix. */
  readonly isText: boolean;
}

function nameOf(path: Path): string {
  return JSON.stringify(path);
}

function changeOf({ from, to }: Difference): string {
  return JSON.stringify([from, to]);
}

function differences(from: unknown, to: unknown, path: Path): Difference[] {
  if (!isBranch(from) || !isBranch(to))
    return Object.is(from, to) ? [] : [{ path, from, to, isText: typeof to === "string" }];
  const [keys, others] = [Object.keys(from), Object.keys(to)];
  if (keys.length !== others.length || Array.isArray(from) !== Array.isArray(to))
    return [{ path, from, to, isText: false }];
  return keys.flatMap((key, index) => {
    const other = others[index] ?? key;
    const inside = [...path, Array.isArray(from) ? index : key];
    const renamed = key === other ? [] : [{ path: inside, from: key, to: other, isText: true }];
    return [...renamed, ...differences(from[key], to[other], inside)];
  });
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
