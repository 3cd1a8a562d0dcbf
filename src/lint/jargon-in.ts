import { matchStretches, type Stretch } from "./stretches.ts";
import { termsFrom } from "./terms.ts";
import { JARGON, type Jargon } from "./vocabulary/jargon.ts";

export interface FoundJargon extends Stretch {
  readonly jargon: Jargon;
}

const PATTERNS = JARGON.map((jargon) => ({
  jargon,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${jargon.pattern})(?![\\p{L}\\p{N}-])`, "giu"),
}));

// One pattern for all, so that most texts are passed over in one look.
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${JARGON.map(({ pattern }) => pattern).join("|")})(?![\\p{L}\\p{N}-])`,
  "iu",
);

/** Office words in a text, but for those the group explains or allows. */
export function jargonIn(text: string, known: readonly string[]): FoundJargon[] {
  if (!ANY.test(text)) return [];
  const allowed = termsFrom(known);
  return PATTERNS.flatMap(({ jargon, pattern }) =>
    matchStretches(text, pattern)
      .filter((each) => !allowed.cover(each.text))
      .map((each) => ({ ...each, jargon })),
  );
}
