import { isAbsolute, join, relative } from "node:path";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";

/** A copy of the rubrics' schema beside the rubrics. */
export const SCHEMA_COPY = "rubric.schema.json";

/**
 * Where editors find the schema of rubrics from a folder: in a copy beside them, or in coprod itself where that is part
 * of the project. Relative, so that it holds on other machines too; undefined where there is neither.
 */
export async function schemaAddress(context: Context, folder: string): Promise<string | undefined> {
  if ((await context.files.kind(join(folder, SCHEMA_COPY))) === "file") return SCHEMA_COPY;
  const schema = publishedSchema(context);
  const below = relative(context.cwd, schema);
  const address = relative(folder, schema).replaceAll("\\", "/");
  const isInProject = !below.startsWith("..") && !isAbsolute(below) && !/\s/u.test(address);
  return isInProject ? address : undefined;
}

function publishedSchema({ packageFolder }: Context): string {
  return join(packageFolder, "docs", "schema", "rubric.json");
}

interface PlacedSchema {
  /** Relative to the folder, so that it holds on other machines too. */
  readonly address: string;
  /** The file that was made, as people see its name. */
  readonly copied?: string;
}

/** Where editors find the schema from a file in the folder; where it is nowhere near, a copy is put beside the file. */
export async function placeSchema(context: Context, folder: string): Promise<PlacedSchema> {
  const address = await schemaAddress(context, folder);
  if (address !== undefined) return { address };
  const schema = publishedSchema(context);
  const path = join(folder, SCHEMA_COPY);
  await context.files.write(path, await context.files.read(schema));
  return { address: SCHEMA_COPY, copied: displayPath(context, path) };
}
