import { schemaAddress } from "../../files/schema-address.ts";
import type { Context } from "../../platform/ports.ts";
import type { SourceText } from "../text/source-text.ts";
import { loadSourceTexts } from "./load-source-texts.ts";

export interface Beside {
  readonly sources: readonly SourceText[];
  readonly schemaAddress: string | undefined;
}

/** What stands beside the files of a folder; each folder is looked up once. */
export function besideFinder(context: Context): (folder: string) => Promise<Beside> {
  const folders = new Map<string, Promise<Beside>>();
  return (folder) => {
    const beside = folders.get(folder) ?? besideIn(context, folder);
    folders.set(folder, beside);
    return beside;
  };
}

async function besideIn(context: Context, folder: string): Promise<Beside> {
  return {
    sources: await loadSourceTexts(context, folder),
    schemaAddress: await schemaAddress(context, folder),
  };
}
