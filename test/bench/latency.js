// How long people wait from Enter to the next prompt, beside a loop that only reads a line and asks again: through
// pipes in the plain mode, and in a pseudo-terminal (with python3) in the full mode.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { buildOf } from "./beside.js";
import { BIN } from "./places.js";
import { table } from "./table.js";

const DRIVER = join(import.meta.dirname, "..", "support", "pty-drive.py");
const LOOP = `
  const lines = require("node:readline").createInterface({ input: process.stdin });
  process.stdout.write("Line: ");
  lines.on("line", () => process.stdout.write("\\nLine: "));
`;
const TERMINAL_LOOP = `
  const { stdin: input, stdout: output } = process;
  const lines = require("node:readline").createInterface({ input, output, prompt: "Line: " });
  lines.on("line", () => lines.prompt());
  lines.prompt();
`;
// Talk without votes: the same lines lead through every build that is measured.
const START = ["River House", "", "", "3", "5", "0", "0", "", "3"];
const QUESTIONS = 20;
const ROUNDS = 10;
/** Each question is answered, then cleared and answered again: these lines are saved, and only they are counted. */
const FIRST = numbersTo(QUESTIONS).flatMap((number) => [go(number), saved("2")]);
const AGAIN = numbersTo(QUESTIONS).flatMap((number) => [
  go(number),
  said("x"),
  saved("y"),
  saved("3"),
]);
const TURNS = [...FIRST, ...numbersTo(ROUNDS).flatMap(() => AGAIN)];
/** What the project promises: 95 of 100 as times of the loop, half as times of one durable save. */
const MOST = { plain: 30, full: 20, saves: 3.5 };

function numbersTo(count) {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function go(number) {
  return said(`g ${number}`);
}

function said(line) {
  return { line, isCounted: false };
}

function saved(line) {
  return { line, isCounted: true };
}

export async function latency(folder, { commit, older = buildOf(commit, join(folder, "older")) }) {
  const cwd = join(folder, "latency");
  mkdirSync(cwd);
  const save = await durableSave(cwd);
  const loops = {
    plain: await pipeWaits(["--eval", LOOP], { cwd, before: [], turns: loopTurns() }),
    full: terminalWaits(["--eval", TERMINAL_LOOP], {
      cwd,
      asked: "(?:^|\\n)[^\\n]*Line: ",
      before: [],
      turns: loopTurns(),
    }),
  };
  const builds = { now: BIN, [commit]: join(older, "bin", "coprod.js") };
  const rows = [];
  for (const [name, bin] of Object.entries(builds)) {
    const talk = { cwd, before: START, turns: TURNS };
    const plain = await pipeWaits([bin, "assess", `plain-${name}.yaml`, "--plain"], talk);
    rows.push(
      row([name, "through pipes, --plain"], plain, { loop: loops.plain, save, most: MOST.plain }),
    );
    const full = terminalWaits([bin, "assess", `full-${name}.yaml`], { ...talk, asked: ASKED });
    rows.push(
      row([name, "in a terminal, full mode"], full, { loop: loops.full, save, most: MOST.full }),
    );
  }
  return {
    title: "From Enter to the next prompt, saved each time, against a loop that only reads a line",
    text: [
      `One durable save of such a file (write, fsync, rename, fsync of the folder): ${median(save).toFixed(2)} ms.`,
      "",
      table(HEAD, rows),
    ].join("\n"),
  };
}

const HEAD = [
  "build",
  "how",
  "half, ms",
  "times one save",
  "target",
  "95 of 100, ms",
  "the loop's, ms",
  "times",
  "target",
];
const ASKED = "[:>?]\n[^\n]*Type \\? for help,";

function loopTurns() {
  return TURNS.map(() => saved("1"));
}

/** Milliseconds of one save that outlives a power cut, as often as answers are saved. */
async function durableSave(cwd) {
  const text = "x".repeat(7000);
  const found = [];
  const [temporary, path] = [join(cwd, "saved.tmp"), join(cwd, "saved.yaml")];
  for (let turn = 0; turn < 200; turn++) {
    const began = performance.now();
    const file = await open(temporary, "w");
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(temporary, path);
    const parent = await open(cwd, "r");
    await parent.sync();
    await parent.close();
    found.push(performance.now() - began);
  }
  return found.toSorted((a, b) => a - b);
}

function row(names, talk, { loop, save, most }) {
  return [
    ...names,
    median(talk).toFixed(2),
    (median(talk) / median(save)).toFixed(1),
    String(MOST.saves),
    p95(talk).toFixed(2),
    p95(loop).toFixed(2),
    (p95(talk) / p95(loop)).toFixed(1),
    String(most),
  ];
}

/** Milliseconds from each line to the prompt after it, smallest first. */
async function pipeWaits(args, { cwd, before, turns }) {
  const child = spawn(process.execPath, args, { cwd, stdio: ["pipe", "pipe", "inherit"] });
  let wake = () => {};
  let isAsking = false;
  child.stdout.setEncoding("utf8").on("data", (text) => {
    // Only a prompt does not end its line.
    isAsking = !text.endsWith("\n");
    if (isAsking) wake();
  });
  const asked = async () => {
    while (!isAsking) {
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  const type = async (line) => {
    isAsking = false;
    const began = performance.now();
    child.stdin.write(`${line}\n`);
    // The line break that answers the line comes first and alone.
    await asked();
    return performance.now() - began;
  };
  await asked();
  for (const line of before) await type(line);
  const found = [];
  for (const { line, isCounted } of turns) {
    const took = await type(line);
    if (isCounted) found.push(took);
  }
  child.kill();
  return found.toSorted((a, b) => a - b);
}

/** As `pipeWaits`, typed into a pseudo-terminal. */
function terminalWaits(args, { cwd, asked, before, turns }) {
  const typed = [...before, ...turns.map(({ line }) => line)];
  const steps = typed.map((line) => ({ pattern: asked, send: `${line}\r` }));
  const job = {
    argv: [process.execPath, ...args],
    cwd,
    columns: 80,
    rows: 24,
    env: { TERM: "xterm-256color", NO_COLOR: "", FORCE_COLOR: "", ACCESSIBLE: "" },
    steps: [...steps, { pattern: asked, send: "\u0003" }],
  };
  const driven = spawnSync("python3", [DRIVER], { input: JSON.stringify(job), encoding: "utf8" });
  if (driven.status !== 0) throw new Error(driven.stderr || "python3 is missing");
  const { waits, problem } = JSON.parse(driven.stdout);
  if (problem !== null) throw new Error(problem);
  return waits
    .slice(-turns.length)
    .filter((_, turn) => turns[turn].isCounted)
    .toSorted((a, b) => a - b);
}

function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

function p95(sorted) {
  return sorted[Math.floor(sorted.length * 0.95)];
}
