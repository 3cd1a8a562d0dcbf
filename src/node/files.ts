import { constants } from "node:fs";
import {
  access,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Entry, EntryKind, Files } from "../context.ts";
import { FileError, type FileFault } from "../errors.ts";
import { codeOf } from "./error-code.ts";
import { removeStale, temporaryPath } from "./temporary-file.ts";

export const MAX_BYTES = 1024 * 1024;

/** Attempts and first pause for a rename that another program holds up, as happens on Windows. */
const RENAME_TRIES = 6;
const FIRST_PAUSE_MS = 20;

/** The calls of the system that tests put others in place of. */
export interface System {
  readonly rename: (from: string, to: string) => Promise<void>;
}

/** The real file system. */
export function nodeFiles(system: System = { rename }): Files {
  return {
    read: (path) => translated(path, () => readText(path)),
    readBytes: (path) => translated(path, () => readBytes(path)),
    write: (path, content) => translated(path, () => writeWhole(path, content, system)),
    list: (path) => translated(path, () => listFolder(path)),
    kind: (path) => translated(path, () => kindOf(path)),
    makeFolder: (path) =>
      translated(path, async () => {
        await mkdir(path, { recursive: true });
      }),
    remove: (path) => translated(path, () => rm(path, { force: true })),
    move: (from, to) => translated(from, () => renamePatiently(from, to, system)),
  };
}

async function readText(path: string): Promise<string> {
  return decodeText(path, await readBytes(path));
}

async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (found.size > MAX_BYTES) throw new FileError(path, "too-large");
  // A device such as /dev/zero has no size and no end.
  if (found.isCharacterDevice() || found.isBlockDevice()) throw new FileError(path, "not-text");
  return readFile(path);
}

/** UTF-8 without its byte order mark; anything else is refused, since guessing would spoil a save. */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileError(path, "not-text", cause);
  }
}

async function listFolder(path: string): Promise<Entry[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry): Entry => ({ name: entry.name, kind: entry.isFile() ? "file" : "folder" }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function kindOf(path: string): Promise<EntryKind> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "missing";
    throw error;
  }
}

// Rename is the only step that changes the target, so a crash at any moment leaves the old text or the new.
async function writeWhole(
  path: string,
  content: string | Uint8Array,
  system: System,
): Promise<void> {
  const target = await followLink(path);
  const kind = await kindOf(target);
  if (kind === "folder") throw new FileError(path, "folder");
  // A rename would replace a file that its owner has made read-only.
  if (kind === "file") await access(target, constants.W_OK);
  await removeStale(target);
  const temporary = temporaryPath(target);
  try {
    await writeSynced(temporary, content, await modeOf(target));
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

/** A file that exists keeps its permissions; a new one is the owner's alone, as it can hold people's words. */
async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch {
    return 0o600;
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

async function renamePatiently(from: string, to: string, { rename }: System): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
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

const FAULTS: Readonly<Record<string, FileFault>> = {
  ENOENT: "missing",
  EISDIR: "folder",
  ENOTDIR: "not-a-folder",
  EEXIST: "not-a-folder",
  EACCES: "denied",
  EPERM: "denied",
  EROFS: "read-only",
  ENOSPC: "full",
  EDQUOT: "full",
  EBUSY: "busy",
  ENAMETOOLONG: "name-too-long",
};

async function translated<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(path, FAULTS[codeOf(error)] ?? "other", error);
  }
}
