import { Argument, type Command } from "commander";
import type { ExitCode } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";

/** Runs a command's work with the context that the global options ask for. */
export type Perform = (work: (context: Context) => Promise<ExitCode>) => Promise<void>;

/** Adds one command to the program. Its work is imported only when it is called. */
export type Declare = (program: Command, perform: Perform) => void;

/** Two real examples under a command's options. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** An argument with values to suggest. What is given is judged by the command, which can say more than commander does. */
export function suggesting(argument: string, values: readonly string[]): Argument {
  const suggested = new Argument(argument);
  suggested.argChoices = [...values];
  return suggested;
}
