import { readdirSync, readFileSync, statSync } from "node:fs";
import { FileError } from "../../src/platform/errors.ts";
import type { Context, Entry, EntryKind, Files } from "../../src/platform/ports.ts";
import { type Ran, runInMemory } from "./context.ts";

/** Without `node:path`, which stands for Windows' here. */
export const REAL_PACKAGE = import.meta.dirname.replace(/[\\/]test[\\/]support$/u, "");
export const CHARITY = "C:\\charity";
const PACKAGE = "C:\\Program Files\\coprod";

export interface WindowsFiles extends Files {
  /** The text of a file of the charity, by its name in any case; with the case it was made with. */
  readonly found: (name: string) => { readonly name: string; readonly text: string } | undefined;
}

/** A disk as Windows has it: backslashes, drives, and names without case. The package's own files are real. */
export function windowsFiles(given: Readonly<Record<string, string>>): WindowsFiles {
  const files = new Map<string, { path: string; text: string }>();
  const put = (path: string, text: string): void => {
    const before = files.get(path.toLowerCase());
    files.set(path.toLowerCase(), { path: before?.path ?? path, text });
  };
  for (const [name, text] of Object.entries(given)) put(`${CHARITY}\\${name}`, text);
  const below = (folder: string) =>
    [...files.values()].filter(({ path }) => startsWith(path, `${folder}\\`));
  const kind = (path: string): EntryKind => {
    refuseSlashes(path);
    if (isPackage(path)) return realKind(path);
    if (files.has(path.toLowerCase())) return "file";
    return path.toLowerCase() === CHARITY.toLowerCase() || below(path).length > 0
      ? "folder"
      : "missing";
  };
  const read = (path: string): string => {
    const found = kind(path);
    if (found !== "file") throw new FileError(path, found);
    return isPackage(path)
      ? readFileSync(real(path), "utf8")
      : (files.get(path.toLowerCase())?.text ?? "");
  };
  return {
    found(name) {
      const file = files.get(`${CHARITY}\\${name}`.toLowerCase());
      return file && { name: file.path.slice(CHARITY.length + 1), text: file.text };
    },
    read: async (path) => read(path),
    readBytes: async (path) => Buffer.from(read(path), "latin1"),
    async write(path, content) {
      refuseSlashes(path);
      put(path, typeof content === "string" ? content : Buffer.from(content).toString("latin1"));
    },
    realPath: async (path) => path,
    async create(path, content) {
      if (kind(path) !== "missing") return false;
      put(path, content);
      return true;
    },
    async list(path) {
      if (kind(path) !== "folder") throw new FileError(path, "missing");
      if (isPackage(path)) return realEntries(path);
      const names = below(path).map(
        (file) => file.path.slice(path.length + 1).split("\\")[0] ?? "",
      );
      return [...new Set(names)]
        .sort()
        .map((name) => ({ name, kind: kind(`${path}\\${name}`) === "file" ? "file" : "folder" }));
    },
    kind: async (path) => kind(path),
    stamp: async () => undefined,
    async makeFolder() {},
    async remove(path) {
      files.delete(path.toLowerCase());
    },
    async move(from, to) {
      put(to, read(from));
      files.delete(from.toLowerCase());
    },
  };
}

/** The whole program on that disk; the test file has put Windows' `node:path` in place of this system's. */
export function runOnWindows(
  argv: readonly string[],
  files: WindowsFiles,
  setting: Partial<Omit<Context, "files" | "stdout" | "stderr">> & {
    readonly lines?: readonly string[];
  } = {},
): Promise<Omit<Ran, "files">> {
  const memory = { ...files, texts: new Map(), faults: new Map() };
  return runInMemory(argv, { ...setting, cwd: CHARITY, packageFolder: PACKAGE, files: memory });
}

function startsWith(path: string, start: string): boolean {
  return path.toLowerCase().startsWith(start.toLowerCase());
}

function isPackage(path: string): boolean {
  return startsWith(`${path}\\`, `${PACKAGE}\\`);
}

/** Windows takes both signs; that a path came here with the other one means that it was put together by hand. */
function refuseSlashes(path: string): void {
  if (path.includes("/")) throw new Error(`${path} was not made with node:path.`);
}

function real(path: string): string {
  return REAL_PACKAGE + path.slice(PACKAGE.length).replaceAll("\\", "/");
}

function realKind(path: string): EntryKind {
  const found = statSync(real(path), { throwIfNoEntry: false });
  if (found === undefined) return "missing";
  return found.isDirectory() ? "folder" : "file";
}

function realEntries(path: string): Entry[] {
  return readdirSync(real(path), { withFileTypes: true })
    .map((entry): Entry => ({ name: entry.name, kind: entry.isDirectory() ? "folder" : "file" }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
