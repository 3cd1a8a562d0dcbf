import { findConfig } from "../lint/config/find-config.ts";
import type { CiEnvironment, Context } from "../platform/ports.ts";

interface PlainModeSources {
  /** `--plain` or `--no-plain`. */
  readonly flag: boolean | undefined;
  /** What the settings file says. */
  readonly setting: boolean | undefined;
  readonly env: Pick<CiEnvironment, "ACCESSIBLE" | "TERM">;
}

const NOT_ACCESSIBLE = ["", "0", "false", "no"];

/** Whether one line at a time is asked with nothing redrawn: the flag decides, then the setting, then the environment. */
export function wantsPlain({ flag, setting, env }: PlainModeSources): boolean {
  const { ACCESSIBLE = "", TERM } = env;
  return flag ?? setting ?? (!NOT_ACCESSIBLE.includes(ACCESSIBLE.toLowerCase()) || TERM === "dumb");
}

/** As `wantsPlain`, with the settings that hold in the working folder. */
export async function isPlain(context: Context, flag: boolean | undefined): Promise<boolean> {
  const setting = flag === undefined ? await savedSetting(context) : undefined;
  return wantsPlain({ flag, setting, env: context.env });
}

// A mistake in the settings is no reason to send a room full of people home.
async function savedSetting(context: Context): Promise<boolean | undefined> {
  try {
    return (await findConfig(context, context.cwd))?.plain;
  } catch {
    return undefined;
  }
}
