import { displayPath } from "../files/display-path.ts";
import { FILE_FAULTS } from "../files/file-faults.ts";
import { EXIT, type ExitCode, FileError, FileProblems, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";

/** Tells the person what went wrong and what to do now; returns the exit code for it. */
export async function reportFailure(
  error: unknown,
  context: Context,
  options: { debug: boolean },
): Promise<ExitCode> {
  const exitCode = await describe(error, context);
  if (options.debug && error instanceof Error) context.stderr.write(`\n${stackOf(error)}\n`);
  return exitCode;
}

async function describe(error: unknown, context: Context): Promise<ExitCode> {
  if (error instanceof UserError) {
    context.stderr.write(`${[error.message, error.hint ?? []].flat().join("\n")}\n`);
    return error.exitCode;
  }
  if (error instanceof FileProblems) {
    const { diagnosticsText } = await import("../lint/reporters/diagnostics.ts");
    context.stderr.write(diagnosticsText(error.diagnostics, error.texts, { color: context.color }));
    return error.exitCode;
  }
  if (error instanceof FileError) {
    const { says, fix } = FILE_FAULTS[error.fault];
    context.stderr.write(`${displayPath(context, error.path)}: ${says}\n${fix}\n`);
    return EXIT.file;
  }
  context.stderr.write(bugText(error, context.version));
  return EXIT.bug;
}

function bugText(error: unknown, version: string): string {
  const detail = error instanceof Error ? error.message : String(error);
  return [
    `Something went wrong inside coprod ${version}. This is our mistake, not yours.`,
    "What you confirmed before is saved.",
    `Please report it, with this line: ${detail}`,
    "Add --debug to the command to see more.",
    "",
  ].join("\n");
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? ""}` : "";
  return `${error.stack ?? error.message}${cause}`;
}
