import type { Diagnostic } from "../yaml/diagnostic.ts";

/** Exit codes, as the README's table lists them. */
export const EXIT = {
  done: 0,
  problems: 1,
  wrongUse: 2,
  file: 3,
  bug: 70,
  windowClosed: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something a person can put right. `message` says what happened, `hint` what to do now. */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;

  constructor(message: string, options: { hint?: string; exitCode: ExitCode; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "UserError";
    this.hint = options.hint;
    this.exitCode = options.exitCode;
  }
}

/** Problems inside files: shown with their places rather than as one sentence. */
export class FileProblems extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each file named in the diagnostics, so that the line can be shown. */
  readonly texts: ReadonlyMap<string, string>;
  readonly exitCode: ExitCode;

  constructor(
    diagnostics: readonly Diagnostic[],
    texts: ReadonlyMap<string, string>,
    exitCode: ExitCode = EXIT.problems,
  ) {
    super("Problems were found in the files.");
    this.exitCode = exitCode;
    this.name = "FileProblems";
    this.diagnostics = diagnostics;
    this.texts = texts;
  }
}

export type FileFault =
  | "missing"
  | "folder"
  | "not-a-folder"
  | "denied"
  | "read-only"
  | "full"
  | "busy"
  | "too-large"
  | "not-text"
  | "device"
  | "name-too-long"
  | "no-input"
  | "other";

/** A file or folder that could not be read or written; adapters translate system codes into these. */
export class FileError extends Error {
  readonly path: string;
  readonly fault: FileFault;

  constructor(path: string, fault: FileFault, cause?: unknown) {
    super(`${path}: ${fault}`, { cause });
    this.name = "FileError";
    this.path = path;
    this.fault = fault;
  }
}

/** The system's own code of an error, such as ENOENT, or nothing. */
export function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? "");
}
