import { dirname } from "node:path";
import { contentHash, textHash } from "../../content-hash.ts";
import type { Context } from "../../context.ts";
import { FileError } from "../../errors.ts";
import type { LintTarget } from "../../workspace/lint-targets.ts";
import { isTemplateName } from "../../workspace/template-place.ts";
import { type Beside, besideFinder } from "./beside-finder.ts";

/** A file that may be judged by itself. */
export interface LoneFile extends LintTarget {
  /** Read from the bytes when it is asked for; undefined where they are no text, or one that belongs to other files. */
  readonly text: () => string | undefined;
  readonly around: Around;
  /** The same for the same bytes under the same name and the same rules. */
  readonly key: () => string;
}

/** What the files of a folder have in common: one object for all of them. */
export interface Around {
  readonly folder: string;
  readonly beside: Beside;
  /** Stands for the settings and for what is beside the files. */
  readonly mark: () => string;
}

interface Request {
  readonly targets: readonly LintTarget[];
  readonly settingsMark: (folder: string) => Promise<string>;
}

/** Left out is what is plainly no such file. */
export async function readAlone(context: Context, request: Request): Promise<readonly LoneFile[]> {
  const aroundOf = aroundFinder(context, request.settingsMark);
  const found: LoneFile[] = [];
  for (const target of request.targets) {
    const bytes = isTemplateName(target.path)
      ? undefined
      : await readOrNothing(context, target.path);
    if (bytes === undefined) continue;
    const around = await aroundOf(dirname(target.path));
    const key = once(() => textHash(around.mark(), target.file, String(target.named), bytes));
    found.push({ ...target, key, around, text: () => textIn(bytes) });
  }
  return found;
}

/** An assessment belongs to its rubrics. Where this misses one, it is found out later. */
const BELONGS = /^coprod:\s*["']?assessment\//mu;

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return BELONGS.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

async function readOrNothing({ files }: Context, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.readBytes(path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

function aroundFinder(
  context: Context,
  settingsMark: Request["settingsMark"],
): (folder: string) => Promise<Around> {
  const besideOf = besideFinder(context);
  const known = new Map<string, Promise<Around>>();
  const look = async (folder: string): Promise<Around> => {
    const beside = await besideOf(folder);
    const { sources, schemaAddress = "" } = beside;
    const settings = await settingsMark(folder);
    const mark = once(() => textHash(settings, contentHash(sources), schemaAddress));
    return { folder, beside, mark };
  };
  return (folder) => {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  };
}

/** Without a store of results nobody asks, and what makes fingerprints need not be loaded. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
