import { describe, expect, it } from "vitest";
import { excerpt, linesOf } from "../../../src/lint/reporters/message.ts";
import { displayWidth } from "../../../src/terminal/wrap.ts";

const at = (line: number, column: number, endColumn = column + 1, endLine = line) => ({
  line,
  column,
  endLine,
  endColumn,
});

const shown = (text: string, place: ReturnType<typeof at>) =>
  excerpt(linesOf(text)[place.line - 1], place);

describe("the line of a problem", () => {
  it("has a caret under what is meant", () => {
    expect(shown("a: 1\nbc: 2\n", at(2, 1, 3))).toEqual(["  2 | bc: 2", "    | ^^"]);
  });

  it("keeps the caret in its column behind wide and narrow signs", () => {
    expect(shown("{ a: 😀ŵ, b: 1 }", at(1, 11, 12))).toEqual([
      "  1 | { a: 😀ŵ, b: 1 }",
      "    |           ^",
    ]);
    expect(displayWidth("{ a: 😀ŵ, ")).toBe(10);
  });

  it("marks to the end of the line what goes on below", () => {
    expect(shown("a:\n  b: 1  \n  c: 2\n", at(2, 3, 7, 3))).toEqual([
      "  2 |   b: 1",
      "    |   ^^^^",
    ]);
  });

  it("always has one caret, even where there is nothing", () => {
    expect(shown("title:", at(1, 7, 7))).toEqual(["  1 | title:", "    |       ^"]);
  });

  it("is left out for a blank line and beyond the end", () => {
    expect(shown("a: 1\n   \n", at(2, 1))).toEqual([]);
    expect(shown("a: 1\n", at(9, 1))).toEqual([]);
  });

  it("makes room for the number of the line", () => {
    const [line, caret] = shown(`${"\n".repeat(99)}a: 1`, at(100, 1));
    expect(line).toBe("  100 | a: 1");
    expect(caret).toBe("      | ^");
  });

  it("cuts a long line around the place", () => {
    const text = `${"x".repeat(200)}HERE${"y".repeat(200)}`;
    const [line = "", caret = ""] = shown(text, at(1, 201, 205));
    expect(line.length).toBeLessThanOrEqual(84);
    expect(line.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("HERE");
  });

  it("takes tabs and other blanks for one space each", () => {
    expect(shown("a:\tb\u2028c", at(1, 6, 7))).toEqual(["  1 | a: b c", "    |      ^"]);
  });
});
