import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { PACKAGE_FOLDER } from "./context.ts";

/** The program that the process tests start: the repository's own, or another build of it. */
export const BIN = process.env["COPROD_BIN"] ?? join(PACKAGE_FOLDER, "bin", "coprod.js");

/** `npm ci` builds the program; without it there is nothing to start. */
export const IS_BUILT = existsSync(join(dirname(BIN), "..", "dist", "coprod.js"));

/** A running `coprod` whose lines are typed one by one, each after its prompt. */
export class Child {
  readonly process: ChildProcessWithoutNullStreams;
  output = "";
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  private wake: () => void = () => undefined;

  constructor(args: readonly string[], cwd: string) {
    this.process = spawn(process.execPath, [BIN, ...args], { cwd });
    this.process.stdin.on("error", () => undefined);
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
        this.wake();
      });
    }
    this.ended = new Promise((resolve) => {
      this.process.on("close", (code, signal) => {
        resolve(code ?? signal ?? "?");
        this.wake();
      });
    });
  }

  /** Waits for the first prompt, then types each line and waits for the prompt after it. */
  async type(lines: readonly string[]): Promise<void> {
    await this.prompted(0);
    await this.typeMore(lines);
  }

  /** Types each line and waits for the prompt after it. */
  async typeMore(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const from = this.output.length;
      this.process.stdin.write(`${line}\n`);
      await this.prompted(from);
    }
  }

  // Everything the program prints ends in a line break, except a prompt that waits for a line.
  private async prompted(from: number): Promise<void> {
    await this.printed((output) => output.length !== from && !output.endsWith("\n"));
  }

  /** Waits until this holds of all that was printed. */
  async printed(isSo: (output: string) => boolean): Promise<void> {
    while (!isSo(this.output)) {
      if (this.isOver()) throw new Error(`ended too early:\n${this.output.slice(-800)}`);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  private isOver(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }
}
