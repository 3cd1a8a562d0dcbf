import { join } from "node:path";
import type { Context } from "../../platform/ports.ts";
import type { SourceText } from "../text/source-text.ts";

/** The folder beside rubrics that holds the texts they draw on. */
const FOLDER = "sources";
const HEADINGS = ".headings.txt";
const TEXT = /\.(?:txt|md)$/u;

/** The sources kept beside the files of a folder, by the names of their files. */
export async function loadSourceTexts(
  { files }: Pick<Context, "files">,
  folder: string,
): Promise<readonly SourceText[]> {
  const at = join(folder, FOLDER);
  if ((await files.kind(at)) !== "folder") return [];
  const found = new Map<string, { text?: string; headings?: string }>();
  for (const { name, kind } of await files.list(at)) {
    if (kind !== "file" || !TEXT.test(name)) continue;
    const isList = name.endsWith(HEADINGS);
    const id = name.replace(isList ? HEADINGS : TEXT, "");
    const text = await files.read(join(at, name));
    found.set(id, { ...found.get(id), ...(isList ? { headings: text } : { text }) });
  }
  return [...found].map(([id, { text, headings }]) => ({ id, text, headings }));
}
