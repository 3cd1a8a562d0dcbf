import { type Exact, exact, sum, ZERO } from "../util/exact.ts";
import { type Item, isNotAsked, isOpen, isUnsure, type Material, needsTalk } from "./input.ts";

type StepKind = "fix" | "find-out" | "talk" | "improve";

/** One thing to do about one question, with what its place in the order comes from (SCORING §9). */
export interface Step {
  readonly kind: StepKind;
  readonly item: Item;
  /** 0 fix, 1 find out (must-have), 2 talk, 3 find out, 4 improve. */
  readonly rank: number;
  /** Among improvements: place of the section, weakest principle first. */
  readonly sectionRank: number;
  readonly easesActFirst: boolean;
  readonly size: Exact;
}

/** Every step the answers call for, most pressing first. Ties keep the order of the rubrics. */
export function orderSteps(material: Material): Step[] {
  const sectionRanks = rankSections(material);
  const steps = material.items.flatMap((item) => {
    const kind = kindOf(item);
    return kind === undefined ? [] : [toStep(material, item, { ...kind, sectionRanks })];
  });
  return steps.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.sectionRank - b.sectionRank ||
      Number(b.easesActFirst) - Number(a.easesActFirst) ||
      b.size.compare(a.size),
  );
}

/** The level the next steps lead to: the must-have, else one below the top, so that nobody chases the top. */
export function targetOf({ criterion }: Item): number {
  return Math.max(criterion.must ?? 0, criterion.levels.length - 2);
}

interface Kind {
  readonly kind: StepKind;
  readonly rank: number;
}

function kindOf(item: Item): Kind | undefined {
  if (item.interval === undefined) return undefined;
  if (item.must === "fail") return { kind: "fix", rank: 0 };
  if (item.must === "unknown") return { kind: "find-out", rank: 1 };
  if (isNotAsked(item)) return undefined;
  if (needsTalk(item)) return { kind: "talk", rank: 2 };
  if (isUnsure(item)) return { kind: "find-out", rank: 3 };
  return isImprovable(item) ? { kind: "improve", rank: 4 } : undefined;
}

function isImprovable(item: Item): boolean {
  const isPractice = item.criterion.measures === "practice";
  return isPractice && !isOpen(item) && lowOf(item) < targetOf(item);
}

function toStep(
  material: Material,
  item: Item,
  { kind, rank, sectionRanks }: Kind & { sectionRanks: ReadonlyMap<string, number> },
): Step {
  const improving = kind === "improve";
  return {
    kind,
    item,
    rank,
    sectionRank: improving ? (sectionRanks.get(item.section.key) ?? 0) : 0,
    easesActFirst: improving && eases(material, item),
    size: improving ? gain(item) : rank === 3 ? closes(material, item) : ZERO,
  };
}

function eases({ barrierScores }: Material, { criterion, section }: Item): boolean {
  return [section.key, ...criterion.eases].some(
    (key) => barrierScores.get(key)?.class === "act-first",
  );
}

const EFFORT = { small: 1, medium: 2, large: 4 } as const;

function gain(item: Item): Exact {
  const low = lowOf(item);
  const effort = EFFORT[item.criterion.next[low + 1]?.effort ?? "small"];
  return item.criterion.weight.mul(targetOf(item) - low).div(effort);
}

/** How much of its section's range a settled answer would close. */
function closes({ items }: Material, { criterion, section, interval }: Item): Exact {
  const counted = items.filter(
    (each) =>
      each.section.key === section.key &&
      each.criterion.measures === criterion.measures &&
      each.interval !== undefined,
  );
  const value = (level: number) => criterion.levels[level]?.value ?? ZERO;
  const [low, high] = interval ?? [0, 0];
  const total = sum(counted.map((each) => each.criterion.weight));
  return criterion.weight.mul(value(high).sub(value(low))).div(total);
}

/** Principles from the weakest up, then barriers to act on first, foundations, and the other barriers. */
function rankSections(material: Material): ReadonlyMap<string, number> {
  const keys = [...material.sections.keys()].map((key) => ({
    key,
    group: groupOf(material, key),
    low: exact(lowEnd(material, key) ?? 1),
  }));
  keys.sort((a, b) => a.group - b.group || a.low.compare(b.low));
  return new Map(keys.map(({ key }, rank) => [key, rank]));
}

function groupOf({ sections, barrierScores }: Material, key: string): number {
  const kind = sections.get(key)?.kind;
  if (kind === "principle") return 0;
  if (kind === "foundation") return 2;
  return barrierScores.get(key)?.class === "act-first" ? 1 : 3;
}

function lowEnd({ sectionScores, barrierScores }: Material, key: string): string | undefined {
  return sectionScores.get(key)?.low ?? barrierScores.get(key)?.cover?.[0];
}

function lowOf({ interval }: Item): number {
  return interval?.[0] ?? 0;
}
