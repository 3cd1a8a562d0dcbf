// The lint of the bundled rubrics without starting a process, against the bare parse: node test/bench/lint-rules.js
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "coprod-bench-"));
try {
  // Node 20 reads no TypeScript.
  const file = join(folder, "work.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "lint-rules-work.js")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const rubrics = join(import.meta.dirname, "..", "..", "rubrics");
  const { status } = spawnSync(process.execPath, [file, rubrics], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
