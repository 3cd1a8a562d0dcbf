import { displayPath } from "./files/display-path.ts";
import {
  EXIT,
  type ExitCode,
  FileError,
  type FileFault,
  FileProblems,
  UserError,
} from "./platform/errors.ts";
import type { Context } from "./platform/ports.ts";

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
    // Loaded only now: most runs have no problem to show, and start-up time is felt.
    const { diagnosticsText } = await import("./lint/reporters/diagnostics.ts");
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

const FILE_FAULTS: Readonly<Record<FileFault, { says: string; fix: string }>> = {
  missing: { says: "There is no such file or folder.", fix: "Check the name and the folder." },
  folder: { says: "This is a folder, not a file.", fix: "Give the name of a file." },
  "not-a-folder": {
    says: "This is not a folder.",
    fix: "Give the name of a folder, or choose another place.",
  },
  denied: {
    says: "We are not allowed to open or change this.",
    fix: "Check its permissions, or choose another place.",
  },
  "read-only": { says: "This place can only be read.", fix: "Choose another place." },
  full: {
    says: "NOT SAVED. The disk is full.",
    fix: "Free some space and try again, or choose another place.",
  },
  busy: {
    says: "NOT SAVED. Another program has the file open.",
    fix: "Close it there (maybe Word, Notepad or OneDrive) and try again.",
  },
  "too-large": {
    says: "This file is larger than 1 MB, so it is not one of ours.",
    fix: "Check the name.",
  },
  "not-text": {
    says: "This file is not plain text (UTF-8).",
    fix: "Save it as UTF-8 text, or check the name.",
  },
  "name-too-long": { says: "This name is too long for the disk.", fix: "Choose a shorter name." },
  other: { says: "This could not be read or saved.", fix: "Try again, or choose another place." },
};

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
