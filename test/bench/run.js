// Every speed and memory figure of the project, as ratios measured side by side; also written to results.md.
// Run after a build: npm run bench. `npm run bench -- --quick` takes fewer rounds; `-- startup` takes one part.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { inProcess } from "./in-process.js";

import { latency } from "./latency.js";
import { lint, lintFlat } from "./lint.js";
import { startup } from "./startup.js";

const chosen = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "coprod-bench-"));
const PARTS = {
  startup: () => startup(folder, quick ? 5 : 21),
  lint: () =>
    lint(folder, { rounds: quick ? 3 : 15, many: quick ? 100 : 1000, spectral: spectral() }),
  flat: () => lintFlat(folder, quick ? [100, 300] : [100, 1000, 10_000]),
  latency: () => latency(folder),
  many: () => inProcess(folder, quick ? [1, 100] : [1, 100, 10_000]),
};

try {
  const sections = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    for (const { title, text } of [await part()].flat()) {
      const section = `## ${title}\n\n${text}\n`;
      process.stdout.write(`${section}\n`);
      sections.push(section);
    }
  }
  if (chosen.length === 0 && !quick) {
    writeFileSync(join(import.meta.dirname, "results.md"), [heading(), ...sections].join("\n"));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function heading() {
  return [
    "# What was measured",
    "",
    "Written by `npm run bench`. Times are medians of interleaved pairs, with the middle half in brackets. Trust the",
    "ratios: the milliseconds are those of one machine on one day.",
    "",
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors.`,
    "",
  ].join("\n");
}

/** Installed beside the measured files, never into the project; left out where it can't be had. */
function spectral() {
  const at = join(folder, "spectral");
  try {
    execFileSync(
      "npm",
      [
        "install",
        "--prefix",
        at,
        "--no-audit",
        "--no-fund",
        "--silent",
        "@stoplight/spectral-cli@6",
      ],
      { stdio: "ignore", shell: process.platform === "win32" },
    );
  } catch {
    return undefined;
  }
  const bin = join(at, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
  return existsSync(bin) ? bin : undefined;
}
