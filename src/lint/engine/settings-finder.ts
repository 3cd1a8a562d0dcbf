import { dirname, resolve } from "node:path";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { findConfig, loadConfig } from "../config/find-config.ts";
import type { Config } from "../config/parse.ts";
import type { Profile } from "../profile.ts";
import { settingsText } from "../reporters/settings-text.ts";
import { type Settings, settingsFrom } from "../settings.ts";

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
