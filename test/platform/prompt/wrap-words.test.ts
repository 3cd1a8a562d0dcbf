import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, wrapWords } from "../../../src/platform/prompt/line-prompt.ts";

describe("wrapping a prompt", () => {
  it.each([
    ["a line that fits", "Our answer:", 20, ["Our answer:"]],
    ["between words", "Who will make sure it happens?", 20, ["Who will make sure", "it happens?"]],
    ["at the very last column", "one two", 3, ["one", "two"]],
    ["a word that is too long", "abcdefgh", 3, ["abc", "def", "gh"]],
    ["wide signs by their columns", "ことば (3 here):", 12, ["ことば (3", "here):"]],
    ["no sign cut in two", "ことば", 3, ["こ", "と", "ば"]],
    [
      "marks that stay on their letter",
      "e\u0301e\u0301e\u0301e\u0301",
      2,
      ["e\u0301e\u0301", "e\u0301e\u0301"],
    ],
    ["an emoji of several parts in one piece", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]],
  ])("breaks %s", (_, text, width, lines) => {
    expect(wrapWords(text, width)).toEqual(lines);
  });

  it("loses nothing but the spaces at the breaks, and makes no line too wide", () => {
    const unit = fc.constantFrom(..."ab -ŷé日🎉".split(""), "👩‍👧", "e\u0301", " ");
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, width) => {
          const lines = wrapWords(text, width);
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
        },
      ),
    );
  });
});
