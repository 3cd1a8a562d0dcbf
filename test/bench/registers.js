// The register of the most actions that anybody could have, out and in again: whole processes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { processorTime } from "./beside.js";
import { writeLarge } from "./load.js";
import { spreadOf } from "./pairs.js";
import { BIN } from "./places.js";
import { ms, table } from "./table.js";

const HOOK = pathToFileURL(join(import.meta.dirname, "memory-hook.js")).href;

export function registers(folder, { rounds, actions }) {
  const cwd = writeLarge(folder, { questions: 200, groups: 5, actions });
  const rows = ["xlsx", "csv"].flatMap((format) => {
    const name = `register.${format}`;
    return [
      ["out", ["-o", name, "--force"]],
      ["in", ["--from", name, "--yes"]],
    ].map(([way, words]) => row({ cwd, rounds }, `${format}, ${way}`, words));
  });
  const title = `A register of ${actions} actions, out and in again`;
  return { title, text: table(["way", "ms", "target", "processor, ms", "MB", "target"], rows) };
}

function row({ cwd, rounds }, way, words) {
  const program = [BIN, "actions", "large.yaml", ...words];
  const taken = Array.from({ length: rounds + 1 }, () => processorTime(program, cwd)).slice(1);
  if (taken.some(({ code }) => code !== 0)) throw new Error(`${way} did not end well.`);
  const at = join(cwd, "memory");
  process.env.BENCH_MEMORY = at;
  processorTime(["--import", HOOK, ...program], cwd);
  const memory = Number(readFileSync(at, "utf8")).toFixed(0);
  const [wall, cpu] = ["wall", "cpu"].map((key) => ms(spreadOf(taken.map((each) => each[key]))));
  return [way, wall, "2000", cpu, memory, "200"];
}
