/** The index of the first number above the given one, in a list that rises; its length where there is none. */
export function firstAfter(sorted: readonly number[], given: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) > given) to = middle;
    else from = middle + 1;
  }
  return from;
}
