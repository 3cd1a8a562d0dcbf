import type { Path, Problem } from "../../yaml/diagnostic.ts";
import { readSource } from "../../yaml/source-file.ts";

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
