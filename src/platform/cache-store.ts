import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import type { Leftovers, Program } from "./ports.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Then it is thrown away: projects come and go. */
const MOST_DAYS = 30;

/** Those of the user for this build, in the folder that the system has for such things. */
export function ownLeftovers(env: Environment, { packageFolder }: Program): Leftovers {
  const folder = cacheFolder(process.platform, env);
  if (folder === undefined) return { read: async () => undefined, keep: async () => {} };
  const leftovers = leftoversIn(join(folder, "lint"));
  // The version alone does not tell one build from the next, and its rules may be others.
  const build = buildIn(join(packageFolder, "dist", "package.json")) ?? "";
  return {
    read: (name) => leftovers.read(`${build}${name}`),
    keep: (name, text) => leftovers.keep(`${build}${name}`, text),
  };
}

/** The mark that `build/bundle.js` puts there. */
function buildIn(path: string): string | undefined {
  const [, build] = /"build":"(\w+)"/u.exec(textIn(path) ?? "") ?? [];
  return build;
}

/** Texts in a folder. */
export function leftoversIn(folder: string): Leftovers {
  return {
    read: async (name) =>
      [folder, join(folder, name)].every(isOurs) ? textIn(join(folder, name)) : undefined,
    async keep(name, text) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOurs(folder)) return;
        const temporary = join(folder, `${name}.${process.pid}`);
        writeFileSync(temporary, text, { mode: 0o600 });
        renameSync(temporary, join(folder, name));
        removeOld(folder, Date.now() - MOST_DAYS * DAY_MS);
      } catch {
        // The next run does the work again.
      }
    },
  };
}

/** Whether nobody else can have put there what we would believe. Windows has no such owners; there the place is private. */
function isOurs(path: string): boolean {
  if (process.getuid === undefined) return true;
  try {
    const { uid, mode } = lstatSync(path);
    return uid === process.getuid() && (mode & OTHERS_WRITE) === 0;
  } catch {
    return false;
  }
}

const OTHERS_WRITE = 0o022;

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function removeOld(folder: string, before: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < before) rmSync(path, { force: true });
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs keep what they can do without, on each kind of system; undefined where it can't be told. */
export function cacheFolder(platform: NodeJS.Platform, env: Environment): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = env;
  if (platform === "win32") return below(LOCALAPPDATA, "coprod", "cache");
  if (platform === "darwin") return below(HOME, "Library", "Caches", "coprod");
  return below(XDG_CACHE_HOME, "coprod") ?? below(HOME, ".cache", "coprod");
}

function below(folder: string | undefined, ...names: readonly string[]): string | undefined {
  // A relative one would be below the folder where somebody happens to work.
  return folder !== undefined && isAbsolute(folder) ? join(folder, ...names) : undefined;
}
