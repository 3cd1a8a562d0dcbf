import { findConfig } from "../lint/config/find-config.ts";
import type { Context } from "../platform/ports.ts";

const NOT_ACCESSIBLE = ["", "0", "false", "no"];

/** Whether one line at a time is asked with nothing redrawn: the flag decides, then the setting, then the environment. */
export async function wantsPlain(context: Context, flag: boolean | undefined): Promise<boolean> {
  const { ACCESSIBLE = "", TERM } = context.env;
  const usual = !NOT_ACCESSIBLE.includes(ACCESSIBLE.toLowerCase()) || TERM === "dumb";
  return flag ?? (await savedSetting(context)) ?? usual;
}

// A mistake in the settings is no reason to refuse the questions.
async function savedSetting(context: Context): Promise<boolean | undefined> {
  try {
    return (await findConfig(context, context.cwd))?.plain;
  } catch {
    return undefined;
  }
}
