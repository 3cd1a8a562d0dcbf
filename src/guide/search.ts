import { nearest } from "../util/suggest.ts";
import type { Guide, GuidePage } from "./schema.ts";

/**
 * The pages that hold every word typed, the best first; where there is none, those whose name or extra words hold one.
 * A page's exact id or title is that page alone. Accents and capitals do not matter, the start of a word is enough,
 * and small words such as "the" are passed over.
 */
export function searchGuide({ pages }: Guide, typed: string): readonly GuidePage[] {
  const named = pages.find(({ id, title }) => [id, title].some((name) => isSame(name, typed)));
  if (named !== undefined) return [named];
  const words = searchWords(typed);
  const whole = ranked(pages, (page) => scoreOf(fieldsOf(page), words));
  return whole.length > 0 ? whole : ranked(pages, (page) => nameScore(page, words));
}

function ranked(
  pages: readonly GuidePage[],
  scoreOfPage: (page: GuidePage) => number,
): GuidePage[] {
  return pages
    .map((page) => ({ page, score: scoreOfPage(page) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ page }) => page);
}

/** Every telling word on the pages, for suggesting one near to what was typed. */
export function guideVocabulary({ pages }: Guide): readonly string[] {
  const words = pages.flatMap((page) => fieldsOf(page).flatMap((field) => field.words));
  return [...new Set(words)].filter((word) => !SMALL_WORDS.has(word));
}

/** The words typed that matter; all of them where none does. */
export function searchWords(typed: string): readonly string[] {
  const words = wordsOf(typed);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** The least weight of a field that names a page. */
const NAMING_WEIGHT = 6;

interface Field {
  readonly words: readonly string[];
  /** How much a word found here says about the page. */
  readonly weight: number;
}

function fieldsOf({ id, title, words = [], when, say, try: tries }: GuidePage): Field[] {
  return [
    { words: wordsOf(`${id} ${title}`), weight: 8 },
    { words: wordsOf(words.join(" ")), weight: NAMING_WEIGHT },
    { words: wordsOf(when), weight: 3 },
    { words: wordsOf([...say, ...tries].join(" ")), weight: 1 },
  ];
}

/** Zero as soon as one of the words is nowhere on the page: more words narrow the search. */
function scoreOf(fields: readonly Field[], typed: readonly string[]): number {
  const scores = typed.map((word) => wordScore(fields, word));
  return scores.includes(0) ? 0 : scores.reduce((total, score) => total + score, 0);
}

/** What the name and extra words say of some of the words typed: prose would find a page for every chance word. */
function nameScore(page: GuidePage, typed: readonly string[]): number {
  const naming = fieldsOf(page).filter(({ weight }) => weight >= NAMING_WEIGHT);
  return typed.reduce((total, word) => total + wordScore(naming, word), 0);
}

function wordScore(fields: readonly Field[], typed: string): number {
  return fields.reduce((total, { words, weight }) => {
    if (words.includes(typed)) return total + 2 * weight;
    return words.some((word) => isNear(word, typed)) ? total + weight : total;
  }, 0);
}

const SHORTEST_START = 3;
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 2;

/** The start of a word finds it ("budg"), and so does a word with another ending ("vouchers" for "voucher"). */
function isNear(word: string, typed: string): boolean {
  if (typed.length >= SHORTEST_START && word.startsWith(typed)) return true;
  const ending = typed.length - word.length;
  return word.length >= SHORTEST_STEM && ending <= LONGEST_ENDING && typed.startsWith(word);
}

function isSame(name: string, typed: string): boolean {
  return wordsOf(name).join(" ") === wordsOf(typed).join(" ");
}

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const SMALL_WORDS = new Set(
  (
    "a about an and are as at be but by can do does every for from has have how i if in is it its me my of on or our s " +
    "so somebody someone t that the them then there they this to us was we what when where which who why will with you " +
    "your"
  ).split(" "),
);

/** Words of the guide that are spelt like those that are in none of its pages. */
export function nearWords(guide: Guide, typed: string): string[] {
  const known = guideVocabulary(guide);
  const unknown = searchWords(typed).filter((word) => !known.includes(word));
  return unknown.flatMap((word) => nearest(word, known)).slice(0, 3);
}
