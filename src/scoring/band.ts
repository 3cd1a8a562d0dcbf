import type { Band } from "../rubric/rubric.ts";
import type { Exact } from "../util/exact.ts";
import { type Judged, mustResult, type Weighed } from "./interval.ts";

/** A must-have that is not known to be met, and so holds bands down. */
export interface Cap {
  readonly criterion: string;
  /** Index of the highest band it leaves. */
  readonly at: number;
  /** Failed: it caps both ends. Unknown: it caps the low end only. */
  readonly failed: boolean;
}

interface BandRange {
  /** Band ids of the two ends. */
  readonly bands: [low: string, high: string];
  /** Criteria whose failed must-have holds the high end down. */
  readonly capped: string[];
}

/** The caps that these criteria put on a band. */
export function capsOf(judged: readonly Judged[], at: number): readonly Cap[] {
  return judged
    .map((each) => ({ criterion: each.criterion.key, at, result: mustResult(each) }))
    .filter(({ result }) => result === "fail" || result === "unknown")
    .map(({ result, ...cap }) => ({ ...cap, failed: result === "fail" }));
}

/** Bands of both ends after caps. The numbers themselves are never capped. */
export function bandRange(
  bands: readonly Band[],
  { low, high }: Pick<Weighed, "low" | "high">,
  caps: readonly Cap[],
): BandRange {
  const failed = caps.filter((cap) => cap.failed);
  const free = bandIndex(bands, high);
  return {
    bands: [idAt(bands, lowest(bandIndex(bands, low), caps)), idAt(bands, lowest(free, failed))],
    capped: failed.filter(({ at }) => at < free).map(({ criterion }) => criterion),
  };
}

/** A share exactly on a cut-point has the upper band. */
function bandIndex(bands: readonly Band[], share: Exact): number {
  return bands.findLastIndex(({ from }) => share.gte(from));
}

function lowest(index: number, caps: readonly Cap[]): number {
  return Math.min(index, ...caps.map(({ at }) => at));
}

function idAt(bands: readonly Band[], index: number): string {
  return bands[index]?.id ?? "";
}
