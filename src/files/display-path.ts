import { isAbsolute, relative, sep } from "node:path";
import type { Context } from "../platform/ports.ts";

/**
 * A path as people should see it: short and with forward slashes, relative where it lies below the working folder. A
 * name may hold codes that would paint or move a terminal's cursor; each is shown as a question mark, as `ls` does.
 */
export function displayPath({ cwd }: Pick<Context, "cwd">, path: string): string {
  return (below(cwd, path) ?? path).replaceAll("\\", "/").replace(UNSAFE, "?");
}

function below(cwd: string, path: string): string | undefined {
  // Of thousands of paths nearly all are as plain as this, and to take a path apart takes long.
  if (path.startsWith(`${cwd}${sep}`) && path.length > cwd.length + 1 && !path.includes(".."))
    return path.slice(cwd.length + 1);
  const near = relative(cwd, path);
  return near === "" || near.startsWith("..") || isAbsolute(near) ? undefined : near;
}

const UNSAFE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;
