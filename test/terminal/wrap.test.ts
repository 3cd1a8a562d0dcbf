import * as fc from "fast-check";
import fastStringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { displayWidth, wrap } from "../../src/terminal/wrap.ts";
import { visible } from "../../src/util/visible-text.ts";

describe("wrap", () => {
  it("breaks at word ends", () => {
    expect(wrap("people share decisions from the start", 14)).toBe(
      "people share\ndecisions from\nthe start",
    );
  });

  it("indents every line, the first one in its own way", () => {
    expect(wrap("people share decisions", 14, "  ")).toBe("  people share\n  decisions");
    expect(wrap("people share decisions", 16, "    ", "  - ")).toBe(
      "  - people share\n    decisions",
    );
  });

  it("never cuts a word, even one that is too long", () => {
    const address = "https://example.org/a-very-long-address";
    expect(wrap(`see ${address} now`, 12)).toBe(`see\n${address}\nnow`);
  });

  it("keeps line breaks and drops spaces that are too many", () => {
    expect(wrap("one  two\n\nthree ", 40)).toBe("one two\n\nthree");
  });

  it("counts wide signs twice and combining marks not at all", () => {
    expect(wrap("日本 日本 日本", 9)).toBe("日本 日本\n日本");
    expect(wrap("e\u0301e\u0301 e\u0301e\u0301", 5)).toBe("e\u0301e\u0301 e\u0301e\u0301");
  });

  it("breaks between signs of a script that is written without spaces", () => {
    expect(wrap("一二三四五", 6)).toBe("一二三\n四五");
  });

  it("keeps every word in order and no line wider than asked, unless one word is", () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 12, max: 60 }), (words, width) => {
        const lines = wrap(words.join(" "), width).split("\n");
        expect(lines.join(" ").split(" ").filter(Boolean)).toEqual(words);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      }),
      { numRuns: 300 },
    );
  });
});

describe("visible", () => {
  it.each([
    { what: "escape codes", text: "\u001b[31mred\u001b[0m", shown: "[31mred[0m" },
    { what: "a bell and a backspace", text: "a\u0007b\u0008c", shown: "abc" },
    { what: "the second set of control characters", text: "a\u009b31mb", shown: "a31mb" },
    { what: "changes of direction", text: "a\u202eb\u2066c", shown: "abc" },
    { what: "signs without width", text: "\ufeffa\u200bb", shown: "ab" },
    { what: "returns", text: "a\r\nb\rc\u2028d", shown: "a\nb\nc\nd" },
    { what: "tabs", text: "a\tb", shown: "a b" },
  ])("takes $what out of the text", ({ text, shown }) => {
    expect(visible(text)).toBe(shown);
  });

  it("leaves ordinary text alone, in any script", () => {
    const text = "Tŷ Afon, ŵ, 日本, 👩‍👩‍👧, it's fine.";
    expect(visible(text)).toBe(text);
  });
});

it("counts the columns of each character as the library does, whichever way is quicker", () => {
  const wrong = [];
  for (let code = 0; code < 0xd800; code += 1) {
    const character = String.fromCharCode(code);
    if (displayWidth(character) !== fastStringWidth(character)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
