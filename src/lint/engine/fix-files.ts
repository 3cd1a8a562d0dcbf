import type { Context } from "../../platform/ports.ts";
import { counted } from "../../terminal/plural.ts";
import { textDiff } from "../../terminal/text-diff.ts";
import { applyEdits } from "../fix/apply-edits.ts";
import { type CheckedTarget, type CheckRequest, checkFiles } from "./check-files.ts";

/** Mending one thing can bring another to light, but two edits could also undo each other. */
const MOST_ROUNDS = 5;

/**
 * Mends what can be mended without a look, and checks again; what is returned is what is left. A dry run prints the
 * change as a diff and writes nothing.
 */
export async function fixFiles(
  context: Context,
  request: CheckRequest,
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly CheckedTarget[]> {
  const before = await checkFiles(context, request);
  let after = before;
  const texts = new Map(request.texts);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed = changesIn(after);
    if (changed.size === 0) break;
    for (const [path, text] of changed) texts.set(path, text);
    after = await checkFiles(context, { ...request, texts });
  }
  const mended = before.flatMap(({ target: { path }, file, text }) => {
    const fresh = texts.get(path) ?? text;
    return fresh === text ? [] : [{ path, file, text, fresh }];
  });
  if (dryRun) context.stdout.write(mended.map(diffOf).join(""));
  else await writeAll(context, mended);
  return after;
}

interface Mended {
  readonly path: string;
  readonly file: string;
  readonly text: string;
  readonly fresh: string;
}

function diffOf({ file, text, fresh }: Mended): string {
  return textDiff(file, text, fresh);
}

async function writeAll(context: Context, mended: readonly Mended[]): Promise<void> {
  for (const { path, fresh } of mended) {
    const mark = (await hasByteOrderMark(context, path)) ? BYTE_ORDER_MARK : "";
    await context.files.write(path, `${mark}${fresh}`);
  }
  context.stderr.write(`Mended ${counted(mended.length, "file")}.\n`);
}

const BYTE_ORDER_MARK = "\ufeff";

// Reading leaves it out, and a program that wants it may not open the file again without.
async function hasByteOrderMark({ files }: Context, path: string): Promise<boolean> {
  const [first, second, third] = await files.readBytes(path);
  return first === 0xef && second === 0xbb && third === 0xbf;
}

function changesIn(results: readonly CheckedTarget[]): ReadonlyMap<string, string> {
  const changes = results.flatMap(({ target, file, text, problems }) => {
    const fresh = applyEdits(
      text,
      problems.filter((problem) => problem.file === file),
    );
    return fresh === text ? [] : [[target.path, fresh] as const];
  });
  return new Map(changes);
}
