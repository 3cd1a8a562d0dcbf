// Start-up on two versions of Node, of this build and of an older commit's, in one run: each command as a whole process,
// as times of `node -e 0` of the same version.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { spreadOf } from "./pairs.js";
import { BIN, ROOT } from "./places.js";
import { table } from "./table.js";

const VERSIONS = ["20.20", "24"];
const DRIVER = join(import.meta.dirname, "process-time.py");
const FLOOR = ["-e", "0"];
const UNCHANGED = "lint, all bundled rubrics, unchanged";
/** What the project promises, as times of `node -e 0`. */
const TARGETS = {
  20: { "--version": 1.15, "--help": 1.15, score: 1.65, plan: 2, lint: 2, "first question": 1.6 },
  24: { score: 2.6, plan: 3.6, lint: 2.8 },
};
/** Seconds of the processor, on each Node. */
const MOST_UNCHANGED = 0.12;

export function beside(folder, { rounds, commit }) {
  const old = buildOf(commit, join(folder, "older"));
  const programs = { now: BIN, older: join(old, "bin", "coprod.js") };
  const rows = VERSIONS.flatMap((version) => {
    const node = nodeOf(version);
    return Object.entries(commands(old)).map(([name, command]) => {
      const runs = runsOf({ folder, node, programs }, command);
      const cells = row(version, name, interleaved(rounds, runs));
      // Many minutes go by on a busy machine.
      process.stderr.write(`${cells.join(" | ")}\n`);
      return cells;
    });
  });
  const head = ["command", "Node", "ms", "floor, ms", "times", "target", `${commit}: times`];
  return {
    title: `Start-up: processor time beside the build of ${commit}`,
    text: [
      `${when()}, ${rounds} rounds, all in turn. Both read the files of ${commit}. In brackets: times on the clock.`,
      "",
      table(head, rows),
    ].join("\n"),
  };
}

function commands(old) {
  const rubrics = join(old, "rubrics");
  const example = join(old, "docs", "examples", "river-house.yaml");
  return {
    "--version": { words: ["--version"] },
    "--help": { words: ["--help"] },
    score: { words: ["score", example] },
    plan: { words: ["plan", example] },
    lint: { words: ["lint", "--no-cache", join(rubrics, "before-you-start.yaml")] },
    [UNCHANGED]: { words: ["lint", rubrics] },
    "first question": { words: ["assess", "new.yaml", "--plain"], until: ": " },
  };
}

/** Each program with a cache of its own, so that none throws away what another keeps. */
function runsOf({ folder, node, programs }, { words, until }) {
  const run = (name, args, stop) => {
    const cwd = join(folder, "beside", name);
    mkdirSync(cwd, { recursive: true });
    const env = { ...process.env, XDG_CACHE_HOME: join(cwd, "cache") };
    const driver = stop === undefined ? [DRIVER] : [DRIVER, "--until", stop];
    const out = execFileSync("python3", [...driver, node, ...args], { cwd, env, encoding: "utf8" });
    const took = JSON.parse(out);
    // A later rule may warn of an older rubric; a stopped program ends with a signal.
    if (took.code > 1) throw new Error(`${args.join(" ")} ended with ${took.code}.`);
    return took;
  };
  const measured = Object.entries(programs).map(([name, bin]) => [
    name,
    () => run(name, [bin, ...words], until),
  ]);
  return { floor: () => run("floor", FLOOR), ...Object.fromEntries(measured) };
}

/** All in turn, each second round backwards. Two rounds before the first fill the caches. */
function interleaved(rounds, runs) {
  const taken = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    const names = Object.keys(runs);
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const took = runs[name]();
      if (round >= 0) taken[name].push(took);
    }
  }
  return taken;
}

function row(version, name, { floor, now, older }) {
  const median = (taken, unit) => spreadOf(taken.map((took) => took[unit])).median;
  const times = (taken) => {
    const [cpu, wall] = ["cpu", "wall"].map((unit) => median(taken, unit) / median(floor, unit));
    return `${cpu.toFixed(2)} (${wall.toFixed(2)})`;
  };
  const target = TARGETS[Number.parseInt(version, 10)][name];
  return [
    name,
    version,
    median(now, "cpu").toFixed(0),
    median(floor, "cpu").toFixed(0),
    times(now),
    name === UNCHANGED ? `${MOST_UNCHANGED * 1000} ms` : (target?.toFixed(2) ?? ""),
    name === UNCHANGED ? `${times(older)}, ${median(older, "cpu").toFixed(0)} ms` : times(older),
  ];
}

/** From the history, with the packages that it names, so that nothing of today's is in it; its folder, built once. */
export function buildOf(commit, at) {
  if (existsSync(at)) return at;
  mkdirSync(at, { recursive: true });
  const archive = execFileSync("git", ["archive", commit], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync("tar", ["-x"], { cwd: at, input: archive });
  const options = { cwd: at, stdio: ["ignore", "ignore", "inherit"] };
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], options);
  execFileSync(process.execPath, ["build/build.js"], options);
  return at;
}

/** What one whole run takes in milliseconds, on the clock and of the processor, and how it ends. */
export function processorTime(args, cwd) {
  const env = { ...process.env, XDG_CACHE_HOME: join(cwd, "cache") };
  const words = [DRIVER, process.execPath, ...args];
  return JSON.parse(execFileSync("python3", words, { cwd, env, encoding: "utf8" }));
}

/** This Node where it is of that version, else the npm package's. */
function nodeOf(version) {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath;
  const words = ["--yes", "--package", `node@${version}`, "--", "node", "-p", "process.execPath"];
  return execFileSync("npx", words, { encoding: "utf8" }).trim();
}

function when() {
  return new Date().toISOString().slice(0, 16).replace("T", " ");
}
