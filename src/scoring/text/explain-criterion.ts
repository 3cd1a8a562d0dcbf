import type { Group } from "../../assessment/schema.ts";
import { type Criterion, type Level, levelNames } from "../../rubric/rubric.ts";
import {
  type Block,
  bullets,
  heading,
  type ListItem,
  list,
  paragraph,
} from "../../terminal/blocks.ts";
import { type Exact, exact, fractionText, ONE, sum } from "../../util/exact.ts";
import { counted, listOf, rangeWords } from "../../util/words.ts";
import { mayShowCounts, type Protection } from "../groups.ts";
import { type Judged, mustResult } from "../interval.ts";
import type { VotesScore } from "../schema.ts";
import type { JudgedSection } from "../section-score.ts";
import { balancedBounds, type GroupVotes, pooledLevels, total } from "../votes.ts";
import { consensusThreshold, scoreVotes } from "../votes-score.ts";
import { answerText, mustText, worthOf } from "./explain-sums.ts";

/** How one question's answer is read, what it counts and what the votes on it show. */
export function explainCriterion(
  { section, rubric }: JudgedSection,
  judged: Judged,
  protection: Protection,
): Block[] {
  const { criterion } = judged;
  const values = criterion.levels.map(({ name, value }) => `${name} ${fractionText(value)}`);
  const cap = rubric.bands[rubric.cap]?.name ?? "";
  return [
    heading(1, criterion.asks),
    ...bullets("The answer", answerLines(judged)),
    ...bullets("What it counts", [
      `The levels count: ${values.join(", ")}.`,
      ...countLines(judged),
      `Its weight in ${section.title} (${section.key}) is ${fractionText(criterion.weight)}.`,
    ]),
    ...(mustResult(judged) === "none" ? [] : bullets("Must-have", [mustText(judged, cap)])),
    ...explainVotes(judged, protection),
    paragraph(conclusion(judged)),
  ];
}

function answerLines(judged: Judged): string[] {
  return [`Answer: ${answerText(judged)}.`, HOW_READ[judged.answer.kind]];
}

const HOW_READ: Readonly<Record<Judged["answer"]["kind"], string>> = {
  level: "People agreed on it, so it counts as it is, whatever the votes were.",
  differ: "Each side keeps its view, so it runs from one side's level to the other's.",
  unsure: "What we do not know could be any level.",
  skipped: "What was not asked could be any level.",
  none: "What was not asked could be any level.",
  "votes-only": "No level was agreed, so the votes give it: see below.",
  "not-applicable": "What does not apply leaves every sum.",
};

function countLines({ criterion, interval }: Judged): string[] {
  if (criterion.measures === "pressure") {
    return ["It says how much something is felt. It never lowers the score of what we do."];
  }
  if (interval === null) return [];
  const [low, high] = interval;
  const ends = [fractionText(worthOf(criterion, low)), fractionText(worthOf(criterion, high))];
  return [`At its lowest it counts ${ends[0]}, at its highest ${ends[1]}.`];
}

function conclusion({ criterion, interval }: Judged): string {
  if (interval === null) return "So it is: left out.";
  return `So it is: ${rangeWords(levelNames(criterion, interval))}.`;
}

const TOO_FEW = "Very few people voted. To protect them, no counts are shown here.";

/** From the votes of each group to the level, the agreement and the gap. Empty where nobody voted. */
function explainVotes({ criterion, votes }: Judged, protection: Protection): Block[] {
  const score = scoreVotes(votes, protection);
  if (score === null) return votes.length === 0 ? [] : bullets("The votes", [TOO_FEW]);
  if (!mayShowCounts(votes, score.groups, protection))
    return bullets("The votes", hiddenLines(criterion, score));
  const name = (id: string) => nameIn(protection.people, id);
  return [
    ...list(
      "The votes of the last round",
      votes.map((each) => groupItem(criterion, each, name)),
    ),
    ...levelBlocks(criterion, votes, score),
    ...explainAgreement(criterion, votes, score),
    ...bullets("The gap between groups", gapLines(criterion, score, name)),
  ];
}

function hiddenLines(criterion: Criterion, score: VotesScore): string[] {
  const { level, count, unsure } = score;
  const size = `${counted(count, "level vote")}, and ${unsure} who did not know.`;
  return [
    `In all: ${size}`,
    "In at least one group few people voted. To protect them, no counts are shown here.",
    `Each group has one voice, however many people voted in it. The level by votes is: ${rangeWords(levelNames(criterion, level))}.`,
    agreementLine(criterion.levels, score),
  ];
}

function nameIn(people: readonly Group[], id: string): string {
  return people.find(({ group }) => group === id)?.name ?? id;
}

function groupItem(
  { levels }: Criterion,
  { group, levels: counts, unsure }: GroupVotes,
  name: (id: string) => string,
): ListItem {
  const voices = levels.map((level, index) => `${level.name} ${counts[index] ?? 0}`);
  const open = unsure === 0 ? [] : [`we do not know ${unsure}`];
  return { name: name(group), text: `${[...voices, ...open].join(", ")}.` };
}

function levelBlocks(
  criterion: Criterion,
  votes: readonly GroupVotes[],
  { unsure }: VotesScore,
): Block[] {
  const [low, high] = balancedBounds(votes);
  if (unsure === 0)
    return medianBlock(criterion, votes, { title: "The level by votes", level: low });
  const at = (level: number) =>
    votes.map((each) => ({
      ...each,
      levels: each.levels.map((count, index) => (index === level ? count + each.unsure : count)),
    }));
  const [bottom, top] = levelNames(criterion, [0, criterion.levels.length - 1]);
  return [
    ...medianBlock(criterion, at(0), {
      title: `The level by votes, if all who do not know stood at ${bottom}`,
      level: low,
    }),
    ...medianBlock(criterion, at(criterion.levels.length - 1), {
      title: `The level by votes, if all who do not know stood at ${top}`,
      level: high,
    }),
  ];
}

/** Each group's shares, level by level from the lowest, until half of the whole has been counted. */
function medianBlock(
  criterion: Criterion,
  votes: readonly GroupVotes[],
  { title, level }: { readonly title: string; readonly level: number },
): Block[] {
  const voting = votes.filter(({ levels }) => total(levels) > 0);
  const lines = criterion.levels.slice(0, level + 1).map(({ name }, index) => {
    const shares = voting.map(({ levels }) => exact(levels[index] ?? 0, total(levels)));
    const share = sum(shares).div(voting.length);
    const upTo = voting.map(({ levels }) =>
      exact(total(levels.slice(0, index + 1)), total(levels)),
    );
    const so = fractionText(sum(upTo).div(voting.length));
    return `${name}: (${shares.map(fractionText).join(" + ")}) / ${voting.length} = ${fractionText(share)}. So far: ${so}.`;
  });
  const [reached] = levelNames(criterion, [level, level]);
  return bullets(title, [
    "Each group has one voice: we take the share of each group at a level, and then the mean of the groups.",
    ...lines,
    `The first level at which half is counted: ${reached}.`,
  ]);
}

function gapLines(
  criterion: Criterion,
  { groups, gap }: VotesScore,
  name: (id: string) => string,
): string[] {
  const middles = groups.map(({ group, with: others = [], level }) => {
    const [middle] = levelNames(criterion, [level, level]);
    return `Middle vote of ${listOf([group, ...others].map(name))}: ${middle}.`;
  });
  if (gap === null) return [...middles, "There are not two groups to set against each other."];
  const finding = gap >= 2 ? "Two or more is worth talking about." : "Less than two is no finding.";
  return [...middles, `The widest gap is ${counted(gap, "level")}. ${finding}`];
}

/** How far people agree, everybody counted alike, and which plain sentence that makes. */
function explainAgreement(
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
function agreementLine(levels: readonly Level[], score: VotesScore): string {
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
