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
  /** UTF-8 text without a byte order mark; at most 1 MiB, or as much as is said, otherwise `too-large`. */
  read(path: string, mostBytes?: number): Promise<string>;
  /** Whole and atomically: afterwards the file holds either all the old text or all the new. */
  /** A new file is its owner's alone; one for others to read follows the umask, as files usually do. */
  write(path: string, content: string | Uint8Array, readers?: "others"): Promise<void>;
  /** Makes the file; false, and nothing is written, where something of that name stands there already. */
  create(path: string, content: string): Promise<boolean>;
  /** As they are; at most 1 MiB, or as much as is said, otherwise `too-large`. */
  readBytes(path: string, mostBytes?: number): Promise<Uint8Array>;
  /** The folder's entries in name order. */
  list(path: string): Promise<readonly Entry[]>;
  kind(path: string): Promise<EntryKind>;
  /** Where the file really is, when all links on the way are followed; the path itself where nothing is there. */
  realPath(path: string): Promise<string>;
  /** Of a file that `readBytes` would read; undefined for everything else. */
  stamp(path: string): Promise<Stamp | undefined>;
  makeFolder(path: string): Promise<void>;
  /** Nothing happens where there is no such file. */
  remove(path: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
}

/** What the system notes about a file each time it is written. */
export interface Stamp {
  /** Another one after every change, but for changes within one tick of the disk's clock. */
  readonly mark: string;
  /** The last change, in milliseconds since 1970. */
  readonly changed: number;
  /** As `changed`, but by the clock of whoever wrote the file: it may have been copied with its time. */
  readonly written: number;
  readonly bytes: number;
}

/** This process among others, for telling whether a file is open elsewhere. */
export interface Machine {
  readonly pid: number;
  readonly name: string;
  /** Whether a process of this machine is still running. */
  readonly isAlive: (pid: number) => boolean;
}

export type StopSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

export type Reply =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "end" }
  | { readonly kind: "signal"; readonly signal: StopSignal };

/** How a line is asked for. */
export interface Asking {
  /** A secret is hidden where the prompter can; a note may be of several lines, which come as one reply. */
  readonly typing?: "secret" | "note" | undefined;
  /** Stands below the line where the prompter has a place for it. */
  readonly hint?: string;
  /** The page that stands above the line, for a window that has another size now. */
  readonly redraw?: () => string;
}

/** Asks the person at the keyboard for one line at a time. */
export interface Prompter {
  /** Whether what is typed to a secret stays hidden. */
  readonly masks?: boolean;
  /** Begins a page at the top of a clean screen; the rows that stand there go up, where they can be scrolled back to. */
  turnPage?(text: string, standing: number): void;
  /** How many rows the prompt takes before anything is typed; one where it is not known. */
  rowsOf?(prompt: string): number;
  /** Shows `prompt` and waits. */
  line(prompt: string, asking?: Asking): Promise<Reply>;
  close(): void;
}

/** One line at a time with nothing redrawn, or with a line that is edited in its place. */
export interface PrompterChoice {
  readonly plain: boolean;
  readonly color: boolean;
}

/** How much a terminal shows. */
interface Window {
  readonly columns: number;
  readonly rows: number;
}

/** What a CI service or a terminal says of itself, and what people who use a screen reader set. Nothing else can be seen. */
export interface CiEnvironment {
  readonly ACCESSIBLE?: string | undefined;
  readonly TERM?: string | undefined;
  readonly TERM_PROGRAM?: string | undefined;
  readonly VTE_VERSION?: string | undefined;
  readonly WT_SESSION?: string | undefined;
  readonly GITHUB_ACTIONS?: string | undefined;
  readonly GITHUB_WORKSPACE?: string | undefined;
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
  readonly CI_PROJECT_DIR?: string | undefined;
  readonly COPROD_LANGUAGE?: string | undefined;
  readonly LC_ALL?: string | undefined;
  readonly LC_MESSAGES?: string | undefined;
  readonly LANG?: string | undefined;
}

/** One call of a function that `build/worker.js` knows, with plain values in and out. */
export interface SandboxedCall {
  readonly name: "fillUserTemplate";
  readonly input: unknown;
}

export type SandboxedResult =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "too-long" }
  | { readonly kind: "too-much-memory" };

/** What one run leaves for the next: nothing may depend on it. A text that can't be read or kept is as good as none. */
export interface Leftovers {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly keep: (name: string, text: string) => Promise<void>;
}

export type Printed =
  | { readonly kind: "printed"; readonly bytes: Uint8Array }
  | { readonly kind: "no-browser" }
  | { readonly kind: "failed" };

export type CountedRow = Readonly<Record<string, string | number | null>>;

/** Rows on the disk, and what counts them. */
export interface RowStore {
  /** With forward slashes. It goes with `close`. */
  readonly folder: string;
  /** Adds text to a file in the folder; it is there when the next statement runs, and ends with that. */
  append(name: string, text: string): void;
  /** Makes a table with two whole numbers a row, which `pair` adds to until the next statement runs. */
  pairs(table: string, columns: readonly [string, string]): Promise<void>;
  pair(table: string, left: number, right: number): void;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly CountedRow[]>;
  /** Runs what writes files into a folder; they are their owner's alone. */
  export(sql: string, folder: string): Promise<void>;
  close(): Promise<void>;
}

/** By path, as they are called on this machine. */
export interface EarlierRubrics {
  readonly paths: readonly string[];
  /** Where a file is now → where it was, as version control sees it. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** In which language people want the texts of rubrics. */
export interface LanguageChoice {
  /** As it was written; two of them with a comma between. */
  readonly tag: string;
  /** Whether what is shown can be in two languages. */
  readonly allowsTwo: boolean;
  /** Whether it was asked for by name: then it must be there. */
  readonly isAsked: boolean;
  /** What the machine is set to is not spoken of. */
  readonly isQuiet: boolean;
  /** Whether one that is not whole will do. */
  readonly allowPartial: boolean;
  /** Whether one that nobody has checked will do, where it says so of itself. */
  readonly allowDraft: boolean;
  /** Whether only what people are asked is shown. */
  readonly isForQuestions: boolean;
}

/** Everything the program may touch outside itself. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly env: CiEnvironment;
  /** Undefined where rubrics are shown as they are written. */
  readonly language?: LanguageChoice;
  readonly files: Files;
  readonly machine: Machine;
  readonly now: () => Date;
  /** So many bytes made by chance, which nobody can guess. */
  readonly random: (count: number) => Uint8Array;
  /** Whether results on stdout may be coloured. */
  readonly color: boolean;
  /** Width of the terminal, or 80 where there is none. */
  readonly columns: number;
  /** The size of the terminal now; it may change at any time. */
  readonly window: () => Window;
  /** Whether a person sits at both ends: stdin and stdout are terminals. */
  readonly interactive: boolean;
  /** All of standard input as text, for `-`. */
  readonly readStdin: () => Promise<string>;
  readonly openPrompter: (choice: PrompterChoice) => Prompter | Promise<Prompter>;
  /** A file's text as version control kept it at a commit, branch or tag; undefined where it was not there then. */
  readonly fileAt: (ref: string, path: string) => Promise<string | undefined>;
  /** The rubrics that a repository had then; `folder` is anywhere in it. */
  readonly rubricsAt: (ref: string, folder: string) => Promise<EarlierRubrics>;
  /** What git in a folder is set to; undefined where it is not set, or there is no git. */
  readonly gitSetting: (folder: string, name: string) => Promise<string | undefined>;
  /** DuckDB for this run; undefined where it is not installed. */
  readonly openRowStore: () => Promise<RowStore | undefined>;
  /** Runs what cannot be trusted to end, with limits on time and memory. Rejects only on faults of our own. */
  readonly runSandboxed: (call: SandboxedCall) => Promise<SandboxedResult>;
  readonly leftovers: Leftovers;
  /** How far a long piece of work is, for whoever sits at a terminal. Each text takes the place of the last. */
  readonly progress: Output;
  /** A page as PDF, through a web browser that is already on this machine. */
  readonly printPage: (html: string) => Promise<Printed>;
  /** Shows a file in whatever this machine shows such files with. False where it can't. */
  readonly openFile: (path: string) => Promise<boolean>;
  /** The folder that holds `rubrics`, `templates` and `docs` of the installed package. */
  readonly packageFolder: string;
  readonly version: string;
}

/** Where the program's own parts are. */
export interface Program {
  /** Holds the rubrics, the templates and the built program. */
  readonly packageFolder: string;
  /** Stands for that folder in the single-file program, where it is on no disk. */
  readonly packed?: Packed;
}

/** The files of the package inside the single-file program. */
export interface Packed {
  /** Their paths below the package's folder, with forward slashes. */
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  /** The program of the thread that `runSandboxed` starts. */
  readonly worker: () => string;
}
