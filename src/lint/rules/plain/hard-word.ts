import { defineRule, type Found } from "../../rule.ts";
import { isEnglish, type Subject } from "../../subject.ts";
import { FEWEST_WORDS, type Pool, poolsOf, wordsIn } from "../../text/reading-units.ts";
import { termsFrom } from "../../text/terms.ts";

interface Facts {
  readonly title: string;
  readonly words: readonly string[];
  readonly share: number;
}

const SHOWN = 6;

export const hardWord = defineRule<Facts, { percent: number; allow: readonly string[] }>({
  name: "plain/hard-word",
  severity: "info",
  needsSyllables: true,
  about: {
    what: "A section, or a page of the guide, in which many words have four or more syllables.",
    why: "Long words are the ones people skip. Each one skipped makes the next sentence harder.",
    host: "section",
    bad: [
      "title: «Participation»",
      "why: >-",
      `  ${"Organisational considerations decide about participation, and about accessibility. ".repeat(12).trim()}`,
    ].join("\n"),
    good: [
      "title: Taking part",
      "why: >-",
      `  ${"Money, words and places decide who can take part, and who stays at home. ".repeat(8).trim()}`,
    ].join("\n"),
  },
  options: {
    percent: {
      about: "How many words in a hundred may be long",
      values: { workshop: 10, "easy-read": 5, specialist: 15 },
    },
    allow: {
      about: "Long words that everybody here knows",
      values: { workshop: [], "easy-read": [], specialist: [] },
    },
  },
  words: ({ title, words, share }) => ({
    says: `In "${title}", ${share} words in a hundred are long: ${words.join(", ")}.`,
    why: "Long words are the ones people skip.",
    fix: "Use everyday words, or explain a word that you need in the glossary.",
  }),
  check: (subject, options) =>
    isEnglish(subject) ? poolsOf(subject).flatMap(longWordFinder(subject, options)) : [],
});

function longWordFinder(
  { surroundings: { readability }, glossary }: Subject,
  { percent, allow }: { readonly percent: number; readonly allow: readonly string[] },
): (pool: Pool) => Found<Facts>[] {
  const terms = [...Object.keys(glossary), ...allow];
  return (pool) => longWords(pool, { readability, terms, percent });
}

function longWords(
  pool: Pool,
  {
    readability,
    terms,
    percent,
  }: Pick<Subject["surroundings"], "readability"> & {
    readonly terms: readonly string[];
    readonly percent: number;
  },
): Found<Facts>[] {
  const total = wordsIn(pool);
  if (readability === undefined || total < FEWEST_WORDS) return [];
  const isFew = (words: readonly string[]) => 100 * words.length <= percent * total;
  const all = pool.prose.flatMap((text) => readability.longWordsIn(text));
  if (isFew(all)) return [];
  const known = termsFrom(terms);
  const long = all.map((word) => word.toLowerCase()).filter((word) => !known.cover(word));
  if (isFew(long)) return [];
  const share = Math.round((100 * long.length) / total);
  const words = [...new Set(long)].slice(0, SHOWN);
  return [{ at: { path: [...pool.path, "title"] }, facts: { title: pool.title, words, share } }];
}
