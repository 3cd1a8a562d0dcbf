import { dirname } from "node:path";
import type { Context } from "../../platform/ports.ts";
import { needsSyllables } from "../apply-rules.ts";
import type { Settings } from "../settings.ts";
import type { Surroundings } from "../subject.ts";
import { besideFinder } from "./beside-finder.ts";

/** What rules need from outside a file, by its path. */
export function surroundingsFinder(
  context: Context,
): (path: string, settings: Settings) => Promise<Surroundings> {
  const today = todayOf(context);
  const besideOf = besideFinder(context);
  return async (path, settings) => {
    // The list of syllables is read only where it is used: it would slow every other run.
    const readability = needsSyllables(settings)
      ? await import("../text/readability.ts")
      : undefined;
    return { today, agreed: settings.agreed, readability, ...(await besideOf(dirname(path))) };
  };
}

export function todayOf({ now }: Pick<Context, "now">): string {
  return now().toISOString().slice(0, "2026-11-21".length);
}
