import { levelName } from "../../rubric/rubric.ts";
import { percentsOf, shareWords } from "../../scoring/percent.ts";
import type { BarrierClass, BarrierScore } from "../../scoring/schema.ts";
import { BARRIER_CLASS_NAMES } from "../../scoring/section-score.ts";
import { capitalised, rangeWords } from "../../util/words.ts";
import { isNotAsked, isUnsettled, isUnsure, type PlanInput, type PlanItem } from "../input.ts";
import type { PlanView } from "../schema/index.ts";
import type { Bar } from "../schema/parts.ts";
import { barOf } from "../words.ts";

type BarrierGroup = PlanView["barriers"][number];
type Barrier = BarrierGroup["barriers"][number];

/** Most pressing first. */
const CLASSES: readonly { id: BarrierClass | null; name: string; means: string }[] = [
  {
    id: "act-first",
    name: BARRIER_CLASS_NAMES["act-first"],
    means: "We feel these, and we have little in place.",
  },
  {
    id: "in-hand",
    name: BARRIER_CLASS_NAMES["in-hand"],
    means: "We feel these, and we have much in place.",
  },
  {
    id: "keep-watch",
    name: BARRIER_CLASS_NAMES["keep-watch"],
    means: "We feel these little, and we have little in place.",
  },
  {
    id: "clear",
    name: BARRIER_CLASS_NAMES.clear,
    means: "We feel these little, and we have much in place.",
  },
  {
    id: null,
    name: "Not enough answers to say",
    means: "We have not answered enough about these.",
  },
];

/** How strongly each barrier is felt against what is in place, grouped by what to do about it. */
export function describeBarriers(input: PlanInput): BarrierGroup[] {
  return CLASSES.map(({ id, name, means }) => ({
    name,
    means,
    barriers: input.scorecard.barriers
      .filter((score) => score.class === id)
      .map((score) => describeBarrier(input, score)),
  })).filter(({ barriers }) => barriers.length > 0);
}

export function barrierClassName(id: BarrierClass | null): string {
  return CLASSES.find((each) => each.id === id)?.name ?? "";
}

function describeBarrier(input: PlanInput, { key, pressure, cover }: BarrierScore): Barrier {
  const items = input.items.filter(({ section }) => section.key === key);
  const felt = items.filter(({ criterion }) => criterion.measures === "pressure");
  const checks = items.filter(({ criterion }) => criterion.measures === "practice");
  return {
    title: input.sections.get(key)?.title ?? key,
    felt: feltText(felt, pressure),
    cover: coverText(checks, cover),
    answers: checks.every(isNotAsked) ? "" : answersText(checks),
    feltBar: felt.every(isNotAsked) ? null : barFor(pressure),
    coverBar: checks.every(isNotAsked) ? null : barFor(cover),
  };
}

function coverText(checks: readonly PlanItem[], cover: BarrierScore["cover"]): string {
  if (doNotApply(checks)) return DOES_NOT_APPLY;
  return cover === null || checks.every(isNotAsked) ? "Not asked yet" : shareWords(cover);
}

const DOES_NOT_APPLY = "Does not apply to us";

function doNotApply(items: readonly PlanItem[]): boolean {
  return items.length > 0 && items.every(({ answer }) => answer.kind === "not-applicable");
}

/** One question says it best in the words of its levels; several only as a range. */
function feltText(items: readonly PlanItem[], pressure: BarrierScore["pressure"]): string {
  const [only] = items;
  if (doNotApply(items)) return DOES_NOT_APPLY;
  if (pressure === null || only === undefined || items.every(isNotAsked)) return "Not asked yet";
  if (items.length > 1) return shareWords(pressure);
  if (only.answer.kind === "unsure") return "We do not know";
  const [low, high] = only.interval ?? [0, 0];
  return capitalised(rangeWords([levelName(only.criterion, low), levelName(only.criterion, high)]));
}

/** How many checks stand at each level, in the levels' own words. */
function answersText(checks: readonly PlanItem[]): string {
  const applicable = checks.filter(({ interval }) => interval !== undefined);
  const names = [
    ...new Set(applicable.flatMap(({ criterion }) => criterion.levels.map(({ name }) => name))),
  ].reverse();
  const counts = names.map((name) => ({
    name,
    count: applicable.filter((item) => !isUnsettled(item) && nameAt(item) === name).length,
  }));
  const open = applicable.filter(isUnsettled);
  const unsettled = [
    { name: "not agreed", count: open.filter(({ answer }) => answer.kind === "differ").length },
    { name: "not known", count: open.filter(isUnsure).length },
    { name: "not asked yet", count: open.filter(isNotAsked).length },
  ];
  return [...counts, ...unsettled]
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name}: ${count}`)
    .join(", ");
}

function nameAt({ criterion, interval }: PlanItem): string {
  return levelName(criterion, interval?.[0] ?? 0);
}

function barFor(range: readonly [string, string] | null): Bar | null {
  return range === null ? null : barOf(percentsOf(range));
}
