import { codeOf, FileError } from "./errors.ts";

/** Standard input. A program may be started with one that cannot be opened. */
export function standardInput(): typeof process.stdin {
  try {
    return process.stdin;
  } catch (cause) {
    throw new FileError("standard input", "no-input", cause);
  }
}

/** Whether somebody may type into it. */
export function hasKeyboard(): boolean {
  try {
    return standardInput().isTTY === true;
  } catch {
    return false;
  }
}

/** Whether a process of this machine is running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

type Command = readonly [program: string, ...args: string[]];

/** What opens a file on each system. None of them goes through a shell, so a name can do nothing else. */
export function openCommand(platform: NodeJS.Platform, path: string): Command {
  if (platform === "darwin") return ["open", path];
  if (platform === "win32") return ["rundll32.exe", "url.dll,FileProtocolHandler", path];
  return ["xdg-open", path];
}

const LONGEST_MS = 2000;

/** Whether it could be started and did not fail at once; it goes on when we have ended. */
export function openFile([program, ...args]: Command): Promise<boolean> {
  return new Promise((resolve) => {
    // Asked for only here: most runs need to know who is alive, and start nothing.
    const { spawn } = process.getBuiltinModule("node:child_process");
    const child = spawn(program, args, { detached: true, stdio: "ignore" });
    const timer = setTimeout(() => resolve(true), LONGEST_MS);
    const end = (isOpen: boolean) => {
      clearTimeout(timer);
      resolve(isOpen);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
    child.unref();
  });
}
