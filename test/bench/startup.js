// How long each command takes as a whole process, against Node doing nothing. What is promised stands in beside.js.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { interleaved, processTime, timeUntil } from "./pairs.js";
import { BIN, EXAMPLE, ROOT } from "./places.js";
import { ms, table, times } from "./table.js";

const FLOOR = ["-e", "0"];

export async function startup(folder, rounds) {
  const cwd = join(folder, "startup");
  mkdirSync(cwd);
  copyFileSync(EXAMPLE, join(cwd, "ours.yaml"));
  copyFileSync(EXAMPLE, join(cwd, "later.yaml"));
  const rows = [];
  for (const [name, measure] of Object.entries(commands(cwd))) {
    const { a, b, ratio } = await interleaved(rounds, measure, () => processTime(FLOOR, { cwd }));
    rows.push([name, ms(a), ms(b), times(ratio)]);
  }
  return {
    title: "Start-up: a whole process against `node -e 0`",
    text: table(["command", "ms", "floor, ms", "times"], rows),
  };
}

function commands(cwd) {
  let examples = 0;
  const whole =
    (...args) =>
    () =>
      processTime([BIN, ...args], { cwd });
  return {
    "--version": whole("--version"),
    "--help": whole("--help"),
    // A new folder each time: it never writes over an earlier one.
    demo: () => processTime([BIN, "demo", `example-${examples++}`], { cwd }),
    score: whole("score", "ours.yaml"),
    plan: whole("plan", "ours.yaml"),
    compare: whole("compare", "ours.yaml", "later.yaml"),
    actions: whole("actions", "ours.yaml"),
    // Without the store of results: what a file costs that has not been seen before.
    "lint, 433 lines": whole("lint", "--no-cache", join(ROOT, "rubrics", "before-you-start.yaml")),
    "lint, 1,378 lines": whole("lint", "--no-cache", join(ROOT, "rubrics", "principles.yaml")),
    "lint, seen before": whole("lint", join(ROOT, "rubrics", "principles.yaml")),
    "rubric list": whole("rubric", "list"),
    guide: whole("guide"),
    schema: whole("schema", "rubric"),
    "template list": whole("template", "list"),
    completion: whole("completion", "bash"),
    "assess --plain, first question": () =>
      timeUntil([BIN, "assess", "new.yaml", "--plain"], { cwd, shows: /: $/u }),
  };
}
