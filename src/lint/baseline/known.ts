import type { Diagnostic, Problem } from "../../yaml/diagnostic.ts";
import { formatProblem } from "../../yaml/format.ts";
import { readSource } from "../../yaml/source-file.ts";
import { validate } from "../../yaml/validate.ts";
import { BASELINE_FORMAT, type Baseline, baselineSchema } from "./schema.ts";

export interface BaselineResult {
  readonly baseline: Baseline | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseBaseline(file: string, text: string): BaselineResult {
  const { source, diagnostics } = readSource(file, text);
  if (source === undefined) return { baseline: undefined, diagnostics };
  const wrongFormat = formatProblem(source, BASELINE_FORMAT);
  if (wrongFormat !== undefined) return { baseline: undefined, diagnostics: [wrongFormat] };
  const { value, diagnostics: shape } = validate(baselineSchema, source);
  return { baseline: value, diagnostics: shape };
}

/** The problems that a baseline does not know, and how many known ones are gone. */
export interface News {
  readonly problems: readonly Problem[];
  readonly known: number;
  readonly gone: number;
}

/** A problem is known by its rule and its id path: a new order of the file or other words of the same text change nothing. */
export function newsOf(problems: readonly Problem[], { known }: Baseline): News {
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
export function baselineText(problems: readonly Problem[]): string {
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
