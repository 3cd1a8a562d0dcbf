import { defineRule } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import { matchStretches, type Sentence } from "../../text/spans.ts";
import { isQuoted } from "../../text/untouched.ts";

interface Facts {
  readonly words: readonly string[];
  readonly limit: number;
}

// Without the flag `u`, which makes the ends of words six times as slow to find.
const NEGATIVES =
  /\b(?:not|no|never|nobody|no one|none|nothing|nowhere|neither|without|cannot|unable|unlikely|\w+n['’]t)\b/gi;

/** As many or more, found sooner: what it counts need not be a whole word. */
const PERHAPS_NEGATIVE =
  /(?<![a-z])n(?:o(?:t|body| one|ne|thing|where)?|ever|either)(?![a-z])|n['’]t(?![a-z])|without|cannot|unable|unlikely/gi;

/** A new clause starts over: "They do not know, and nobody asked" is two plain statements. */
const CLAUSE_ENDS =
  /[,;:()–—"“”]|\b(?:and|or|but|because|so|that|who|which|what|when|where|why|how|while|whether|if|than|until|unless|though|although|as|means?)\b/gi;

export const doubleNegative = defineRule<Facts, { "in-a-question": number; elsewhere: number }>({
  name: "plain/double-negative",
  severity: "warning",
  about: {
    what: "More negative words in one clause than people can undo in their heads.",
    why: 'People answer the opposite of what they mean, most of all when "no" is one of the answers.',
    host: "criterion",
    bad: "asks: Do we never decide «without» people with lived experience?",
    good: "asks: Do people with lived experience take part each time we decide?",
  },
  options: {
    "in-a-question": {
      about: "The most negative words in one clause of a question",
      values: { workshop: 1, "easy-read": 0, specialist: 2 },
    },
    elsewhere: {
      about: "The most negative words in one clause of any other text",
      values: { workshop: 1, "easy-read": 1, specialist: 2 },
    },
  },
  words: ({ words, limit }) => ({
    says:
      limit === 0
        ? `"${words[0]}" makes this question a negative one.`
        : `"${words.join('" and "')}" stand in one clause, and people have to turn it round in their heads.`,
    why: "Some will answer the opposite of what they mean.",
    fix: "Say what is so, instead of what is not.",
  }),
  check: (subject, options) =>
    isEnglish(subject)
      ? subject.prose
          .filter(({ role }) => role !== "own-words")
          .flatMap((prose) => {
            const { path, role, text } = prose;
            const limit = options[role === "question" ? "in-a-question" : "elsewhere"];
            // Too few in the whole text are too few in each clause, and that is quicker to see.
            if ((text.match(PERHAPS_NEGATIVE) ?? []).length <= limit) return [];
            return prose.sentences.flatMap((sentence) =>
              clauses(sentence)
                .filter((negatives) => negatives.length > limit)
                .map((negatives) => ({
                  at: { path, stretch: lastOf(negatives) },
                  facts: { words: negatives.map(({ text }) => text), limit },
                })),
            );
          })
      : [],
});

/** They hold a negative word and deny nothing: what is said, a name, a number, or a watchword of the field. */
const NO_NEGATIVE =
  /\b(?:say|says|said|saying|mean|means|meant|answer|answers|answered|vote|voted|hear|hears|heard|take|takes|a|the|their|my|your|or|for) no(?=[\s.,;:!?’”"]|$)|^no(?= means\b)|\bno(?=(?: no)*,)|\bnos?\.\s*\d+|\bno-\w+|\bnot (?:only|just|least)\b|\bor not\b|\bno (?:matter|doubt)\b|\b(?:not|nothing|never|no(?: \w+)?) (?:about|for) [\w ]{1,30}?,? without \w+|\b(?:say|says|said|saying) never(?=[.,;:!?’”"]|$)|\b(?:about|by|for|in|of|with) not(?= \w+ing\b)|^(?:but |and |so )?without\b|\b(?:do|go|goes|going|gone|went|live|manage|cope) without\b/gi;

/** After such a word there are two clauses, each with a verb of its own: "People who cannot come do not lose their vote." */
const WITHIN = /\b(?:who|which|what|that|where|whoever|whatever)\b[^,;:]*$/i;
const DENIED_VERB = /^(?:not|cannot|\w+n['’]t)$/i;

function clauses({ text, from }: Sentence) {
  const ends = matchStretches(text, CLAUSE_ENDS).map((end) => end.from);
  const harmless = matchStretches(text, NO_NEGATIVE);
  const negatives = matchStretches(text, NEGATIVES)
    .filter((each) => !harmless.some((other) => other.from <= each.from && each.to <= other.to))
    .filter((each) => !isQuoted(text, each));
  return [...ends, text.length].map((end, index) => {
    const begin = ends[index - 1] ?? 0;
    const inside = negatives.filter((each) => each.from >= begin && each.from < end);
    const areTwo =
      inside.every((each) => DENIED_VERB.test(each.text)) &&
      WITHIN.test(text.slice(0, inside[0]?.from));
    return (areTwo ? inside.slice(0, 1) : inside).map((each) => ({
      ...each,
      from: each.from + from,
      to: each.to + from,
    }));
  });
}

function lastOf(negatives: readonly { readonly from: number; readonly to: number }[]) {
  const last = negatives.at(-1);
  return [last?.from ?? 0, last?.to ?? 0] as const;
}
