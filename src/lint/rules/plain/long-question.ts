import { defineRule } from "../../rule.ts";

interface Facts {
  readonly words: number;
  readonly limit: number;
}

export const longQuestion = defineRule<Facts, { words: number }>({
  name: "plain/long-question",
  severity: "warning",
  about: {
    what: "A question with more words than people can hold while they think.",
    why: "A question is read aloud, once. People answer what they remember of it.",
    host: "criterion",
    bad: "asks: «Do we talk openly with each of the people who take part about who holds power here before the work of a project starts?»",
    good: "asks: Do we talk openly about who holds power before the work starts?",
  },
  options: {
    words: {
      about: "The most words a question may have",
      values: { workshop: 20, "easy-read": 12, specialist: 25 },
    },
  },
  words: ({ words, limit }) => ({
    says: `This question has ${words} words.`,
    why: `It is read aloud, and after about ${limit} words people no longer have the start in mind.`,
    fix: "Ask one thing, in fewer words. What explains it can go under  talk  or  why.",
  }),
  check: ({ prose }, { words: limit }) =>
    prose
      .filter(({ role, words }) => role === "question" && words.length > limit)
      .map(({ path, text, words }) => ({
        at: { path, stretch: [0, text.trimEnd().length] as const },
        facts: { words: words.length, limit },
      })),
});
