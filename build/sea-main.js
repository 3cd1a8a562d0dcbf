// The single-file program: the same as `bin/coprod.js`, with the package's files inside.
import { join } from "node:path";
import { getAsset, isSea } from "node:sea";
import { main } from "../src/main.ts";

if (!isSea()) throw new Error("This is part of the single-file program.");
const text = (name) => getAsset(name, "utf8");
const packed = { names: JSON.parse(text("names")), text, worker: () => text("worker") };

// Below a file there is never a folder, so no file of anybody's is taken for one of these.
const packageFolder = join(process.execPath, "package");

void main(process.argv.slice(2), { packageFolder, packed }).then((code) => {
  process.exitCode = code;
});
