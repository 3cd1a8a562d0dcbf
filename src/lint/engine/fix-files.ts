import {
  type AssessmentWriter,
  hasByteOrderMark,
  withAssessment,
} from "../../files/assessment-file.ts";
import { openElsewhere } from "../../files/lock-messages.ts";
import type { Context } from "../../platform/ports.ts";
import { textDiff } from "../../terminal/text-diff.ts";
import { counted } from "../../util/words.ts";
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
  const mended = before.flatMap(({ target: { path }, file, kind, text }) => {
    const fresh = texts.get(path) ?? text;
    return fresh === text ? [] : [{ path, file, kind, text, fresh }];
  });
  if (dryRun) {
    context.stdout.write(mended.map(diffOf).join(""));
    return after;
  }
  const left = await writeAll(context, mended);
  // What could not be mended is as it was, and whoever asked for it must not take it for done.
  const asBefore = before.filter(({ target }) => left.has(target.path));
  return after.map((result) => {
    const was = asBefore.find(({ target }) => target.path === result.target.path);
    return was === undefined ? result : { ...was, unread: true };
  });
}

interface Mended {
  readonly path: string;
  readonly file: string;
  readonly kind: string | undefined;
  readonly text: string;
  readonly fresh: string;
}

function diffOf({ file, text, fresh }: Mended): string {
  return textDiff(file, text, fresh);
}

/** Paths of the files that were left as they are, each with a word why. */
async function writeAll(context: Context, mended: readonly Mended[]): Promise<ReadonlySet<string>> {
  const left = new Set<string>();
  for (const each of mended) {
    const problem = await writeOne(context, each);
    if (problem === undefined) continue;
    left.add(each.path);
    context.stderr.write(`${each.file}: ${problem} It has not been mended.\n`);
  }
  context.stderr.write(`Mended ${counted(mended.length - left.size, "file")}.\n`);
  return left;
}

const CHANGED = "Something else changed it meanwhile.";

/** Undefined where it is written; otherwise why not. */
async function writeOne(context: Context, { path, kind, text, fresh }: Mended) {
  if (kind === "assessment") {
    const write = async (file: AssessmentWriter) => {
      if ((await file.read()) !== text) return CHANGED;
      await file.save(fresh);
      return undefined;
    };
    return withAssessment<string | undefined>(context, path, write, async (held) => ({
      instead: openElsewhere(context, held),
    }));
  }
  if ((await context.files.read(path)) !== text) return CHANGED;
  const mark = (await hasByteOrderMark(context, path)) ? BYTE_ORDER_MARK : "";
  await context.files.write(path, `${mark}${fresh}`);
  return undefined;
}

// Reading leaves it out, and a program that wants it may not open the file again without.
const BYTE_ORDER_MARK = "\ufeff";

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
