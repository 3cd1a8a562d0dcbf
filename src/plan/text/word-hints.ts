import { personalDataIn } from "../../assessment/personal-data.ts";
import { PASSIVE } from "../../lint/rules/plain/passive-owner.ts";
import { MANY_KNOW } from "../../lint/rules/words/acronym.ts";
import { inOne } from "../../lint/subject.ts";
import { explainedInitials, hasInitials, initialsIn } from "../../lint/text/initials.ts";
import { jargonIn, mayHoldJargon } from "../../lint/text/jargon-in.ts";
import { matchStretches, sentenceStretches, wordsOf } from "../../lint/text/spans.ts";
import type { OwnWords } from "./own-words.ts";

/** Something in people's own words that a reader of the plan may stumble over. */
export interface Hint {
  readonly where: string;
  readonly says: string;
}

/** Long sentences, words of offices, unexplained initials, and what will be done by nobody (PLAN §5.8). Only advice. */
export function wordHints(
  texts: readonly OwnWords[],
  glossary: Readonly<Record<string, string>>,
): Hint[] {
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
