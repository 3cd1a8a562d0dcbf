import { dirname, join, resolve } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, type ExitCode, FileProblems } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { settingsText } from "../reporters/reading-text.ts";
import type { Profile } from "../rule.ts";
import { type Settings, settingsFrom } from "../settings.ts";
import type { Config } from "./parse.ts";

/** The settings that hold for files in a folder: those nearest upwards, at most up to the top of the repository. */
export async function findConfig(context: Context, folder: string): Promise<Config | undefined> {
  const path = await configPath(context, folder);
  return path === undefined ? undefined : loadConfig(context, path);
}

/** Settings named outright. Throws `FileError` or `FileProblems`. */
async function loadConfig(context: Context, given: string): Promise<Config> {
  const path = resolve(context.cwd, given);
  const shown = displayPath(context, path);
  const text = await context.files.read(path);
  const { parseConfig } = await import("./parse.ts");
  const { config, diagnostics } = parseConfig(shown, text);
  if (config !== undefined) return config;
  throw new FileProblems(diagnostics, new Map([[shown, text]]), EXIT.wrongUse);
}

const CONFIG_NAME = "coprod.yaml";

/** The settings nearest upwards of a folder, at most up to the top of the repository. Undefined where there are none. */
async function configPath(context: Context, folder: string): Promise<string | undefined> {
  for (let each = folder; ; each = dirname(each)) {
    const path = join(each, CONFIG_NAME);
    if ((await context.files.kind(path)) === "file") return path;
    const isTop = (await context.files.kind(join(each, ".git"))) !== "missing";
    if (isTop || each === dirname(each)) return undefined;
  }
}

interface Options {
  readonly config?: string | boolean;
  readonly profile?: Profile;
}

/** The settings for a file by its path; each folder is looked up once. */
export function settingsFinder(
  context: Context,
  { config: given, profile }: Options,
): (path: string) => Promise<Settings> {
  const known = new Map<string, Promise<Config | undefined>>();
  return async (path) => {
    const folder = dirname(path);
    const config =
      known.get(folder) ??
      (typeof given === "string"
        ? loadConfig(context, given)
        : given === false
          ? Promise.resolve(undefined)
          : findConfig(context, folder));
    known.set(folder, config);
    return settingsFrom(await config, profile);
  };
}

/** Prints the settings that hold for a file. */
export async function printSettings(
  context: Context,
  file: string,
  options: Options,
): Promise<ExitCode> {
  const settings = await settingsFinder(context, options)(resolve(context.cwd, file));
  context.stdout.write(settingsText(settings));
  return EXIT.done;
}
