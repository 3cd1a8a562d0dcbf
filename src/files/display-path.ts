import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what we look for
const UNSAFE = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/gu;

type FileContext = Pick<Context, "cwd" | "env" | "files">;

/** Turns the names people see into paths from the top of the repository, with forward slashes, as CI services want them. */
export async function repositoryNames(context: FileContext): Promise<(file: string) => string> {
  const top = (await repositoryTop(context)) ?? serviceFolder(context) ?? context.cwd;
  return (file) => displayPath({ cwd: top }, resolve(context.cwd, file));
}

/** The nearest folder upwards that git calls its own. A checkout may lie deeper than the folder the service names. */
async function repositoryTop(context: FileContext): Promise<string | undefined> {
  for (let folder = context.cwd; ; folder = dirname(folder)) {
    if (await exists(context, join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

async function exists({ files }: FileContext, path: string): Promise<boolean> {
  try {
    return (await files.kind(path)) !== "missing";
  } catch {
    return false;
  }
}

function serviceFolder({ env }: FileContext): string | undefined {
  return env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR;
}
