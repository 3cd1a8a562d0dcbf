import { countsInScore, levelName } from "../../rubric/rubric.ts";
import { fractionText } from "../../util/exact.ts";
import { asSentence } from "../../util/words.ts";
import { sidesOf } from "../groups.ts";
import {
  answerMeaning,
  describeAnswer,
  isNotAsked,
  type PlanInput,
  type PlanItem,
} from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";
import { paragraphs } from "../words.ts";
import { isDifference } from "./differences.ts";

type Part = PlanView["appendix"][number];

/**
 * Every answer with what stands behind it. A public page leaves out what people wrote. What nobody was asked, and nobody
 * wrote anything about, is said once, where we say what we do not know.
 */
export function describeAppendix(input: PlanInput): Part[] {
  const told = input.items.filter((item) => isTold(item) || isWrittenAbout(item));
  return [...input.sections.values()]
    .map(({ key, title }) => ({
      title,
      questions: told
        .filter(({ section }) => section.key === key)
        .map((item) => describeQuestion(input, item)),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** What waits is said once too, where the barriers are. */
function isTold(item: PlanItem): boolean {
  return !isNotAsked(item) && item.answer.kind !== "waits";
}

function isWrittenAbout({ answer, response, lastVotes }: PlanItem): boolean {
  if (answer.kind === "look-again") return true;
  const { note, reason, evidence, views } = response ?? {};
  return lastVotes.length > 0 || [note, reason, evidence, views].some((each) => each !== undefined);
}

function describeQuestion(input: PlanInput, item: PlanItem): Part["questions"][number] {
  const isPublic = input.options.audience === "public";
  const { response } = item;
  return {
    question: item.criterion.asks,
    answer: isPublic && isInOwnWords(item) ? planWords.appendix.inOwnWords : describeAnswer(item),
    means: answerMeaning(item),
    counts: countsText(item),
    weight: weightText(item),
    must: mustText(item),
    // Said where people see it differently.
    sides: isDifference(input, item) ? [] : sidesOf(input, item),
    reason: isPublic ? [] : paragraphs(response?.reason),
    note: isPublic ? [] : paragraphs(response?.note),
    evidence: isPublic ? [] : (response?.evidence ?? []),
  };
}

/** What people wrote is not for the public, be it a note or an answer. */
function isInOwnWords({ criterion, answer }: PlanItem): boolean {
  return criterion.kind === "text" && answer.kind === "given";
}

function countsText({ section, criterion, interval }: PlanItem): string {
  if (!section.scored || !countsInScore(criterion)) return planWords.appendix.notScored;
  if (interval === undefined) return planWords.appendix.leftOut;
  const [low = "", high = ""] = interval.map((level) => shareAt(criterion, level));
  const share = low === high ? `${low}` : planWords.appendix.range(low, high);
  const weight = weightText({ criterion });
  return weight === null
    ? planWords.appendix.countsAs(share)
    : planWords.appendix.countsWithWeight(share, weight);
}

function weightText({ criterion }: Pick<PlanItem, "criterion">): string | null {
  const weight = fractionText(criterion.weight);
  return weight === "1" ? null : weight;
}

function shareAt({ levels }: PlanItem["criterion"], level: number): string {
  const value = levels[level]?.value;
  return value === undefined ? "0" : fractionText(value);
}

function mustText({ criterion, must, putRight }: PlanItem): string | null {
  if (must === "none") return null;
  const needed = planWords.appendix.mustHave(levelName(criterion, criterion.must ?? 0));
  const outcome = {
    pass: planWords.appendix.isMet,
    fail: planWords.appendix.isNotMet,
    unknown: planWords.appendix.cannotSay,
  };
  const right = putRight === "fail" && must !== "fail" ? planWords.appendix.putRight : "";
  return asSentence(`${needed} ${outcome[must]}${right}`);
}
