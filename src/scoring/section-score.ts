import type { Band, Rubric, Section } from "../rubric/rubric.ts";
import { type Exact, exact, fractionText } from "../util/exact.ts";
import { isApplicable, isAsked, type Judged, mustResult, type Weighed, weigh } from "./interval.ts";
import { percentRange } from "./percent.ts";
import type { BarrierClass, BarrierScore, SectionScore } from "./schema.ts";

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

/** What to do about a barrier of each class, most pressing first. */
export const BARRIER_CLASS_NAMES: Readonly<Record<BarrierClass, string>> = {
  "act-first": "Act first",
  "in-hand": "In hand, keep it up",
  "keep-watch": "Keep watch",
  clear: "Clear",
};

const HALF: Exact = exact(1, 2);

/** How much a barrier is felt against what is in place. An unasked barrier has no class: it must not read as urgent. */
export function scoreBarrier(barrier: JudgedSection): BarrierScore {
  const pressure = askedRange(
    barrier.judged.filter(({ criterion }) => criterion.measures === "pressure"),
  );
  const cover = askedRange(practiceOf(barrier));
  return {
    key: barrier.section.key,
    pressure: shares(pressure),
    cover: shares(cover),
    class: pressure && cover ? classOf(pressure.high, cover.low) : null,
  };
}

function askedRange(judged: readonly Judged[]): Weighed | undefined {
  return judged.filter(isApplicable).some(isAsked) ? weigh(judged) : undefined;
}

// The careful end of each: as much pressure and as little cover as the answers leave open.
function classOf(pressure: Exact, cover: Exact): BarrierClass {
  const covered = cover.gte(HALF);
  if (pressure.gte(HALF)) return covered ? "in-hand" : "act-first";
  return covered ? "clear" : "keep-watch";
}

function shares(range: Weighed | undefined): [string, string] | null {
  return range === undefined ? null : [fractionText(range.low), fractionText(range.high)];
}

/** A section with its answers read and weighed: what every score is made from. */
export interface JudgedSection {
  readonly rubric: Rubric;
  readonly section: Section;
  readonly judged: readonly Judged[];
}

/** What the section's practice adds up to; pressure would count the same problem twice. */
export function practiceOf({ judged }: JudgedSection): readonly Judged[] {
  return judged.filter(({ criterion }) => criterion.measures === "practice");
}

/** The score of a principle or a foundation. */
export function scoreSection(judged: JudgedSection, kind: SectionScore["kind"]): SectionScore {
  const { key } = judged.section;
  const weighed = weigh(practiceOf(judged));
  if (weighed === undefined) return { key, kind, ...NOT_ENOUGH };
  return { key, kind, ...figures(judged, weighed), enough: true };
}

const NOT_ENOUGH = {
  low: null,
  high: null,
  percent: null,
  known: null,
  bands: null,
  capped: [],
  enough: false,
};

function figures(
  { rubric, judged }: JudgedSection,
  weighed: Weighed,
): Omit<SectionScore, "key" | "kind" | "enough"> {
  return {
    low: fractionText(weighed.low),
    high: fractionText(weighed.high),
    percent: percentRange(weighed.low, weighed.high),
    known: fractionText(weighed.known),
    ...bandRange(rubric.bands, weighed, capsOf(judged, rubric.cap)),
  };
}
