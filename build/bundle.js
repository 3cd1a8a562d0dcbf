import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import { toFiles } from "./chunks.js";
import { licenceTexts } from "./licences.js";
import { packages } from "./packages.js";
import { LICENCES, ROOT } from "./places.js";
import { readyModules } from "./ready-modules.js";

const MAIN = "src/main.ts";

/** Loaded by name from a thread of its own (`src/platform/sandbox.ts`). */
const APART = ["src/platform/sandbox-worker.ts", "src/documents/templates/sandbox.ts"];

/** Each begins a chunk, so that what stands before it can be run without it. */
const BEGINNINGS = [
  "src/lint/text/count-syllables.ts",
  "src/yaml/parse-with-diagnostics.ts",
  "src/yaml/fields.ts",
  ...["assessment", "guide", "lint/config", "rubric"].flatMap((part) => [
    `src/${part}/format.ts`,
    `src/${part}/schema.ts`,
  ]),
];

/**
 * What every form of the program is built with, in ASCII: that is read three times as fast as text with other signs.
 * With `data`, what need not be code is put there.
 */
export async function commonOptions({ data } = {}) {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return {
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    target: "node20.17",
    legalComments: "none",
    logLevel: "error",
    metafile: true,
    write: false,
    plugins: [packages, await readyModules(data)],
    define: { "process.env.COPROD_VERSION": JSON.stringify(version) },
  };
}

/** The published program in memory: each file's text by its path below `dist`, and the chunks. */
export async function bundle({ minify = true } = {}) {
  const data = new Map();
  const built = await esbuild.build({
    ...(await commonOptions({ data })),
    entryPoints: [MAIN, ...APART, ...BEGINNINGS].map((path) => ({ in: path, out: flatName(path) })),
    outdir: join(ROOT, "dist"),
    outbase: join(ROOT, "src"),
    chunkNames: "[name]-[hash]",
    splitting: true,
    format: "esm",
    minify,
  });
  const parts = await toFiles(built, { main: MAIN, names: fileName, minify });
  const files = new Map([...parts.files, ...data]);
  return { ...parts, files, licences: licenceTexts(Object.keys(built.metafile.inputs)) };
}

/** `src/commands/score/run.ts` becomes `score.js`, so that a profile can be read; it is a file of its own, however small. */
function fileName(entry) {
  const [, command] = /^src\/commands\/([^/]+)\/run\.ts$/.exec(entry) ?? [];
  if (command !== undefined) return { file: `${command}.js`, isAlone: true };
  return { file: `${flatName(entry)}.js`, isAlone: APART.includes(entry) };
}

/** Without folders, because chunks are told apart by the names of their files. `src/platform/own-program.ts` does the same. */
function flatName(entry) {
  return entry
    .replace(/^src\//, "")
    .replace(/\.ts$/, "")
    .replace(/[/:]/g, "-");
}

/** Writes the program to `dist`. */
export async function writeBundle() {
  const { files, licences } = await bundle();
  const folder = join(ROOT, "dist");
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const id = createHash("sha256");
  for (const text of files.values()) id.update(text);
  // The build tells the code that V8 has compiled of one from that of another.
  const about = { type: "commonjs", build: id.digest("hex").slice(0, 16) };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(about)}\n`);
  writeFileSync(join(folder, LICENCES), `${licences}\n`);
}
