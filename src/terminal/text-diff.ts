/** The lines that differ between two texts, as a unified diff without context; empty where they are the same. */
export function textDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const hunks = hunksOf(before.split("\n"), after.split("\n"));
  return `--- ${file}\n+++ ${file}\n${hunks.map(hunkText).join("")}`;
}

const MOST_LINES = 20;

/** The lines that differ between the file of somebody else and ours, in words. */
export function differenceLines(theirs: string, ours: string): readonly string[] {
  const hunks = hunksOf(theirs.split("\n"), ours.split("\n"));
  const said = hunks.flatMap(({ removed, added }) => [
    ...removed.map((line) => `Theirs: ${line.trim()}`),
    ...added.map((line) => `Ours:   ${line.trim()}`),
  ]);
  const more = said.length - MOST_LINES;
  return more > 0 ? [...said.slice(0, MOST_LINES), `And ${more} more lines.`] : said;
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    if (before[from] === after[to]) {
      from += 1;
      to += 1;
      continue;
    }
    const { removed, added } = gapAt(before.slice(from), after.slice(to));
    hunks.push({
      from,
      to,
      removed: before.slice(from, from + removed),
      added: after.slice(to, to + added),
    });
    from += removed;
    to += added;
  }
  return hunks;
}

/** How many lines to leave out on each side until the texts agree again; the fewest together. */
function gapAt(before: readonly string[], after: readonly string[]) {
  const most = before.length + after.length;
  for (let total = 1; total < most; total++) {
    for (let removed = Math.min(total, before.length); removed >= 0; removed--) {
      const added = total - removed;
      if (added > after.length) break;
      const next = before[removed];
      if (next !== undefined && next === after[added]) return { removed, added };
    }
  }
  return { removed: before.length, added: after.length };
}

function hunkText({ from, to, removed, added }: Hunk): string {
  const head = `@@ -${range(from, removed.length)} +${range(to, added.length)} @@`;
  return [head, ...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`), ""].join(
    "\n",
  );
}

function range(at: number, count: number): string {
  return count === 1 ? String(at + 1) : `${count === 0 ? at : at + 1},${count}`;
}
