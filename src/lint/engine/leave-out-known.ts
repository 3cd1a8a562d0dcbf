import { resolve } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, FileProblems, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { counted } from "../../util/words.ts";
import { baselineText, newsOf, parseBaseline } from "../baseline/known.ts";
import type { CheckedTarget } from "./check-files.ts";

interface Options {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** Leaves out the problems that a baseline knows, and says on stderr how many; or writes a baseline that knows all. */
export async function leaveOutKnown(
  context: Context,
  checked: readonly CheckedTarget[],
  { baseline: given, updateBaseline = false }: Options,
): Promise<readonly CheckedTarget[]> {
  if (given === undefined) {
    if (!updateBaseline) return checked;
    throw new UserError("--update-baseline needs the file to write.", {
      hint: "Give it with --baseline, such as --baseline known.json.",
      exitCode: EXIT.wrongUse,
    });
  }
  const path = resolve(context.cwd, given);
  const all = checked.flatMap(({ problems }) => problems);
  const shown = displayPath(context, path);
  if (updateBaseline) {
    await refuseForeign(context, path, shown);
    await context.files.write(path, baselineText(all));
  }
  const text = await context.files.read(path);
  const { baseline, diagnostics } = parseBaseline(shown, text);
  if (baseline === undefined) {
    throw new FileProblems(diagnostics, new Map([[shown, text]]), EXIT.wrongUse);
  }
  const { problems, known, gone } = newsOf(all, baseline);
  if (known > 0) context.stderr.write(`Left out ${counted(known, "known problem")} (${shown}).\n`);
  if (gone > 0) {
    context.stderr.write(
      `${counted(gone, "known problem")} no longer there. Add --update-baseline to forget them.\n`,
    );
  }
  const fresh = new Set(problems);
  return checked.map((each) => ({
    ...each,
    problems: each.problems.filter((problem) => fresh.has(problem)),
  }));
}

// One slip of the hand would otherwise put the list of problems in the place of somebody's answers.
async function refuseForeign(context: Context, path: string, shown: string): Promise<void> {
  if ((await context.files.kind(path)) === "missing") return;
  if (parseBaseline(shown, await context.files.read(path)).baseline !== undefined) return;
  throw new UserError(`${shown} is already there, and it is not a baseline.`, {
    hint: "It has not been changed. Choose another name after --baseline.",
    exitCode: EXIT.wrongUse,
  });
}
