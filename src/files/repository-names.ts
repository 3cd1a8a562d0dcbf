import { dirname, join, resolve } from "node:path";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";

type Located = Pick<Context, "cwd" | "env" | "files">;

/** Turns the names people see into paths from the top of the repository, with forward slashes, as CI services want them. */
export async function repositoryNames(context: Located): Promise<(file: string) => string> {
  const top = (await repositoryTop(context)) ?? serviceFolder(context) ?? context.cwd;
  return (file) => displayPath({ cwd: top }, resolve(context.cwd, file));
}

/** The nearest folder upwards that git calls its own. A checkout may lie deeper than the folder the service names. */
async function repositoryTop(context: Located): Promise<string | undefined> {
  for (let folder = context.cwd; ; folder = dirname(folder)) {
    if (await exists(context, join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

async function exists({ files }: Located, path: string): Promise<boolean> {
  try {
    return (await files.kind(path)) !== "missing";
  } catch {
    return false;
  }
}

function serviceFolder({ env }: Located): string | undefined {
  return env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR;
}
