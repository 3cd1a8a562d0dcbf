import { syllable } from "syllable";
import { letterPattern } from "./lazy-unicode-reg-exp.ts";
import { type Sentence, sentenceStretches, wordsOf } from "./spans.ts";
import { type Terms, termsFrom } from "./terms.ts";
import { withoutAddresses } from "./untouched.ts";

interface ProseCounts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** A text with what has been found in it already. */
interface Counted {
  readonly text: string;
  readonly words: readonly string[];
  readonly sentences: readonly Sentence[];
}

export function findWords(text: string): Counted {
  const plain = withoutAddresses(text);
  return { text: plain, words: wordsOf(plain), sentences: sentenceStretches(plain) };
}

/**
 * Counts over all texts together; the end of each text ends a sentence. Glossary terms, numbers, ids and web addresses
 * are words like others, but have no syllables: people are told what they mean, or read past them.
 */
export function countProse(texts: readonly Counted[], glossary: readonly string[]): ProseCounts {
  const terms = termsFrom(glossary);
  return count(texts, ({ text }) => syllablesIn(text, terms));
}

/** As `countProse`, but no word is left out of the syllables: never fewer than those, and far quicker to count. */
export function countAtMost(texts: readonly Counted[]): ProseCounts {
  return count(texts, (text) => tallyOf(text).syllables);
}

/** The words of four or more syllables. */
export function longWordsIn(text: Counted): readonly string[] {
  return tallyOf(text).long;
}

interface Tally {
  readonly syllables: number;
  readonly long: readonly string[];
}

const LONG = 4;

/** More than one rule asks about each text. */
const tallies = new WeakMap<Counted, Tally>();

function tallyOf(text: Counted): Tally {
  const known = tallies.get(text) ?? tallied(text);
  tallies.set(text, known);
  return known;
}

function tallied({ words }: Counted): Tally {
  const tally = { syllables: 0, long: [] as string[] };
  for (const word of words) {
    const syllables = syllablesOf(word);
    tally.syllables += syllables;
    if (syllables >= LONG) tally.long.push(word);
  }
  return tally;
}

function count(texts: readonly Counted[], syllablesOfText: (text: Counted) => number): ProseCounts {
  const total = { words: 0, sentences: 0, syllables: 0 };
  for (const text of texts) {
    total.words += text.words.length;
    total.sentences += text.sentences.length;
    total.syllables += syllablesOfText(text);
  }
  return total;
}

/** The US school grade; a reading age is about five years more. Means nothing below 100 pooled words. */
export function fleschKincaidGrade({ words, sentences, syllables }: ProseCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

export interface ReadingMeasures extends ProseCounts {
  /** Words of three or more syllables. */
  readonly longWords: number;
  /** Letters and digits. */
  readonly letters: number;
}

/** All that the usual formulas ask for, over all texts together. */
export function measureProse(
  texts: readonly Counted[],
  glossary: readonly string[],
): ReadingMeasures {
  const terms = termsFrom(glossary);
  const read = texts.flatMap(({ text }) => readWords(text, terms));
  const signs = texts.map(({ text }) => text.match(LETTER_OR_DIGIT.in(text))?.length ?? 0);
  return {
    ...countProse(texts, glossary),
    longWords: read.filter((word) => syllablesOf(word) >= 3).length,
    letters: signs.reduce((total, each) => total + each, 0),
  };
}

/** From about 100 for very easy down to 0. Flesch 1948. */
export function fleschReadingEase({ words, sentences, syllables }: ProseCounts): number {
  return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);
}

/** A school grade; health services know it. Needs about 30 sentences. McLaughlin 1969. */
export function smogGrade({ sentences, longWords }: ReadingMeasures): number {
  return 1.043 * Math.sqrt((30 * longWords) / sentences) + 3.1291;
}

/** A school grade without syllables: the automated readability index. Senter and Smith 1967. */
export function automatedGrade({ words, sentences, letters }: ReadingMeasures): number {
  return 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
}

/** Another one. Coleman and Liau 1975. */
export function colemanLiauGrade({ words, sentences, letters }: ReadingMeasures): number {
  return 0.0588 * ((100 * letters) / words) - 0.296 * ((100 * sentences) / words) - 15.8;
}

const ADDRESSES = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/giu;
const IDS = letterPattern(
  String.raw`(?<![\p{L}\p{N}-])[a-z0-9-]+\/[a-z0-9-]+(?![\p{L}\p{N}])`,
  "gu",
);
const DIGIT = letterPattern(String.raw`\p{N}`, "u");
const LETTER_OR_DIGIT = letterPattern(String.raw`[\p{L}\p{N}]`, "gu");

function syllablesIn(text: string, terms: Terms): number {
  return readWords(text, terms).reduce((total, word) => total + syllablesOf(word), 0);
}

/** Those that people have to make out: no glossary terms, ids or web addresses. */
function readWords(text: string, terms: Terms): string[] {
  const bare = text.replace(ADDRESSES, " ");
  return wordsOf(terms.without(bare.replace(IDS.in(bare), " ")));
}

const known = new Map<string, number>();

/** None for what has a digit in it. */
function syllablesOf(word: string): number {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const small = word.toLowerCase();
  const count = DIGIT.in(word).test(word) ? 0 : (known.get(small) ?? countSyllables(small));
  known.set(word, count);
  return count;
}

// In a chunk of its own: with it come hundreds of patterns, and most words are known without it.
function countSyllables(word: string): number {
  return syllable(word);
}
