import { join, parse, resolve } from "node:path";
import { withEnd } from "../assessment/end-mark.ts";
import { EXIT, FileError, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { ASSESSMENT_FORMAT } from "../util/formats.ts";
import {
  acquireLock,
  type HeldElsewhere,
  type Lock,
  openElsewhere,
  releaseLock,
} from "./assessment-lock.ts";
import { kindOnDisk } from "./declared-kind.ts";
import { displayPath } from "./display-path.ts";

/** An assessment that this program alone writes, until the work with it is done. */
export interface AssessmentWriter {
  /** Where it is saved. A save can lead to another file: see `Saved`. */
  readonly path: string;
  /** The text on the disk. What is saved later is never put in the place of any other text. */
  read(): Promise<string>;
  /** Whole and atomically, and never over what somebody else wrote meanwhile. Throws `FileError`. */
  save(text: string): Promise<Saved>;
  /** From now on it is saved under another name, as a new file. */
  moveTo(path: string): Promise<void>;
}

export interface Saved {
  /** Another path than before where somebody else had changed that file: then both are kept. */
  readonly path: string;
  readonly keptBoth: boolean;
  /** The file was no longer there, so it was made again. */
  readonly wasGone: boolean;
}

/** Where it is now, for whoever waits for the word; and that there are two files where something else changed the first. */
export function savedText(context: Pick<Context, "cwd">, { path, keptBoth }: Saved): string {
  const name = displayPath(context, path);
  const both =
    "Something else changed the file meanwhile. We have kept both: this change is in the new one.\n";
  return `${keptBoth ? both : ""}Saved in ${name}\n`;
}

/** What to do where somebody else has the file open: ask for it again, take it all the same, or end with this. */
type WhenHeld<Result> = (
  held: HeldElsewhere,
) => Promise<"again" | "anyway" | { readonly instead: Result }>;

/**
 * The one way to write an assessment: nobody else can have it open meanwhile, in a workshop or in any other command.
 * Where somebody has, the work is refused in words that say so, unless `whenHeld` decides otherwise.
 */
export async function withAssessment<Result>(
  context: Pick<Context, "files" | "machine" | "now">,
  path: string,
  work: (file: AssessmentWriter) => Promise<Result>,
  whenHeld: WhenHeld<Result> = async (held) => refuse(context, held),
): Promise<Result> {
  for (let anyway = false; ; ) {
    const locking = await acquireLock(context, path, { anyway });
    if (locking.kind === "taken") return workWith(new Writer(context, path, locking.lock), work);
    const decided = await whenHeld(locking);
    if (typeof decided === "object") return decided.instead;
    anyway = decided === "anyway";
  }
}

async function workWith<Result>(
  writer: Writer,
  work: (file: AssessmentWriter) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(writer);
  } finally {
    await writer.release();
  }
}

/** Nobody is there to decide: what is open elsewhere stays as it is. */
function refuse(context: Pick<Context, "now">, held: HeldElsewhere): never {
  throw new UserError(`${openElsewhere(context, held)} Nothing was changed.`, {
    hint: "Close it there and try again.",
    exitCode: EXIT.file,
  });
}

/** Years of a large charity; other files are never so large. */
export const MOST_BYTES = 10 * 1024 * 1024;
const BYTE_ORDER_MARK = "\ufeff";

class Writer implements AssessmentWriter {
  private readonly context: Pick<Context, "files" | "machine" | "now">;
  private lock: Lock;
  /** What the file held when we last read or wrote it; undefined for a new file. */
  private last: string | undefined;
  /** Kept where a file begins with one: the program that put it there may want it. */
  private mark = "";
  path: string;

  constructor(context: Pick<Context, "files" | "machine" | "now">, path: string, lock: Lock) {
    this.context = context;
    this.path = path;
    this.lock = lock;
  }

  async read(): Promise<string> {
    const { files } = this.context;
    this.last = await files.read(this.path, MOST_BYTES);
    this.mark = (await hasByteOrderMark(this.context, this.path)) ? BYTE_ORDER_MARK : "";
    return this.last;
  }

  async save(value: string): Promise<Saved> {
    const text = withEnd(value);
    // Larger than we would read again.
    if (Buffer.byteLength(text) > MOST_BYTES) throw new FileError(this.path, "too-large");
    const wasGone = this.last !== undefined && (await this.isGone());
    const keptBoth = await this.holdsSomethingElse();
    if (keptBoth) await this.moveTo(await freePath(this.context, this.path));
    await this.context.files.write(this.path, `${this.mark}${text}`);
    this.last = text;
    return { path: this.path, keptBoth, wasGone };
  }

  async moveTo(path: string): Promise<void> {
    const before = this.lock;
    const locking = await acquireLock(this.context, path, { anyway: true });
    if (locking.kind === "taken") this.lock = locking.lock;
    await releaseLock(this.context, before);
    this.path = path;
    this.last = undefined;
    this.mark = "";
  }

  async release(): Promise<void> {
    await releaseLock(this.context, this.lock);
  }

  private async isGone(): Promise<boolean> {
    return (await this.context.files.kind(this.path)) === "missing";
  }

  private async holdsSomethingElse(): Promise<boolean> {
    const { files } = this.context;
    if ((await files.kind(this.path)) !== "file") return false;
    try {
      return (await files.read(this.path, MOST_BYTES)) !== this.last;
    } catch (error) {
      // There, but no longer text that we could have written.
      if (error instanceof FileError && ["not-text", "too-large"].includes(error.fault))
        return true;
      throw error;
    }
  }
}

/** Whether a file begins with a mark that reading leaves out. */
export async function hasByteOrderMark(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<boolean> {
  const [first, second, third] = await files.readBytes(path, MOST_BYTES);
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** The path itself where nothing is there yet, otherwise `name (2).yaml`, `name (3).yaml` and so on. */
export async function freePath(context: Pick<Context, "files">, path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  let candidate = path;
  for (let number = 2; (await context.files.kind(candidate)) !== "missing"; number++) {
    candidate = join(dir, `${name} (${number})${ext}`);
  }
  return candidate;
}

/**
 * The path given, or else the one assessment in the working folder; undefined where there is none.
 * With several, the error lists them.
 */
export async function findAssessment(
  context: Context,
  given: string | undefined,
): Promise<string | undefined> {
  if (given !== undefined) return resolve(context.cwd, given);
  const names = await currentAssessments(context);
  const [only] = names;
  if (names.length > 1) {
    throw new UserError("This folder holds more than one assessment.", {
      hint: `Say which one: ${names.join(", ")}`,
      exitCode: EXIT.wrongUse,
    });
  }
  return only === undefined ? undefined : join(context.cwd, only);
}

/** Names of the assessments in the working folder, without those that a later one follows. */
export async function currentAssessments(context: Context): Promise<readonly string[]> {
  const all = await assessmentNames(context, context.cwd);
  return all.length > 1 ? newestNames(context, all) : all;
}

async function newestNames(context: Context, names: readonly string[]): Promise<string[]> {
  const { parseAssessment } = await import("../assessment/parse.ts");
  const followed: string[] = [];
  for (const name of names) {
    const { file } = parseAssessment(
      name,
      await context.files.read(join(context.cwd, name), MOST_BYTES),
    );
    if (file?.previous?.file !== undefined) followed.push(resolve(context.cwd, file.previous.file));
  }
  return names.filter((name) => !followed.includes(join(context.cwd, name)));
}

/** As `findAssessment`, for commands that cannot go on without one. */
export async function requireAssessment(
  context: Context,
  given: string | undefined,
): Promise<string> {
  const found = await findAssessment(context, given);
  if (found !== undefined) return found;
  throw new UserError("There is no assessment in this folder.", {
    hint: 'Give the path of one, start one with "coprod assess", or look at an example with "coprod demo".',
    exitCode: EXIT.wrongUse,
  });
}

const [KIND] = ASSESSMENT_FORMAT.split("/");

/** The file itself; of a folder the assessments in it, in name order. */
export async function assessmentsIn(context: Context, path: string): Promise<string[]> {
  if ((await context.files.kind(path)) !== "folder") return [path];
  return (await assessmentNames(context, path)).map((name) => join(path, name));
}

/** Names of the files in a folder that say they are assessments. */
async function assessmentNames(context: Context, folder: string): Promise<string[]> {
  const entries = await context.files.list(folder);
  const names: string[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "file" || name.startsWith(".") || !/\.ya?ml$/u.test(name)) continue;
    if (await declaresAssessment(context, join(folder, name))) names.push(name);
  }
  return names;
}

// A file that cannot be read is not the one we look for; whoever names it outright is told what is wrong with it.
async function declaresAssessment(context: Context, path: string): Promise<boolean> {
  try {
    return (await kindOnDisk(await context.files.read(path))) === KIND;
  } catch {
    return false;
  }
}
