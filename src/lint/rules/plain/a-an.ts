import { defineRule, editsAt, type Found } from "../../rule.ts";
import { isEnglish, type Subject } from "../../subject.ts";
import { letterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import type { Prose } from "../../text/prose.ts";
import { beginsSentence, isQuoted } from "../../text/untouched.ts";
import { SMALL_WORDS } from "../../text/vocabulary/small-words.ts";

interface Facts {
  readonly found: string;
  readonly right: string;
  readonly next: string;
}

const ARTICLE = letterPattern(
  String.raw`(?<![\p{L}\p{N}'’./&-])(an?)\s+["'“‘(]?([\p{L}\p{N}](?:[\p{L}\p{N}'’&-]|[,./:](?=\p{N}))*)`,
  "giu",
);
export const aAn = defineRule<Facts>({
  name: "plain/a-an",
  severity: "warning",
  canFix: true,
  about: {
    what: "*a* before a vowel sound, or *an* before a consonant sound. The sound counts: an hour, a user, an MP. Where it is not sure, nothing is said.",
    why: "Whoever reads aloud stumbles over it.",
    host: "criterion",
    bad: "asks: Do we set aside «a» hour to talk about power?",
    good: "asks: Do we set aside an hour to talk about power?",
  },
  words: ({ found, right, next }) => ({
    says: `"${found} ${next}" is hard to say.`,
    why: "Whoever reads it aloud will stumble.",
    fix: `Write "${right} ${next}".`,
  }),
  check: (subject) =>
    isEnglish(subject) && mayBeWrong(subject.said)
      ? subject.prose.filter(({ role }) => role !== "own-words").flatMap(wrongOnes(subject))
      : [],
});

/** One look at all the texts together is far quicker than one at each. */
function mayBeWrong(said: string): boolean {
  return [...said.matchAll(ARTICLE.in(said))].some(([, found = "", next = ""]) => {
    if (found === "a" && STARTS_PLAINLY.test(next)) return false;
    return articleBefore(next) !== found.toLowerCase();
  });
}

/** With a small consonant that is always spoken, and not a letter alone. Most words do. */
const STARTS_PLAINLY = /^[b-dfgj-np-tv-z][a-z]/u;

function wrongOnes({ source }: Pick<Subject, "source">): (prose: Prose) => Found<Facts>[] {
  return ({ path, text }) =>
    [...text.matchAll(ARTICLE.in(text))].flatMap((match) => {
      const [, found = "", quoted = ""] = match;
      const next = quoted.replace(/['’]+$/u, "");
      const { index: from } = match;
      const right = rightFor(text, { from, found, next });
      const to = from + found.length;
      if (right === undefined || isQuoted(text, { from, to })) return [];
      const at = { path, stretch: [from, to] as const };
      // Before a name only its owner knows how it is said.
      const edits = /^\p{Lu}\p{Ll}/u.test(next) ? [] : editsAt(source, at, right);
      return [{ at, facts: { found, right, next }, edits }];
    });
}

interface Spot {
  readonly from: number;
  readonly found: string;
  readonly next: string;
}

/** What should stand there instead; undefined where it is right, or where only a reader can tell. */
function rightFor(text: string, { from, found, next }: Spot): string | undefined {
  // Elsewhere a capital is a letter, a grade or a part of a name.
  if (found !== "a" && found !== "an" && !beginsSentence(text, from)) return undefined;
  if (found === "AN" || found === "aN" || IS_A_LETTER.test(next)) return undefined;
  if (found === "A" && /^\d+(?![\da-z-])/iu.test(next)) return undefined;
  const right = articleBefore(next);
  if (right === undefined || right === found.toLowerCase()) return undefined;
  return found.startsWith("A") ? `A${right.slice(1)}` : right;
}

/** "Plan a is ready": before these a single letter is no article. */
const IS_A_LETTER = /^(?:and|or|is|in|as|at|if|of|on|i|it|us|are|to|an?)$/u;

type Article = "a" | "an";

const NUMBER = /^\d/u;
const LETTER_ALONE = /^[a-z]$/iu;
/** An X-ray, a T-shirt, an e-bike, a P45: one letter is said by its name. */
const LETTER_FIRST = /^([a-z])(?:-[a-z]|\d)/iu;
const INITIALS = /^([A-Z][A-Z&]+)(?:s|\d+)?(?![a-z])/u;
/** The first letter at least is said by its name: an MSc, a PhD, a BEd. */
const DEGREE = /^([BDLM])(?:[AS]c|Ed|Eng|Phil|Res|Litt|Ch|Ba|Mus)s?(?![a-z])/u;
const MIXED_CASE = letterPattern(
  String.raw`^(?:\p{Ll}\p{Lu}|\p{Lu}\p{L}*\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll})`,
  "u",
);
const PLAIN_WORD = /^[a-z][a-z'’-]*/iu;

/**
 * The article that fits before a word by its sound. Undefined where only a reader can tell: what is not sure is neither
 * said nor mended.
 */
function articleBefore(word: string): Article | undefined {
  if (NUMBER.test(word)) return beforeNumber(word);
  if (LETTER_ALONE.test(word)) return undefined;
  const letter = LETTER_FIRST.exec(word)?.[1];
  // "An t-Eilean" is Gaelic.
  if (letter !== undefined) return /^[a-z]-[A-Z]/u.test(word) ? undefined : beforeLetter(letter);
  const degree = DEGREE.exec(word)?.[1];
  if (degree !== undefined) return beforeLetter(degree);
  const initials = INITIALS.exec(word)?.[1];
  if (initials !== undefined) return beforeInitials(initials);
  if (MIXED_CASE.in(word).test(word) || !PLAIN_WORD.test(word)) return undefined;
  return /^[A-Z]/u.test(word) ? beforeCapitalised(word) : bySound(word);
}

/** An 8, an 11 and an 18; a year such as 1845 can be said in two ways. */
function beforeNumber(number: string): Article | undefined {
  if (/^(?:0|1[18]\d\d(?!\d))/u.test(number)) return undefined;
  return /^(?:8|1[18](?!\d))/u.test(number) ? "an" : "a";
}

function beforeLetter(letter: string): Article {
  return /[aefhilmnorsx]/iu.test(letter) ? "an" : "a";
}

/** Those that begin like words, and how people say them. */
const SPELT = new Set(
  "SME FAQ MOT HIV SEN LEA MEP RAC FOI SOS HEI NEC HIE LED FAO SIA MIA REC RIP FIR LIM MUI NIE MOD NUJ RUC HUC LOI".split(
    " ",
  ),
);
const SAID_AS_WORD = new Set(
  "SIM RAM ROM LAN SAT SATS NATO NASA FIFA RADAR NIMBY STEM SWOT SCOPE LEAP MIND SEND NEET MASH SMART SCUBA LASER MAC NICVA MENCAP RADA SAD".split(
    " ",
  ),
);

/** Clusters with which an English word can begin; any other shows that the letters are said one by one. */
const CAN_BEGIN = /^(?:F[LR]?|H|L|M|N|RH?|S(?:C[HR]?|H[R]?|K|L|M|N|P[HLR]?|QU|T[R]?|W)?)[AEIOUY]/u;

function beforeInitials(initials: string): Article | undefined {
  const [first = ""] = initials;
  // No article stands before "us" or "it".
  if (/^(?:US|IT|HE|ME)$/u.test(initials)) return initials === "US" ? "a" : "an";
  // A word in capitals for stress, as in "a NEW idea".
  if (SMALL_WORDS.has(initials.toLowerCase())) return undefined;
  if (/[AEIOU]/u.test(first)) return beforeVowelLetter(initials);
  if (!/[FHLMNRSX]/u.test(first)) return "a";
  if (initials.length === 2) return "an";
  if (SPELT.has(initials)) return "an";
  if (SAID_AS_WORD.has(initials)) return "a";
  return CAN_BEGIN.test(initials) ? undefined : "an";
}

function beforeVowelLetter(initials: string): Article | undefined {
  if (initials.startsWith("U")) return /[AEIOUY]/u.test(initials.slice(1)) ? undefined : "a";
  return /^(?:EU\w\w|EW|ON[EC]|OU)/u.test(initials) ? undefined : "an";
}

/** With a capital and a consonant it may be a Gaelic or Welsh name, where *an* is no English article. */
function beforeCapitalised(word: string): Article | undefined {
  return /^[AEIOU]/u.test(word) ? bySound(word.toLowerCase()) : undefined;
}

/** Written with a vowel, and spoken with a consonant. */
const SPOKEN_CONSONANT =
  /^(?:uk|ug(?!l)|ur[aiou]|unanim|uttox|utr|uy|uist|ubi|uvu|u(?:se|su|sa[bg])|ut[aeio]|uni(?!n|m|dentif|deal|ss|ron|llu)|eu|ew|one(?!r)|once|ouija)/u;
const SILENT_H = /^(?:hour(?!i)|honest|honou?r|heir)/u;
/** Some say *an historic*. */
const EITHER_H = /^h(?:istor|otel|abitual|erb|allucin|ors|ysteri|eroic|omage|orrific|armonic)/u;

function bySound(word: string): Article | undefined {
  if (!/[aeiouy]/u.test(word)) return undefined;
  if (SILENT_H.test(word)) return "an";
  if (EITHER_H.test(word) || /^y[^aeiou]/u.test(word)) return undefined;
  return /^[aeiou]/u.test(word) && !SPOKEN_CONSONANT.test(word) ? "an" : "a";
}
