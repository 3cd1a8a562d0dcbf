import { describe, expect, it } from "vitest";
import {
  actionNumbers,
  hoursText,
  moneyText,
  paragraphs,
  textsIn,
  toPence,
} from "../../src/plan/words.ts";
import { flatText, onOneLine } from "../../src/util/visible-text.ts";

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

  it("counts pence, thousands and actions as people do", () => {
    expect([actionNumbers(["1"]), actionNumbers(["1", "2"])]).toEqual([
      "action 1",
      "actions 1 and 2",
    ]);
    expect([moneyText(5), moneyText(100_000), toPence(1.005)]).toEqual(["£0.05", "£1,000", 100]);
    expect([hoursText(1.004), hoursText(0.125)]).toEqual(["1 hour", "0.13 hours"]);
  });
});

describe("people's own text", () => {
  it("becomes one line without control characters or marks that turn text around", () => {
    expect(flatText(" a\u0000 \r\n\tb\u202e\u0085c ")).toBe("a b c");
  });

  it("keeps its paragraphs where it may have several", () => {
    expect(paragraphs("One.\r\n\r\nTwo\nthree\u2028four\n")).toEqual([
      "One.",
      "Two",
      "three",
      "four",
    ]);
  });

  it.each([
    "\u0000",
    "\u001b",
    "\u007f",
    "\u009f",
    "\u200b",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ufeff",
  ])("loses what cannot be seen: %j", (sign) => {
    expect(flatText(`a${sign}b`)).toBe("ab");
  });

  it.each(["\t", "\n", "\v", "\f", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "   ", "\u00a0"])(
    "has one space for white space: %j",
    (sign) => {
      expect(flatText(`a${sign}b`)).toBe("a b");
    },
  );

  it("is one paragraph a line, however lines end, and none where there is no text", () => {
    expect(paragraphs("a\rb\u0085c\u2029d\r\ne\n \n f ")).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect([paragraphs(undefined), paragraphs(""), paragraphs(" \n ")]).toEqual([[], [], []]);
  });

  it("is tidied and found wherever it stands, and other values are left alone", () => {
    const value = { a: " x ", b: [" y\n", { c: null, d: 1, e: true }], f: undefined };
    expect(onOneLine(value)).toStrictEqual({
      a: "x",
      b: ["y", { c: null, d: 1, e: true }],
      f: undefined,
    });
    expect(textsIn({ a: "x", b: ["y", { c: null, d: "z" }], e: 1 })).toEqual(["x", "y", "z"]);
  });
});
