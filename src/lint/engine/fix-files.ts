import {
  type AssessmentWriter,
  hasByteOrderMark,
  withAssessment,
} from "../../files/assessment-file.ts";
import { openElsewhere } from "../../files/assessment-lock.ts";
import type { Context } from "../../platform/ports.ts";
import { textDiff } from "../../terminal/text-diff.ts";
import { counted } from "../../util/words.ts";
import { applyEdits } from "../fix/edits.ts";
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
  const before = await checkFiles(context, { ...request, keepsTexts: true });
  let after = before;
  const changed = new Map<string, Mended>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fresh = changesIn(after);
    if (fresh.length === 0) break;
    for (const each of fresh) {
      const { text } = changed.get(each.path) ?? each;
      changed.set(each.path, { ...each, text });
    }
    const texts = new Map([...changed].map(([path, each]) => [path, each.fresh]));
    const now = { ...request, keepsTexts: true, texts: new Map([...request.texts, ...texts]) };
    after = await checkFiles(context, now);
  }
  const mended = [...changed.values()].filter(({ text, fresh }) => text !== fresh);
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

/** The texts that are others once every edit is made. */
function changesIn(results: readonly CheckedTarget[]): readonly Mended[] {
  return results.flatMap(({ target: { path, file }, kind, text, problems }) => {
    if (text === undefined) return [];
    const own = problems.filter((problem) => problem.file === file);
    const fresh = applyEdits(text, own);
    return fresh === text ? [] : [{ path, file, kind, text, fresh }];
  });
}
