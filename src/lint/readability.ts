import { syllable } from "syllable";
import { wordPattern } from "./glossary.ts";
import { sentencesOf, wordsOf } from "./stretches.ts";

export interface ProseCounts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/**
 * Counts over all texts together; the end of each text ends a sentence. Glossary terms, numbers, ids and web addresses
 * are words like others, but have no syllables: people are told what they mean, or read past them.
 */
export function countProse(texts: readonly string[], glossary: readonly string[]): ProseCounts {
  const terms = wordPattern(glossary);
  return texts.reduce<ProseCounts>(
    (total, text) => ({
      words: total.words + wordsOf(text).length,
      sentences: total.sentences + sentencesOf(text).length,
      syllables: total.syllables + syllablesIn(text, terms),
    }),
    { words: 0, sentences: 0, syllables: 0 },
  );
}

/** The US school grade; a reading age is about five years more. Means nothing below 100 pooled words. */
export function fleschKincaidGrade({ words, sentences, syllables }: ProseCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

const ADDRESSES = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+/giu;
const IDS = /(?<![\p{L}\p{N}])[a-z0-9-]+\/[a-z0-9-]+(?![\p{L}\p{N}])/gu;

function syllablesIn(text: string, terms: RegExp | undefined): number {
  const plain = text.replace(ADDRESSES, " ").replace(IDS, " ");
  const unexplained = terms === undefined ? plain : plain.replace(terms, " ");
  return wordsOf(unexplained)
    .filter((word) => !/\p{N}/u.test(word))
    .reduce((total, word) => total + syllablesOf(word.toLowerCase()), 0);
}

const known = new Map<string, number>();

export function syllablesOf(word: string): number {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const counted = syllable(word);
  known.set(word, counted);
  return counted;
}
