import { basename, dirname, join, parse } from "node:path";
import { withEnd } from "../assessment/end-mark.ts";
import { parseAssessment } from "../assessment/parse.ts";
import { FileError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { withAssessment } from "./assessment-file.ts";

/** A copy of an assessment that could be read when it was made. */
export interface GoodCopy {
  readonly path: string;
  /** When the session it belongs to began, as an instant. */
  readonly from: string;
}

const KEPT = 5;

/** Keeps a copy of a session's file beside it; the newest few stay. A copy is a help, so it fails without a word. */
export async function keepCopy(
  { files }: Pick<Context, "files">,
  path: string,
  { began, text }: { readonly began: string; readonly text: string },
): Promise<void> {
  try {
    await files.write(join(dirname(path), copyName(path, began)), withEnd(text));
    const old = (await copiesOf({ files }, path)).slice(KEPT);
    for (const copy of old) await files.remove(copy.path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

/** The newest copy that can be read as an assessment, with its text. */
export async function lastGoodCopy(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<(GoodCopy & { readonly text: string }) | undefined> {
  for (const copy of await copiesOf({ files }, path)) {
    const text = await readable({ files }, copy.path);
    if (text !== undefined) return { ...copy, text };
  }
  return undefined;
}

/** Puts the copy in the place of the damaged file, which is kept under a name of its own; returns that path. */
export async function useCopy(
  context: Pick<Context, "files" | "machine" | "now">,
  path: string,
  text: string,
): Promise<string> {
  return withAssessment(context, path, async (file) => {
    const { files } = context;
    let damaged = `${path}.damaged`;
    for (let number = 2; (await files.kind(damaged)) !== "missing"; number++) {
      damaged = `${path}.damaged-${number}`;
    }
    await files.move(path, damaged);
    await file.save(text);
    return damaged;
  });
}

function copyName(path: string, began: string): string {
  return `.${basename(path)}.${began.replaceAll(":", "")}.bak`;
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
    const parts = /^(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\dZ)\.bak$/u.exec(stamp);
    if (parts === null) return [];
    const from = `${parts[1]}${parts[2]}:${parts[3]}:${parts[4]}`;
    return [{ path: join(dirname(path), name), from }];
  });
  return found.toSorted((a, b) => (a.from < b.from ? 1 : -1));
}

async function readable(
  { files }: Pick<Context, "files">,
  path: string,
): Promise<string | undefined> {
  try {
    const text = await files.read(path);
    return parseAssessment(path, text).file === undefined ? undefined : text;
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
