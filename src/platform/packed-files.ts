import { join } from "node:path";
import { FileError } from "./errors.ts";
import type { Entry, Files, Packed } from "./ports.ts";

/** The real files, and below the package's folder those that are packed. */
export function packedFiles(files: Files, packageFolder: string, packed: Packed): Files {
  const names = new Map(
    packed.names.map((name) => [join(packageFolder, ...name.split("/")), name]),
  );
  const folders = new Map<string, Entry[]>();
  for (const name of packed.names.toSorted()) addTo(folders, packageFolder, name.split("/"));
  return {
    ...files,
    async read(path, most) {
      const name = names.get(path);
      if (name !== undefined) return packed.text(name);
      if (folders.has(path)) throw new FileError(path, "folder");
      return files.read(path, most);
    },
    async readBytes(path, most) {
      const name = names.get(path);
      return name === undefined ? files.readBytes(path, most) : Buffer.from(packed.text(name));
    },
    stamp: async (path) => (names.has(path) ? undefined : files.stamp(path)),
    list: async (path) => folders.get(path) ?? files.list(path),
    async kind(path) {
      if (names.has(path)) return "file";
      return folders.has(path) ? "folder" : files.kind(path);
    },
  };
}

/** Notes each folder on the way to a file with what is in it. */
function addTo(folders: Map<string, Entry[]>, top: string, path: readonly string[]): void {
  let folder = top;
  for (const [depth, name] of path.entries()) {
    const entries = folders.get(folder) ?? [];
    const kind = depth === path.length - 1 ? "file" : "folder";
    if (!entries.some((each) => each.name === name)) entries.push({ name, kind });
    folders.set(folder, entries);
    folder = join(folder, name);
  }
}
