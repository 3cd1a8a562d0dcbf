import { dirname, join } from "node:path";
import type { TemplateFolder } from "../documents/templates/check-template-folder.ts";
import type { NamedTemplate } from "../documents/templates/checked-set.ts";
import type { DocumentFormat } from "../documents/templates/templates.ts";
import { FileError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";
import { loadTemplates } from "./load-templates.ts";
import { builtInParts } from "./load-user-template.ts";
import {
  isTemplateName,
  PARTIALS,
  partName,
  type TemplatePlace,
  templatePlace,
} from "./template-place.ts";

/** `texts` stand in for files by their paths. */
export async function loadTemplateFolder(
  context: Context,
  { folder, format }: TemplatePlace,
  texts: ReadonlyMap<string, string>,
): Promise<TemplateFolder> {
  const own = { format, texts };
  const mains = await templatesIn(context, folder, own);
  const parts = await templatesIn(context, join(folder, PARTIALS), own);
  return {
    mains: mains.map(([, template]) => template),
    parts: new Map([...builtInParts(await loadTemplates(context), format), ...parts]),
  };
}

interface Wanted {
  readonly format: DocumentFormat;
  readonly texts: ReadonlyMap<string, string>;
}

async function templatesIn(
  context: Context,
  folder: string,
  { format, texts }: Wanted,
): Promise<(readonly [name: string, template: NamedTemplate])[]> {
  const given = [...texts.keys()].filter((path) => dirname(path) === folder);
  const isFolder = (await context.files.kind(folder)) === "folder";
  const listed = isFolder ? await context.files.list(folder) : [];
  const files = listed.filter(({ kind }) => kind === "file").map(({ name }) => join(folder, name));
  const paths = [...new Set([...files, ...given])].filter(
    (path) => isTemplateName(path) && templatePlace(path).format === format,
  );
  return Promise.all(
    paths.map(async (path) => {
      const text = texts.get(path) ?? (await readOrNothing(context, path));
      return [partName(path), { name: displayPath(context, path), text }] as const;
    }),
  );
}

// A part that is no text is reported where it is checked itself; it must not stop the check of the others.
async function readOrNothing({ files }: Context, path: string): Promise<string> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof FileError) return "";
    throw error;
  }
}
