import { defineRule, type Found } from "../../rule.ts";
import type { Prose } from "../../text/prose.ts";
import { foldedWords, runsIn, runsOf, type SourceText } from "../../text/source-text.ts";

interface Facts {
  readonly source: string;
  readonly words: number;
}

export const copied = defineRule<Facts, { words: number }>({
  name: "source/copied",
  severity: "warning",
  about: {
    what: "Eight or more words in a row that a source has too. Sources are looked for in the folder `sources` beside the file: `sources/talk.txt` or `sources/talk.md` is the text of the source `talk`.",
    why: "The words belong to somebody else. And people answer what is said in the words of their own group.",
    host: "section",
    bad: "why: We found that «the people who hold the purse hold the meeting too».",
    good: "why: Whoever decides about money decides a great deal else.",
  },
  options: {
    words: {
      about: "From how many words in a row on",
      values: { workshop: 8, "easy-read": 8, specialist: 8 },
    },
  },
  words: ({ source, words }) => ({
    says: `These ${words} words in a row are also in the source "${source}".`,
    why: "They belong to somebody else.",
    fix: "Say it in your own words.",
  }),
  check: ({ prose, surroundings: { sources } }, { words: length }) =>
    prose
      .filter(({ role }) => role !== "own-words")
      .flatMap((each) =>
        sources.flatMap((source) =>
          source.text === undefined ? [] : copies(each, source, length),
        ),
      ),
});

function copies(prose: Prose, source: SourceText, length: number): Found<Facts>[] {
  if (prose.words.length < length) return [];
  const { path, text, placedWords: words } = prose;
  const known = runsOf(source, length);
  const folded = words.flatMap((word) => foldedWords(word.text).slice(0, 1));
  const found: Found<Facts>[] = [];
  let end = 0;
  for (const [start, run] of runsIn(folded, length).entries()) {
    if (start < end || !known.has(run)) continue;
    end = endOfCopy(folded, start, { known, length });
    const stretch = [words[start]?.from ?? 0, words[end - 1]?.to ?? text.length] as const;
    found.push({ at: { path, stretch }, facts: { source: source.id, words: end - start } });
  }
  return found;
}

/** A longer copy is as many runs, each one word further on. */
function endOfCopy(
  words: readonly string[],
  start: number,
  { known, length }: { readonly known: ReadonlySet<string>; readonly length: number },
): number {
  let end = start + length;
  while (end < words.length && known.has(words.slice(end - length + 1, end + 1).join(" ")))
    end += 1;
  return end;
}
