import { createRequire } from "node:module";
import * as esbuild from "esbuild";
import { packages } from "./packages.js";
import { ROOT } from "./places.js";

/** What a file of the source exports. Node 20 reads no TypeScript, so it is bundled on the fly. */
export async function loadSource(path) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    plugins: [packages],
    logLevel: "error",
  });
  const module = { exports: {} };
  const run = new Function("module", "exports", "require", outputFiles[0].text);
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}
