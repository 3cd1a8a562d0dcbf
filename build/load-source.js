import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { packages } from "./packages.js";
import { ROOT } from "./places.js";

/** What a file of the source exports. Node 20 reads no TypeScript, so it is bundled on the fly. */
export async function loadSource(path) {
  const folder = mkdtempSync(join(tmpdir(), "coprod-build-"));
  const outfile = join(folder, "source.cjs");
  try {
    await esbuild.build({
      absWorkingDir: ROOT,
      entryPoints: [path],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      plugins: [packages],
      logLevel: "error",
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
