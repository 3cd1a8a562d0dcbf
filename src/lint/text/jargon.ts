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
