import { describe, expect, it } from "vitest";
import { nearest } from "../../src/util/suggest.ts";

describe("nearest", () => {
  it.each([
    ["a letter left out", "usul", ["usual"]],
    ["a letter too many", "usuaal", ["usual"]],
    ["another letter", "usuel", ["usual"]],
    ["two letters swapped", "usaul", ["usual"]],
    ["capitals", "USUAL", ["usual"]],
    ["a space or an underscore for a hyphen", "Not_Yet", ["not-yet"]],
    ["another word", "purple", []],
    ["nothing", "", []],
  ])("finds what was meant behind %s", (_, typed, near) => {
    expect(nearest(typed, ["not-yet", "in-places", "usual", "shared"])).toEqual(near);
  });

  it("gives at most three names, the nearest first", () => {
    expect(nearest("cat", ["cart", "dog", "cat", "hat", "car"])).toEqual(["cat", "cart", "hat"]);
  });

  it("allows one slip in a short name and a third of a long one", () => {
    expect(nearest("no", ["on"])).toEqual(["on"]);
    expect(nearest("no", ["yes"])).toEqual([]);
    expect(nearest("abcdefghi", ["abcdefxyz"])).toEqual(["abcdefxyz"]);
    expect(nearest("abcdefghi", ["abcdewxyz"])).toEqual([]);
  });

  it("answers at once for a text as long as a page", () => {
    expect(nearest("word ".repeat(4000), ["usual", "shared"])).toEqual([]);
  });
});
