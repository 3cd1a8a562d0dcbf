import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { BIN, IS_BUILT } from "./child.ts";
import { Screen } from "./screen.ts";

const DRIVER = join(import.meta.dirname, "pty-drive.py");
const hasPython = spawnSync("python3", ["-c", "import pty, termios"]).status === 0;

/** Why the tests in a pseudo-terminal are left out, or nothing where they run. COPROD_REQUIRE_PTY=1 makes them run. */
export const WHY_NO_TERMINAL = !IS_BUILT
  ? "dist/ is missing: npm run build"
  : hasPython || process.env["COPROD_REQUIRE_PTY"] === "1"
    ? undefined
    : "Python's pty is missing";

/** See pty-drive.py. */
export interface Step {
  readonly until?: string;
  /** In place of `until`: a regular expression. */
  readonly pattern?: string;
  readonly pause?: number;
  readonly send?: string;
  readonly resize?: readonly [columns: number, rows: number];
  readonly signal?: number;
  readonly close?: boolean;
}

export interface Driven {
  readonly output: string;
  readonly marks: readonly number[];
  /** Milliseconds from the send before each step until its text was there. */
  readonly waits: readonly number[];
  readonly status: number;
  readonly problem: string | null;
}

export interface Terminal {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether Enter is pressed wherever a long page has more to come. */
  readonly turns?: boolean;
  /** Another program than coprod, such as a shell that starts it. */
  readonly argv?: readonly string[];
}

/** Below every line that the full mode asks for. */
export const HINT = "Type ? for help, or q to stop.";

/** An empty prompt with the hint below it: only then is a line waited for. */
export const ASKED = "[:>?]\n[^\n]*Type \\? for help,";

/** The built program in a terminal; several can run at the same time. */
export async function drive(steps: readonly Step[], terminal: Terminal): Promise<Driven> {
  const {
    folder,
    args = ["assess", "our.yaml"],
    columns = 80,
    rows = 24,
    env = {},
    turns,
  } = terminal;
  const { argv = [process.execPath, BIN, ...args] } = terminal;
  const quiet = { TERM: "xterm-256color", NO_COLOR: "", FORCE_COLOR: "", ACCESSIBLE: "", ...env };
  const child = spawn("python3", [DRIVER]);
  child.stdin.end(JSON.stringify({ argv, cwd: folder, steps, columns, rows, env: quiet, turns }));
  let said = "";
  let faults = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    faults += text;
  });
  await new Promise((resolve) => child.on("close", resolve));
  if (said === "") throw new Error(faults);
  return JSON.parse(said) as Driven;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "coprod-"));
}

export function assessmentIn(folder: string, name = "our.yaml"): AssessmentFile {
  const { file } = parseAssessment(name, readFileSync(join(folder, name), "utf8"));
  if (file === undefined) throw new Error("no assessment");
  return file;
}

/** Every line that was ever shown in a window of the usual size: what was drawn over is gone. */
export function linesShown(output: string): readonly string[] {
  const screen = new Screen(80, 24);
  screen.feed(output);
  return screen.all;
}
