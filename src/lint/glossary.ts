import { isFields } from "../source/same-value.ts";

/** Whether a value that may be anything is terms with their explanations. */
export function isGlossary(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((each) => typeof each === "string");
}

/** A pattern for any of the words, longest first; a plural or a possessive counts as the same. Undefined for none. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const parts = [...words].sort((a, b) => b.length - a.length).map(escapeForPattern);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${parts.join("|")})(?:s|es|['’]s)?(?![\\p{L}\\p{N}])`,
    "giu",
  );
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
