import { describe, expect, it } from "vitest";
import { contentHash } from "../../src/util/content-hash.ts";

describe("contentHash", () => {
  it("says what it is, in 32 digits", () => {
    expect(contentHash({ a: 1 })).toMatch(/^sha256-[0-9a-f]{32}$/u);
  });

  it("is the same for the same content in another order of fields", () => {
    expect(contentHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(
      contentHash({ b: { d: null, c: [1, 2] }, a: 1 }),
    );
  });

  it("never changes, so that old files are known again", () => {
    expect(contentHash({ asks: "Tŷ?", levels: ["a", "b"] })).toBe(
      "sha256-fdaff3ca420202fdb98d4b1e1c2d1daa",
    );
  });

  it.each([
    ["a value", { a: 1, b: [1, 2] }, { a: 2, b: [1, 2] }],
    ["a name", { a: 1 }, { b: 1 }],
    ["the order of a list", { a: [1, 2] }, { a: [2, 1] }],
    ["a number for its text", { a: 1 }, { a: "1" }],
    ["a name that every object has", { a: 1 }, JSON.parse('{ "a": 1, "__proto__": 2 }')],
  ])("changes with %s", (_, before, after) => {
    expect(contentHash(before)).not.toBe(contentHash(after));
  });
});
