import { defineRule, editsAt } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import { letterPattern } from "../../text/lazy-unicode-reg-exp.ts";

interface Facts {
  readonly found: string;
  readonly right: string;
  readonly next: string;
}

const ARTICLE = letterPattern(
  String.raw`(?<![\p{L}\p{N}'’-])(an?)\s+["'“‘(]?([\p{L}\p{N}][\p{L}\p{N}'’-]*)`,
  "giu",
);
const STARTS_WITH_DIGIT = letterPattern(String.raw`^\p{N}`, "u");
const NO_ARTICLE_BEFORE = letterPattern(String.raw`^(?:\p{N}|level|and|or|to|is)`, "iu");
const STARTS_WITH_CAPITAL = letterPattern(String.raw`^\p{Lu}`, "u");
const CAPITALS = letterPattern(String.raw`^\p{Lu}{2,}s?$`, "u");

/** Written with a vowel, spoken with a consonant. */
const SPOKEN_CONSONANT =
  /^(?:uni(?!n|m)|use|usual|usab|usu|util|uk\b|ut[eo]|euro|eu[l-p]|ewe|one\b|once\b|one-)/iu;
/** Written with an h that is not spoken. */
const SILENT_H = /^(?:hour|honest|honou?r|heir)/iu;
/** Letters whose names start with a vowel: an MP, an NHS. */
const SPOKEN_VOWEL_LETTER = /^[AEFHILMNORSX]/u;

export const aAn = defineRule<Facts>({
  name: "plain/a-an",
  severity: "warning",
  canFix: true,
  about: {
    what: "*a* before a vowel sound, or *an* before a consonant sound. The sound counts: an hour, a user, an MP.",
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
    isEnglish(subject) && hasWrongOne(subject.said)
      ? subject.prose.flatMap(({ path, text }) =>
          [...text.matchAll(ARTICLE.in(text))].flatMap((match) => {
            const [, found = "", next = ""] = match;
            const right = articleFor(found, next);
            if (right === undefined || right === found) return [];
            const at = { path, stretch: [match.index, match.index + found.length] as const };
            const edits = editsAt(subject.source, at, right);
            return [{ at, facts: { found, right, next }, edits }];
          }),
        )
      : [],
});

/** One look at all the texts together is far quicker than one at each. */
function hasWrongOne(said: string): boolean {
  return [...said.matchAll(ARTICLE.in(said))].some(([, found = "", next = ""]) => {
    const right = articleFor(found, next);
    return right !== undefined && right !== found;
  });
}

/** With a small consonant that is always spoken, and not a letter alone. Most words do. */
const STARTS_PLAINLY = /^[b-dfgj-np-tv-z][a-z]/u;

/** Undefined where only a reader can tell: "a" may be a letter, a grade or the name of a level. */
function articleFor(found: string, next: string): string | undefined {
  if (found === "a" && STARTS_PLAINLY.test(next)) return found;
  if (found === "A" && NO_ARTICLE_BEFORE.in(next).test(next)) return undefined;
  if (found === "AN" || found === "aN" || /^[a-z]$/iu.test(next)) return undefined;
  const vowel = startsWithVowelSound(next);
  const right = vowel ? "an" : "a";
  return STARTS_WITH_CAPITAL.in(found).test(found) ? `A${right.slice(1)}` : right;
}

function startsWithVowelSound(word: string): boolean {
  if (STARTS_WITH_DIGIT.in(word).test(word)) return /^(?:8|11(?!\d)|18(?!\d))/u.test(word);
  const isInitials = CAPITALS.in(word).test(word);
  // Without a vowel in it, or short, a run of capitals is read letter by letter.
  if (isInitials && (!/[AEIOU]/u.test(word) || word.length <= 3))
    return SPOKEN_VOWEL_LETTER.test(word);
  if (SILENT_H.test(word)) return true;
  return /^[aeiouàáâäèéêëìíîïòóôöùúûü]/iu.test(word) && !SPOKEN_CONSONANT.test(word);
}
