import type { Group } from "../../assessment/schema.ts";
import {
  type Criterion,
  countsInScore,
  levelNames,
  ownWordings,
  whenWords,
} from "../../rubric/rubric.ts";
import { type Block, bullets, heading, paragraph } from "../../terminal/blocks.ts";
import { fractionText } from "../../util/exact.ts";
import { asSentence, counted, listOf, rangeWords } from "../../util/words.ts";
import type { Protection } from "../groups.ts";
import { type Judged, mustResult } from "../interval.ts";
import type { VotesScore } from "../schema.ts";
import type { JudgedSection } from "../section-score.ts";
import { areApart, scoreVotes } from "../votes-score.ts";
import { answerText, mustText, worthOf } from "./explain-sums.ts";

/** How one question's answer is read, what it counts and what the votes on it show. */
export function explainCriterion(
  { section, rubric }: JudgedSection,
  judged: Judged,
  protection: Protection,
): Block[] {
  const { criterion } = judged;
  const isOne = criterion.kind === "level";
  const values = criterion.levels.map(({ name, value }) => `${name} ${fractionText(value)}`);
  const cap = rubric.bands[rubric.cap]?.name ?? "";
  return [
    heading(1, criterion.asks),
    ...bullets("As each group is asked", ownWordings(criterion, protection.people)),
    ...bullets("When it is asked", whenLines(criterion)),
    ...bullets("The answer", answerLines(judged)),
    ...(countsInScore(criterion)
      ? []
      : bullets("What it counts", ["It is kept, and counts in no sum."])),
    ...bullets(
      "What it counts",
      !countsInScore(criterion)
        ? []
        : [
            ...(isOne ? [`The levels count: ${values.join(", ")}.`] : pointLines(criterion)),
            ...countLines(judged),
            `Its weight in ${section.title} (${section.key}) is ${fractionText(criterion.weight)}.`,
          ],
    ),
    ...(mustResult(judged) === "none" ? [] : bullets("Must-have", [mustText(judged, cap)])),
    ...explainVotes(judged, protection),
    paragraph(conclusion(judged)),
  ];
}

function pointLines({ choices }: Criterion): string[] {
  const points = choices.map(({ name, points: each }) => `${name} ${each?.toFraction() ?? 0}`);
  return [`The choices add: ${points.join(", ")}.`];
}

function whenLines(criterion: Criterion): string[] {
  const words = whenWords(criterion);
  if (words === "") return [];
  return [`Only if ${words}. While nobody can say, it is asked, and could come to anything.`];
}

function answerLines(judged: Judged): string[] {
  return [`Answer: ${answerText(judged)}.`, HOW_READ[judged.answer.kind]];
}

const HOW_READ: Readonly<Record<Judged["answer"]["kind"], string>> = {
  level: "People agreed on it, so it counts as it is, whatever the votes were.",
  given: "It was given in words, figures or choices, and is kept as it is.",
  "left-out": "An earlier answer leaves it out, so it is in no sum.",
  waits: "Other barriers come first, so its checklist waits. It is in no sum.",
  differ: "Each side keeps its view, so it runs from one side's level to the other's.",
  unsure: "What we do not know could be any level.",
  "look-again": "It was given to levels that the question no longer has, so it does not count.",
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

function conclusion(judged: Judged): string {
  const { criterion, interval } = judged;
  if (!countsInScore(criterion)) return `So it is: ${asSentence(answerText(judged))}`;
  if (interval === null) return "So it is: left out.";
  return `So it is: ${rangeWords(levelNames(criterion, interval))}.`;
}

const TOO_FEW =
  "In at least one group few people voted. To protect them, no figure here has their votes in it.";
const NO_COUNTS = "How many people chose which level stands in your own file only.";

/** From the middle vote of each group to the level, the gap and how far people agree. Empty where nobody voted. */
function explainVotes({ criterion, votes, hasOutside }: Judged, protection: Protection): Block[] {
  if (votes.length === 0) return [];
  const score = scoreVotes(votes, protection);
  if (score === null) return bullets("The votes", [TOO_FEW]);
  const name = (id: string) => nameIn(protection.people, id);
  return [
    ...bullets("The votes of the last round", [
      ...(score.everybody ? [] : [TOO_FEW]),
      ...middleLines(criterion, score, name),
      ...(hasOutside ? ["Votes of people who were not in the room are among them."] : []),
      NO_COUNTS,
    ]),
    ...bullets("The level by votes", [
      "Each group has one voice, however many people voted in it: its lower median, which is its middle vote, or the lower one of two.",
      "Those who do not know, and groups too small to be shown, could stand at any level.",
      `The middle of the groups, or the lower one of two: ${rangeWords(levelNames(criterion, score.level))}.`,
    ]),
    ...bullets("Agreement, with each person counted once", [CLASSES[score.class]]),
    ...bullets("The gap between groups", [gapLine(criterion, score)]),
  ];
}

function nameIn(people: readonly Group[], id: string): string {
  return people.find(({ group }) => group === id)?.name ?? id;
}

function middleLines(
  criterion: Criterion,
  { groups }: VotesScore,
  name: (id: string) => string,
): string[] {
  return groups.map(({ group, with: others = [], level, upper = level }) => {
    const names = levelNames(criterion, [level, upper]);
    const used = level === upper ? "" : ` The lower median, ${names[0]}, is the level used.`;
    return `Middle vote of ${listOf([group, ...others].map(name))}: ${rangeWords(names)}.${used}`;
  });
}

function gapLine(criterion: Criterion, votes: VotesScore): string {
  const { gap } = votes;
  if (gap === null) return "There are not two groups to set against each other.";
  const finding = areApart(criterion, votes)
    ? `${gap < 2 ? "Here that" : "Two or more"} is worth talking about.`
    : gap === 0
      ? "They see it alike."
      : "Less than two is no finding.";
  return `The widest gap is ${counted(gap, "level")}. ${finding}`;
}

const CLASSES: Readonly<Record<VotesScore["class"], string>> = {
  shared: "Everyone stands within one step, so it is a shared view.",
  "mostly-shared":
    "Most stand near each other, and someone stands two steps or more away, so the view is mostly shared.",
  "different-views":
    "Too many stand two steps or more from the others, so there are different views.",
  split:
    "At least a third stand on each of two sides, two steps or more apart, so the votes are split.",
  "not-split":
    "The votes are not split: there are not two sides, two steps or more apart, with a third of the people each.",
  "too-few": "Fewer than three people chose a level, so nothing is said.",
};
