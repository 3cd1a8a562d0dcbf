import { isAbsolute, relative } from "node:path";
import type { Context } from "../context.ts";

/**
 * A path as people should see it: short and with forward slashes, relative where it lies below the working folder. A
 * name may hold codes that would paint or move a terminal's cursor; each is shown as a question mark, as `ls` does.
 */
export function displayPath({ cwd }: Pick<Context, "cwd">, path: string): string {
  const near = relative(cwd, path);
  const below = near !== "" && !near.startsWith("..") && !isAbsolute(near);
  return (below ? near : path).replaceAll("\\", "/").replace(UNSAFE, "?");
}

const UNSAFE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;
