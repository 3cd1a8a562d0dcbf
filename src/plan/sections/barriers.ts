import { levelName } from "../../rubric/rubric.ts";
import { isCopy } from "../../rubric/same-as.ts";
import { coverWords, feltWords, NO_CLASS_NAMES } from "../../scoring/beside-words.ts";
import { percentsOf } from "../../scoring/percent.ts";
import type { BarrierScore } from "../../scoring/schema.ts";
import { BARRIER_CLASS_WORDS, BARRIER_CLASSES } from "../../scoring/section-score.ts";
import { asSentence, capitalised } from "../../util/words.ts";
import {
  isNotAsked,
  isToLookAt,
  isUnsettled,
  isUnsure,
  type PlanInput,
  type PlanItem,
} from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import type { Bar } from "../schema/parts.ts";
import { barOf } from "../words.ts";

type BarrierGroup = PlanView["barriers"][number];
type Barrier = BarrierGroup["barriers"][number];

interface Group {
  readonly name: string;
  readonly means: string;
  readonly holds: (score: BarrierScore) => boolean;
}

/** Most pressing first. */
const GROUPS: readonly Group[] = [
  ...BARRIER_CLASSES.map((id) => ({
    name: BARRIER_CLASS_WORDS[id].name,
    means: asSentence(capitalised(BARRIER_CLASS_WORDS[id].means)),
    holds: (score: BarrierScore) => score.class === id,
  })),
  {
    name: NO_CLASS_NAMES["does-not-apply"],
    means: planWords.barriers.tooMany,
    holds: ({ noClass }) => noClass === "does-not-apply",
  },
  {
    name: NO_CLASS_NAMES.waits,
    means: planWords.barriers.waits,
    holds: ({ noClass }) => noClass === "waits",
  },
  {
    name: NO_CLASS_NAMES["not-asked"],
    means: planWords.barriers.open,
    holds: ({ class: named, noClass }) => named === null && isOpen(noClass),
  },
];

function isOpen(noClass: BarrierScore["noClass"]): boolean {
  return noClass === null || noClass === "not-asked";
}

/** How strongly each barrier is felt against what is in place, grouped by what to do about it. */
export function describeBarriers(input: PlanInput): BarrierGroup[] {
  return GROUPS.map(({ name, means, holds }) => ({
    name,
    means,
    barriers: input.scorecard.barriers.filter(holds).map((score) => describeBarrier(input, score)),
    more: null,
  })).filter(({ barriers }) => barriers.length > 0);
}

function describeBarrier(input: PlanInput, { key, pressure, cover }: BarrierScore): Barrier {
  const items = input.items.filter(({ section }) => section.key === key);
  const felt = items.filter(({ criterion }) => criterion.measures === "pressure");
  const checks = items.filter(({ criterion }) => criterion.measures === "practice");
  return {
    title: input.sections.get(key)?.title ?? key,
    felt: doNotApply(felt)
      ? planWords.barriers.doesNotApply
      : capitalised(feltWords(felt.map(scored), pressure)),
    cover: doNotApply(checks)
      ? planWords.barriers.doesNotApply
      : capitalised(coverWords(checks.map(scored), cover)),
    answers: checks.every((each) => isLeft(each) || isCopy(each.criterion))
      ? ""
      : answersText(checks),
    feltBar: felt.every(isNotAsked) ? null : barFor(pressure),
    coverBar: checks.every(isNotAsked) ? null : barFor(cover),
  };
}

function isLeft(check: PlanItem): boolean {
  return isNotAsked(check) || check.answer.kind === "waits";
}

function doNotApply(items: readonly PlanItem[]): boolean {
  return items.length > 0 && items.every(({ answer }) => answer.kind === "not-applicable");
}

/** A question with its answer, as the scorecard's words read it. */
function scored({ criterion, answer, interval }: PlanItem) {
  const range: [number, number] | null = interval === undefined ? null : [...interval];
  return { criterion, score: { answer: answer.kind, interval: range } };
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
    {
      name: planWords.barriers.notAgreed,
      count: open.filter(({ answer }) => answer.kind === "differ").length,
    },
    { name: planWords.barriers.notKnown, count: open.filter(isUnsure).length },
    { name: planWords.barriers.lookAgain, count: open.filter(isToLookAt).length },
    {
      name: planWords.barriers.notAnswered,
      count: open.filter((item) => isNotAsked(item) && !isToLookAt(item)).length,
    },
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
