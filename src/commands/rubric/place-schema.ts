import { join } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { schemaAddress } from "../../files/schema-address.ts";
import type { Context } from "../../platform/ports.ts";

export const SCHEMA_NAME = "rubric.schema.json";

export interface PlacedSchema {
  /** Relative to the folder, so that it holds on other machines too. */
  readonly address: string;
  /** The file that was made, as people see its name. */
  readonly copied?: string;
}

/** Where editors find the schema from a file in the folder; where it is nowhere near, a copy is put beside the file. */
export async function placeSchema(context: Context, folder: string): Promise<PlacedSchema> {
  const address = await schemaAddress(context, folder);
  if (address !== undefined) return { address };
  const schema = join(context.packageFolder, "docs", "schema", "rubric.json");
  const path = join(folder, SCHEMA_NAME);
  await context.files.write(path, await context.files.read(schema));
  return { address: SCHEMA_NAME, copied: displayPath(context, path) };
}
