import type { Program } from "./own-program.ts";
import type { Files } from "./ports.ts";

/** The real file system, loaded with the first file that is asked for. */
export function lazyFiles(program: Program): Files {
  let loaded: Promise<Files> | undefined;
  const files = (): Promise<Files> => {
    loaded ??= load(program);
    return loaded;
  };
  return {
    read: async (...given) => (await files()).read(...given),
    readBytes: async (...given) => (await files()).readBytes(...given),
    write: async (...given) => (await files()).write(...given),
    create: async (path, content) => (await files()).create(path, content),
    list: async (path) => (await files()).list(path),
    kind: async (path) => (await files()).kind(path),
    realPath: async (path) => (await files()).realPath(path),
    stamp: async (path) => (await files()).stamp(path),
    makeFolder: async (path) => (await files()).makeFolder(path),
    remove: async (path) => (await files()).remove(path),
    move: async (from, to) => (await files()).move(from, to),
  };
}

async function load({ packageFolder, packed }: Program): Promise<Files> {
  const { nodeFiles } = await import("./files.ts");
  if (packed === undefined) return nodeFiles();
  const { packedFiles } = await import("./packed-files.ts");
  return packedFiles(nodeFiles(), packageFolder, packed);
}
