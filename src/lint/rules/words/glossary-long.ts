import { defineRule } from "../../rule.ts";

interface Facts {
  readonly term: string;
  readonly words: number;
  readonly limit: number;
}

export const glossaryLong = defineRule<Facts, { words: number }>({
  name: "words/glossary-long",
  severity: "warning",
  about: {
    what: "An explanation with more than 25 words.",
    why: "A glossary is read while others wait.",
    host: "rubric",
    bad: "glossary:\n  advocate: «Somebody who speaks up for another person. They do so at the wish of that person. They do not work for the service. They can be paid or not.»",
    good: "glossary:\n  advocate: Somebody who speaks up for another person, at their wish.",
  },
  options: {
    words: {
      about: "The most words an explanation may have",
      values: { workshop: 25, "easy-read": 20, specialist: 40 },
    },
  },
  words: ({ term, words, limit }) => ({
    says: `The explanation of "${term}" has ${words} words; ${limit} is the most.`,
    why: "It is read while others wait.",
    fix: "Keep what people need to go on reading.",
  }),
  check: ({ prose }, { words: limit }) =>
    prose
      .filter(({ role, words }) => role === "explanation" && words.length > limit)
      .map(({ path, text, words }) => ({
        at: { path, stretch: [0, text.trimEnd().length] as const },
        facts: { term: String(path.at(-1)), words: words.length, limit },
      })),
});
