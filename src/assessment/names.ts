import {
  ASKED,
  ASKED_TO,
  BEFORE_PLACE,
  BUILDINGS,
  CLEAR_NAMES,
  KNOWN_PLACES,
  NAMED_AFTER,
  NO_NAMES,
  PERSONS,
  PLACE_LIKE_NAMES,
  PLACE_WORDS,
  RELATIONS,
  ROLE_WORDS,
  SAID,
  SURNAMES,
  TITLES,
  WORD_LIKE_NAMES,
} from "./name-words.ts";

/** Where something in a text looks like somebody's name. */
export interface NameFound {
  readonly from: number;
  readonly to: number;
}

/**
 * What looks like a person's name in a text: a known first name, a title with a name, or a capital where people say who
 * said something. Streets, charities, months, roles and saints are none. It can be wrong either way, so it only ever asks.
 */
export function namesIn(text: string): readonly NameFound[] {
  const words = wordsOf(text);
  const found = words.filter((_, at) => RULES.some((rule) => rule(words, at)));
  const joined: NameFound[] = [];
  for (const { from, to } of found) {
    const last = joined.at(-1);
    // First name and surname are one name.
    const isOne = last !== undefined && text.slice(last.to, from).trim() === "";
    if (isOne) joined[joined.length - 1] = { from: last.from, to };
    else joined.push({ from, to });
  }
  return joined;
}

/** Whether a short text, such as who leads an action, could be somebody's name rather than a role. */
export function looksLikeName(text: string): boolean {
  const words = wordsOf(text);
  const [only, next] = words;
  if (only?.isCapital === true && isSometimesName(only) && LINKS.has(next?.folded ?? ""))
    return true;
  if (words.some(({ folded }) => ROLE_WORDS.has(folded))) return namesIn(text).length > 0;
  if (words.length === 1 && only !== undefined)
    return CLEAR_NAMES.has(only.folded) || (only.isCapital && isSometimesName(only));
  return namesIn(text).length > 0 || (words.length <= 4 && isAllCapitals(text));
}

/** What joins a name to another: `Mark and the cooks`. */
const LINKS = new Set(["and", "or", "with", "from"]);

interface Word {
  readonly text: string;
  /** In small letters, without an ending such as 's. */
  readonly folded: string;
  readonly from: number;
  readonly to: number;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  /** Whether a sentence or a line begins with it. */
  readonly opens: boolean;
}

type Rule = (words: readonly Word[], at: number) => boolean;

const RULES: readonly Rule[] = [
  afterTitle,
  isClearName,
  isWordLikeName,
  isPlaceLikeName,
  isUnknownName,
];

function wordsOf(text: string): readonly Word[] {
  let last = 0;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}+)*\.?/gu)].map(
    ({ 0: found, index }) => {
      const between = text.slice(last, index);
      const word = found.replace(/\.$/u, "");
      const opens = last === 0 || /[.!?:;\n•>]/u.test(between) || isEndOfSentence(text, last);
      last = index + found.length;
      return {
        text: word,
        folded: folded(word),
        from: index,
        to: index + word.length,
        isCapital: /^\p{Lu}/u.test(word) && !/^\p{Lu}{2,}$/u.test(word),
        isPossessive: /['’]s$/u.test(word),
        opens,
      };
    },
  );
}

/** A full stop behind a word that is no short form such as Dr or St. */
function isEndOfSentence(text: string, end: number): boolean {
  if (text.charAt(end - 1) !== ".") return false;
  const [before = ""] = /\p{L}+\.$/u.exec(text.slice(0, end)) ?? [];
  const word = before.slice(0, -1).toLowerCase();
  return word.length > 1 && !TITLES.has(word) && !["st", "no", "jr", "sr"].includes(word);
}

function folded(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s$/u, "")
    .replaceAll("’", "'");
}

/** Dr Patel, Mrs Evans, Auntie Jo: any capital that is no role or common word. */
function afterTitle(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !TITLES.has(word.folded)) return false;
  if (!next.isCapital || next.opens || isCommon(next)) return false;
  // "Miss" and "sir" are also words.
  return word.isCapital || !["miss", "sir"].includes(word.folded);
}

function isClearName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !CLEAR_NAMES.has(word.folded)) return false;
  return !isPartOfPlace(words, at);
}

/** Grace, Will, Mark: a name in the middle of a sentence, or where it is said what they do. */
function isWordLikeName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !word.isCapital || !WORD_LIKE_NAMES.has(word.folded)) return false;
  if (isPartOfPlace(words, at)) return false;
  if (isTold(words, at) || hasSurname(words, at)) return true;
  const before = words[at - 1];
  const next = words[at + 1];
  const isInTitle =
    (before?.isCapital === true && !isCommon(before)) || before?.folded === "the" || isTitled(next);
  return !word.opens && !isInTitle;
}

/** Chelsea, May, Lincoln: only where it is plain that somebody is meant. */
function isPlaceLikeName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !word.isCapital || !PLACE_LIKE_NAMES.has(word.folded)) return false;
  return !isPartOfPlace(words, at) && (isTold(words, at) || hasSurname(words, at));
}

/** A capital that nobody knows, where people say who did something. */
function isUnknownName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !word.isCapital || isCommon(word) || isPartOfPlace(words, at))
    return false;
  if (word.text.length === 1) return isSurname(words[at + 1]);
  if (word.opens) return opensWithName(words, at, word);
  // Adult Social Care, Home Office: a service, and nobody.
  if (capitalRun(words, at).slice(1).some(isCommon)) return false;
  const before = words[at - 1];
  if (before !== undefined && isPerson(words, at - 1)) return true;
  if (isSurname(words[at + 1])) return true;
  return isTold(words, at);
}

/** A word that nobody knows where a sentence begins: a name only where much speaks for it. */
function opensWithName(words: readonly Word[], at: number, word: Word): boolean {
  if (word.isPossessive) return isTold(words, at);
  if (isWordAtStart(word)) return false;
  const next = words[at + 1];
  const isSaid = next !== undefined && !next.opens && SAID.has(next.folded);
  return isSaid || (isSurname(next) && !SURNAMES.has(word.folded));
}

function isWordAtStart({ text }: Word): boolean {
  return /(?:s|ed|ing|ly|tion|sion|ment|ance|ence|ity|ness|er|or|ist|ship|hood|back|ure|age|ey)$/u.test(
    text,
  );
}

/** `my friend Zofia`, `the volunteer Tomasz`, `a woman called Zofia`. */
function isPerson(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (["called", "named"].includes(word.folded))
    return words.slice(Math.max(0, at - 2), at).some((each) => PERSONS.has(each.folded));
  return PERSONS.has(word.folded) && (!word.isCapital || word.opens);
}

/** Whether the words around it say that somebody is meant: who said it, whom we asked, whose mother. */
function isTold(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const [before, farther, next] = [words[at - 1], words[at - 2], words[at + 1]];
  if (next !== undefined && !next.opens && SAID.has(next.folded) && word?.isPossessive === false)
    return true;
  if (word?.isPossessive === true && next !== undefined && RELATIONS.has(next.folded)) return true;
  if (before === undefined || word?.opens === true) return false;
  if (ASKED.has(before.folded)) return true;
  return (
    ["to", "with"].includes(before.folded) && farther !== undefined && ASKED_TO.has(farther.folded)
  );
}

function hasSurname(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.opens || !next.isCapital) return false;
  if (isSurname(next)) return true;
  return !isCommon(next) && !isTitled(next) && WORD_LIKE_NAMES.has(words[at]?.folded ?? "");
}

function isSurname(word: Word | undefined): boolean {
  if (word === undefined || !word.isCapital || word.opens) return false;
  const isShaped =
    /^(?:Mac|Mc|O['’])\p{Lu}/u.test(word.text) ||
    /(?:ski|ska|wicz|enko|escu|opoulos|idis|ovic|ova|yan)$/u.test(word.folded);
  return isShaped || word.folded.split("-").some((part) => SURNAMES.has(part));
}

/** A street, a house, a trust or a saint: what bears a name and is nobody. */
function isPartOfPlace(words: readonly Word[], at: number): boolean {
  const run = capitalRun(words, at);
  const after = words[at + run.length];
  return (
    isBehindSaint(words, at) ||
    run.slice(1).some(isTitled) ||
    (after?.opens === false && BUILDINGS.has(after.folded)) ||
    (words[at - 1]?.folded === "the" && isTitled(words[at + 1])) ||
    NAMED_AFTER.some((phrase) => isPhraseAround(words, at, phrase))
  );
}

/** Saint Mary, Lake Victoria, Glen Nevis. */
function isBehindSaint(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (before?.isCapital === true && BEFORE_PLACE.has(before.folded)) return true;
  return BEFORE_PLACE.has(word?.folded ?? "") && next?.isCapital === true && !isSurname(next);
}

/** The capitals from this word on, with short words between them. */
function capitalRun(words: readonly Word[], at: number): readonly Word[] {
  const rest = words.slice(at, at + 6);
  const end = rest.findIndex(
    (word, index) =>
      index > 0 &&
      (word.opens || !(word.isCapital || ["and", "of", "the", "y", "upon"].includes(word.folded))),
  );
  return end < 0 ? rest : rest.slice(0, end);
}

function isTitled(word: Word | undefined): boolean {
  return word !== undefined && !word.opens && PLACE_WORDS.has(word.folded);
}

function isPhraseAround(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  const isSaid = (word: Word | undefined, each: string | undefined) =>
    word !== undefined &&
    (word.folded === each || word.text.toLowerCase().replace("’", "'") === each);
  return phrase.some(
    (each, here) =>
      isSaid(words[at], each) &&
      phrase.every((other, index) => isSaid(words[at - here + index], other)),
  );
}

function isCommon({ folded: word }: Word): boolean {
  return (
    NO_NAMES.has(word) || KNOWN_PLACES.has(word) || ROLE_WORDS.has(word) || PLACE_WORDS.has(word)
  );
}

function isSometimesName({ folded: word }: Word): boolean {
  return WORD_LIKE_NAMES.has(word) || PLACE_LIKE_NAMES.has(word);
}

/** Two to four words that each begin with a capital, or are one letter, as a name is written. */
function isAllCapitals(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 || wordsOf(text).some(isCommon)) return false;
  return words.every(
    (word) => /^\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)?\.?$/u.test(word) || /^\p{Lu}\.?$/u.test(word),
  );
}
