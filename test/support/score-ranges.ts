import type { Rubric } from "../../src/rubric/rubric.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { type Exact, exact } from "../../src/util/exact.ts";
import type { Answered } from "./arbitraries.ts";
import { anAssessment } from "./builders.ts";

export type Range = readonly [low: Exact, high: Exact];

export function score({ rubric, answers }: Answered): Scorecard {
  return scoreAssessment(anAssessment({ rubrics: [rubric], answers }));
}

/** Every pair of ends on the scorecard, in a fixed order: shares as they are, bands as their index, or none. */
export function rangesOf(given: Answered): (Range | undefined)[] {
  const { headline, sections, barriers } = score(given);
  return [
    ...[...sections, headline].flatMap((each) => [
      shares(each === null || each.low === null ? null : [each.low, each.high ?? ""]),
      indexes(given.rubric, each?.bands ?? null),
    ]),
    ...barriers.flatMap(({ pressure, cover }) => [shares(pressure), shares(cover)]),
  ];
}

/** The ranges that both have: a barrier gains one when it is first asked about. */
export function sharedRanges(before: Answered, after: Answered): [Range, Range][] {
  const later = rangesOf(after);
  return rangesOf(before).flatMap((range, index) => {
    const other = later[index];
    return range === undefined || other === undefined ? [] : [[range, other] as [Range, Range]];
  });
}

export function isInside([low, high]: Range, [outerLow, outerHigh]: Range): boolean {
  return low.gte(outerLow) && high.lte(outerHigh);
}

export function isAt([low, high]: Range, end: Exact): boolean {
  return low.equals(end) && high.equals(end);
}

function shares(ends: readonly [string, string] | null): Range | undefined {
  return ends === null ? undefined : [exact(ends[0]), exact(ends[1])];
}

function indexes({ bands }: Rubric, ids: readonly [string, string] | null): Range | undefined {
  const index = (id: string) => exact(bands.findIndex((band) => band.id === id));
  return ids === null ? undefined : [index(ids[0]), index(ids[1])];
}
