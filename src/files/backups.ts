import { basename, dirname, join, parse } from "node:path";
import { withEnd } from "../assessment/end-mark.ts";
import { parseAssessment } from "../assessment/parse.ts";
import type { AssessmentFile } from "../assessment/schema.ts";
import { FileError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { MOST_BYTES, withAssessment } from "./assessment-file.ts";

/** A copy of an assessment that could be read when it was made. */
interface GoodCopy {
  readonly path: string;
  /** When the session it belongs to began, as an instant. */
  readonly from: string;
  /** Counts up with each session; a copy of coprod 0.1 has 0. */
  readonly number: number;
}

export interface ReadableCopy extends GoodCopy {
  readonly text: string;
  readonly file: AssessmentFile;
}

const KEPT = 5;

/**
 * Keeps a copy of a session's file beside it: the newest few by the order of their making, as a clock can go back, and one
 * from before this day where there is any. A copy is a help, so it fails without a word.
 */
export async function keepCopy(
  { files }: Pick<Context, "files">,
  path: string,
  { began, text }: { readonly began: string; readonly text: string },
): Promise<void> {
  try {
    const before = await copiesOf({ files }, path);
    const own = before.find(({ from, number }) => number > 0 && from === began);
    const name = copyName(path, own?.number ?? (before[0]?.number ?? 0) + 1, began);
    await files.write(join(dirname(path), name), withEnd(text));
    const copies = await copiesOf({ files }, path);
    const older = copies.find(({ from }) => from.slice(0, 10) < began.slice(0, 10));
    const kept = new Set([...copies.slice(0, KEPT), older]);
    for (const copy of copies) if (!kept.has(copy)) await files.remove(copy.path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

/** Every copy that can be read as an assessment, newest first, each with its text. */
export async function goodCopies(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<readonly ReadableCopy[]> {
  const found: ReadableCopy[] = [];
  for (const copy of await copiesOf({ files }, path)) {
    const read = await readable({ files }, copy.path);
    if (read !== undefined) found.push({ ...copy, ...read });
  }
  return found;
}

/** How many answers and actions an assessment holds. */
export function holdings({ answers = {}, actions = [] }: AssessmentFile): number {
  return Object.keys(answers).length + actions.length;
}

/** Puts the copy in the place of the file; what stood there is kept under a name of its own, which is returned. */
export async function useCopy(
  context: Pick<Context, "files" | "machine" | "now">,
  path: string,
  { text, ending }: { readonly text: string; readonly ending: "damaged" | "before-restore" },
): Promise<string | undefined> {
  return withAssessment(context, path, async (file) => {
    const { files } = context;
    if ((await files.kind(path)) === "missing") {
      await file.save(text);
      return undefined;
    }
    let kept = `${path}.${ending}`;
    for (let number = 2; (await files.kind(kept)) !== "missing"; number++) {
      kept = `${path}.${ending}-${number}`;
    }
    await files.move(path, kept);
    await file.save(text);
    return kept;
  });
}

function copyName(path: string, number: number, began: string): string {
  const order = String(number).padStart(4, "0");
  return `.${basename(path)}.${order}.${began.replaceAll(":", "")}.bak`;
}

/** Newest first. */
async function copiesOf(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<readonly GoodCopy[]> {
  const start = `.${basename(path)}.`;
  const entries = await files.list(dirname(path));
  const found = entries.flatMap(({ name }) => {
    const stamp = name.startsWith(start) ? name.slice(start.length) : "";
    const parts = COPY_NAME.exec(stamp);
    if (parts === null) return [];
    const from = `${parts[2]}${parts[3]}:${parts[4]}:${parts[5]}`;
    return [{ path: join(dirname(path), name), from, number: Number(parts[1] ?? 0) }];
  });
  return found.toSorted((a, b) => b.number - a.number || (a.from < b.from ? 1 : -1));
}

/** Those of coprod 0.1 have no number. */
const COPY_NAME = /^(?:(\d{4,9})\.)?(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\dZ)\.bak$/u;

async function readable(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<Pick<ReadableCopy, "text" | "file"> | undefined> {
  try {
    const text = await files.read(path, MOST_BYTES);
    const { file } = parseAssessment(path, text);
    return file === undefined ? undefined : { text, file };
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** Names beside a file that Dropbox, OneDrive and others give to what two people saved at the same time. */
export async function conflictsBeside(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<readonly string[]> {
  const { name, base } = parse(path);
  const entries = await files.list(dirname(path));
  return entries
    .map((entry) => entry.name)
    .filter((each) => each !== base && each.startsWith(name) && /conflict/iu.test(each));
}
