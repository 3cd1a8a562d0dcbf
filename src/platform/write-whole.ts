import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf, FileError } from "./errors.ts";
import { isAlive } from "./processes.ts";

/** Attempts and first pause for a rename that another program holds up, as happens on Windows. */
const RENAME_TRIES = 6;
const FIRST_PAUSE_MS = 20;

/** The calls of the system that tests put others in place of. */
export interface System {
  readonly rename: (from: string, to: string) => void;
  readonly platform?: NodeJS.Platform;
}

const REAL: System = { rename: renameSync };

/** A new file is its owner's alone, as it can hold people's words. */
const OWNER_ALONE = 0o600;

/**
 * Rename is the only step that changes the target, so a crash at any moment leaves the old text or the new. A file that
 * exists keeps its permissions. The steps are made one after the other without a wait between them: to wait takes longer
 * than the steps, and nothing else of the program may go on before a save is done.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  system: System = REAL,
  readers?: "others",
): Promise<void> {
  const target = followLink(path);
  const found = statOf(target);
  if (found?.isDirectory()) throw new FileError(path, "folder");
  // To put a file in its place would take a device away from the whole system.
  if (found !== undefined && !found.isFile()) throw new FileError(path, "device");
  // A rename would replace a file that its owner has made read-only.
  if (found !== undefined) accessSync(target, constants.W_OK);
  removeStale(target);
  const temporary = temporaryPath(target);
  try {
    writeSynced(temporary, content, found === undefined ? newMode(readers) : found.mode & 0o777);
    await renamePatiently(temporary, target, system);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

function newMode(readers: "others" | undefined): number {
  return readers === undefined ? OWNER_ALONE : 0o666 & ~process.umask();
}

function followLink(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return linkedTo(path) ?? path;
  }
}

/** Where a link leads to a file that is not there yet. The system itself has refused links that lead round. */
function linkedTo(path: string): string | undefined {
  const target = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    ? resolve(dirname(path), readlinkSync(path))
    : undefined;
  return target === undefined ? undefined : followLink(target);
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function writeSynced(path: string, content: string | Uint8Array, mode: number): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
  try {
    keepMode(file, mode);
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

// The umask takes permissions away when a file is made. Some disks, such as memory sticks, have none to keep.
function keepMode(file: number, mode: number): void {
  try {
    fchmodSync(file, mode);
  } catch {
    // The text matters more than its permissions.
  }
}

const PASSING = new Set(["EPERM", "EACCES", "EBUSY"]);

/** As a rename, which Windows refuses while another program looks at the file. */
export async function renamePatiently(
  from: string,
  to: string,
  system: System = REAL,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return system.rename(from, to);
    } catch (error) {
      if (!PASSING.has(codeOf(error))) throw error;
      if (attempt === RENAME_TRIES) throw givenUp(error, to, system);
      await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

// We could write beside it, so it is no lack of a permission: Windows says so too of a file that another program has open.
function givenUp(error: unknown, path: string, { platform = process.platform }: System): unknown {
  return platform === "win32" ? new FileError(path, "busy", error) : error;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

// Makes the rename itself last through a power cut; not every system lets a folder be opened.
function syncFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, "r");
    fsyncSync(folder);
  } catch {
    // Best effort: the file's own bytes are already on the disk.
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}

/** A name beside the target that says whose it is: the process that writes it. */
function temporaryPath(target: string): string {
  // No secret: a file that is there already is never opened.
  const number = Math.floor(Math.random() * 2 ** 32);
  const unique = `${process.pid}-${number.toString(16).padStart(8, "0")}`;
  return join(dirname(target), `${prefixOf(target)}${unique}.tmp`);
}

/** Removes what a killed save of this same file left behind; another live process keeps its own. */
function removeStale(target: string): void {
  const folder = dirname(target);
  const prefix = prefixOf(target);
  for (const name of readdirSync(folder)) {
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    const match = /^(\d+)-[0-9a-f]{8}\.tmp$/u.exec(rest);
    if (match === null || isAlive(Number(match[1]))) continue;
    rmSync(join(folder, name), { force: true });
  }
}

// Short, because a name may have at most 255 bytes and a letter up to four.
function prefixOf(target: string): string {
  return `.${[...basename(target)].slice(0, 40).join("")}.`;
}
