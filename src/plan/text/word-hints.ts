import type { Assessment } from "../../assessment/assessment.ts";
import { personalDataIn } from "../../assessment/personal-data.ts";
import { PASSIVE } from "../../lint/rules/plain/passive-owner.ts";
import { MANY_KNOW } from "../../lint/rules/words/acronym.ts";
import { inOne } from "../../lint/subject.ts";
import { explainedInitials, hasInitials, initialsIn } from "../../lint/text/capitals.ts";
import { matchStretches, sentenceStretches, wordsOf } from "../../lint/text/spans.ts";
import { jargonIn, mayHoldJargon } from "../../lint/text/vocabulary/jargon.ts";
import type { Context } from "../../platform/ports.ts";
import { pageWidth } from "../../terminal/to-text.ts";
import { wrap } from "../../terminal/wrap.ts";
import type { PlanView } from "../schema/index.ts";
import { type OwnWords, ownWords } from "./own-words.ts";

/** Something in people's own words that a reader of the plan may stumble over. */
interface Hint {
  readonly where: string;
  readonly says: string;
}

/** Long sentences, words of offices, unexplained initials, and what will be done by nobody (PLAN §5.8). Only advice. */
function wordHints(texts: readonly OwnWords[], glossary: Readonly<Record<string, string>>): Hint[] {
  // Most plans hold none of some of these, and one look through all of it tells.
  const said = inOne(texts.map(({ text }) => text));
  const anyJargon = mayHoldJargon(said);
  const anyInitials = hasInitials({ said });
  const explained = anyInitials ? explainedInitials({ glossary, prose: texts }) : [];
  const known = new Set([...MANY_KNOW, ...explained]);
  return texts.flatMap((words) => {
    const says = [
      ...longSentences(words),
      ...(anyJargon ? officeWords(words, Object.keys(glossary)) : []),
      ...(anyInitials ? initials(words, known) : []),
      ...doneByNobody(words),
    ];
    return says.map((each) => ({ where: words.where, says: each }));
  });
}

const MOST_WORDS = 25;

function longSentences({ text }: OwnWords): string[] {
  // Where a sentence ends takes long to find out, and in few words there is no long one.
  if (wordsOf(text).length <= MOST_WORDS) return [];
  return sentenceStretches(text)
    .filter(({ words }) => words.length > MOST_WORDS)
    .map(({ words }) => `One sentence has ${words.length} words. Two shorter ones read better.`);
}

function officeWords({ text }: OwnWords, known: readonly string[]): string[] {
  return jargonIn(text, known).map(
    ({ text: found, jargon }) => `“${found}” is a word of offices. Say instead: ${jargon.plain}.`,
  );
}

/** Once each: whoever has read the first hint need not read it again. */
function initials({ text }: OwnWords, known: Set<string>): string[] {
  const initialsHere = initialsIn(text);
  if (initialsHere.length === 0) return [];
  const found = personalDataIn(text);
  // A postcode begins like initials, and has been warned of already.
  const isPartOf = ({ from }: { readonly from: number }) =>
    found.some((each) => from >= each.from && from < each.to);
  return initialsHere
    .filter((each) => !isPartOf(each))
    .map((each) => each.text)
    .filter((each) => {
      const isNew = each.length <= LONGEST && !known.has(each);
      known.add(each);
      return isNew;
    })
    .map((each) => `Nobody explains “${each}”. Write it out the first time.`);
}

// Longer runs of capitals are mostly words that somebody shouts.
const LONGEST = 4;

function doneByNobody({ text, isOwnerless }: OwnWords): string[] {
  if (!isOwnerless) return [];
  return matchStretches(text, PASSIVE).map(
    (found) => `“${found.text}” does not say who does it, and nobody is named.`,
  );
}

/** What to look at before others read the plan: the words in it that people wrote themselves. Never stops anything. */
export function readingAdvice(context: Context, assessment: Assessment, view: PlanView): string {
  const texts = ownWords(assessment, view);
  const isEnglish = assessment.rubrics.every(({ language }) => language.startsWith("en"));
  const hints = isEnglish ? wordHints(texts, glossaryOf(assessment)) : [];
  return [
    block(context, PERSONAL, texts.flatMap(personalHints)),
    block(context, WORDS, hints),
  ].join("");
}

const PERSONAL =
  "Somebody could be found by what stands in this plan. Take it out of the assessment and make the plan again, before others read it.";

const WORDS =
  "Before others read the plan, look at these words again. It is only advice, and nothing is held back.";

/** What was found is not repeated: a screen may be on a wall. */
function personalHints({ where, text }: OwnWords): Hint[] {
  return personalDataIn(text).map(({ what }) => ({ where, says: `This looks like ${what}.` }));
}

const MOST_SHOWN = 8;

function block(context: Context, title: string, hints: readonly Hint[]): string {
  if (hints.length === 0) return "";
  const { columns } = pageWidth(context);
  const entry = (text: string) => wrap(text, columns, "    ", "  - ");
  const more = hints.length - MOST_SHOWN;
  const lines = [
    wrap(title, columns),
    ...hints.slice(0, MOST_SHOWN).map(({ where, says }) => entry(`In ${where}: ${says}`)),
    ...(more > 0 ? [entry(`And ${more} more of this kind.`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function glossaryOf({ rubrics }: Assessment): Readonly<Record<string, string>> {
  return Object.assign({}, ...rubrics.map(({ glossary }) => glossary));
}
