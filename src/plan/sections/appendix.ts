import { levelName } from "../../rubric/rubric.ts";
import { fractionText } from "../../util/exact.ts";
import { asSentence, quoted } from "../../util/words.ts";
import { sidesOf } from "../groups.ts";
import { answerMeaning, describeAnswer, type PlanInput, type PlanItem } from "../input.ts";
import type { PlanView } from "../schema/index.ts";
import { paragraphs } from "../words.ts";

type Part = PlanView["appendix"][number];

/** Every question with its answer and what stands behind it. A public page leaves out what people wrote. */
export function describeAppendix(input: PlanInput): Part[] {
  if (input.options.length === "summary") return [];
  return [...input.sections.values()].map(({ key, title }) => ({
    title,
    questions: input.items
      .filter(({ section }) => section.key === key)
      .map((item) => describeQuestion(input, item)),
  }));
}

function describeQuestion(input: PlanInput, item: PlanItem): Part["questions"][number] {
  const isPublic = input.options.audience === "public";
  const { response } = item;
  return {
    question: item.criterion.asks,
    answer: describeAnswer(item),
    means: answerMeaning(item),
    counts: countsText(item),
    must: mustText(item),
    sides: sidesOf(input, item),
    reason: isPublic ? [] : paragraphs(response?.reason),
    note: isPublic ? [] : paragraphs(response?.note),
    evidence: isPublic ? [] : (response?.evidence ?? []),
  };
}

function countsText({ criterion, interval }: PlanItem): string {
  if (interval === undefined) return "Left out of every sum.";
  const [low, high] = interval.map((level) => shareAt(criterion, level));
  const share = low === high ? `${low}` : `${low} to ${high}`;
  const weight = fractionText(criterion.weight);
  return weight === "1" ? `Counts as ${share}.` : `Counts as ${share}, with a weight of ${weight}.`;
}

function shareAt({ levels }: PlanItem["criterion"], level: number): string {
  const value = levels[level]?.value;
  return value === undefined ? "0" : fractionText(value);
}

function mustText({ criterion, must }: PlanItem): string | null {
  if (must === "none") return null;
  const needed = `Must-have: at least ${quoted(levelName(criterion, criterion.must ?? 0))}.`;
  const outcome = { pass: "It is met.", fail: "It is not met.", unknown: "We cannot say yet." };
  return asSentence(`${needed} ${outcome[must]}`);
}
