import { describe, expect, it } from "vitest";
import {
  asSentence,
  capitalised,
  counted,
  inSentence,
  listOf,
  percentWords,
  quoted,
  rangeWords,
} from "../../src/util/words.ts";

describe("counts and lists", () => {
  it("counts one thing and many", () => {
    expect([counted(1, "action"), counted(2, "action")]).toEqual(["1 action", "2 actions"]);
  });

  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("lists %j as %j", (items, text) => {
    expect(listOf(items)).toBe(text);
  });
});

describe("words in a sentence", () => {
  it.each(["Done.", "Is it?", "He said “no.”"])("adds no full stop after %s", (text) => {
    expect(asSentence(text)).toBe(text);
  });

  it.each(["Done", "Is it? No", "“a.”s", "a.b", "(as said)", "a. "])(
    "end with a full stop: %s",
    (text) => {
      expect(asSentence(text)).toBe(`${text}.`);
    },
  );

  it.each(["Done!", "And so on…", "(As said.)", "‘So.'", 'He said "no."'])(
    "keep the sign they end with: %s",
    (text) => {
      expect(asSentence(text)).toBe(text);
    },
  );

  it("give a range both ends, or one name", () => {
    expect([rangeWords(["a", "b"]), rangeWords(["a", "a"])]).toEqual(["between a and b", "a"]);
    expect([percentWords([0, 5]), percentWords([5, 5])]).toEqual(["0% to 5%", "5%"]);
  });

  it("begin with a capital, and quote", () => {
    expect([capitalised("between x"), capitalised(""), quoted("x")]).toEqual([
      "Between x",
      "",
      "“x”",
    ]);
  });

  it("count thousands in groups of three, and one thing as one", () => {
    expect([counted(999, "x"), counted(1000, "x"), counted(1_234_567, "x")]).toEqual([
      "999 xs",
      "1,000 xs",
      "1,234,567 xs",
    ]);
    expect([counted(1, "is", "are"), counted(0, "is", "are")]).toEqual(["1 is", "0 are"]);
  });
});

describe("a name inside a sentence", () => {
  it.each([
    ["Trustees", "trustees"],
    ["NHS staff", "NHS staff"],
    ["A team", "a team"],
    ["staff", "staff"],
  ])("writes %s as %s", (name, text) => {
    expect(inSentence(name)).toBe(text);
  });
});
