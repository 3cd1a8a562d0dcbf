import { resolve } from "node:path";
import { configPath } from "../../files/config-path.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, FileProblems } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import type { Config } from "./parse.ts";

/** The settings that hold for files in a folder: those nearest upwards, at most up to the top of the repository. */
export async function findConfig(context: Context, folder: string): Promise<Config | undefined> {
  const path = await configPath(context, folder);
  return path === undefined ? undefined : loadConfig(context, path);
}

/** Settings named outright. Throws `FileError` or `FileProblems`. */
export async function loadConfig(context: Context, given: string): Promise<Config> {
  const path = resolve(context.cwd, given);
  const shown = displayPath(context, path);
  const text = await context.files.read(path);
  // Loaded only now: it knows every rule, and most folders have no settings.
  const { parseConfig } = await import("./parse.ts");
  const { config, diagnostics } = parseConfig(shown, text);
  if (config !== undefined) return config;
  throw new FileProblems(diagnostics, new Map([[shown, text]]), EXIT.wrongUse);
}
