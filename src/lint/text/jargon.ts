import { occurs, type Subject } from "../subject.ts";
import { letterPattern } from "./lazy-unicode-reg-exp.ts";
import { matchStretches, type Stretch } from "./spans.ts";
import { termsFrom } from "./terms.ts";
import { JARGON, type Jargon } from "./vocabulary/jargon.ts";

interface FoundJargon extends Stretch {
  readonly jargon: Jargon;
}

const alone = (pattern: string, flags: string) =>
  letterPattern(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}-])`, flags);

const PATTERNS = JARGON.map((jargon) => ({ jargon, pattern: alone(jargon.pattern, "giu") }));

// One pattern for all, so that most texts are passed over in one look.
const ANY = alone(JARGON.map(({ pattern }) => pattern).join("|"), "iu");

export function mayHoldJargon(text: string): boolean {
  return ANY.in(text).test(text);
}

/** Office words in a text, but for those the group explains or allows. */
export function jargonIn(text: string, known: readonly string[]): FoundJargon[] {
  if (!mayHoldJargon(text)) return [];
  const allowed = termsFrom(known);
  return PATTERNS.flatMap(({ jargon, pattern }) =>
    matchStretches(text, pattern.in(text))
      .filter((each) => !allowed.cover(each.text))
      .map((each) => ({ ...each, jargon })),
  );
}

/** Two to four capitals, with digits or an ampersand between them and perhaps a small plural s. */
const INITIALS = letterPattern(
  String.raw`(?<![\p{L}\p{N}&])\p{Lu}(?:[\p{Lu}\p{N}]|&(?=\p{Lu})){1,}(?:s|['’]s)?(?![\p{L}\p{N}])`,
  "gu",
);
const TWO_CAPITALS = letterPattern(String.raw`\p{Lu}[\p{Lu}\p{N}&]`, "u");
const CAPITAL = letterPattern(String.raw`\p{Lu}`, "gu");
const WRITTEN_OUT = letterPattern(String.raw`\p{Ll}\s+\((\p{Lu}[\p{Lu}\p{N}&]+)s?\)`, "gu");

/** Whether two capitals stand together anywhere: in most files they do not. */
export function hasInitials(subject: Pick<Subject, "said">): boolean {
  return occurs(subject, TWO_CAPITALS);
}

/** Runs of capitals, without the plural. */
export function initialsIn(text: string): Stretch[] {
  return matchStretches(text, INITIALS.in(text))
    .map((each) => withoutPlural(each))
    .filter(({ text: found }) => (found.match(CAPITAL.in(found)) ?? []).length >= 2);
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
  return new Set([...inBrackets, ...Object.keys(glossary)]);
}

function withoutPlural({ text, from }: Stretch): Stretch {
  const bare = text.replace(/['’]?s$/u, "");
  return { text: bare, from, to: from + bare.length };
}
