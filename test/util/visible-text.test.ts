import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  flatText,
  jsonText,
  onOneLine,
  visible,
  withoutCommands,
} from "../../src/util/visible-text.ts";

describe("a line that a service would take for a command", () => {
  it.each([
    ["::error file=x::pwned", ": :error file=x::pwned"],
    ["T\n  ::add-mask::x", "T\n  : :add-mask::x"],
    ["##[error]x", "# #[error]x"],
  ])("%j is none any more", (text, shown) => {
    expect(withoutCommands(text)).toBe(shown);
  });

  it.each(["::: note", "a ::error::b", "std::vector", "10::20"])("%j is as it was", (text) => {
    expect(withoutCommands(text)).toBe(text);
  });
});

describe("JSON that is printed", () => {
  it("holds no line break and nothing that cannot be seen", () => {
    const value = { title: "T\n\u009b31m\u202e\u200f\u200bx", list: [1, null, " a  b "] };
    expect(JSON.parse(jsonText(value))).toEqual({ title: "T 31mx", list: [1, null, "a b"] });
  });
});

describe("a value with every text on one line", () => {
  const sign = fc.constantFrom(
    "a",
    " ",
    "\\",
    '"',
    "\n",
    "\t",
    "\u00ad",
    "\u2028",
    "\ud800",
    ":",
    ",",
    "[",
  );
  const text = fc.string({ unit: fc.oneof(sign, fc.string({ unit: "binary", maxLength: 1 })) });

  it("has each of its texts as it is alone", () => {
    fc.assert(
      fc.property(fc.array(text), text, (list, inner) => {
        const value = { list, more: [{ inner, none: undefined }, 3, null] };
        const more = [{ inner: flatText(inner), none: undefined }, 3, null];
        expect(onOneLine(value)).toEqual({ list: list.map(flatText), more });
      }),
      { numRuns: 2_000 },
    );
  });

  it("is itself where nothing has to change, such as most plans", () => {
    const value = { title: 'We said "no" (twice): a, b', levels: [1, { name: "Ours" }] };
    expect(onOneLine(value)).toBe(value);
  });
});

it("keeps the lines of a text", () => {
  expect(visible("a\r\nb\u2028c\u001b[1m\td")).toBe("a\nb\nc[1m d");
});

it("takes out what Unicode calls a control or a mark of direction, and nothing else of the first plane but four", () => {
  // A soft hyphen comes along from web pages and word processors; see findings/poppler-loses-the-words-after-a-no-break-space.sh
  // for what poppler 22.12.0 makes of one in a PDF.
  const unseen = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060\ufeff]/u;
  const wrong = [];
  for (let code = 0; code < 0xffff; code += 1) {
    const character = String.fromCharCode(code);
    const expected = unseen.test(character) && !/[\t-\r\u0085]/u.test(character);
    if ((visible(`a${character}b`) === "ab") !== expected) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
