// How long people wait from Enter to the next prompt, beside a loop that only reads a line and asks again: through
// pipes in the plain mode, and in a pseudo-terminal (with python3) in the full mode.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
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
const START = ["River House", "", "", "3", "5", "0", "0", "", "1"];
const TURNS = 400;
const LONGEST_MS = 50;

// Each answer differs from the one before, so each is saved; going to its question first is not counted.
const lineAt = (turn) => (turn % 2 === 0 ? `g ${(Math.floor(turn / 2) % 20) + 1}` : levelAt(turn));
const levelAt = (turn) => String((Math.floor(turn / 40) % 4) + 1);
const counted = (_, turn) => turn % 2 === 1;

export async function latency(folder) {
  const cwd = join(folder, "latency");
  mkdirSync(cwd);
  const plain = {
    loop: await pipeWaits(["--eval", LOOP], { cwd, before: [], lineOf: () => "1" }),
    talk: await pipeWaits([BIN, "assess", "plain.yaml", "--plain"], {
      cwd,
      before: START,
      lineOf: lineAt,
    }),
  };
  const full = {
    loop: terminalWaits(["--eval", TERMINAL_LOOP], {
      cwd,
      asked: "(?:^|\\n)[^\\n]*Line: ",
      before: [],
      at: () => "1",
    }),
    talk: terminalWaits([BIN, "assess", "full.yaml"], {
      cwd,
      asked: "[:>?]\\n[^\\n]*Type \\? for help,",
      before: START,
      at: lineAt,
    }),
  };
  return {
    title: "From Enter to the next prompt, saved each time, against a loop that only reads a line",
    text: table(
      ["how", "half within, ms", "95 of 100 within, ms", "the loop's, ms", "times", "target, ms"],
      [row("through pipes, --plain", plain), row("in a terminal, full mode", full)],
    ),
  };
}

function row(name, { loop, talk }) {
  return [
    name,
    median(talk).toFixed(2),
    p95(talk).toFixed(2),
    p95(loop).toFixed(2),
    (p95(talk) / p95(loop)).toFixed(1),
    String(LONGEST_MS),
  ];
}

/** Milliseconds from each line to the prompt after it, smallest first. */
async function pipeWaits(args, { cwd, before, lineOf }) {
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
  for (let turn = 0; turn < TURNS; turn++) found.push(await type(lineOf(turn)));
  child.kill();
  return found.filter(counted).toSorted((a, b) => a - b);
}

/** As `pipeWaits`, typed into a pseudo-terminal. */
function terminalWaits(args, { cwd, asked, before, at }) {
  const typed = [...before, ...Array.from({ length: TURNS }, (_, turn) => at(turn))];
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
    .slice(-TURNS)
    .filter(counted)
    .toSorted((a, b) => a - b);
}

function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

function p95(sorted) {
  return sorted[Math.floor(sorted.length * 0.95)];
}
