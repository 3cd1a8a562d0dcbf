import { join } from "node:path";
import type { Context } from "../platform/ports.ts";

const GUIDE = "guide.yaml";

/** Ids of the rubrics that come with coprod, in name order. Apart from their loading, which completion does without. */
export async function bundledRubricIds(context: Context): Promise<string[]> {
  const entries = await context.files.list(join(context.packageFolder, "rubrics"));
  return entries
    .filter(({ name, kind }) => kind === "file" && name.endsWith(".yaml") && name !== GUIDE)
    .map(({ name }) => name.slice(0, -".yaml".length));
}
