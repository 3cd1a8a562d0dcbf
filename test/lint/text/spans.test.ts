import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everydaySentenceEnds, isEveryday } from "../../../src/lint/text/ascii-sentences.ts";
import { sentenceStretches, wordStretches, wordsOf } from "../../../src/lint/text/spans.ts";

/** Said in another way than in the program: pieces with what joins two of them. */
const WORD =
  /[\p{L}\p{N}]+(?:(?:['’/-]|(?<=\p{L})\.(?=\p{L})|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{N}]+)*/gu;
const SEGMENTER = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** Letters, joints, ends of sentences, breaks and signs that lie just beside the quick way's limits. */
const pieces = fc.constantFrom(
  ...[
    "a",
    "Z",
    "9",
    "'",
    "’",
    "-",
    "–",
    " ",
    ".",
    "?",
    "!",
    "…",
    "\n",
    "\u2028",
    "£",
    "é",
    "ŷ",
    "🙂",
    "@",
    "[",
    "`",
    "{",
  ],
  ...["Dr.", "No.", "co-production", "don’t", "“Yes.”", "3.5", "。", "\u0085", "\r\n"],
);
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));

/** Every sign of everyday text, those that matter to sentences more often, and whole words. */
const everydaySigns = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x2010, max: 0x2027 }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(..."aZ9.?!)”’ \n\t\r,;:–—\u2024£".split("")),
  fc.constantFrom("\r\n", ". ", "word ", "Dr. ", "e.g. ", "A.B", "3.5 "),
);
const everydayTexts = fc.array(everydaySigns, { maxLength: 40 }).map((parts) => parts.join(""));

describe("the quick ways through everyday text", () => {
  it("find the words that the pattern finds", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(wordStretches(text).map(({ text: word }) => word)).toEqual(text.match(WORD) ?? []);
        for (const { text: word, from, to } of wordStretches(text)) {
          expect(text.slice(from, to)).toBe(word);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("find the ends of sentences that the platform finds", () => {
    fc.assert(
      fc.property(everydayTexts, (text) => {
        expect(isEveryday(text)).toBe(true);
        const ends = [...SEGMENTER.segment(text)].map(
          ({ segment, index }) => index + segment.length,
        );
        expect(everydaySentenceEnds(text)).toEqual(ends);
      }),
      { numRuns: 20_000 },
    );
  });

  it("see one sentence only where the segmenter does too", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const withWords = [...SEGMENTER.segment(text)].filter(({ segment }) =>
          /[\p{L}\p{N}]/u.test(segment),
        );
        const found = sentenceStretches(text);
        // Titles such as Dr join two of the segmenter's sentences; nothing else does.
        if (!/(?:Dr|No)\./u.test(text)) expect(found).toHaveLength(withWords.length);
        expect(found.flatMap(({ words }) => words)).toEqual(wordsOf(text));
      }),
      { numRuns: 2000 },
    );
  });
});
