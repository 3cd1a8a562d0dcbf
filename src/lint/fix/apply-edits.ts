import type { Edit, Problem } from "../../yaml/diagnostic.ts";

/** The text with every edit made that does not run into an earlier one; what is left out is for the next round. */
export function applyEdits(text: string, problems: readonly Problem[]): string {
  const edits = problems
    .filter(({ silenced }) => silenced === undefined)
    .flatMap((problem) => problem.edits)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const { start, end, text: fresh } of edits as readonly Edit[]) {
    if (start < at) continue;
    result += text.slice(at, start) + fresh;
    at = end;
  }
  return result + text.slice(at);
}
