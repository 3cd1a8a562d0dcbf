// Every speed and memory figure of the project, as ratios measured side by side; also written to results.md.
// Run after a build: npm run bench. `npm run bench -- --quick` takes fewer rounds; `-- startup` takes one part;
// `-- beside --commit=NAME` builds another older commit to measure beside this build.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { beside } from "./beside.js";
import { inProcess } from "./in-process.js";
import { latency } from "./latency.js";
import { lint, lintFlat } from "./lint.js";
import { load } from "./load.js";
import { prose } from "./prose.js";
import { registers } from "./registers.js";
import { startup } from "./startup.js";
import { together } from "./together.js";
import { votes } from "./votes.js";

const chosen = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "coprod-bench-"));
const commit = option("commit") ?? "a8482ce";
const PARTS = {
  beside: () => beside(folder, { rounds: quick ? 3 : 15, commit }),
  startup: () => startup(folder, quick ? 5 : 21),
  lint: () =>
    lint(folder, { rounds: quick ? 3 : 15, many: quick ? 100 : 1000, spectral: spectral() }),
  flat: () => lintFlat(folder, quick ? [100, 300] : [100, 1000, 10_000]),
  prose: () => prose(folder),
  latency: () => latency(folder, { commit }),
  load: () => load(folder, { rounds: quick ? 1 : 5, commit }),
  together: () => together(folder, quick ? [1000] : [10_000, 100_000]),
  votes: () => votes(folder, quick ? 1 : 5),
  registers: () => registers(folder, { rounds: quick ? 1 : 5, actions: 5000 }),
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
  if (!quick) writeDown(sections);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function option(name) {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];
}

/** A section that was not measured now stays as it was. */
function writeDown(sections) {
  const path = join(import.meta.dirname, "results.md");
  const titleOf = (section) => section.split("\n", 1)[0];
  const before = readFileSync(path, "utf8")
    .split(/^(?=## )/mu)
    .slice(1);
  const kept = before.map((section) => section.trimEnd().concat("\n"));
  const all = new Map([...kept, ...sections].map((section) => [titleOf(section), section]));
  writeFileSync(path, [heading(), ...all.values()].join("\n"));
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
