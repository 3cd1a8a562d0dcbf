// What every part of the torture needs: the program started with a limit of time, and what came of it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BIN, EXAMPLE, ROOT } from "../bench/places.js";

export { BIN, EXAMPLE, ROOT };

/** Nothing that a person waits for takes so long. */
const HANGS_AFTER_MS = 30_000;

/** Counts of what happened to one kind of attack. */
export class Tally {
  tries = 0;
  losses = 0;
  crashes = 0;
  hangs = 0;
  /** What went wrong, for whoever mends it. */
  faults = [];

  constructor(what) {
    this.what = what;
  }

  /** One try: whether the program crashed or hung, and what `loss` says was lost. */
  count(name, { crashed = false, hung = false }, loss) {
    this.tries += 1;
    if (crashed) this.crashes += 1;
    if (hung) this.hangs += 1;
    if (loss) this.losses += 1;
    if (crashed || hung || loss)
      this.faults.push(`${name}: ${[crashed && "crash", hung && "hang", loss].filter(Boolean)}`);
  }

  get row() {
    const { what, tries, losses, crashes, hangs } = this;
    return [what, ...[tries, losses, crashes, hangs].map(String)];
  }
}

/** Runs the program to its end, or until it has hung. */
export function run(args, { cwd, input = "", env, shell } = {}) {
  const [command, words] = shell ? ["bash", ["-c", shell]] : [process.execPath, [BIN, ...args]];
  const ended = spawnSync(command, words, {
    cwd,
    input,
    env: { ...process.env, BIN, NODE: process.execPath, ...env },
    encoding: "utf8",
    timeout: HANGS_AFTER_MS,
    killSignal: "SIGKILL",
    maxBuffer: 2 ** 28,
  });
  return outcome(ended);
}

export function outcome({ status, signal, stdout = "", stderr = "", error }) {
  const said = `${stdout}${stderr}`;
  const hung = error?.code === "ETIMEDOUT";
  const crashed =
    !hung &&
    (status === 70 ||
      /Something went wrong inside coprod|^\s+at .*\(?(?:node:|file:|\/).*:\d+:\d+\)?$/mu.test(
        said,
      ) ||
      ["SIGSEGV", "SIGABRT", "SIGILL", "SIGBUS"].includes(signal) ||
      status === 134);
  return { status, signal, stdout, stderr, said, hung, crashed };
}

/** Starts the program and leaves it running; `ended` gives the outcome. */
export function start(args, { cwd, env } = {}) {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: { ...process.env, ...env } });
  const talk = { child, stdout: "", stderr: "" };
  child.stdin.on("error", () => undefined);
  for (const name of ["stdout", "stderr"])
    child[name].setEncoding("utf8").on("data", (text) => {
      talk[name] += text;
    });
  talk.ended = new Promise((resolve) => {
    let error;
    const timer = setTimeout(() => {
      error = { code: "ETIMEDOUT" };
      child.kill("SIGKILL");
    }, HANGS_AFTER_MS);
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      resolve(outcome({ status, signal, ...talk, error }));
    });
  });
  return talk;
}

/** Waits until this holds of what a started program has printed; false where it ended or hung before. */
export async function until(talk, isSo) {
  const over = { is: false };
  void talk.ended.then(() => {
    over.is = true;
  });
  while (!isSo(talk.stdout)) {
    if (over.is) return false;
    await pause(5);
  }
  return true;
}

export function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Does the work in a folder of its own that is gone afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "coprod-torture-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same numbers on every run with the same seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** An assessment as the program itself writes it, with every answer of the example. */
export function writeAnswered(folder, name = "our.yaml") {
  const path = join(folder, name);
  const made = run(["assess", name, "--answers", EXAMPLE], { cwd: folder });
  if (made.status !== 0) throw new Error(made.said);
  return { path, text: readFileSync(path, "utf8") };
}

/** The smallest assessment that all commands read. */
export const SMALL = `coprod: assessment/1
title: Small
started: 2026-11-10
rubrics:
  - id: principles
people:
  - { group: staff, name: Staff, present: 4 }
answers:
  principles/power-talked-about:
    answer: usual
actions:
  - id: a1
    do: Ask the chair
    who: Chair
    by: 2027-03
`;

export function writeSmall(folder, name = "our.yaml") {
  const path = join(folder, name);
  writeFileSync(path, SMALL);
  return path;
}
