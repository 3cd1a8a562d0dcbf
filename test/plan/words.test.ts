import { describe, expect, it } from "vitest";
import { oneLine, paragraphs } from "../../src/plan/tidy.ts";
import { asSentence, hoursText, listed, moneyText, plural, toPence } from "../../src/plan/words.ts";

describe("words for numbers", () => {
  it.each([
    [1450, "£1,450"],
    [600.5, "£600.50"],
    [0.1 + 0.2, "£0.30"],
    [1234567.89, "£1,234,567.89"],
    [0, "£0"],
  ])("writes %d pounds as %s", (pounds, text) => {
    expect(moneyText(toPence(pounds))).toBe(text);
  });

  it("counts hours to two decimals at most", () => {
    expect([1, 12, 1.5, 0.1 + 0.2].map(hoursText)).toEqual([
      "1 hour",
      "12 hours",
      "1.5 hours",
      "0.3 hours",
    ]);
  });

  it("counts one thing and many", () => {
    expect([plural(1, "action"), plural(2, "action")]).toEqual(["1 action", "2 actions"]);
  });

  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("lists %j as %j", (items, text) => {
    expect(listed(items)).toBe(text);
  });

  it.each(["Done.", "Is it?", "He said “no.”"])("adds no full stop after %s", (text) => {
    expect(asSentence(text)).toBe(text);
  });
});

describe("people's own text", () => {
  it("becomes one line without control characters or marks that turn text around", () => {
    expect(oneLine(" a\u0000 \r\n\tb\u202e\u0085c ")).toBe("a b c");
  });

  it("keeps its paragraphs where it may have several", () => {
    expect(paragraphs("One.\r\n\r\nTwo\nthree\u2028four\n")).toEqual([
      "One.",
      "Two",
      "three",
      "four",
    ]);
  });
});
