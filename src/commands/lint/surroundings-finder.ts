import { dirname } from "node:path";
import type { Context } from "../../context.ts";
import { needsSyllables } from "../../lint/apply-rules.ts";
import type { Settings } from "../../lint/settings.ts";
import type { SourceText } from "../../lint/source-text.ts";
import type { Surroundings } from "../../lint/subject.ts";
import { loadSourceTexts } from "../../workspace/load-source-texts.ts";
import { schemaAddress } from "../../workspace/schema-address.ts";

/** What rules need from outside a file, by its path; each folder is looked up once. */
export function surroundingsFinder(
  context: Context,
): (path: string, settings: Settings) => Promise<Surroundings> {
  const today = context.now().toISOString().slice(0, "2026-11-21".length);
  const folders = new Map<string, Promise<Beside>>();
  return async (path, settings) => {
    const folder = dirname(path);
    const beside = folders.get(folder) ?? besideIn(context, folder);
    folders.set(folder, beside);
    // The list of syllables is read only where it is used: it would slow every other run.
    const readability = needsSyllables(settings)
      ? await import("../../lint/readability.ts")
      : undefined;
    return { today, agreed: settings.agreed, readability, ...(await beside) };
  };
}

interface Beside {
  readonly sources: readonly SourceText[];
  readonly schemaAddress: string | undefined;
}

async function besideIn(context: Context, folder: string): Promise<Beside> {
  return {
    sources: await loadSourceTexts(context, folder),
    schemaAddress: await schemaAddress(context, folder),
  };
}
