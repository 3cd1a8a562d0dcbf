import type { Group } from "../../assessment/schema.ts";
import { type Criterion, levelNames } from "../../rubric/rubric.ts";
import { type Block, bullets, type Item, list } from "../../terminal/blocks.ts";
import { exact, fractionText, sum } from "../../util/exact.ts";
import { counted, listOf, rangeWords } from "../../util/words.ts";
import { balancedBounds } from "../balanced-level.ts";
import { mayShowCounts, type Protection } from "../groups.ts";
import type { Judged } from "../interval.ts";
import type { VotesScore } from "../schema.ts";
import { type GroupVotes, total } from "../votes.ts";
import { scoreVotes } from "../votes-score.ts";
import { agreementLine, explainAgreement } from "./explain-agreement.ts";

const TOO_FEW = "Very few people voted. To protect them, no counts are shown here.";

/** From the votes of each group to the level, the agreement and the gap. Empty where nobody voted. */
export function explainVotes({ criterion, votes }: Judged, protection: Protection): Block[] {
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
): Item {
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
