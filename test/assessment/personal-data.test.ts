import { describe, expect, it } from "vitest";
import { personalDataIn } from "../../src/assessment/personal-data.ts";

describe("what somebody could be found by", () => {
  it("is found with its place in the text", () => {
    expect(personalDataIn("Jo: jo@example.org or 01632 960123")).toEqual([
      { what: "an e-mail address", from: 4, to: 18 },
      { what: "a telephone number", from: 22, to: 34 },
      { what: "somebody's name", from: 0, to: 2 },
    ]);
  });

  it("is a name with its surname as one", () => {
    expect(personalDataIn("John Smith told us so")).toEqual([
      { what: "somebody's name", from: 0, to: 10 },
    ]);
  });

  it.each(["+44 1632 960123", "(01632) 960 123", "07700 900123"])(
    "is a telephone number: %s",
    (text) => {
      expect(personalDataIn(text).map(({ what }) => what)).toEqual(["a telephone number"]);
    },
  );

  it.each(["CF10 3NQ", "cf10 3nq", "sw1a1aa", "Near M1 1AE."])("is a postcode: %s", (text) => {
    expect(personalDataIn(text).map(({ what }) => what)).toEqual(["a postcode"]);
  });

  it.each([
    "2026-11-21",
    "We spent 10000000 pounds",
    "a1, B2 and 12u",
    "Room 4B",
    "31/1/27",
    "a1 2nd of May",
    "b4 5pm",
  ])("is not %s", (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });
});
