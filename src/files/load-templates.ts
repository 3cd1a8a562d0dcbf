import { join } from "node:path";
import type { Context } from "../platform/ports.ts";

/** The texts of the package's templates by their path below `templates/`, with forward slashes. */
export async function loadTemplates(context: Context): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await addFolder(context, { folder: join(context.packageFolder, "templates"), below: "" }, texts);
  return texts;
}

async function addFolder(
  context: Context,
  at: { readonly folder: string; readonly below: string },
  texts: Map<string, string>,
): Promise<void> {
  for (const { name, kind } of await context.files.list(at.folder)) {
    const path = join(at.folder, name);
    if (kind === "folder")
      await addFolder(context, { folder: path, below: `${at.below}${name}/` }, texts);
    else texts.set(`${at.below}${name}`, await context.files.read(path));
  }
}
