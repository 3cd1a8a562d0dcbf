import type { Context } from "../../platform/ports.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import { linesOf } from "../reporters/excerpt.ts";
import type { CheckedTarget } from "./check-files.ts";

/**
 * The lines where problems stand, by the names people see. The files are read again for it, as a run keeps no texts; one
 * that has gone since is shown without its lines.
 */
export async function shownLines(
  { files }: Pick<Context, "files">,
  {
    results,
    texts,
  }: { readonly results: readonly CheckedTarget[]; readonly texts: ReadonlyMap<string, string> },
  problems: readonly Problem[],
): Promise<(file: string, line: number) => string | undefined> {
  const wanted = byFile(problems);
  const lines = new Map<string, string>();
  for (const { target } of results) {
    const here = wanted.get(target.file) ?? [];
    if (here.length === 0) continue;
    const text = texts.get(target.path) ?? (await files.read(target.path).catch(() => ""));
    const all = linesOf(text);
    // A piece of a text keeps all of it in memory.
    for (const { place } of here)
      lines.set(`${place.line} ${target.file}`, copied(all[place.line - 1]));
  }
  return (file, line) => lines.get(`${line} ${file}`);
}

function copied(line = ""): string {
  return JSON.parse(JSON.stringify(line)) as string;
}

function byFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const each of problems) {
    const those = found.get(each.file);
    if (those === undefined) found.set(each.file, [each]);
    else those.push(each);
  }
  return found;
}
