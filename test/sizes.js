// Fails where the package has become too large, or would run anything when it is installed.
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../build/places.js";
import { houseMeasures } from "./support/house.js";

const MOST_PACKED = 1_000_000;
const MOST_INSTALLED = 4_000_000;
/** What an installed package would run by itself. */
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"];

for (const { what, value, most, found = [] } of houseMeasures()) {
  process.stdout.write(`${what}: ${value} of at most ${most}\n`);
  if (value > most) {
    process.stdout.write(`  ${found.join("\n  ")}\n`);
    process.exitCode = 1;
  }
}

const folder = mkdtempSync(join(tmpdir(), "coprod-sizes-"));
try {
  const [{ filename, size }] = JSON.parse(
    npm(ROOT, "pack", "--ignore-scripts", "--json", "--pack-destination", folder),
  );
  writeFileSync(join(folder, "package.json"), "{}");
  npm(folder, "install", "--no-audit", "--no-fund", "--offline", join(folder, filename));
  const modules = join(folder, "node_modules");
  const installed = sizeOf(modules);
  const manifest = JSON.parse(readFileSync(join(modules, "coprod", "package.json"), "utf8"));
  report("packed", size, MOST_PACKED);
  report("installed, bytes in its files", installed.bytes, MOST_INSTALLED);
  report("installed, on the disk", installed.onDisk, MOST_INSTALLED);
  refuse(
    "is installed beside it",
    readdirSync(modules).filter((name) => !/^(?:\.|coprod$)/.test(name)),
  );
  refuse("is a dependency", Object.keys(manifest.dependencies ?? {}));
  refuse(
    "runs when it is installed",
    INSTALL_SCRIPTS.filter((name) => name in manifest.scripts),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(cwd, ...args) {
  const shell = process.platform === "win32";
  return execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** `onDisk` is what `du` counts: whole blocks, and the folders too. */
function sizeOf(path) {
  const { size, blocks = 0 } = lstatSync(path);
  const own = { bytes: size, onDisk: blocks * 512 };
  if (!lstatSync(path).isDirectory()) return own;
  return readdirSync(path)
    .map((name) => sizeOf(join(path, name)))
    .reduce(
      (sum, each) => ({ bytes: sum.bytes + each.bytes, onDisk: sum.onDisk + each.onDisk }),
      own,
    );
}

function report(what, bytes, most) {
  process.stdout.write(`${what}: ${(bytes / 1000).toFixed(0)} kB of at most ${most / 1000} kB\n`);
  if (bytes > most) process.exitCode = 1;
}

function refuse(why, names) {
  for (const name of names) {
    process.stdout.write(`${name} ${why}.\n`);
    process.exitCode = 1;
  }
}
