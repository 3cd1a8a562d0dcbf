import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstEnclosing } from "../../src/lint/suppressions/suppress.ts";
import { segmentsOf } from "../../src/lint/text/spans.ts";
import { termsFrom, wordPattern } from "../../src/lint/text/terms.ts";
import { isQuoted } from "../../src/lint/text/untouched.ts";
import { examples } from "../support/examples.ts";

/** What is made quick for very large files says the same as the simple way. */
describe("the quick way", () => {
  it("finds the sentences that the platform finds in the whole text", () => {
    const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });
    const piece = fc.constantFrom(
      ...'We agree.|Dr. |e.g. |No! |why? |\n|1.5 |. |... |) |a |B |é |\u{1f600}|" |: |, |99 |\r\n'.split(
        "|",
      ),
      " ".repeat(300),
      "1 ".repeat(400),
      "word ".repeat(500),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 300, maxLength: 1200 }), (pieces) => {
        const text = pieces.join("");
        const whole = [...segmenter.segment(text)].map(({ segment, index }) => ({
          segment,
          index,
        }));
        expect([...segmentsOf(text)]).toEqual(whole);
      }),
      { numRuns: examples(15, 60) },
    );
  });

  it("knows what is quoted, wherever in a text of many quotations, and which text is asked about", () => {
    const piece = fc.record({ isQuote: fc.boolean(), words: fc.constantFrom("a", "the the") });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const parts = pieces.map(({ isQuote, words }) => (isQuote ? `“${words}”` : words));
        const text = parts.join(" ");
        let from = 0;
        for (const [at, { isQuote, words }] of pieces.entries()) {
          const start = from + (isQuote ? 1 : 0);
          expect(isQuoted(text, { from: start, to: start + words.length })).toBe(isQuote);
          from += (parts[at]?.length ?? 0) + 1;
        }
      }),
    );
  });

  it("finds the terms that a pattern finds", () => {
    const letters = fc.constantFrom(
      "a",
      "b",
      "A",
      "B",
      "s",
      " ",
      "e",
      "'",
      "-",
      ".",
      "é",
      "1",
      "\u{1f600}",
      "power",
      "Power ",
      "es",
      "’s",
    );
    const text = fc.array(letters, { maxLength: 14 }).map((parts) => parts.join(""));
    const word = text.filter((each) => each !== "");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), text, (words, said) => {
        // A small i with a dot of its own is the one letter that folds in two ways.
        fc.pre(!/i|İ|\p{Surrogate}/iu.test(`${words.join("|")}|${said}`));
        const pattern = wordPattern(words) ?? /$^/gu;
        const found = termsFrom(words).find(said);
        expect(found.map(({ text: each }) => each)).toEqual(said.match(pattern) ?? []);
        expect(termsFrom(words).without(said)).toBe(said.replace(pattern, " "));
        expect(termsFrom(words).cover(said)).toBe(said.replace(pattern, "") === "");
        const inside = words.filter((each) => said.search(wordPattern([each]) ?? /$^/gu) >= 0);
        expect([...termsFrom(words).in(said)].toSorted()).toEqual([...new Set(inside)].toSorted());
      }),
      { numRuns: examples(600, 2000) },
    );
  });

  it("finds in a text the same terms of many as of few", () => {
    const some = fc.constantFrom("power", "Voice", "co-production", "pay", "a", "é", "e.g.", "s");
    const pieces = fc.array(fc.oneof(some, fc.constantFrom(" ", "s", "’s", ".", "-", "x")), {
      maxLength: 20,
    });
    // None of these is in the texts.
    const others = Array.from({ length: 300 }, (_, number) => `term${number}`);
    fc.assert(
      fc.property(fc.uniqueArray(some, { minLength: 1 }), pieces, (words, parts) => {
        const said = parts.join("");
        const few = [...termsFrom(words).in(said)].toSorted();
        expect([...termsFrom([...words, ...others]).in(said)].toSorted()).toEqual(few);
      }),
      { numRuns: examples(300, 1000) },
    );
  });

  it("finds the first comment that speaks of a line", () => {
    const line = fc.integer({ min: 1, max: 12 });
    const scope = fc.record({
      from: line,
      to: fc.oneof(line, fc.constant(Number.POSITIVE_INFINITY)),
    });
    const scopes = fc.array(fc.option(scope, { nil: undefined }), { maxLength: 12 });
    fc.assert(
      fc.property(scopes, (all) => {
        const coverer = firstEnclosing(all);
        for (let at = 1; at <= 30; at++) {
          const first = all.findIndex(
            (each) => each !== undefined && each.from <= at && at <= each.to,
          );
          expect(coverer(at) ?? -1).toBe(first);
        }
      }),
      { numRuns: 500 },
    );
  });
});
