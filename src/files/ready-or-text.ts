import { join } from "node:path";
import type { Context } from "../platform/ports.ts";
import { type ReadyText, textMark } from "../util/ready-text.ts";

/** The ready value, or where there is none or the file is no longer the one it was made from: its text. */
export type ReadyOrText<Value> = { readonly ready: Value } | { readonly text: string };

/** What the build made of a file of the package. */
export async function readyOrText<Value>(
  context: Pick<Context, "files" | "packageFolder">,
  path: string,
  load: (() => Promise<ReadyText<Value>>) | undefined,
): Promise<ReadyOrText<Value>> {
  const made = await load?.();
  if (made === undefined) return { text: await context.files.read(path) };
  if (await isAsBuilt(context, path, made)) return { ready: made.value };
  const text = await context.files.read(path);
  return made.mark === textMark(text) ? { ready: made.value } : { text };
}

/** As `make` sees it: no change since the program was built. To read the file and compare takes much longer. */
async function isAsBuilt(
  { files, packageFolder }: Pick<Context, "files" | "packageFolder">,
  path: string,
  { bytes }: Pick<ReadyText<unknown>, "bytes">,
): Promise<boolean> {
  const found = await files.stamp(path);
  if (found === undefined || found.bytes !== bytes) return false;
  const built = await files.stamp(join(packageFolder, "dist", "package.json"));
  return built !== undefined && found.written <= built.written;
}
