import { isFields } from "../../util/values.ts";

/** Whether a value that may be anything is terms with their explanations. */
export function isGlossary(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((each) => typeof each === "string");
}

/** The patterns made last: the same glossary is asked about by many rules, and a pattern is slow to make. */
const made = new Map<string, RegExp>();
const MOST_KEPT = 500;

/** A pattern for any of the words, longest first; a plural or a possessive counts as the same. Undefined for none. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const key = words.join("\n");
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MOST_KEPT) made.clear();
  const pattern = makePattern(words);
  made.set(key, pattern);
  return pattern;
}

function makePattern(words: readonly string[]): RegExp {
  const parts = [...words].sort((a, b) => b.length - a.length).map(escapeForPattern);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${parts.join("|")})(?:s|es|['’]s)?(?![\\p{L}\\p{N}])`,
    "giu",
  );
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
