import { levelName } from "../../rubric/rubric.ts";
import { SMALLEST_GROUP } from "../../scoring/groups.ts";
import { scoreVotes } from "../../scoring/votes-score.ts";
import { counted, quoted, rangeWords } from "../../util/words.ts";
import { hiddenVotesText, sidesOf } from "../groups.ts";
import type { PlanInput, PlanItem } from "../input.ts";
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
  if (count === 0) return "We recorded no question on which people see it differently.";
  return `People see ${counted(count, "question")} differently. That is a finding, not a failure.`;
}

export function isDifference(input: PlanInput, item: PlanItem): boolean {
  if (item.interval === undefined) return false;
  if (seesApart(item.answer, item.votes)) return true;
  return input.options.audience === "trustees" && item.response?.views !== undefined;
}

function seesApart(answer: PlanItem["answer"], votes: PlanItem["votes"]): boolean {
  if (answer.kind === "differ" || (votes?.gap ?? 0) >= 2) return true;
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
    (item) => item.response?.views !== undefined || seesApart(item.answer, votesOf(item)),
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
    return `We do not agree: ${rangeWords([low, quoted(levelName(criterion, answer.to))])}.`;
  }
  if (votes?.class === "split") return "Our votes are split between low and high levels.";
  if ((votes?.gap ?? 0) >= 2) return "Groups see this two or more steps apart.";
  if (votes?.class === "different-views") return "Our votes are spread over several levels.";
  return "Groups put it in their own words.";
}
