import { describe, expect, it } from "vitest";
import { dateText, isLate } from "../../src/util/dates.ts";

describe("dates in words", () => {
  it.each([
    ["2026-11-12", "12 November 2026"],
    ["2027-03-01", "1 March 2027"],
    ["2027-09", "September 2027"],
  ])("writes %s as %s", (value, text) => {
    expect(dateText(value)).toBe(text);
  });
});

describe("being late", () => {
  it.each([
    ["the day before", "2026-12-11", true],
    ["the day itself", "2026-12-12", false],
    ["a month that is over", "2026-11", true],
    ["the month we are in", "2026-12", false],
    ["the month that comes", "2027-01", false],
    ["the day after", "2026-12-13", false],
    ["no date", undefined, false],
  ])("is judged by the plan's own day: %s", (_, by, late) => {
    expect(isLate(by, "2026-12-12")).toBe(late);
  });

  it("cannot be judged without a day", () => {
    expect(isLate("2020-01-01", undefined)).toBe(false);
  });
});
