import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CiEnvironment, Context, Output } from "../context.ts";
import { EXIT } from "../errors.ts";
import { runApart } from "./apart.ts";
import { printPage } from "./browser.ts";
import { codeOf } from "./error-code.ts";
import { nodeFiles } from "./files.ts";
import { fileAt } from "./history.ts";
import { openPrompter } from "./open-prompter.ts";
import { readStdin } from "./stdin.ts";
import { isAlive } from "./temporary-file.ts";

const PACKAGE_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The context of a real process. */
export async function nodeContext(): Promise<Context> {
  const { stdin, stdout, stderr, env } = process;
  return {
    stdout: safeOutput(stdout),
    stderr: safeOutput(stderr),
    cwd: process.cwd(),
    env: ciEnvironment(env),
    files: nodeFiles(),
    machine: { pid: process.pid, name: hostname(), isAlive },
    now: () => new Date(),
    color: wantsColor(env, stdout.isTTY === true),
    columns: stdout.columns ?? 80,
    window: () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 }),
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    readStdin,
    openPrompter,
    fileAt,
    apart: runApart,
    printPage,
    packageFolder: PACKAGE_FOLDER,
    version: await packageVersion(),
  };
}

function ciEnvironment(env: NodeJS.ProcessEnv): CiEnvironment {
  const { ACCESSIBLE, TERM } = env;
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, CI_PROJECT_DIR } = env;
  return {
    ACCESSIBLE,
    TERM,
    GITHUB_ACTIONS,
    GITHUB_WORKSPACE,
    GITHUB_STEP_SUMMARY,
    CI_PROJECT_DIR,
  };
}

/** NO_COLOR wins, then FORCE_COLOR, then whether stdout is a terminal that knows colour. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { NO_COLOR: never, FORCE_COLOR: always, TERM: terminal } = env;
  if (never !== undefined && never !== "") return false;
  if (always !== undefined && always !== "") return always !== "0";
  return isTerminal && terminal !== "dumb";
}

// A reader that stops early (`| head`) closes the pipe; that is no fault and ends quietly. Any other error (a full disk)
// means that what was promised is not there, and the exit code has to say so.
function safeOutput(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error) => {
    if (["EPIPE", "EIO"].includes(codeOf(error))) return;
    process.once("exit", () => {
      process.exitCode = EXIT.file;
    });
  });
  return {
    write(text) {
      if (stream.writable) stream.write(text);
    },
  };
}

async function packageVersion(): Promise<string> {
  const text = await readFile(join(PACKAGE_FOLDER, "package.json"), "utf8");
  return String((JSON.parse(text) as { version: unknown }).version);
}
