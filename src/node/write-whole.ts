import { constants, type Stats } from "node:fs";
import { access, type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { FileError } from "../errors.ts";
import { codeOf } from "./error-code.ts";
import { removeStale, temporaryPath } from "./temporary-file.ts";

/** Attempts and first pause for a rename that another program holds up, as happens on Windows. */
const RENAME_TRIES = 6;
const FIRST_PAUSE_MS = 20;

/** The calls of the system that tests put others in place of. */
export interface System {
  readonly rename: (from: string, to: string) => Promise<void>;
}

/** A new file is its owner's alone, as it can hold people's words. */
const OWNER_ALONE = 0o600;

/**
 * Rename is the only step that changes the target, so a crash at any moment leaves the old text or the new. A file that
 * exists keeps its permissions.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  system: System = { rename },
): Promise<void> {
  const target = await followLink(path);
  const found = await statOf(target);
  if (found?.isDirectory()) throw new FileError(path, "folder");
  // A rename would replace a file that its owner has made read-only.
  if (found !== undefined) await access(target, constants.W_OK);
  await removeStale(target);
  const temporary = temporaryPath(target);
  try {
    await writeSynced(temporary, content, found === undefined ? OWNER_ALONE : found.mode & 0o777);
    await renamePatiently(temporary, target, system);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return path;
    throw error;
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

async function writeSynced(
  path: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
  try {
    await keepMode(file, mode);
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

// The umask takes permissions away when a file is made. Some disks, such as memory sticks, have none to keep.
async function keepMode(file: FileHandle, mode: number): Promise<void> {
  try {
    await file.chmod(mode);
  } catch {
    // The text matters more than its permissions.
  }
}

const PASSING = new Set(["EPERM", "EACCES", "EBUSY"]);

/** As a rename, which Windows refuses while another program looks at the file. */
export async function renamePatiently(
  from: string,
  to: string,
  system: System = { rename },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await system.rename(from, to);
    } catch (error) {
      if (attempt === RENAME_TRIES || !PASSING.has(codeOf(error))) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

// Makes the rename itself last through a power cut; not every system lets a folder be opened.
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, "r");
    await handle.sync();
  } catch {
    // Best effort: the file's own bytes are already on the disk.
  } finally {
    await handle?.close();
  }
}
