import { levelNames } from "../../rubric/rubric.ts";
import { type Block, bullets, heading, paragraph } from "../../terminal/blocks.ts";
import { fractionText } from "../../util/exact.ts";
import { rangeWords } from "../../util/words.ts";
import type { Protection } from "../groups.ts";
import type { Judged } from "../interval.ts";
import { mustResult } from "../must-have.ts";
import type { JudgedSection } from "../section-score.ts";
import { mustText } from "./explain-bands.ts";
import { explainVotes } from "./explain-votes.ts";
import { answerText, worthOf } from "./explain-words.ts";

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
