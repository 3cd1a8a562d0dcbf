import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { BIN, IS_BUILT } from "./child.ts";

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
  /** Another program than coprod, such as a shell that starts it. */
  readonly argv?: readonly string[];
}

/** Below every line that the full mode asks for. */
export const HINT = "Type ? for help, or q to stop.";

/** An empty prompt with the hint below it: only then is a line waited for. */
export const ASKED = "[:>?]\n[^\n]*Type \\? for help,";

/** The built program in a terminal; several can run at the same time. */
export async function drive(steps: readonly Step[], terminal: Terminal): Promise<Driven> {
  const { folder, args = ["assess", "our.yaml"], columns = 80, rows = 24, env = {} } = terminal;
  const { argv = [process.execPath, BIN, ...args] } = terminal;
  const quiet = { TERM: "xterm-256color", NO_COLOR: "", FORCE_COLOR: "", ACCESSIBLE: "", ...env };
  const child = spawn("python3", [DRIVER]);
  child.stdin.end(JSON.stringify({ argv, cwd: folder, steps, columns, rows, env: quiet }));
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes of a terminal.
const SIGN = /\u001b\[(?<count>[0-9;?]*)(?<act>[A-Za-z])|[\s\S]/gu;

/** The lines that a terminal without end shows: what was drawn over is gone. */
export function linesShown(output: string): readonly string[] {
  const page: Page = { lines: [[]], row: 0, column: 0 };
  for (const { 0: sign, groups } of output.matchAll(SIGN)) {
    const act = groups?.["act"];
    if (act === undefined) write(page, sign);
    else ACTS[act]?.(page, Number(groups?.["count"]) || 1);
    while (page.lines.length <= page.row) page.lines.push([]);
  }
  return page.lines.map((line) =>
    Array.from(line, (sign) => sign ?? " ")
      .join("")
      .trimEnd(),
  );
}

interface Page {
  readonly lines: string[][];
  row: number;
  column: number;
}

const ACTS: Readonly<Record<string, (page: Page, count: number) => void>> = {
  A(page, count) {
    page.row = Math.max(0, page.row - count);
  },
  B(page, count) {
    page.row += count;
  },
  G(page, count) {
    page.column = count - 1;
  },
  K(page) {
    page.lines[page.row] = [];
  },
};

function write(page: Page, sign: string): void {
  if (sign === "\n") {
    page.row += 1;
    page.column = 0;
  } else if (sign === "\r") page.column = 0;
  else {
    const line = page.lines[page.row];
    if (line !== undefined) line[page.column] = sign;
    page.column += 1;
  }
}
