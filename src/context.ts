/** Where text goes. Writing never throws: a closed pipe is the adapter's business. */
export interface Output {
  write(text: string): void;
}

export type EntryKind = "file" | "folder" | "missing";

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** Files as the program needs them. Every method rejects with `FileError`. */
export interface Files {
  /** UTF-8 text without a byte order mark; at most 1 MiB, otherwise `too-large`. */
  read(path: string): Promise<string>;
  /** Whole and atomically: afterwards the file holds either all the old text or all the new. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** As they are; at most 1 MiB, otherwise `too-large`. */
  readBytes(path: string): Promise<Uint8Array>;
  /** The folder's entries in name order. */
  list(path: string): Promise<readonly Entry[]>;
  kind(path: string): Promise<EntryKind>;
  makeFolder(path: string): Promise<void>;
}

export type StopSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

export type Reply =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "end" }
  | { readonly kind: "signal"; readonly signal: StopSignal };

/** Asks the person at the keyboard for one line at a time. */
export interface Prompter {
  /** Shows `prompt` and waits; lines that arrived early are kept in order. */
  line(prompt: string): Promise<Reply>;
  close(): void;
}

/** What a CI service says about the run. Nothing else of the process's environment can be seen. */
export interface CiEnvironment {
  readonly GITHUB_ACTIONS?: string | undefined;
  readonly GITHUB_WORKSPACE?: string | undefined;
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
  readonly CI_PROJECT_DIR?: string | undefined;
}

/** One call of a function that a module of ours exports, with plain values in and out. */
export interface ApartCall {
  /** Path below the program's own folder, without its ending, such as `document/fill-user-template`. */
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}

export type ApartResult =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "too-long" }
  | { readonly kind: "too-much-memory" };

export type Printed =
  | { readonly kind: "printed"; readonly bytes: Uint8Array }
  | { readonly kind: "no-browser" }
  | { readonly kind: "failed" };

/** Everything the program may touch outside itself. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly env: CiEnvironment;
  readonly files: Files;
  readonly now: () => Date;
  /** Whether results on stdout may be coloured. */
  readonly color: boolean;
  /** Width of the terminal, or 80 where there is none. */
  readonly columns: number;
  /** Whether a person sits at both ends: stdin and stdout are terminals. */
  readonly interactive: boolean;
  /** All of standard input as text, for `-`. */
  readonly readStdin: () => Promise<string>;
  readonly openPrompter: () => Prompter;
  /** A file's text as version control kept it at a commit, branch or tag; undefined where it was not there then. */
  readonly fileAt: (ref: string, path: string) => Promise<string | undefined>;
  /** Runs what cannot be trusted to end, with limits on time and memory. Rejects only on faults of our own. */
  readonly apart: (call: ApartCall) => Promise<ApartResult>;
  /** A page as PDF, through a web browser that is already on this machine. */
  readonly printPage: (html: string) => Promise<Printed>;
  /** The folder that holds `rubrics`, `templates` and `docs` of the installed package. */
  readonly packageFolder: string;
  readonly version: string;
}
