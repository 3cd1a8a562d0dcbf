import { dirname, resolve } from "node:path";
import type { Context } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import type { Config } from "../../lint/config/parse.ts";
import type { Profile } from "../../lint/profile.ts";
import { type Settings, settingsFrom } from "../../lint/settings.ts";
import { settingsText } from "../../report/settings-text.ts";
import { findConfig, loadConfig } from "../../workspace/find-config.ts";

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
