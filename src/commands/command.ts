import { Argument, type Command } from "commander";
import type { LoadedAssessment } from "../files/load-assessment.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
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

/** Reads an assessment, or with `-` standard input, and tells what is odd in it. */
export async function loadShowingWarnings(
  context: Context,
  path: string,
): Promise<LoadedAssessment> {
  const { loadGiven } = await import("../files/load-assessment.ts");
  return showingWarnings(context, await loadGiven(context, path));
}

/** Tells what is odd in an assessment that could be read. */
export async function showingWarnings(
  context: Context,
  loaded: LoadedAssessment,
): Promise<LoadedAssessment> {
  const { warnings, texts } = loaded;
  if (warnings.length === 0) return loaded;
  const { diagnosticsText } = await import("../lint/reporters/diagnostics.ts");
  context.stderr.write(diagnosticsText(warnings, texts, { color: context.color }));
  return loaded;
}

/** What was typed can't be done so: what is wrong, and what to type. */
export function wrongUse(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}
