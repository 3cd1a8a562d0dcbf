import { isEveryday } from "./ascii-sentences.ts";

/** A pattern that speaks of letters and digits of any language (`\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{N}`). */
export interface LetterPattern {
  /** The pattern to look with in a text. Made when it is first asked for. */
  readonly in: (text: string) => RegExp;
}

/**
 * The tables of all the world's letters take about a millisecond to build for each pattern, which a short run feels.
 * Everyday English has no letters but those of ASCII, so there the same pattern over those finds the same.
 */
export function letterPattern(source: string, flags: string): LetterPattern {
  let full: RegExp | undefined;
  let everyday: RegExp | undefined;
  return {
    in(text) {
      if (isEveryday(text)) {
        // With `u` the platform looks for pairs of halves, which takes twice as long, and such text has none.
        everyday ??= warmed(new RegExp(everydaySource(source), flags.replace("u", "")));
        return everyday;
      }
      full ??= warmed(new RegExp(source, flags));
      return full;
    },
  };
}

/** V8 makes fast code of a pattern after its first use, so that one had better not be on all the prose of a file. */
function warmed(pattern: RegExp): RegExp {
  pattern.test("");
  return pattern;
}

const SETS: Readonly<Record<string, string>> = {
  "\\p{L}": "A-Za-z",
  "\\p{Lu}": "A-Z",
  "\\p{Ll}": "a-z",
  "\\p{N}": "0-9",
};

function everydaySource(source: string): string {
  let isInClass = false;
  return source.replace(/\\p\{\w+\}|\\.|[[\]]/gu, (part) => {
    if (part === "[" || part === "]") isInClass = part === "[";
    const set = SETS[part];
    if (set === undefined) return part;
    return isInClass ? set : `[${set}]`;
  });
}
