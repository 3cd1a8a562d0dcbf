import { syllable } from "syllable";

// In a chunk of its own: with it come hundreds of patterns, and most words are known without it.
export function countSyllables(word: string): number {
  return syllable(word);
}
