import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { run } from "../../src/commands/program.ts";
import { fillUserTemplate, type UserTemplateJob } from "../../src/documents/templates/sandbox.ts";
import { openRowStore } from "../../src/platform/duckdb.ts";
import { FileError } from "../../src/platform/errors.ts";
import type {
  Context,
  Entry,
  EntryKind,
  Files,
  Prompter,
  Reply,
  SandboxedCall,
  SandboxedResult,
} from "../../src/platform/ports.ts";

/** The package itself, read from the disk; everything a command writes goes to memory. */
export const PACKAGE_FOLDER = join(import.meta.dirname, "..", "..");
export const CHARITY_FOLDER = "/charity";

export interface MemoryFiles extends Files {
  readonly texts: Map<string, string>;
  /** Paths whose writing fails, with the fault. */
  readonly faults: Map<string, FileError["fault"]>;
}

/** Files below `/charity` in memory; the package's own files are real and read-only. */
export function memoryFiles(given: Readonly<Record<string, string>> = {}): MemoryFiles {
  const texts = new Map(
    Object.entries(given).map(([name, text]) => [posix.join(CHARITY_FOLDER, name), text]),
  );
  const folders = new Set([CHARITY_FOLDER]);
  const faults: MemoryFiles["faults"] = new Map();
  const binary = new Set<string>();
  const kind = (path: string): EntryKind => {
    if (texts.has(path)) return "file";
    if (folders.has(path) || [...texts.keys()].some((each) => each.startsWith(`${path}/`)))
      return "folder";
    return realKind(path);
  };
  return {
    texts,
    faults,
    async read(path) {
      const text = texts.get(path);
      if (text !== undefined) return text.replace(/^\uFEFF/u, "");
      const found = realKind(path);
      if (found !== "file")
        throw new FileError(path, kind(path) === "folder" ? "folder" : "missing");
      return readFileSync(path, "utf8");
    },
    async readBytes(path, mostBytes = 1024 ** 2) {
      const text = texts.get(path);
      if (text === undefined) throw new FileError(path, "missing");
      // Bytes are kept as a text of as many signs.
      const bytes = Buffer.from(text, binary.has(path) ? "latin1" : "utf8");
      if (bytes.length > mostBytes) throw new FileError(path, "too-large");
      return bytes;
    },
    async write(path, content) {
      const text = typeof content === "string" ? content : Buffer.from(content).toString("latin1");
      const fault = faults.get(path);
      if (fault !== undefined) throw new FileError(path, fault);
      if (kind(path) === "folder") throw new FileError(path, "folder");
      if (kind(posix.dirname(path)) !== "folder") throw new FileError(path, "missing");
      texts.set(path, text);
      if (typeof content !== "string") binary.add(path);
    },
    async create(path, content) {
      if (texts.has(path)) return false;
      await this.write(path, content);
      return true;
    },
    async list(path) {
      if (kind(path) !== "folder")
        throw new FileError(path, kind(path) === "file" ? "not-a-folder" : "missing");
      if (realKind(path) === "folder") return realEntries(path);
      const below = [...texts.keys()]
        .filter((each) => each.startsWith(`${path}/`))
        .map((each) => each.slice(path.length + 1));
      const names = [...new Set(below.map((each) => each.split("/")[0] ?? ""))].toSorted(byName);
      return names.map((name) => ({
        name,
        kind: kind(`${path}/${name}`) === "file" ? "file" : "folder",
      }));
    },
    async kind(path) {
      return kind(path);
    },
    realPath: async (path) => path,
    // As after a fresh checkout: nothing can be told from outside.
    stamp: async () => undefined,
    async remove(path) {
      texts.delete(path);
    },
    async move(from, to) {
      const text = texts.get(from);
      if (text === undefined) throw new FileError(from, "missing");
      texts.set(to, text);
      texts.delete(from);
    },
    async makeFolder(path) {
      if (kind(path) === "file") throw new FileError(path, "not-a-folder");
      folders.add(path);
    },
  };
}

function realKind(path: string): EntryKind {
  if (!path.startsWith(PACKAGE_FOLDER)) return "missing";
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "missing";
  return found.isDirectory() ? "folder" : "file";
}

function realEntries(path: string): Entry[] {
  return readdirSync(path, { withFileTypes: true })
    .map((entry): Entry => ({ name: entry.name, kind: entry.isDirectory() ? "folder" : "file" }))
    .sort((a, b) => byName(a.name, b.name));
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: MemoryFiles;
}

export interface Setting extends Partial<Omit<Context, "files" | "stdout" | "stderr">> {
  readonly files?: MemoryFiles;
  /** Lines a person types, in order; then the input ends. */
  readonly lines?: readonly string[];
}

/** Runs the whole program in memory. */
export async function runInMemory(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const { files = memoryFiles(), lines = [], ...rest } = setting;
  let stdout = "";
  let stderr = "";
  const context: Context = {
    stdout: {
      write(text) {
        stdout += text;
      },
    },
    stderr: {
      write(text) {
        stderr += text;
      },
    },
    cwd: CHARITY_FOLDER,
    env: {},
    now: () => new Date("2026-11-21T10:31:00Z"),
    random: (count) => Uint8Array.from({ length: count }, (_, at) => at * 7),
    color: false,
    columns: 80,
    machine: { pid: 1, name: "here", isAlive: () => false },
    window: () => ({ columns: 80, rows: 24 }),
    interactive: false,
    readStdin: async () => "",
    openPrompter: () => scriptedPrompter(lines),
    fileAt: async () => undefined,
    rubricsAt: async () => ({ paths: [], renamed: new Map() }),
    gitSetting: async () => undefined,
    openRowStore,
    runSandboxed: runHere,
    printPage: async () => ({ kind: "no-browser" }),
    openFile: async () => true,
    leftovers: { read: async () => undefined, keep: async () => {} },
    progress: { write() {} },
    packageFolder: PACKAGE_FOLDER,
    version: "0.0.0",
    ...rest,
    files,
  };
  const exitCode = await run(argv, context);
  return { exitCode, stdout, stderr, files };
}

/** Without the limits; those are tested with the built program. Plain values only go in and out, as there. */
async function runHere({ input }: SandboxedCall): Promise<SandboxedResult> {
  const job = structuredClone(input) as UserTemplateJob;
  return { kind: "done", value: structuredClone(fillUserTemplate(job)) };
}

export function scriptedPrompter(lines: readonly string[]): Prompter {
  const queue = [...lines];
  return {
    async line(): Promise<Reply> {
      const text = queue.shift();
      return text === undefined ? { kind: "end" } : { kind: "line", text };
    },
    close() {},
  };
}
