import { join, parse } from "node:path";
import { FileError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";

/** What is to be saved where, and what the file held when we last read or wrote it; undefined for a new file. */
export interface Save {
  readonly path: string;
  readonly last: string | undefined;
  readonly text: string;
}

export interface Saved {
  /** Another path than asked for where somebody else had changed that file: then both are kept. */
  readonly path: string;
  readonly keptBoth: boolean;
}

const MAX_BYTES = 1024 * 1024;

/** Saves whole and atomically, and never over what somebody else wrote meanwhile. Throws `FileError`. */
export async function saveAssessment(
  context: Pick<Context, "files">,
  { path, last, text }: Save,
): Promise<Saved> {
  // Larger than we would read again.
  if (Buffer.byteLength(text) > MAX_BYTES) throw new FileError(path, "too-large");
  const changedOutside = await holdsSomethingElse(context, path, last);
  const target = changedOutside ? await freePath(context, path) : path;
  await context.files.write(target, text);
  return { path: target, keptBoth: changedOutside };
}

/** The path itself where nothing is there yet, otherwise `name (2).yaml`, `name (3).yaml` and so on. */
export async function freePath(context: Pick<Context, "files">, path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  let candidate = path;
  for (let number = 2; (await context.files.kind(candidate)) !== "missing"; number++) {
    candidate = join(dir, `${name} (${number})${ext}`);
  }
  return candidate;
}

async function holdsSomethingElse(
  { files }: Pick<Context, "files">,
  path: string,
  last: string | undefined,
): Promise<boolean> {
  if ((await files.kind(path)) !== "file") return false;
  try {
    return (await files.read(path)) !== last;
  } catch (error) {
    // There, but no longer text that we could have written.
    if (error instanceof FileError && ["not-text", "too-large"].includes(error.fault)) return true;
    throw error;
  }
}
