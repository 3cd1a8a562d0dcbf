import { defineRule, editsAt, type Found } from "../../rule.ts";
import { isEnglish, type Subject } from "../../subject.ts";
import { articleBefore } from "../../text/articles.ts";
import { letterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import type { Prose } from "../../text/prose.ts";
import { beginsSentence, isQuoted } from "../../text/untouched.ts";

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
      const [whole, found = "", next = ""] = match;
      const { index: from } = match;
      const right = rightFor(text, { from, found, next });
      if (right === undefined || isQuoted(text, { from, to: from + whole.length })) return [];
      const at = { path, stretch: [from, from + found.length] as const };
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
  if (found === "A" && /^\d+(?![\d-])/u.test(next)) return undefined;
  const right = articleBefore(next);
  if (right === undefined || right === found.toLowerCase()) return undefined;
  return found.startsWith("A") ? `A${right.slice(1)}` : right;
}

/** "Plan a is ready": before these a single letter is no article. */
const IS_A_LETTER = /^(?:and|or|is|in|as|at|if|of|on|i|it|us|are|to|an?)$/iu;
