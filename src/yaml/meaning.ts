import { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } from "js-yaml";

export const UNSURE = Symbol("unsure");

const MEANINGS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];
/** What no text is, begins with one of these. */
const PERHAPS_NO_TEXT = /^[-+.~0-9nNtTfF]/u;

const WITH_EXPONENT = /^[-+.0-9]+e[-+0-9]+$/iu;

/** What is written without quotes, as a value; `UNSURE` where the two parsers do not agree. */
export function meaningOf(written: string): unknown {
  if (!PERHAPS_NO_TEXT.test(written)) return written;
  // Where such a number is too large, one takes it for a text.
  if (WITH_EXPONENT.test(written)) return UNSURE;
  for (const { resolve, tagName } of MEANINGS) {
    const meaning = resolve(written, false, tagName);
    if (meaning !== NOT_RESOLVED) return meaning;
  }
  return written;
}
