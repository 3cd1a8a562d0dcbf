import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type WayOut, wayOut } from "./output.ts";
import type { CiEnvironment, Context, Files, Leftovers, Program } from "./ports.ts";
import { hasKeyboard, isAlive } from "./processes.ts";

/**
 * The context of a real process. What a run may never need is loaded when it is asked for: start-up time is felt.
 */
export function nodeContext(program: Program): Context {
  const { packageFolder } = program;
  const { env } = process;
  const stdout = wayOut("stdout");
  const stderr = wayOut("stderr");
  return {
    stdout,
    stderr,
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
    random: (count) => process.getBuiltinModule("node:crypto").randomBytes(count),
    get color() {
      return wantsColor(env, stdout.isTerminal());
    },
    get columns() {
      return windowOf(stdout).columns;
    },
    window: () => windowOf(stdout),
    get interactive() {
      return stdout.isTerminal() && hasKeyboard();
    },
    readStdin: async () => (await import("./files.ts")).readStdin(),
    openPrompter: async (choice) =>
      (await import("./prompt/open-prompter.ts")).openPrompter(choice, stdout),
    ...lazyAdapters,
    runSandboxed: async (call) => (await import("./sandbox.ts")).runSandboxed(call, program),
    leftovers: lazyLeftovers(program),
    progress: {
      write(text) {
        if (stderr.isTerminal()) process.stderr.write(`\r\u001b[K${text}`);
      },
    },
    printPage: async (html) => (await import("./browser.ts")).printPage(html),
    async openFile(path) {
      const { openCommand, openFile } = await import("./processes.ts");
      return openFile(openCommand(process.platform, path));
    },
    packageFolder,
    version: packageVersion(packageFolder),
  };
}

const lazyAdapters: Pick<Context, "gitSetting" | "fileAt" | "rubricsAt" | "openRowStore"> = {
  openRowStore: async () => (await import("./duckdb.ts")).openRowStore(),
  gitSetting: async (...given) => (await import("./history.ts")).gitSetting(...given),
  fileAt: async (...given) => (await import("./history.ts")).fileAt(...given),
  rubricsAt: async (...given) => (await import("./history.ts")).rubricsAt(...given),
};

/** The usual size where there is no terminal, or one that does not tell. */
function windowOf(stdout: WayOut): { columns: number; rows: number } {
  const { columns, rows } = stdout.isTerminal() ? process.stdout : {};
  return { columns: columns || 80, rows: rows || 24 };
}

function lazyLeftovers(program: Program): Leftovers {
  const own = async () => (await import("./cache-store.ts")).ownLeftovers(process.env, program);
  return {
    read: async (name) => (await own()).read(name),
    keep: async (...given) => (await own()).keep(...given),
  };
}

function ciEnvironment(env: NodeJS.ProcessEnv): CiEnvironment {
  const { ACCESSIBLE, TERM, TERM_PROGRAM, VTE_VERSION, WT_SESSION } = env;
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, CI_PROJECT_DIR } = env;
  const { COPROD_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = env;
  return {
    ...{ COPROD_LANGUAGE, LC_ALL, LC_MESSAGES, LANG },
    ...{ ACCESSIBLE, TERM, TERM_PROGRAM, VTE_VERSION, WT_SESSION },
    ...{ GITHUB_ACTIONS, GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, CI_PROJECT_DIR },
  };
}

/** NO_COLOR wins, then FORCE_COLOR, then whether stdout is a terminal that knows colour. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { NO_COLOR: never, FORCE_COLOR: always, TERM: terminal } = env;
  if (never !== undefined && never !== "") return false;
  if (always !== undefined && always !== "") return always !== "0";
  return isTerminal && terminal !== "dumb";
}

function packageVersion(packageFolder: string): string {
  // The build puts the version in this place.
  const built = process.env["COPROD_VERSION"];
  if (built !== undefined) return built;
  const text = readFileSync(join(packageFolder, "package.json"), "utf8");
  return String((JSON.parse(text) as { version: unknown }).version);
}

/** The real file system, loaded with the first file that is asked for. */
function lazyFiles(program: Program): Files {
  let loaded: Promise<Files> | undefined;
  const files = (): Promise<Files> => {
    loaded ??= load(program);
    return loaded;
  };
  return {
    read: async (...given) => (await files()).read(...given),
    readBytes: async (...given) => (await files()).readBytes(...given),
    write: async (...given) => (await files()).write(...given),
    create: async (path, content) => (await files()).create(path, content),
    list: async (path) => (await files()).list(path),
    kind: async (path) => (await files()).kind(path),
    realPath: async (path) => (await files()).realPath(path),
    stamp: async (path) => (await files()).stamp(path),
    makeFolder: async (path) => (await files()).makeFolder(path),
    remove: async (path) => (await files()).remove(path),
    move: async (from, to) => (await files()).move(from, to),
  };
}

async function load({ packageFolder, packed }: Program): Promise<Files> {
  const { nodeFiles } = await import("./files.ts");
  if (packed === undefined) return nodeFiles();
  const { packedFiles } = await import("./packed-files.ts");
  return packedFiles(nodeFiles(), packageFolder, packed);
}
