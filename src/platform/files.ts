import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { codeOf, FileError, type FileFault } from "./errors.ts";
import type { Entry, EntryKind, Files, Stamp } from "./ports.ts";
import { standardInput } from "./processes.ts";
import type { System } from "./write-whole.ts";

export const MAX_BYTES = 1024 * 1024;

/**
 * The real file system. Small files are read in one go: to wait for each of a read's steps takes longer than the steps.
 * What writes is loaded with the first write: most commands only read.
 */
export function nodeFiles(system?: System): Files {
  return {
    read: (path, most) => translated(path, () => decodeText(path, readBytes(path, most))),
    readBytes: (path, most) => translated(path, () => readBytes(path, most)),
    write: (path, content, readers) =>
      translated(path, async () => {
        const { writeWhole } = await import("./write-whole.ts");
        return writeWhole(path, content, system, readers);
      }),
    create: (path, content) => translated(path, () => createAlone(path, content)),
    list: (path) => translated(path, () => listFolder(path)),
    kind: (path) => translated(path, () => kindOf(path)),
    realPath: (path) => translated(path, () => realPathOf(path)),
    stamp: async (path) => stampOf(path),
    makeFolder: (path) =>
      translated(path, () => {
        mkdirSync(path, { recursive: true });
      }),
    remove: (path) => translated(path, () => rmSync(path, { force: true })),
    move: (from, to) =>
      translated(from, async () => {
        const { renamePatiently } = await import("./write-whole.ts");
        return renamePatiently(from, to, system);
      }),
  };
}

function readBytes(path: string, most = MAX_BYTES): Uint8Array {
  const found = statSync(path);
  if (found.size > most) throw new FileError(path, "too-large");
  // A device such as /dev/zero has no size and no end, and to read a pipe is to wait for whoever fills it.
  if (!found.isFile() && !found.isDirectory()) throw new FileError(path, "device");
  return readFileSync(path);
}

/** UTF-8 without its byte order mark; anything else is refused, since guessing would spoil a save. */
export function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileError(path, "not-text", cause);
  }
}

// The system itself sees to it that only one of several programs makes the file.
function createAlone(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function listFolder(path: string): Entry[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry): Entry => ({ name: entry.name, kind: entry.isFile() ? "file" : "folder" }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(path: string): EntryKind {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "missing";
    throw error;
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return path;
    throw error;
  }
}

function stampOf(path: string): Stamp | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || !found.isFile() || found.size > MAX_BYTES) return undefined;
    const { dev, ino, size, mtimeMs, ctimeMs } = found;
    // Programs can set back the first of the two times, but not the second.
    const mark = [dev, ino, size, mtimeMs, ctimeMs].join(" ");
    return { mark, changed: Math.max(mtimeMs, ctimeMs), written: mtimeMs, bytes: size };
  } catch {
    return undefined;
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

async function translated<Value>(path: string, work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(path, FAULTS[codeOf(error)] ?? "other", error);
  }
}

/** All of standard input as UTF-8 text; the same limits as a file. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of standardInput()) {
      const bytes = Buffer.from(chunk as Uint8Array);
      size += bytes.length;
      if (size > MAX_BYTES) throw new FileError("standard input", "too-large");
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError("standard input", "no-input", error);
  }
  return decodeText("standard input", Buffer.concat(chunks));
}
