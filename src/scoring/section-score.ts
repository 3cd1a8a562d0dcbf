import {
  type Band,
  type Criterion,
  countsInScore,
  type Rubric,
  type Section,
} from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { type Exact, exact, fractionText } from "../util/exact.ts";
import {
  isApplicable,
  isAsked,
  type Judged,
  mustResult,
  type NoScore,
  type Weighed,
  weigh,
  whyNoScore,
} from "./interval.ts";
import { percentRange, pointsOf } from "./percent.ts";
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
  /** Band ids of the two ends; null where the rubric has no bands. */
  readonly bands: [low: string, high: string] | null;
  /** Criteria whose failed must-have holds the high end down. */
  readonly capped: string[];
  /** Criteria whose must-have is not known yet and so holds the low end down. */
  readonly undecided: string[];
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
  if (bands.length === 0) return { bands: null, capped: [], undecided: [] };
  const failed = caps.filter((cap) => cap.failed);
  const free = bandIndex(bands, high);
  const least = lowest(bandIndex(bands, low), failed);
  return {
    bands: [idAt(bands, lowest(least, caps)), idAt(bands, lowest(free, failed))],
    capped: failed.filter(({ at }) => at < free).map(({ criterion }) => criterion),
    undecided: caps
      .filter((cap) => !cap.failed && cap.at < least)
      .map(({ criterion }) => criterion),
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

/** Most pressing first. */
export const BARRIER_CLASSES = [
  "act-first",
  "in-hand",
  "keep-watch",
  "clear",
] as const satisfies readonly BarrierClass[];

interface ClassWords {
  readonly name: string;
  /** Why, for one barrier: the name alone says too little. */
  readonly means: string;
}

/** What to do about a barrier of each class. */
export const BARRIER_CLASS_WORDS: Readonly<Record<BarrierClass, ClassWords>> = {
  "act-first": { name: "Act first", means: "we feel it, and too little is in place" },
  "in-hand": { name: "In hand, keep it up", means: "we feel it, and much is in place" },
  "keep-watch": { name: "Keep watch", means: "we feel it little, and little is in place" },
  clear: { name: "Clear", means: "we feel it little, and much is in place" },
};

const HALF: Exact = exact(1, 2);

/** How much a barrier is felt against what is in place. An unasked barrier has no class: it must not read as urgent. */
export function scoreBarrier(barrier: JudgedSection): BarrierScore {
  const pressure = askedRange(
    barrier.judged.filter(({ criterion }) => criterion.measures === "pressure"),
  );
  // What it shares with other parts is no checklist.
  const cover = barrier.waiting.length > 0 ? undefined : askedRange(practiceOf(barrier));
  return {
    key: barrier.section.key,
    pressure: shares(pressure),
    cover: shares(cover),
    class: pressure && cover ? classOf(pressure.high, cover.low) : null,
    noClass: pressure && cover ? null : whyNoClass(barrier),
  };
}

/** Not asked where one of its halves is; only where all has been asked is it the answers that do not apply. */
function whyNoClass(barrier: JudgedSection): BarrierScore["noClass"] {
  if (barrier.waiting.length > 0) return "waits";
  const felt = barrier.judged.filter(({ criterion }) => criterion.measures === "pressure");
  return [felt, practiceOf(barrier)].some(isUnaskedHalf) ? "not-asked" : "does-not-apply";
}

function isUnaskedHalf(half: readonly Judged[]): boolean {
  const applicable = half.filter(isApplicable);
  if (applicable.length === 0) return half.length === 0;
  return !askedHere(half).some(isAsked);
}

function askedRange(judged: readonly Judged[]): Weighed | undefined {
  return askedHere(judged).some(isAsked) ? weigh(judged) : undefined;
}

/** What a barrier shares with other parts does not tell that its own checklist was asked. */
function askedHere(half: readonly Judged[]): readonly Judged[] {
  const own = half.filter(({ criterion }) => !isCopy(criterion));
  return (own.length > 0 ? own : half).filter(isApplicable);
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
  /** Its checks that were not asked, because other barriers come first. */
  readonly waiting: readonly Criterion[];
}

/** What the section's practice adds up to; pressure would count the same problem twice. */
export function practiceOf({ judged }: Pick<JudgedSection, "judged">): readonly Judged[] {
  return judged.filter(
    ({ criterion }) => criterion.measures === "practice" && countsInScore(criterion),
  );
}

/** The score of a principle or a foundation. */
export function scoreSection(judged: JudgedSection, kind: SectionScore["kind"]): SectionScore {
  const { key } = judged.section;
  const practice = practiceOf(judged);
  const weighed = weigh(practice);
  const noScore = judged.section.scored ? whyNoScore(practice) : "unscored";
  if (weighed === undefined || noScore !== undefined) return { key, kind, ...none(noScore) };
  return { key, kind, ...figures(judged, weighed), enough: true, noScore: null };
}

function none(noScore: NoScore = "does-not-apply"): Omit<SectionScore, "key" | "kind"> {
  return { ...NO_NUMBERS, capped: [], undecided: [], enough: false, noScore };
}

const NO_NUMBERS = {
  low: null,
  high: null,
  percent: null,
  known: null,
  bands: null,
};

function figures(
  { rubric, judged }: JudgedSection,
  weighed: Weighed,
): Omit<SectionScore, "key" | "kind" | "enough" | "noScore"> {
  const points = pointsOf(rubric, practiceOf({ judged }));
  return {
    low: fractionText(weighed.low),
    high: fractionText(weighed.high),
    percent: percentRange(weighed.low, weighed.high),
    known: fractionText(weighed.known),
    ...(points !== undefined && { points }),
    ...bandRange(rubric.bandsTotal ? [] : rubric.bands, weighed, capsOf(judged, rubric.cap)),
  };
}
