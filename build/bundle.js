import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generated, inAscii } from "./generated.js";
import { licenceTexts } from "./licences.js";
import { packages } from "./packages.js";
import { buildParts } from "./parts.js";
import { LICENCES, ROOT } from "./places.js";

const DIST = join(ROOT, "dist");

/** What every form of the program is built with; into `files` go those that it reads while it runs. */
export async function commonOptions(files) {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return {
    absWorkingDir: ROOT,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.17",
    minify: true,
    legalComments: "none",
    logLevel: "error",
    metafile: true,
    external: ["@duckdb/node-api"],
    loader: { ".sql": "text" },
    plugins: [packages, await generated(files)],
    define: { "process.env.COPROD_VERSION": JSON.stringify(version) },
  };
}

/** The published program in memory: each file's text by its name in `dist`, and what each is made of. */
export async function bundle() {
  const files = new Map();
  const common = { ...(await commonOptions(files)), outdir: DIST, write: false };
  const built = await buildParts("src/main.ts", {
    ...common,
    // What `bin/compile-cache.js` compiles: a function, as Node itself makes of each file.
    banner: { js: "(function(exports,require,module,__filename,__dirname){" },
    footer: { js: "})" },
    supported: { "dynamic-import": false },
  });
  for (const { path, text } of built.flatMap(({ outputFiles }) => outputFiles))
    files.set(path.slice(DIST.length + 1), inAscii(text));
  return {
    files,
    outputs: Object.assign({}, ...built.map((each) => each.metafile.outputs)),
    licences: licenceTexts(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
  };
}

/** Writes the program to `dist`. */
export async function writeBundle() {
  const { files, licences } = await bundle();
  const id = createHash("sha256");
  for (const text of files.values()) id.update(text);
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  for (const [name, text] of files) writeFileSync(join(DIST, name), text);
  const names = readdirSync(join(ROOT, "src", "commands")).map((name) => name.replace(".ts", ""));
  const about = { type: "commonjs", build: id.digest("hex").slice(0, 8), commands: names };
  writeFileSync(join(DIST, "package.json"), `${JSON.stringify(about)}\n`);
  writeFileSync(join(DIST, LICENCES), `${licences}\n`);
}
