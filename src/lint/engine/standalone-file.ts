import { dirname } from "node:path";
import { isTemplateName } from "../../files/template-place.ts";
import { FileError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { shortened, textHash } from "../../util/content-hash.ts";
import { type Beside, besideFinder } from "./beside-finder.ts";
import type { LintTarget } from "./lint-targets.ts";
import type { Shelf } from "./result-cache.ts";

/** A file that may be judged by itself. */
export interface LoneFile extends LintTarget {
  /** Undefined where the bytes are no text, or one that belongs to other files. */
  readonly text: () => Promise<string | undefined>;
  readonly around: Around;
  /** The same for the same bytes under the same name and the same rules. */
  readonly key: () => string;
  /** The same for as long as nobody touches the file or the rules; undefined where that can't be relied on. */
  readonly sight: string | undefined;
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

/** Left out is what is plainly no such file. With a shelf, files that it knows by sight are not read before they have to be. */
export async function readAlone(
  context: Context,
  request: Request,
  shelf: Shelf | undefined,
): Promise<readonly LoneFile[]> {
  const aroundOf = aroundFinder(context, request.settingsMark);
  const now = context.now().getTime();
  const found: LoneFile[] = [];
  for (const target of request.targets) {
    if (isTemplateName(target.path)) continue;
    const around = await aroundOf(dirname(target.path));
    const lone = await loneFile(context, { target, around, now, shelf });
    if (lone !== undefined) found.push(lone);
  }
  return found;
}

interface Place {
  readonly target: LintTarget;
  readonly around: Around;
  readonly now: number;
  readonly shelf: Shelf | undefined;
}

async function loneFile(context: Context, place: Place): Promise<LoneFile | undefined> {
  const { target, around, shelf } = place;
  const sight = shelf === undefined ? undefined : await sightOf(context, place);
  const known = sight === undefined ? undefined : shelf?.known(target.path, sight);
  const read = () => readOrNothing(context, target.path);
  const bytes = known === undefined ? await read() : undefined;
  if (known === undefined && bytes === undefined) return undefined;
  return { ...target, around, sight, ...contents({ target, around, known, bytes, read }) };
}

/** The clocks of some disks tick every two seconds: what changed later than that could change again unseen. */
const TICK_MS = 2000;

async function sightOf(
  { files }: Context,
  { target, around, now }: Place,
): Promise<string | undefined> {
  const stamp = await files.stamp(target.path);
  if (stamp === undefined || stamp.changed >= now - TICK_MS) return undefined;
  return `${stamp.mark} ${target.named} ${around.mark}`;
}

interface Given {
  readonly target: LintTarget;
  readonly around: Around;
  /** The key, where the bytes need not be read for it. */
  readonly known: string | undefined;
  readonly bytes: Uint8Array | undefined;
  readonly read: () => Promise<Uint8Array | undefined>;
}

function contents({
  target: { file, named },
  around,
  known,
  bytes: first,
  read,
}: Given): Pick<LoneFile, "text" | "key"> {
  let [key, bytes] = [known, first];
  return {
    key() {
      key ??= textHash(around.mark, file, String(named), bytes ?? "");
      return key;
    },
    async text() {
      if (bytes === undefined) {
        bytes = await read();
        // It may have changed since it was seen.
        key = undefined;
      }
      return bytes === undefined ? undefined : textIn(bytes);
    },
  };
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
    const mark = JSON.stringify([await settingsMark(folder), sources, schemaAddress]);
    return { folder, beside, mark: shortened(mark) };
  };
  return (folder) => {
    const found = known.get(folder) ?? look(folder);
    known.set(folder, found);
    return found;
  };
}
