import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Leftovers } from "../context.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Then it is thrown away: projects come and go. */
const MOST_DAYS = 30;

/** Those of the user, in the folder that the system has for such things. */
export function ownLeftovers(env: Environment): Leftovers {
  const folder = cacheFolder(process.platform, env);
  if (folder !== undefined) return leftoversIn(join(folder, "lint"));
  return { read: async () => undefined, keep: async () => {} };
}

/** Texts in a folder. */
export function leftoversIn(folder: string): Leftovers {
  return {
    async read(name) {
      try {
        return readFileSync(join(folder, name), "utf8");
      } catch {
        return undefined;
      }
    },
    async keep(name, text) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
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
  return folder === undefined || folder === "" ? undefined : join(folder, ...names);
}
