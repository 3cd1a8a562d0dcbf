import { occurs, type Subject } from "../subject.ts";
import { letterPattern } from "./lazy-unicode-reg-exp.ts";
import { matchStretches, type Stretch } from "./spans.ts";
import { isQuoted } from "./untouched.ts";
import { isRatherInitials, isStressed } from "./vocabulary/small-words.ts";

/** Two or more capitals, with digits or an ampersand between them and perhaps a small plural s. */
const CAPITALS = letterPattern(
  String.raw`(?<![\p{L}\p{N}&])\p{Lu}(?:[\p{Lu}\p{N}]|&(?=\p{Lu})){1,}(?:s|['’]s)?(?![\p{L}\p{N}])`,
  "gu",
);
const TWO_CAPITALS = letterPattern(String.raw`\p{Lu}[\p{Lu}\p{N}&]`, "u");
const CAPITAL = letterPattern(String.raw`\p{Lu}`, "gu");
const WRITTEN_OUT = letterPattern(String.raw`\p{Ll}\s+\((\p{Lu}[\p{Lu}\p{N}&]+)s?\)`, "gu");
/** Words in capitals, one behind the other. */
const CAPITAL_WORDS = letterPattern(
  String.raw`(?<![\p{L}\p{N}&-])\p{Lu}[\p{Lu}'’]*(?:[\s,;:–-]+\p{Lu}[\p{Lu}'’]*)+(?![\p{L}\p{N}&])`,
  "gu",
);

/** Whether two capitals stand together anywhere: in most files they do not. */
export function hasInitials(subject: Pick<Subject, "said">): boolean {
  return occurs(subject, TWO_CAPITALS);
}

/** Runs of capitals that stand for other words, without the plural: none that somebody only stresses. */
export function initialsIn(text: string): Stretch[] {
  return capitalsIn(text).initials;
}

/** Words, and whole sentences, that somebody wrote in capitals for stress. */
export function shoutedIn(text: string): Stretch[] {
  return capitalsIn(text).shouted;
}

interface Capitals {
  readonly initials: Stretch[];
  readonly shouted: Stretch[];
}

function capitalsIn(text: string): Capitals {
  const sentences = shoutedSentences(text);
  const inside = (at: number) => sentences.some(({ from, to }) => from <= at && at < to);
  const alone = matchStretches(text, CAPITALS.in(text))
    .filter(({ from }) => !inside(from))
    .map((each) => withoutPlural(each))
    .filter(({ text: found }) => (found.match(CAPITAL.in(found)) ?? []).length >= 2)
    .filter((each) => !isQuoted(text, each));
  const isShouted = (each: Stretch) =>
    isNoInitials(each.text) || (isStressed(each.text) && !isRatherInitials(text, each));
  return {
    initials: alone.filter((each) => !isShouted(each)),
    shouted: [...sentences, ...alone.filter(isShouted)],
  };
}

/** Initials that are said letter by letter, or like a word, are shorter. */
const LONGEST_INITIALS = 8;

function isNoInitials(capitals: string): boolean {
  return capitals.length > LONGEST_INITIALS && !/[&\d]|^[^AEIOUY]{4}/u.test(capitals);
}

/** Two stressed words in a row, or more of which half are. */
function shoutedSentences(text: string): Stretch[] {
  return matchStretches(text, CAPITAL_WORDS.in(text))
    .filter((run) => {
      const words = run.text.split(/[\s,;:–-]+/u).filter(({ length }) => length > 1);
      const stressed = words.filter((word) => isStressed(word));
      return words.length > 1 && stressed.length >= Math.max(2, words.length / 2);
    })
    .filter((run) => !isQuoted(text, run));
}

interface Explaining extends Pick<Subject, "glossary"> {
  readonly prose: readonly { readonly text: string }[];
}

/** Initials that the glossary has, or that some text of the file writes out: "integrated care board (ICB)". */
export function explainedInitials({ glossary, prose }: Explaining): ReadonlySet<string> {
  const terms = Object.entries(glossary).flat();
  const texts = [...terms, ...prose.map(({ text }) => text)];
  const inBrackets = texts.flatMap((text) =>
    [...text.matchAll(WRITTEN_OUT.in(text))].map(([, found = ""]) => found),
  );
  const inGlossary = Object.keys(glossary).flatMap((term) => [term, bareInitials(term)]);
  return new Set([...inBrackets, ...inGlossary]);
}

/** `T&Cs`, `LGBTQ+` and `COVID-19` explain what is found of them in a text: T&C, LGBTQ and COVID. */
function bareInitials(term: string): string {
  return term.replace(/-\d+$|[+*]+$/u, "").replace(/['’]?s$/u, "");
}

function withoutPlural({ text, from }: Stretch): Stretch {
  const bare = text.replace(/['’]?s$/u, "");
  return { text: bare, from, to: from + bare.length };
}
