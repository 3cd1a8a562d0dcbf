import { isAbsolute, join, relative } from "node:path";
import type { Context } from "../platform/ports.ts";

/** A copy of the rubrics' schema beside the rubrics, under the name that `coprod rubric new` gives it. */
const COPY = "rubric.schema.json";

/**
 * Where editors find the schema of rubrics from a folder: in a copy beside them, or in coprod itself where that is part
 * of the project. Relative, so that it holds on other machines too; undefined where there is neither.
 */
export async function schemaAddress(context: Context, folder: string): Promise<string | undefined> {
  if ((await context.files.kind(join(folder, COPY))) === "file") return COPY;
  const schema = join(context.packageFolder, "docs", "schema", "rubric.json");
  const below = relative(context.cwd, schema);
  const address = relative(folder, schema).replaceAll("\\", "/");
  const isInProject = !below.startsWith("..") && !isAbsolute(below) && !/\s/u.test(address);
  return isInProject ? address : undefined;
}
