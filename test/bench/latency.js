// How long people wait from Enter to the next prompt, beside a loop that only reads a line and asks again.
// Run after a build: node test/bench/latency.js
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BIN = join(import.meta.dirname, "..", "..", "bin", "coprod.js");
const LOOP = `
  const lines = require("node:readline").createInterface({ input: process.stdin });
  process.stdout.write("Line: ");
  lines.on("line", () => process.stdout.write("\\nLine: "));
`;
const START = ["River House", "", "", "3", "5", "0", "0", "", "1"];
const TURNS = 150;

const folder = mkdtempSync(join(tmpdir(), "coprod-latency-"));
try {
  const loop = await waits(["--eval", LOOP], [], () => "1");
  // Levels, a command and a wrong line in turn; going back to the start keeps the file at its usual size.
  const typed = ["2", "3", "l", "zzz", "1", "b"];
  const talk = await waits([BIN, "assess", "our.yaml", "--plain"], START, (turn) =>
    turn % 20 === 19 ? "g 1" : (typed[turn % typed.length] ?? "2"),
  );
  const ratio = p95(talk) / p95(loop);
  process.stdout.write(
    [
      `An empty loop:  half within ${median(loop).toFixed(2)} ms, 95 of 100 within ${p95(loop).toFixed(2)} ms`,
      `coprod assess:  half within ${median(talk).toFixed(2)} ms, 95 of 100 within ${p95(talk).toFixed(2)} ms (saved each time)`,
      `Ratio at 95 of 100: ${ratio.toFixed(1)}`,
      "",
    ].join("\n"),
  );
  if (p95(talk) > 50) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds from each line to the prompt after it. */
async function waits(args, before, lineAt) {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
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
  for (let turn = 0; turn < TURNS; turn++) found.push(await type(lineAt(turn)));
  child.kill();
  return found.toSorted((a, b) => a - b);
}

function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

function p95(sorted) {
  return sorted[Math.floor(sorted.length * 0.95)];
}
