import { describe, expect, it } from "vitest";
import { guideVocabulary, searchGuide, searchWords } from "../../src/guide/search.ts";
import { aGuide, aPage } from "../support/guide.ts";

const guide = aGuide([
  aPage({ id: "power-in-the-room", title: "Power in the room", words: ["boss", "them and us"] }),
  aPage({ id: "no-money", title: "Told to start with no money", when: "Nobody pays for it." }),
  aPage({ id: "cafe", title: "Meet in a café", say: ["Power shifts where people feel at home."] }),
  aPage({ id: "paying-people", title: "Paying people", try: ["Offer a voucher."] }),
]);

const found = (typed: string) => searchGuide(guide, typed).map(({ id }) => id);

describe("searching the guide", () => {
  it.each([
    ["an exact id is that page alone", "power-in-the-room", ["power-in-the-room"]],
    ["an exact title is that page alone", "Power in the Room", ["power-in-the-room"]],
    ["the best match comes first", "power", ["power-in-the-room", "cafe"]],
    ["several words narrow it", "power home", ["cafe"]],
    [
      "a word that is nowhere leaves those that the other names",
      "power zebra",
      ["power-in-the-room"],
    ],
    ["words that are nowhere leave nothing", "zebra stripes", []],
    ["a word of the prose names no page", "home zebra", []],
    ["accents and capitals do not matter", "CAFE", ["cafe"]],
    ["accents may be typed", "café", ["cafe"]],
    ["the start of a word is enough", "vouch", ["paying-people"]],
    ["another ending is no hindrance", "vouchers", ["paying-people"]],
    ["extra words of the page count", "boss", ["power-in-the-room"]],
    ["small words are passed over", "what is the boss", ["power-in-the-room"]],
    ["so is whoever it is about", "somebody at home", ["cafe"]],
    ["two letters must be a whole word", "no", ["no-money"]],
    ["signs are no words", "?!", []],
  ])("%s", (_, typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  it("keeps the guide's order among pages that fit equally well", () => {
    const even = aGuide([
      aPage({ id: "b", title: "Tea one" }),
      aPage({ id: "a", title: "Tea two" }),
    ]);
    expect(searchGuide(even, "tea").map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("searches by small words where nothing else was typed", () => {
    expect(searchWords("who are you")).toEqual(["who", "are", "you"]);
    expect(searchWords("who is the boss")).toEqual(["boss"]);
  });

  it("knows the telling words of its pages, each once", () => {
    const words = guideVocabulary(guide);
    expect(words).toContain("voucher");
    expect(words).not.toContain("the");
    expect(new Set(words).size).toBe(words.length);
  });
});
