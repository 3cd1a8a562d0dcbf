import { resolve } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, FileProblems, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { counted } from "../../util/words.ts";
import type { Diagnostic, Problem } from "../../yaml/diagnostic.ts";
import { formatProblem } from "../../yaml/format.ts";
import { readSource } from "../../yaml/source-file.ts";
import { validate } from "../../yaml/validate.ts";
import { BASELINE_FORMAT, type Baseline, baselineSchema } from "../baseline/schema.ts";
import type { CheckedTarget } from "./check-files.ts";

interface BaselineResult {
  readonly baseline: Baseline | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function parseBaseline(file: string, text: string): BaselineResult {
  const { source, diagnostics } = readSource(file, text);
  if (source === undefined) return { baseline: undefined, diagnostics };
  const wrongFormat = formatProblem(source, BASELINE_FORMAT);
  if (wrongFormat !== undefined) return { baseline: undefined, diagnostics: [wrongFormat] };
  const { value, diagnostics: shape } = validate(baselineSchema, source);
  return { baseline: value, diagnostics: shape };
}

/** The problems that a baseline does not know, and how many known ones are gone. */
interface News {
  readonly problems: readonly Problem[];
  readonly known: number;
  readonly gone: number;
}

/** A problem is known by its rule and its id path: a new order of the file or other words of the same text change nothing. */
function newsOf(problems: readonly Problem[], { known }: Baseline): News {
  const left = new Map(Object.entries(known));
  const fresh = problems.filter((problem) => {
    if (problem.silenced !== undefined) return true;
    const key = keyOf(problem);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const gone = [...left.values()].reduce((total, count) => total + Math.max(0, count), 0);
  return { problems: fresh, known: problems.length - fresh.length, gone };
}

/** A baseline that knows all of these, in a fixed order so that it reads well in a diff. */
function baselineText(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const problem of problems.filter(({ silenced }) => silenced === undefined)) {
    const key = keyOf(problem);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const known = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ coprod: BASELINE_FORMAT, known }, null, 2)}\n`;
}

function keyOf({ rule, idPath, file }: Problem): string {
  return `${rule} ${idPath === "" ? file : idPath}`;
}

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
