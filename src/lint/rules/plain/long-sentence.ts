import { defineRule } from "../../rule.ts";
import { jointOf } from "../../text/vocabulary/small-words.ts";

interface Facts {
  readonly words: number;
  readonly limit: number;
  readonly joint: string | undefined;
}

export const longSentence = defineRule<Facts, { words: number }>({
  name: "plain/long-sentence",
  severity: "warning",
  about: {
    what: "A sentence with more words than most people follow in one go.",
    why: "In a room, texts are read aloud or from a wall. People who lose the thread stop taking part.",
    host: "section",
    bad: "why: «Nobody can share power while we act as if the room were already equal, because money, words, places and rank decide who speaks and who stays quiet in it.»",
    good: "why: Nobody can share power while we act as if the room were already equal. Money, words, places and rank decide who speaks.",
  },
  options: {
    words: {
      about: "The most words a sentence may have",
      values: { workshop: 25, "easy-read": 15, specialist: 30 },
    },
  },
  words: ({ words, limit, joint }) => ({
    says: `There are ${words} words in this sentence.`,
    why: `People lose the thread after about ${limit}.`,
    fix: joint === undefined ? "Make two sentences of it." : `Try splitting it at "${joint}".`,
  }),
  check: ({ prose }, { words: limit }) =>
    prose
      .filter(({ role }) => role !== "question" && role !== "own-words")
      // A text of few words has no long sentence, and that is quicker to see.
      .filter(({ words }) => words.length > limit)
      .flatMap(({ path, sentences }) =>
        sentences
          .filter(({ words }) => words.length > limit)
          .map((sentence) => ({
            at: { path, stretch: [sentence.from, sentence.to] as const },
            facts: { words: sentence.words.length, limit, joint: jointOf(sentence) },
          })),
      ),
});
