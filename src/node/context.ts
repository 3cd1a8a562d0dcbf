import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CiEnvironment, Context, Crew, Output } from "../context.ts";
import { EXIT } from "../errors.ts";
import { codeOf } from "./error-code.ts";
import { isAlive } from "./is-alive.ts";
import { lazyFiles } from "./lazy-files.ts";
import type { Program } from "./own-program.ts";

/**
 * The context of a real process. What a run may never need is loaded when it is asked for: start-up time is felt.
 */
export function nodeContext(program: Program): Context {
  const { packageFolder } = program;
  const { env } = process;
  return {
    stdout: safeOutput("stdout"),
    stderr: safeOutput("stderr"),
    cwd: process.cwd(),
    env: ciEnvironment(env),
    files: lazyFiles(program),
    machine: {
      pid: process.pid,
      get name() {
        return process.getBuiltinModule("node:os").hostname();
      },
      isAlive,
    },
    now: () => new Date(),
    get color() {
      return wantsColor(env, process.stdout.isTTY === true);
    },
    get columns() {
      return process.stdout.columns ?? 80;
    },
    window: () => ({ columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 }),
    get interactive() {
      return process.stdin.isTTY === true && process.stdout.isTTY === true;
    },
    readStdin: async () => (await import("./stdin.ts")).readStdin(),
    openPrompter: async (choice) => (await import("./open-prompter.ts")).openPrompter(choice),
    fileAt: async (...given) => (await import("./history.ts")).fileAt(...given),
    apart: async (call) => (await import("./apart.ts")).runApart(call, program),
    // The single-file program has no second file for a thread to start from.
    crew: program.packed === undefined ? lazyCrew(program) : undefined,
    leftovers: {
      read: async (name) => (await import("./leftovers.ts")).ownLeftovers(env, program).read(name),
      keep: async (...given) =>
        (await import("./leftovers.ts")).ownLeftovers(env, program).keep(...given),
    },
    progress: {
      write(text) {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
      },
    },
    printPage: async (html) => (await import("./browser.ts")).printPage(html),
    async openFile(path) {
      const { openCommand, openFile } = await import("./open-file.ts");
      return openFile(openCommand(process.platform, path));
    },
    packageFolder,
    version: packageVersion(packageFolder),
  };
}

function lazyCrew(program: Program): Crew {
  return {
    workThrough: async (...given) =>
      (await import("./crew.ts")).nodeCrew(program).workThrough(...given),
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
function safeOutput(name: "stdout" | "stderr"): Output {
  let stream: NodeJS.WriteStream | undefined;
  return {
    write(text) {
      // With nothing to say, no stream need be made.
      if (text === "") return;
      // Node makes a stream when it is first asked for, and that takes its time.
      stream ??= quietly(process[name]);
      if (stream.writable) stream.write(text);
    },
  };
}

function quietly(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on("error", (error) => {
    if (["EPIPE", "EIO"].includes(codeOf(error))) return;
    process.once("exit", () => {
      process.exitCode = EXIT.file;
    });
  });
}

function packageVersion(packageFolder: string): string {
  // The build puts the version in this place.
  const built = process.env["COPROD_VERSION"];
  if (built !== undefined) return built;
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  return String((JSON.parse(text) as { version: unknown }).version);
}
