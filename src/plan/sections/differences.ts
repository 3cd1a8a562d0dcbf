import { levelName } from "../../rubric/rubric.ts";
import { isCopy } from "../../rubric/same-as.ts";
import { SMALLEST_GROUP } from "../../scoring/groups.ts";
import { areApart, scoreVotes } from "../../scoring/votes-score.ts";
import { quoted } from "../../util/words.ts";
import { hiddenVotesText, sidesOf } from "../groups.ts";
import type { PlanInput, PlanItem } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";

type Difference = PlanView["differences"]["findings"][number];

/** Where people see it differently: a finding with each side as heavy as the other, never a fault. */
export function describeDifferences(input: PlanInput): PlanView["differences"] {
  const findings = input.items
    .filter((item) => isDifference(input, item))
    .map((item) => describe(input, item));
  return { summary: summaryOf(findings.length), findings };
}

function summaryOf(count: number): string {
  if (count === 0) return planWords.differences.none;
  return planWords.differences.some(count);
}

export function isDifference(input: PlanInput, item: PlanItem): boolean {
  if (item.interval === undefined || isCopy(item.criterion)) return false;
  if (seesApart(item, item.votes)) return true;
  return input.options.audience === "trustees" && item.response?.views !== undefined;
}

function seesApart({ answer, criterion }: PlanItem, votes: PlanItem["votes"]): boolean {
  if (answer.kind === "differ" || areApart(criterion, votes)) return true;
  return votes?.class === "split" || votes?.class === "different-views";
}

/**
 * The questions that nobody may boast of, whoever reads the page: a public page hides the votes of more groups, and what
 * it hides is disputed all the same.
 */
export function disputedKeys({ items, options }: PlanInput): ReadonlySet<string> {
  const votesOf = ({ votes, lastVotes, voters }: PlanItem) =>
    options.audience === "trustees"
      ? votes
      : scoreVotes(lastVotes, { people: voters, minGroup: SMALLEST_GROUP });
  const disputed = items.filter(
    (item) => item.response?.views !== undefined || seesApart(item, votesOf(item)),
  );
  return new Set(disputed.map(({ criterion }) => criterion.key));
}

function describe(input: PlanInput, item: PlanItem): Difference {
  return {
    question: item.criterion.asks,
    section: item.section.title,
    finding: [findingText(item), hiddenVotesText(input, item)]
      .filter((sentence) => sentence !== "")
      .join(" "),
    sides: sidesOf(input, item),
  };
}

function findingText(item: PlanItem): string {
  const { answer, votes, criterion } = item;
  if (answer.kind === "differ") {
    const low = quoted(levelName(criterion, answer.from));
    return planWords.differences.disagree([low, quoted(levelName(criterion, answer.to))]);
  }
  const isApart = areApart(criterion, votes);
  // Where each side was asked in its own words, that the sides differ is the point.
  if (isApart && Object.keys(criterion.asksFor).length > 0) return apartText(votes);
  if (votes?.class === "split") return planWords.differences.split;
  if (isApart) return apartText(votes);
  if (votes?.class === "different-views") return planWords.differences.spread;
  return planWords.differences.ownWords;
}

function apartText(votes: PlanItem["votes"]): string {
  return planWords.differences.stepsApart(votes?.gap ?? null);
}
