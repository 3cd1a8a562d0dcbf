import { dirname, join } from "node:path";
import { readyOrText } from "../../files/bundled.ts";
import { schemaAddress } from "../../files/schema-address.ts";
import type { Context } from "../../platform/ports.ts";
import { own } from "../../util/values.ts";
import { lintText } from "../lint-text.ts";
import { readyExportedIds } from "../ready-exported-ids.ts";
import { type ExportedIds, exportedIdsOf, filesReferredTo } from "../references.ts";
import { needsSyllables, type Settings } from "../settings.ts";
import type { OutsideFile } from "../subject.ts";
import type { SourceText } from "../text/source-text.ts";

/** The bundled rubrics and the guide that the checked files refer to, so that a misspelt reference to them is found. */
export async function bundledReferredTo(
  context: Context,
  checked: readonly ExportedIds[],
): Promise<readonly ExportedIds[]> {
  const found: ExportedIds[] = [];
  for (const id of filesReferredTo(checked)) {
    const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
    if ((await context.files.kind(path)) !== "file") continue;
    const bundled = await readyOrText(context, path, own(readyExportedIds, id));
    found.push("ready" in bundled ? bundled.ready : exportedIdsOf(lintText(path, bundled.text)));
  }
  return found;
}

type Beside = Pick<OutsideFile, "sources" | "schemaAddress">;

/** What rules need from outside a file, by its path; each folder is looked up once. */
export function surroundingsFinder(
  context: Context,
): (path: string, settings: Settings) => Promise<OutsideFile> {
  const today = context.now().toISOString().slice(0, "2026-11-21".length);
  const folders = new Map<string, Promise<Beside>>();
  const besideOf = (folder: string): Promise<Beside> => {
    const beside = folders.get(folder) ?? besideIn(context, folder);
    folders.set(folder, beside);
    return beside;
  };
  return async (path, settings) => {
    // The list of syllables is read only where it is used: it would slow every other run.
    const readability = needsSyllables(settings)
      ? await import("../text/readability.ts")
      : undefined;
    return { today, agreed: settings.agreed, readability, ...(await besideOf(dirname(path))) };
  };
}

async function besideIn(context: Context, folder: string): Promise<Beside> {
  return {
    sources: await loadSourceTexts(context, folder),
    schemaAddress: await schemaAddress(context, folder),
  };
}

/** The folder beside rubrics that holds the texts they draw on. */
const FOLDER = "sources";
const HEADINGS = ".headings.txt";
const TEXT = /\.(?:txt|md)$/u;

/** The sources kept beside the files of a folder, by the names of their files. */
async function loadSourceTexts(
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
