import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CountedCells,
  type Given,
  type LastTime,
  protect,
  type Rules,
  rangesOf,
  SMALLEST,
  STEP,
  type Told,
} from "../../src/together/disclosure.ts";
import { examples } from "../support/examples.ts";
import { seeded } from "../support/seeded.ts";

const RULES: Rules = { hidesSmall: true, hidesSecond: true, looksBack: true };

/** Numbers as bits: bit 5 stands for 5. */
type Bits = bigint;

/**
 * Another way to work out hidden counts than the program's: every sum that can be reached is written down. Returns for each
 * count all that it can be.
 */
function attacked(
  { total, cells, sums }: CountedCells,
  told: Told,
  may: (at: number, value: number) => boolean = () => true,
): (readonly number[])[] {
  const all = Array.from({ length: total + 1 }, (_, value) => value);
  const fits = (at: number, value: number) => {
    const count = told[at];
    if (!may(at, value)) return false;
    return count == null || (value >= SMALLEST && Math.abs(value - count) <= 2);
  };
  const bits = (values: readonly number[]) =>
    values.reduce((sum, value) => sum | (1n << BigInt(value)), 0n);
  const own = told.map((_, at) => bits(all.filter((value) => fits(at, value))));
  const has = (set: Bits | undefined, value: number) =>
    (((set ?? 0n) >> BigInt(value)) & 1n) === 1n;
  const reach = (places: readonly number[], of: readonly Bits[]) =>
    places.reduce(
      (reached, place) =>
        all.reduce(
          (sum, value) => (has(of[place], value) ? sum | (reached << BigInt(value)) : sum),
          0n,
        ),
      1n,
    );
  const up = own.map((values, at) => {
    const places = sums[at - cells.length];
    return places === undefined ? values : values & reach(places, own);
  });
  const left = (whole: Bits, at: number, among: readonly number[]) => {
    const others = reach(
      among.filter((each) => each !== at),
      up,
    );
    return bits(
      all.filter((value) => has(up[at], value) && ((whole >> BigInt(value)) & others) !== 0n),
    );
  };
  const inSums = new Set(sums.flat());
  const top = told.map((_, at) => at).filter((at) => !inSums.has(at));
  const down = [...up];
  for (const at of top) down[at] = left(1n << BigInt(total), at, top);
  for (const [index, places] of sums.entries())
    for (const at of places) down[at] = left(down[cells.length + index] ?? 0n, at, places);
  return down.map((values) => all.filter((value) => has(values, value)));
}

function valuesOf({ cells, sums }: CountedCells): number[] {
  return [
    ...cells,
    ...sums.map((places) => places.reduce((sum, place) => sum + (cells[place] ?? 0), 0)),
  ];
}

/** Places of the small counts that an attack knows to within two. */
function pinned(row: CountedCells, told: Told, may?: (at: number, value: number) => boolean) {
  const found = attacked(row, told, may);
  // Of a row of which nothing is told nobody knows that there is a small count in it.
  const most = told.every((count) => count === null) ? row.total : SMALLEST - 1;
  return valuesOf(row).flatMap((value, at) => {
    const possible = (found[at] ?? []).filter((each) => each <= most);
    const width = (possible.at(-1) ?? 0) - (possible[0] ?? 0);
    return value < SMALLEST && width < 5 ? [at] : [];
  });
}

const random = seeded(24);
const below = (most: number) => Math.floor(random() * most);

function aRow(): CountedCells {
  const levels = 2 + below(5);
  const size = levels + 1 + below(4);
  const skew = 1 + below(4);
  const cells = Array.from({ length: size }, () => Math.floor(random() ** skew * 30));
  const must = 1 + below(levels - 1);
  const range = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => from + at);
  const sums = random() < 0.5 ? [] : [range(0, must), range(must, levels)];
  const total = cells.reduce((sum, cell) => sum + cell, 0);
  return total < SMALLEST ? aRow() : { total, cells, sums };
}

/** The same charities but for some: each leaves a cell, comes to one, or does both. */
function later(
  row: CountedCells,
  differing: number,
): { row: CountedCells; up: number; down: number } {
  const cells = [...row.cells];
  let [up, down] = [0, 0];
  for (let each = 0; each < differing; each++) {
    const kind = below(3);
    if (kind !== 0) {
      const at = below(cells.length);
      cells[at] = (cells[at] ?? 0) + 1;
      up++;
    }
    const from = below(cells.length);
    if (kind !== 1 && (cells[from] ?? 0) > 0) {
      cells[from] = (cells[from] ?? 0) - 1;
      down++;
    }
  }
  const total = cells.reduce((sum, cell) => sum + cell, 0);
  return { row: { ...row, cells, total }, up, down };
}

/** How many networks of a random kind an attack gets the better of. */
function beaten(networks: number, rules: Rules): number {
  let found = 0;
  for (let network = 0; network < networks; network++) {
    const row = aRow();
    const { told, given } = protect(row, undefined, rules);
    if (pinned(row, told).length > 0 || isBeatenLater(row, given, rules)) found++;
  }
  return found;
}

function isBeatenLater(row: CountedCells, given: Given, rules: Rules): boolean {
  const next = later(row, 3 + below(6));
  if (next.row.total < SMALLEST) return false;
  const last: LastTime = { given, up: next.up, down: next.down };
  const { told } = protect(next.row, last, rules);
  const then = attacked(row, given.told);
  const now = attacked(next.row, told);
  // Whoever knows how many came and went joins what both releases say.
  const near = (values: readonly number[] = [], value: number, [down, up]: readonly number[]) =>
    values.some((each) => value >= each - (down ?? 0) && value <= each + (up ?? 0));
  const mayNow = (at: number, value: number) => near(then[at], value, [next.down, next.up]);
  const mayThen = (at: number, value: number) => near(now[at], value, [next.up, next.down]);
  // A release that tells nothing of a row can't give more away of it than the last one did.
  const isTold = told.some((count) => count !== null);
  if (isTold && pinned(next.row, told, mayNow).length > 0) return true;
  return pinned(row, given.told, mayThen).length > 0;
}

describe("what is told of a network", () => {
  it("is in fives, and never of fewer than eight", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 9 }), (cells) => {
        const total = cells.reduce((sum, cell) => sum + cell, 0);
        fc.pre(total >= SMALLEST);
        const { told } = protect({ total, cells, sums: [] });
        for (const [at, count] of told.entries()) {
          if (count === null) continue;
          expect(cells[at]).toBeGreaterThanOrEqual(SMALLEST);
          expect(count % STEP).toBe(0);
          expect(Math.abs(count - (cells[at] ?? 0))).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it("is all of it where no count is small", () => {
    expect(protect({ total: 40, cells: [10, 18, 12], sums: [] }).told).toEqual([10, 20, 10]);
  });

  it.each([
    // One small count is what is left of the total.
    [
      [20, 3],
      [null, null],
    ],
    [
      [33, 12, 0],
      [35, null, null],
    ],
    // Two that are hidden hide each other.
    [
      [30, 5, 4],
      [30, null, null],
    ],
  ])("hides in %j a second count where one could be worked out: %j", (cells, expected) => {
    const total = cells.reduce((sum, cell) => sum + cell, 0);
    expect(protect({ total, cells, sums: [] }).told).toEqual(expected);
  });

  it("is worked out as exactly as by writing down every sum", () => {
    for (let row = 0; row < 200; row++) {
      const counted = aRow();
      const { told } = protect(counted);
      const exact = attacked(counted, told).map((values) => [values[0], values.at(-1)]);
      expect(rangesOf(counted, told)).toEqual(exact);
    }
  });

  it("lets nobody know a small count to within two, in one release or two", () => {
    expect(beaten(examples(300, 10_000), RULES)).toBe(0);
  });

  it.each<Partial<Rules>>([{ hidesSmall: false }, { hidesSecond: false }, { looksBack: false }])(
    "would be found out without a rule: %j",
    (rule) => {
      expect(beaten(300, { ...RULES, ...rule })).toBeGreaterThan(0);
    },
  );

  it("tells nothing more to somebody who knows the rules and tries every network", () => {
    const [networks, pins] = everyNetwork(examples(24, 40));
    expect(networks).toBeGreaterThan(1000);
    expect(pins).toEqual([]);
  });

  it("tells the same again where nothing changed", () => {
    const row = aRow();
    const { told, given } = protect(row);
    expect(protect(row, { given, up: 0, down: 0 })).toEqual({ told, given });
  });
});

/** Every row of two to four counts and at most so many charities, by what is told of it: what the alike have in common. */
function everyNetwork(most: number): [number, unknown[]] {
  const alike = new Map<string, [low: number, high: number][]>();
  let networks = 0;
  for (let total = SMALLEST; total <= most; total++)
    for (const cells of [2, 3, 4].flatMap((size) => splits(total, size))) {
      const { told } = protect({ total, cells, sums: [] });
      const key = JSON.stringify([total, told]);
      const before = alike.get(key) ?? cells.map((cell): [number, number] => [cell, cell]);
      alike.set(
        key,
        before.map(([low, high], at) => widened(low, high, cells[at] ?? 0)),
      );
      networks++;
    }
  const pins = [...alike].filter(([, ranges]) =>
    ranges.some(([low, high]) => low < SMALLEST && high - low < 5),
  );
  return [networks, pins];
}

function widened(low: number, high: number, value: number): [number, number] {
  return [Math.min(low, value), Math.max(high, value)];
}

function splits(total: number, size: number): number[][] {
  if (size === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    splits(total - first, size - 1).map((rest) => [first, ...rest]),
  );
}
