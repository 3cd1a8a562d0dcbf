import { dirname } from "node:path";
import { FORMATS } from "../documents/formats/index.ts";
import { EXIT, FileError, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { MOST_BYTES } from "./assessment-file.ts";
import { kindOnDisk } from "./declared-kind.ts";
import { displayPath } from "./display-path.ts";

/** Files that people's own work is in: no document is ever put in their place. */
const WORK = ["assessment", "rubric", "guide", "config", "translation"];

interface WriteOptions {
  readonly force: boolean;
  /** What it is called; a plan where it is left out. */
  readonly what?: string;
  /** Whether a file that holds this text may give way to it. */
  readonly isOurs?: (latin1: string) => boolean | Promise<boolean>;
}

/** Writes a document, but never over a file that coprod did not make, unless told to; and never over answers or questions. */
export async function writeDocument(
  context: Context,
  document: { readonly path: string; readonly content: string | Uint8Array },
  options: WriteOptions,
): Promise<void> {
  const { path, content } = document;
  const { force, what = "plan", isOurs = isPlan } = options;
  // Said of the folder, because nobody expects the document itself to be there.
  const folder = dirname(path);
  if ((await context.files.kind(folder)) === "missing") throw new FileError(folder, "missing");
  const there =
    (await context.files.kind(path)) === "file" ? await textOf(context, path) : undefined;
  if (there !== undefined && (await holdsWork(there, what))) {
    throw new UserError(
      `${displayPath(context, path)} holds answers or questions, not a ${what}.`,
      {
        hint: "It has not been changed. Choose another name with -o.",
        exitCode: EXIT.wrongUse,
      },
    );
  }
  if (there !== undefined && !force && !(await isOurs(there))) {
    const name = displayPath(context, path);
    const changed = what === "register" ? ", or somebody has changed it since" : "";
    const takeIn = what !== "register" ? "" : ` To take in what was changed there: --from ${name}.`;
    throw new UserError(`${name} is already there, and coprod did not make it${changed}.`, {
      hint: `It has not been changed.${takeIn} Choose another name with -o, or add --force to replace it.`,
      exitCode: EXIT.wrongUse,
    });
  }
  await context.files.write(path, content, "others");
}

function isPlan(latin1: string): boolean {
  return FORMATS.some(({ isOurs }) => isOurs(latin1));
}

async function holdsWork(latin1: string, what: string): Promise<boolean> {
  const kind = await kindOnDisk(Buffer.from(latin1, "latin1").toString("utf8"));
  return kind !== undefined && kind !== what && WORK.includes(kind);
}

/** What the file holds, or nothing where it cannot be read: then it is not one of ours. */
async function textOf(context: Context, path: string): Promise<string> {
  try {
    return Buffer.from(await context.files.readBytes(path, MOST_BYTES)).toString("latin1");
  } catch (error) {
    if (error instanceof FileError && error.fault === "device") throw error;
    return "";
  }
}

/** Each format of `coprod lint` can be told by one of these. */
const OUR_REPORTS = [
  /^\s*$/u,
  /^\{\n {2}"coprod": "lint\//u,
  /"driver": \{\n\s+"name": "coprod"/u,
  /^<!-- Made with coprod /mu,
  /^\[\]\n$/u,
  /"fingerprint": "sha256-/u,
  /^Checked \d+ files?: /mu,
];

/** Writes a report of `coprod lint`, but never over a file that is something else: a slip must not cost an assessment. */
export async function writeReport(
  context: Context,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<void> {
  await refuseForeign(context, path, { what: "a report of coprod lint", marks: OUR_REPORTS });
  await context.files.makeFolder(dirname(path));
  await context.files.write(path, text, "others");
}

/** Writes a file of one kind, for its owner alone, but never over one that is something else. */
export async function writeOwn(
  context: Context,
  { path, text }: { readonly path: string; readonly text: string },
  { what, mark }: { readonly what: string; readonly mark: RegExp },
): Promise<void> {
  await refuseForeign(context, path, { what, marks: [/^\s*$/u, mark] });
  await context.files.write(path, text);
}

interface Kind {
  readonly what: string;
  readonly marks: readonly RegExp[];
}

async function refuseForeign(context: Context, path: string, { what, marks }: Kind): Promise<void> {
  if (!(await isForeign(context, path, marks))) return;
  throw new UserError(`${displayPath(context, path)} is already there, and it is not ${what}.`, {
    hint: "It has not been changed. Give another name after --output.",
    exitCode: EXIT.wrongUse,
  });
}

async function isForeign(
  context: Context,
  path: string,
  marks: readonly RegExp[],
): Promise<boolean> {
  if ((await context.files.kind(path)) !== "file") return false;
  try {
    const text = await context.files.read(path);
    return !marks.some((mark) => mark.test(text));
  } catch {
    return true;
  }
}
