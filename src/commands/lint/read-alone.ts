import { dirname } from "node:path";
import { contentHash, textHash } from "../../content-hash.ts";
import type { Context } from "../../context.ts";
import { FileError } from "../../errors.ts";
import type { LintTarget } from "../../workspace/lint-targets.ts";
import { isTemplateName } from "../../workspace/template-place.ts";
import { type Beside, besideFinder } from "./beside-finder.ts";

/** A file that can be judged by itself, as far as its first lines tell. */
export interface LoneFile extends LintTarget {
  readonly text: string;
  readonly around: Around;
  /** The same for the same text under the same name and the same rules. */
  readonly key: string;
}

/** What the files of a folder have in common: one object for all of them. */
export interface Around {
  readonly folder: string;
  readonly beside: Beside;
  /** Stands for the settings and for what is beside the files. */
  readonly mark: string;
}

interface Request {
  readonly targets: readonly LintTarget[];
  readonly settingsMark: (folder: string) => Promise<string>;
}

/** Left out is what belongs to other files or can't be read. */
export async function readAlone(context: Context, request: Request): Promise<readonly LoneFile[]> {
  const around = aroundFinder(context, request.settingsMark);
  const found: LoneFile[] = [];
  for (const target of request.targets) {
    if (isTemplateName(target.path)) continue;
    const text = await readOrNothing(context, target.path);
    if (text === undefined || BELONGS.test(text)) continue;
    const { mark } = await around(dirname(target.path));
    const key = textHash(mark, target.file, String(target.named), text);
    found.push({ ...target, text, key, around: await around(dirname(target.path)) });
  }
  return found;
}

/** An assessment belongs to its rubrics. Where this misses one, it is found out later. */
const BELONGS = /^coprod:\s*["']?assessment\//mu;

async function readOrNothing({ files }: Context, path: string): Promise<string | undefined> {
  try {
    return await files.read(path);
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
    const mark = textHash(await settingsMark(folder), contentHash(sources), schemaAddress);
    return { folder, beside, mark };
  };
  return (folder) => {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  };
}
