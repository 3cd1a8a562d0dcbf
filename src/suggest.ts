/**
 * Up to three known names close to what was typed, nearest first. Case, `-`, `_` and spaces are folded before comparing;
 * near means an optimal string alignment distance of at most a third of the typed length, and at least 1.
 */
export function nearest(typed: string, known: readonly string[]): string[] {
  const folded = fold(typed);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  return known
    .map((name) => ({ name, distance: alignmentDistance(folded, fold(name)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/gu, "");
}

function alignmentDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const options = [
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      ];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) options.push(at(beforePrevious, column - 2) + 1);
      current.push(Math.min(...options));
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
