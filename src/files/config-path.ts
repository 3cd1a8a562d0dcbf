import { dirname, join } from "node:path";
import type { Context } from "../platform/ports.ts";

const CONFIG_NAME = "coprod.yaml";

/** The settings nearest upwards of a folder, at most up to the top of the repository. Undefined where there are none. */
export async function configPath(context: Context, folder: string): Promise<string | undefined> {
  for (let each = folder; ; each = dirname(each)) {
    const path = join(each, CONFIG_NAME);
    if ((await context.files.kind(path)) === "file") return path;
    const isTop = (await context.files.kind(join(each, ".git"))) !== "missing";
    if (isTop || each === dirname(each)) return undefined;
  }
}
