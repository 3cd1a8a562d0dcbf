import type { Criterion, Level } from "../../rubric/rubric.ts";
import { type Block, bullets } from "../../terminal/blocks.ts";
import { type Exact, exact, fractionText, ONE } from "../../util/exact.ts";
import { consensusThreshold } from "../agreement.ts";
import type { VotesScore } from "../schema.ts";
import { type GroupVotes, pooledLevels, total } from "../votes.ts";

/** How far people agree, everybody counted alike, and which plain sentence that makes. */
export function explainAgreement(
  { levels }: Criterion,
  votes: readonly GroupVotes[],
  score: VotesScore,
): Block[] {
  if (score.agreement === null) return bullets("Agreement", [agreementLine(levels, score)]);
  const counts = pooledLevels(votes);
  const mean = meanOf(counts);
  return bullets("Agreement, with each person counted once", [
    `The levels stand at 0 to ${levels.length - 1}. The mean place of the votes is ${fractionText(mean)}.`,
    "Each level adds its share of the votes x log2(1 - its distance from the mean / the number of steps).",
    ...levels.flatMap(({ name }, place) => termLine(name, { counts, place, mean })),
    `1 and these together: ${decimal(score.agreement)}. If all chose the same it would be 1, with half at each end 0.`,
    ...splitLine(levels, counts, score),
    agreementLine(levels, score),
  ]);
}

/** Agreement and its class, without any counts. */
export function agreementLine(levels: readonly Level[], score: VotesScore): string {
  if (score.agreement === null) return "Fewer than three people chose a level, so nothing is said.";
  const threshold = decimal(consensusThreshold(levels.length - 1));
  const start = `Agreement is ${decimal(score.agreement)}, and the threshold is ${threshold}.`;
  return `${start} ${CLASSES[score.class]}`;
}

const CLASSES: Readonly<Record<VotesScore["class"], string>> = {
  shared: "Everyone stands within one step, so it is a shared view.",
  "mostly-shared":
    "It reaches the threshold, and someone stands two steps or more away, so the view is mostly shared.",
  "different-views": "It does not reach the threshold, so there are different views.",
  split:
    "At least a third stand on each of two sides, two steps or more apart, so the votes are split.",
  "too-few": "There are too few votes to say.",
};

interface Term {
  readonly counts: readonly number[];
  readonly place: number;
  readonly mean: Exact;
}

function termLine(name: string, { counts, place, mean }: Term): string[] {
  const count = counts[place] ?? 0;
  if (count === 0) return [];
  const share = exact(count, total(counts));
  const near = ONE.sub(
    mean
      .sub(place)
      .abs()
      .div(counts.length - 1),
  );
  const value = share.valueOf() * Math.log2(near.valueOf());
  return [`${name}: ${fractionText(share)} x log2(${fractionText(near)}) = ${decimal(value)}.`];
}

/** Names the two sides of a split. */
function splitLine(
  levels: readonly Level[],
  counts: readonly number[],
  { class: named }: VotesScore,
): string[] {
  if (named !== "split") return [];
  const upTo = (level: number) => total(counts.slice(0, level + 1));
  const low = counts.findIndex((_, level) => 3 * upTo(level) >= total(counts));
  const from = total(counts.slice(low + 2));
  const [below, above] = [levels[low], levels[low + 2]];
  return [
    `At ${below?.name ?? ""} or below: ${upTo(low)} of ${total(counts)}. At ${above?.name ?? ""} or above: ${from} of ${total(counts)}.`,
  ];
}

function meanOf(counts: readonly number[]): Exact {
  const places = counts.reduce((sum, count, place) => sum + count * place, 0);
  return exact(places, total(counts));
}

/** Three decimals, and never a minus before nothing. */
function decimal(value: number): string {
  return (Math.round(value * 1000) / 1000 + 0).toFixed(3);
}
