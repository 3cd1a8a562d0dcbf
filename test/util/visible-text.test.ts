import { describe, expect, it } from "vitest";
import { jsonText, visible, withoutCommands } from "../../src/util/visible-text.ts";

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
