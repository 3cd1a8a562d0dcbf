import type { Scope } from "./directives.ts";

/** For a line, the index of the first scope that holds it: to look through all of them each time takes ever longer. */
export function firstEnclosing(
  scopes: readonly (Scope | undefined)[],
): (line: number) => number | undefined {
  // Stands for every line after the last one where a scope begins or ends.
  const last = scopes.reduce((most, scope) => Math.max(most, lastBound(scope)), 0) + 1;
  const owners: (number | undefined)[] = [];
  const free = Array.from({ length: last + 2 }, (_, line) => line);
  for (const [index, scope] of scopes.entries()) {
    if (scope === undefined) continue;
    const to = Math.min(scope.to, last);
    for (let line = nextFree(free, scope.from); line <= to; line = nextFree(free, line)) {
      owners[line] = index;
      free[line] = line + 1;
    }
  }
  return (line) => owners[Math.min(line, last)];
}

function lastBound(scope: Scope | undefined): number {
  if (scope === undefined) return 0;
  return Number.isFinite(scope.to) ? scope.to : scope.from;
}

/** The first line from the given one on that nobody owns; what is learnt on the way shortens the next way. */
function nextFree(free: number[], line: number): number {
  let found = line;
  while (found !== (free[found] ?? found)) found = free[found] ?? found;
  let at = line;
  while (at !== found) {
    const next = free[at] ?? found;
    free[at] = found;
    at = next;
  }
  return found;
}
