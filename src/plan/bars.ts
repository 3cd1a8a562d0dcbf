import type { Rubric } from "../rubric/rubric.ts";
import type { Bar } from "./schema/parts.ts";

/** The drawing of a range. Always at least one unit wide, so that nothing known to be low disappears. */
export function barOf([low, high]: readonly [number, number], ticks: readonly number[] = []): Bar {
  const start = Math.min(low, 99);
  return { low: start, open: Math.max(1, high - start), high, ticks: [...ticks] };
}

/** Where one band of a rubric ends and the next begins. */
export function bandTicks({ bands }: Rubric): number[] {
  return bands.slice(1).map(({ from }) => Number(from.mul(100).round()));
}
