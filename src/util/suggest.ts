/**
 * Up to three known names close to what was typed, nearest first. Case, `-`, `_` and spaces are folded before comparing;
 * near means an optimal string alignment distance of at most a third of the typed length, and at least 1.
 */
export function nearest(typed: string, known: readonly string[]): string[] {
  const folded = fold(typed);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  const letters = lettersOf(folded);
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of known) {
    // Most names are far too short or long, or have quite other letters, and that is quicker to see.
    if (name.length < folded.length - limit) continue;
    const other = fold(name);
    if (Math.abs(other.length - folded.length) > limit) continue;
    if (bitsIn(letters & ~lettersOf(other)) > limit) continue;
    const distance = alignmentDistance(folded, other, limit);
    if (distance <= limit) near.push({ name, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, "");
}

/** One bit for each letter that is there. */
function lettersOf(folded: string): number {
  let bits = 0;
  for (let at = 0; at < folded.length; at++) bits |= 1 << (folded.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Exact up to the limit; more than the limit where it is more. */
function alignmentDistance(a: string, b: string, limit: number): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow({ a, b, limit, row }, { previous, beforePrevious });
    if (current.every((cell) => cell > limit)) return FAR;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

interface Row {
  readonly a: string;
  readonly b: string;
  readonly limit: number;
  readonly row: number;
}

interface Above {
  readonly previous: readonly number[];
  readonly beforePrevious: readonly number[];
}

/** Further off the diagonal than the limit, the distance is above it in any case. */
function nextRow({ a, b, limit, row }: Row, { previous, beforePrevious }: Above): number[] {
  const from = Math.max(1, row - limit);
  const to = Math.min(b.length, row + limit);
  const current: number[] = new Array<number>(from).fill(FAR);
  if (row <= limit) current[0] = row;
  for (let column = from; column <= to; column++) {
    const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
    const either = Math.min(at(previous, column), at(current, column - 1)) + 1;
    const replaced = at(previous, column - 1) + (same ? 0 : 1);
    const isSwapped = !same && areSwapped({ a, b, row, column });
    const swapped = isSwapped ? at(beforePrevious, column - 2) + 1 : FAR;
    current.push(Math.min(either, replaced, swapped));
  }
  return current;
}

function areSwapped({ a, b, row, column }: Omit<Row, "limit"> & { column: number }): boolean {
  if (row < 2 || column < 2) return false;
  return a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}

/** Any number above what the limit can be: small, so that the rows are plain lists of small numbers. */
const FAR = 1_000_000_000;

function at(row: readonly number[], column: number): number {
  return row[column] ?? FAR;
}
