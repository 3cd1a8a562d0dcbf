import { isAbsolute, relative } from "node:path";
import type { Context } from "../context.ts";

/** A path as people should see it: short and with forward slashes, relative where it lies below the working folder. */
export function displayPath({ cwd }: Pick<Context, "cwd">, path: string): string {
  const near = relative(cwd, path);
  const below = near !== "" && !near.startsWith("..") && !isAbsolute(near);
  return (below ? near : path).replaceAll("\\", "/");
}
