import { dirname, parse } from "node:path";
import type { Context } from "../platform/ports.ts";

/** Names beside a file that Dropbox, OneDrive and others give to what two people saved at the same time. */
export async function conflictsBeside(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<readonly string[]> {
  const { name, base } = parse(path);
  const entries = await files.list(dirname(path));
  return entries
    .map((entry) => entry.name)
    .filter((each) => each !== base && each.startsWith(name) && /conflict/iu.test(each));
}
