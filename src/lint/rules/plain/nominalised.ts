import { defineRule } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import { termsFrom } from "../../text/terms.ts";

interface Facts {
  readonly words: readonly string[];
}

const ENDING = /.{3}(?:tion|sion|ment|ance|ence|ity)s?$|.{3}ities$/iu;

const ANY_ENDING = /tion|sion|ment|ance|ence|it(?:y|ies)/giu;

/** They end like the others, and are everyday words all the same. */
const EVERYDAY = new Set(
  (
    "experience experiences question questions moment moments charity charities audience difference sentence silence science " +
    "chance chances city cities apartment document documents mention comment comments television station payment payments " +
    "distance evidence community communities meeting position positions section sections version versions security environment application applications education function functions " +
    "nation nations station stations location condition conditions tradition traditions entrance audience patience insurance " +
    "university quality quantity identity majority minority opportunity opportunities activity activities ability disability " +
    "permission television attention information direction instrument moment basement garment parliament government"
  ).split(" "),
);

export const nominalised = defineRule<Facts, { words: number }>({
  name: "plain/nominalised",
  severity: "info",
  about: {
    what: "A sentence with three or more nouns that were verbs: words in -tion, -ment, -ance, -ity.",
    why: "Such a sentence hides who does what, and people need that to take part.",
    host: "section",
    bad: "why: «The implementation of the engagement needs the participation of members.»",
    good: "why: Members take part when we ask them and show that we listen.",
  },
  options: {
    words: {
      about: "From how many such words on",
      values: { workshop: 3, "easy-read": 2, specialist: 4 },
    },
  },
  words: ({ words }) => ({
    says: `This sentence hides what is done in nouns: ${words.join(", ")}.`,
    why: "People cannot see who does what.",
    fix: "Say who does it, with a verb.",
  }),
  check(subject, { words: limit }) {
    if (!isEnglish(subject)) return [];
    const known = termsFrom(Object.keys(subject.glossary));
    return (
      subject.prose
        .filter(({ role }) => role !== "own-words" && role !== "title" && role !== "name")
        // Too few in the whole text are too few in each sentence, and that is quicker to see.
        .filter(({ text }) => (text.match(ANY_ENDING) ?? []).length >= limit)
        .filter(({ words }) => words.filter(isNoun).length >= limit)
        .flatMap(({ path, sentences }) =>
          sentences.flatMap(({ words, from, to }) => {
            const nouns = words.filter(isNoun).filter((word) => !known.cover(word));
            return nouns.length < limit
              ? []
              : [{ at: { path, stretch: [from, to] as const }, facts: { words: nouns } }];
          }),
        )
    );
  },
});

function isNoun(word: string): boolean {
  return ENDING.test(word) && !EVERYDAY.has(word.toLowerCase());
}
