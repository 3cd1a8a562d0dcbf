import { isAbsolute, join, relative } from "node:path";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";

/** A copy of the rubrics' schema beside the rubrics. */
export const SCHEMA_COPY = "rubric.schema.json";

/** Kinds of files that an editor helps with. */
type Kind = "rubric" | "translation";

/**
 * Where editors find the schema of rubrics from a folder: in a copy beside them, or in coprod itself where that is part
 * of the project. Relative, so that it holds on other machines too; undefined where there is neither.
 */
export async function schemaAddress(
  context: Context,
  folder: string,
  kind: Kind = "rubric",
): Promise<string | undefined> {
  const copy = `${kind}.schema.json`;
  if ((await context.files.kind(join(folder, copy))) === "file") return copy;
  const schema = publishedSchema(context, kind);
  const below = relative(context.cwd, schema);
  const address = relative(folder, schema).replaceAll("\\", "/");
  const isInProject = !below.startsWith("..") && !isAbsolute(below) && !/\s/u.test(address);
  return isInProject ? address : undefined;
}

function publishedSchema({ packageFolder }: Context, kind: Kind): string {
  return join(packageFolder, "docs", "schema", `${kind}.json`);
}

interface PlacedSchema {
  /** Relative to the folder, so that it holds on other machines too. */
  readonly address: string;
  /** The file that was made, as people see its name. */
  readonly copied?: string;
}

/** Where editors find the schema from a file in the folder; where it is nowhere near, a copy is put beside the file. */
export async function placeSchema(
  context: Context,
  folder: string,
  kind: Kind = "rubric",
): Promise<PlacedSchema> {
  const address = await schemaAddress(context, folder, kind);
  if (address !== undefined) return { address };
  const copy = `${kind}.schema.json`;
  const path = join(folder, copy);
  await context.files.write(path, await context.files.read(publishedSchema(context, kind)));
  return { address: copy, copied: displayPath(context, path) };
}
