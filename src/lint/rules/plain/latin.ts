import { defineRule, editsAt, type Found } from "../../rule.ts";
import { isEnglish, occurs, type Subject } from "../../subject.ts";
import { type LetterPattern, letterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import type { Prose } from "../../text/prose.ts";
import { isNotOurs } from "../../text/untouched.ts";

interface Facts {
  readonly found: string;
  readonly plain: string;
}

interface Latin {
  readonly pattern: LetterPattern;
  readonly plain: string;
  /** Whether the plain words can be put in its place without a look. */
  readonly safe: boolean;
}

/** Where no one word can take its place. */
const NO_WORD = "";

/** "Ie is Welsh for yes": the word itself is spoken about. */
const SPOKEN_OF = "(?! (?:is|means|stands|was)(?![a-z]))";

const LATIN: readonly Latin[] = [
  {
    pattern: letterPattern(
      String.raw`(?<!\p{L})[Ee]\.\s?g\.(?:,(?= ))?${SPOKEN_OF}|(?<![\p{L}-])[Ee]g(?=[ ,])${SPOKEN_OF}`,
      "gu",
    ),
    plain: "for example",
    safe: true,
  },
  {
    pattern: letterPattern(
      String.raw`(?<!\p{L})[Ii]\.\s?e\.(?:,(?= ))?${SPOKEN_OF}|(?<![\p{L}-])[Ii]e(?=[ ,])${SPOKEN_OF}`,
      "gu",
    ),
    plain: "that is",
    safe: true,
  },
  {
    pattern: letterPattern(
      String.raw`(?<!\p{L})via(?!\p{L})(?! (?:ferrata|media|dolorosa|negativa))${SPOKEN_OF}`,
      "giu",
    ),
    plain: "through",
    safe: true,
  },
  {
    pattern: letterPattern(String.raw`(?<!\p{L})per annum(?!\p{L})`, "giu"),
    plain: "a year",
    safe: true,
  },
  {
    pattern: letterPattern(String.raw`(?<!\p{L})per capita(?!\p{L})`, "giu"),
    plain: "for each person",
    safe: true,
  },
  {
    pattern: letterPattern(String.raw`(?<!\p{L})vice versa(?!\p{L})`, "giu"),
    plain: "the other way round",
    safe: true,
  },
  {
    pattern: letterPattern(String.raw`(?<!\p{L})etc\b\.?`, "giu"),
    plain: "and so on",
    safe: false,
  },
  {
    pattern: letterPattern(String.raw`(?<!\p{L})ad hoc(?!\p{L})`, "giu"),
    plain: "when it is needed",
    safe: false,
  },
  {
    pattern: letterPattern(
      String.raw`(?<!\p{L})(?:pro rata|per se|inter alia|de facto|viz\.?|NB)(?!\p{L})`,
      "gu",
    ),
    plain: NO_WORD,
    safe: false,
  },
];

const STARTS_WITH_CAPITAL = letterPattern(String.raw`^\p{Lu}`, "u");

export const latin = defineRule<Facts>({
  name: "plain/latin",
  severity: "warning",
  canFix: true,
  about: {
    what: "Latin words and their initials: e.g., i.e., etc., via, per annum.",
    why: "Many people do not know which is which, and screen readers spell them out.",
    host: "criterion",
    bad: "asks: Do we pay costs on the day, «e.g.» bus fares?",
    good: "asks: Do we pay costs on the day, for example bus fares?",
  },
  words: ({ found, plain }) => ({
    says: `"${found}" is not everyday English.`,
    why: "Some people in the room will not know what it means.",
    fix: plain === NO_WORD ? "Say it in everyday words." : `Write "${plain}".`,
  }),
  check(subject) {
    if (!isEnglish(subject)) return [];
    const here = LATIN.filter(({ pattern }) => occurs(subject, pattern));
    if (here.length === 0) return [];
    return subject.prose
      .filter(({ role }) => role !== "own-words")
      .flatMap((prose) => here.flatMap((each) => latinIn(prose, each, subject)));
  },
});

function latinIn(
  { path, text }: Prose,
  { pattern, plain, safe }: Latin,
  { source, glossary }: Subject,
): Found<Facts>[] {
  return [...text.matchAll(pattern.in(text))].flatMap((match) => {
    const [found] = match;
    if (Object.hasOwn(glossary, found.toLowerCase())) return [];
    if (isNotOurs(text, { from: match.index, to: match.index + found.length })) return [];
    const at = { path, stretch: [match.index, match.index + found.length] as const };
    const isStart = STARTS_WITH_CAPITAL.in(found).test(found);
    const fresh = isStart ? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}` : plain;
    const edits = safe ? editsAt(source, at, fresh) : [];
    return [{ at, facts: { found, plain: fresh }, edits }];
  });
}
