import { isFields } from "../../util/values.ts";
import { escapeForPattern } from "../../util/words.ts";
import { letterPattern } from "./lazy-unicode-reg-exp.ts";
import type { Stretch } from "./spans.ts";

/** Words and phrases to be found in texts; a plural or a possessive counts as the same, and capitals do not matter. */
export interface Terms {
  /** Where they stand, the longest first where two begin at one place. No two overlap. */
  readonly find: (text: string) => Stretch[];
  /** The text with a space in the place of each. */
  readonly without: (text: string) => string;
  /** Whether nothing is left of a text without them. */
  readonly cover: (text: string) => boolean;
  /** All that stand in a text, inside others too, as they were given. */
  readonly in: (text: string) => ReadonlySet<string>;
}

const made = new WeakMap<readonly string[], Terms>();

/**
 * Thousands of words take one look at a text, like one: a pattern would be held against each place word by word. The
 * same list gives the same terms, so keep it where many texts are looked at.
 */
export function termsFrom(words: readonly string[]): Terms {
  const known = made.get(words) ?? makeTerms(words);
  made.set(words, known);
  return known;
}

function makeTerms(words: readonly string[]): Terms {
  let made: Index | undefined;
  const index = () => {
    made ??= indexed(words);
    return made;
  };
  const find = (text: string) => found(text, index());
  return {
    find,
    without: (text) => replaced(text, find(text)),
    cover: (text) =>
      find(text).reduce((left, { from, to }) => left - (to - from), text.length) === 0,
    in: (text) => (words.length <= FEW ? fewIn(text, words) : all(text, index())),
  };
}

/** Their length → the terms as they are compared → as they were given. The longest first. */
type ByLength = ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>;

/** By their first letters. */
type Index = ReadonlyMap<string, ByLength>;

const KEY = 3;

function indexed(words: readonly string[]): Index {
  const index = new Map<string, Map<number, Map<string, string[]>>>();
  const longestFirst = words.filter((word) => word !== "").sort((a, b) => b.length - a.length);
  for (const word of longestFirst) {
    const term = folded(word);
    const lengths = entry(
      index,
      term.slice(0, KEY),
      () => new Map<number, Map<string, string[]>>(),
    );
    const terms = entry(lengths, term.length, () => new Map<string, string[]>());
    entry(terms, term, (): string[] => []).push(word);
  }
  return index;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function found(text: string, index: Index): Stretch[] {
  const stretches: Stretch[] = [];
  if (index.size === 0) return stretches;
  const plain = folded(text);
  for (let at = 0; at < plain.length; at++) {
    const [first] = matchesAt(plain, at, index);
    if (first === undefined) continue;
    stretches.push({ text: text.slice(at, first.to), from: at, to: first.to });
    at = first.to - 1;
  }
  return stretches;
}

/** Up to so many words it is quicker to look for each of them in the whole text. */
const FEW = 200;

function fewIn(text: string, words: readonly string[]): ReadonlySet<string> {
  const plain = folded(text);
  return new Set(words.filter((word) => word !== "" && standsIn(plain, folded(word))));
}

function standsIn(plain: string, term: string): boolean {
  for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
    if (!endsWithSign(plain, at) && endOf(plain, at + term.length) !== undefined) return true;
  }
  return false;
}

function all(text: string, index: Index): ReadonlySet<string> {
  const plain = folded(text);
  const names = new Set<string>();
  for (let at = 0; at < plain.length; at++) {
    for (const { words } of matchesAt(plain, at, index)) for (const word of words) names.add(word);
  }
  return names;
}

interface Match {
  readonly to: number;
  readonly words: readonly string[];
}

const NONE: readonly Match[] = [];

/** The terms that begin at a place, the longest first. */
function matchesAt(plain: string, at: number, index: Index): readonly Match[] {
  if (endsWithSign(plain, at)) return NONE;
  const matches: Match[] = [];
  for (let key = KEY; key > 0; key--) {
    const lengths = index.get(plain.slice(at, at + key));
    if (lengths !== undefined) matches.push(...matchesOf(lengths, plain, at));
  }
  return matches;
}

function matchesOf(lengths: ByLength, plain: string, at: number): Match[] {
  return [...lengths].flatMap(([length, terms]) => {
    const words = terms.get(plain.slice(at, at + length));
    const to = words === undefined ? undefined : endOf(plain, at + length);
    return words === undefined || to === undefined ? [] : [{ to, words }];
  });
}

const ENDINGS = ["s", "es", "'s", "\u2019s", ""];

/** Where a word ends that goes on at a place with nothing, a plural or a possessive. */
function endOf(plain: string, at: number): number | undefined {
  const ending = ENDINGS.find(
    (each) => plain.startsWith(each, at) && !beginsWithSign(plain, at + each.length),
  );
  return ending === undefined ? undefined : at + ending.length;
}

const SIGN = letterPattern(String.raw`[\p{L}\p{N}]`, "u");
const SIGN_AT_END = letterPattern(String.raw`[\p{L}\p{N}]$`, "u");

/** Whether a letter or digit stands before a place. */
function endsWithSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  if (code < 0x80) return isPlainSign(code);
  const isPair = code >= 0xdc00 && code <= 0xdfff;
  const before = text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
  return SIGN_AT_END.in(before).test(before);
}

function beginsWithSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return isPlainSign(code);
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return SIGN.in(sign).test(sign);
}

function isPlainSign(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** In small letters, and as long as before: a few capitals have small letters of another length. */
function folded(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  const letters = Array.from(text, (letter) => {
    const each = letter.toLowerCase();
    return each.length === letter.length ? each : letter;
  });
  return letters.join("");
}

function replaced(text: string, stretches: readonly Stretch[]): string {
  if (stretches.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    parts.push(text.slice(at, from));
    at = to;
  }
  return [...parts, text.slice(at)].join(" ");
}

/** Whether a value that may be anything is terms with their explanations. */
export function isGlossary(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((each) => typeof each === "string");
}

/** The patterns made last: the same glossary is asked about by many rules, and a pattern is slow to make. */
const patterns = new Map<string, RegExp>();
const MOST_KEPT = 500;

/** A pattern for any of the words, longest first; a plural or a possessive counts as the same. Undefined for none. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const key = words.join("\n");
  const known = patterns.get(key);
  if (known !== undefined) return known;
  if (patterns.size >= MOST_KEPT) patterns.clear();
  const pattern = makePattern(words);
  patterns.set(key, pattern);
  return pattern;
}

function makePattern(words: readonly string[]): RegExp {
  const parts = [...words].sort((a, b) => b.length - a.length).map(escapeForPattern);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${parts.join("|")})(?:s|es|['’]s)?(?![\\p{L}\\p{N}])`,
    "giu",
  );
}
