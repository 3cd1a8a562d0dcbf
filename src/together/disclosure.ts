// Who may be counted in public, and how nearly. A row is one question: every charity stands in one of its cells. Counts of
// fewer than eight are hidden, zero too; all others are told in fives. Further counts are hidden until nobody can work out
// a small one from the rest: `rangesOf` is what anybody can work out, and each small count must stay open in it.

/** No count of fewer charities is told. */
export const SMALLEST = 8;
/** All counts are told in steps of so many. */
export const STEP = 5;
/** How far apart the least and the most of a hidden count must be: nobody may know it to within two. */
const OPEN = 5;

/** One question over all charities. */
export interface CountedCells {
  /** All charities; whoever reads a release may know how many there are. */
  readonly total: number;
  /** Every charity is in one of them. */
  readonly cells: readonly number[];
  /** Sums that are told beside the cells: the places of their cells. No cell is in two. */
  readonly sums: readonly (readonly number[])[];
}

/** The told counts of the cells and behind them of the sums; null where one is hidden. */
export type Told = readonly (number | null)[];
type Range = readonly [low: number, high: number];

/** What a release gave away of a row, for the next one. */
export interface Given {
  readonly total: number;
  readonly told: Told;
  /** The least and the most that each count can be, for somebody who knows all releases so far. */
  readonly known: readonly Range[];
  readonly isSmall: readonly boolean[];
  /** How many charities can have come to a count since it was small; null where it never was. */
  readonly since: readonly (number | null)[];
}

/** The row in the last release, and how many charities at most came to one of its counts since, or left one. */
export interface LastTime {
  readonly given: Given;
  readonly up: number;
  readonly down: number;
}

/** Which rules hold. All of them; a test takes one away at a time, to see that the audit finds what it lets through. */
export interface Rules {
  readonly hidesSmall: boolean;
  readonly hidesSecond: boolean;
  readonly looksBack: boolean;
}

const ALL_RULES: Rules = { hidesSmall: true, hidesSecond: true, looksBack: true };

/** What may be told of a row. */
export function protect(
  row: CountedCells,
  last?: LastTime,
  rules: Rules = ALL_RULES,
): { readonly told: Told; readonly given: Given } {
  const before = last !== undefined && rules.looksBack && fits(row, last) ? last : undefined;
  if (before !== undefined && isUnchanged(row, before))
    return { told: before.given.told, given: before.given };
  const values = valuesOf(row);
  const since = values.map((value, at) => sinceSmall(value, before, at));
  const forecast = forecastOf(row, before);
  const work = { row, before, isSmall: values.map((value) => value < SMALLEST), forecast };
  const waits = before !== undefined && forecast.some(isNarrow);
  const first = values.map((value, at) => {
    const held = since[at] ?? null;
    const isHeld = rules.hidesSmall && held !== null && held <= OPEN;
    return waits || isHeld ? null : rounded(value);
  });
  const told = rules.hidesSecond ? withMoreHidden(work, first) : first;
  const known = rangesOf(row, told, forecast);
  return { told, given: { total: row.total, told, known, isSmall: work.isSmall, since } };
}

function fits({ cells, sums }: CountedCells, { given }: LastTime): boolean {
  return given.known.length === cells.length + sums.length;
}

function isUnchanged({ total }: CountedCells, { given, up, down }: LastTime): boolean {
  return up === 0 && down === 0 && given.total === total;
}

function valuesOf({ cells, sums }: CountedCells): readonly number[] {
  return [...cells, ...sums.map((places) => added(places.map((place) => cells[place] ?? 0)))];
}

function rounded(value: number): number {
  return Math.round(value / STEP) * STEP;
}

// Told too soon after it was small, a count would say how small it can have been.
function sinceSmall(value: number, before: LastTime | undefined, at: number): number | null {
  if (value < SMALLEST) return 0;
  const held = before?.given.since[at] ?? null;
  return before === undefined || held === null ? null : held + before.up;
}

/** What can be known of each count before anything is told. */
function forecastOf(row: CountedCells, before: LastTime | undefined): readonly Range[] {
  return valuesOf(row).map((_, at): Range => {
    const [low, high] = before?.given.known[at] ?? [0, row.total];
    if (before === undefined) return [low, high];
    return [Math.max(0, low - before.down), Math.min(row.total, high + before.up)];
  });
}

interface Work {
  readonly row: CountedCells;
  readonly before: LastTime | undefined;
  readonly isSmall: readonly boolean[];
  readonly forecast: readonly Range[];
}

/** Hides the smallest told count, and the next, until no small one can be worked out. */
function withMoreHidden(work: Work, first: Told): Told {
  let told = first;
  while (hasPinned(work, told)) {
    const next = smallestTold(told, work.row.cells.length);
    if (next.length === 0) break;
    told = told.map((count, at) => (next.includes(at) ? null : count));
  }
  return told;
}

/**
 * Cells before sums: a sum that is told says little without its cells. All that are told alike go together: which of them
 * went first would say which of the hidden ones is small.
 */
function smallestTold(told: Told, cells: number): readonly number[] {
  const places = told.flatMap((count, at) => (count === null ? [] : [at]));
  const inCells = places.filter((at) => at < cells);
  const among = inCells.length > 0 ? inCells : places;
  const least = Math.min(...among.map((at) => told[at] ?? 0));
  return among.filter((at) => told[at] === least);
}

function hasPinned({ row, before, isSmall, forecast }: Work, told: Told): boolean {
  const known = rangesOf(row, told, forecast);
  // Whoever knows the rules may guess which of the hidden counts are the small ones.
  const guessed = forecast.map(([low, high], at): Range => {
    return isSmall[at] === true ? [low, Math.min(high, SMALLEST - 1)] : [low, high];
  });
  const ranges = rangesOf(row, told, guessed);
  if (ranges.some((range, at) => isSmall[at] === true && isNarrow(range))) return true;
  return before !== undefined && hasPinnedBefore(row, before, known);
}

/** Whether what is told now would say what was hidden then. */
function hasPinnedBefore(
  { cells, sums }: CountedCells,
  { given, up, down }: LastTime,
  known: readonly Range[],
): boolean {
  const back = given.known.map(([low, high], at): Range => {
    const [least, most] = known[at] ?? [0, given.total];
    return [Math.max(low, least - up), Math.min(high, most + down)];
  });
  const then = rangesOf({ total: given.total, cells, sums }, given.told, back);
  return then.some((range, at) => given.isSmall[at] === true && isNarrow(range));
}

/** Whether a small count would be known to within two; of one that cannot be small nobody minds. */
function isNarrow([low, high]: Range): boolean {
  return low < SMALLEST && Math.min(high, SMALLEST - 1) - low < OPEN;
}

/**
 * The least and the most that each count can be, for whoever knows the total, all that is told and what was known before.
 * Sums stand above cells and the total above both, as in a tree; so going up it once and down it once finds it exactly.
 */
export function rangesOf(
  { total, cells, sums }: CountedCells,
  told: Told,
  before?: readonly Range[],
): readonly Range[] {
  const own = told.map((count, at): Range => {
    const [low, high] = before?.[at] ?? [0, total];
    if (count === null) return [low, high];
    const [least, most] = [Math.max(SMALLEST, count - 2), count + 2];
    return [Math.max(low, least), Math.min(high, most)];
  });
  const up = own.map((range, at) => {
    const places = sums[at - cells.length];
    return places === undefined
      ? range
      : within(range, sumOf(places.map((place) => rangeAt(own, place))));
  });
  const inSums = new Set(sums.flat());
  const top = up.map((_, at) => at).filter((at) => !inSums.has(at));
  const down = [...up];
  for (const at of top) down[at] = rest([total, total], up, { at, among: top });
  for (const [index, places] of sums.entries())
    for (const at of places)
      down[at] = rest(rangeAt(down, cells.length + index), up, { at, among: places });
  return down;
}

/** What is left of a sum for one of its parts, when all others are what they can be. */
function rest(
  [low, high]: Range,
  ranges: readonly Range[],
  { at, among }: { readonly at: number; readonly among: readonly number[] },
): Range {
  const others = among.filter((each) => each !== at).map((each) => rangeAt(ranges, each));
  const [least, most] = sumOf(others);
  return within(rangeAt(ranges, at), [low - most, high - least]);
}

function rangeAt(ranges: readonly Range[], at: number): Range {
  return ranges[at] ?? [0, 0];
}

function sumOf(ranges: readonly Range[]): Range {
  return [added(ranges.map(([low]) => low)), added(ranges.map(([, high]) => high))];
}

function within([low, high]: Range, [least, most]: Range): Range {
  return [Math.max(low, least), Math.min(high, most)];
}

function added(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
