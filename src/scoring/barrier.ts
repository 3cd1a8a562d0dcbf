import { type Exact, exact, fractionText } from "../util/exact.ts";
import { isApplicable, isAsked, type Judged, type Weighed, weigh } from "./interval.ts";
import type { BarrierClass, BarrierScore } from "./schema.ts";
import { type JudgedSection, practiceOf } from "./section-score.ts";

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
