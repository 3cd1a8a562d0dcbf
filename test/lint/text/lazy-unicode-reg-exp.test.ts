import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEveryday } from "../../../src/lint/text/ascii-sentences.ts";
import { letterPattern } from "../../../src/lint/text/lazy-unicode-reg-exp.ts";

const SOURCES: readonly (readonly [source: string, flags: string])[] = [
  [String.raw`[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*`, "gu"],
  [String.raw`(?<![\p{L}\p{N}'’-])([\p{L}'’]+)(\s+)\1(?![\p{L}\p{N}'’-])`, "giu"],
  [String.raw`(?<!\p{L})e\.\s?g\.(?:,(?= ))?|(?<!\p{L})eg(?=[ ,])`, "giu"],
  [
    String.raw`(?<![\p{L}\p{N}&])\p{Lu}(?:[\p{Lu}\p{N}]|&(?=\p{Lu})){1,}(?:s|['’]s)?(?![\p{L}\p{N}])`,
    "gu",
  ],
  [String.raw`\p{Ll}\s+\((\p{Lu}[\p{Lu}\p{N}&]+)s?\)`, "gu"],
  [String.raw`\p{Lu}[^\p{L}\]]\[`, "gu"],
];

const signs = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(..."aaAABe.g’‘“” £&-()[]9".split(""), "e.g. ", "the the ", "NHS", "a (AB)"),
);

describe("a pattern over letters", () => {
  const text = fc.array(signs, { maxLength: 30 }).map((parts) => parts.join(""));
  const far = fc.constantFrom("é", "ŵ", "Ä", "٣", "中", "\u{1f600}");

  it.each(SOURCES)("finds in everyday text what the whole pattern finds: %s", (source, flags) => {
    const whole = new RegExp(source, flags);
    const pattern = letterPattern(source, flags);
    fc.assert(
      fc.property(text, (said) => {
        expect(isEveryday(said)).toBe(true);
        expect(pattern.in(said).source).not.toContain("\\p");
        expect(said.match(pattern.in(said))).toEqual(said.match(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(SOURCES)("is the whole pattern for any other text: %s", (source, flags) => {
    fc.assert(
      fc.property(text, far, text, (before, sign, after) => {
        const said = `${before}${sign}${after}`;
        expect(letterPattern(source, flags).in(said).source).toBe(source);
      }),
      { numRuns: 200 },
    );
  });

  it("looks again at a long text that is another one", () => {
    const long = "word ".repeat(1000);
    expect([long, `${long}é`, long].map(isEveryday)).toEqual([true, false, true]);
  });
});
