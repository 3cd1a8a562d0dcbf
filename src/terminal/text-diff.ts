import { type ArrayChange, diffArrays } from "diff";

/** The lines that differ between two texts, as a unified diff without context; empty where they are the same. */
export function textDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const hunks = hunksOf(before.split("\n"), after.split("\n"));
  return `--- ${file}\n+++ ${file}\n${hunks.map(hunkText).join("")}`;
}

/** One text that holds both, with git's marks around the lines that differ; `size` is how long each mark is. */
export function withMarks(
  ours: string,
  theirs: string,
  { size, names }: { readonly size: number; readonly names: readonly [string, string] },
): string {
  const lines = ours.split("\n");
  const [open, middle, close] = ["<", "=", ">"].map((sign) => sign.repeat(size));
  const marked: string[] = [];
  let from = 0;
  for (const hunk of hunksOf(lines, theirs.split("\n"))) {
    marked.push(...lines.slice(from, hunk.from), `${open} ${names[0]}`, ...hunk.removed);
    marked.push(`${middle}`, ...hunk.added, `${close} ${names[1]}`);
    from = hunk.from + hunk.removed.length;
  }
  return [...marked, ...lines.slice(from)].join("\n");
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

/** With more lines than this changed, nobody reads which; to find the fewest takes ever longer. */
const MOST_CHANGED = 1000;

function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGED });
  return parts === undefined ? [middleOf(before, after)] : parts.reduce(extended, START).hunks;
}

interface Walk {
  readonly hunks: Hunk[];
  readonly from: number;
  readonly to: number;
  /** Whether the lines just before are the same in both texts. */
  readonly isSame: boolean;
}

const START: Walk = { hunks: [], from: 0, to: 0, isSame: true };

function extended({ hunks, from, to, isSame }: Walk, part: ArrayChange<string>): Walk {
  const { value, added, removed } = part;
  const next = { from: from + (added ? 0 : value.length), to: to + (removed ? 0 : value.length) };
  if (!added && !removed) return { hunks, ...next, isSame: true };
  const last = isSame ? undefined : hunks.at(-1);
  const hunk = last ?? { from, to, removed: [], added: [] };
  const longer = {
    ...hunk,
    removed: removed ? [...hunk.removed, ...value] : hunk.removed,
    added: added ? [...hunk.added, ...value] : hunk.added,
  };
  const before = last === undefined ? hunks : hunks.slice(0, -1);
  return { hunks: [...before, longer], ...next, isSame: false };
}

/** All between the lines that both begin with and those that both end with. */
function middleOf(before: readonly string[], after: readonly string[]): Hunk {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    from: start,
    to: start,
    removed: before.slice(start, before.length - end),
    added: after.slice(start, after.length - end),
  };
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
