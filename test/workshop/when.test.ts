import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateText } from "../../src/util/dates.ts";
import { isPast, readWhen, spokenTime } from "../../src/workshop/dates.ts";

const TODAY = { year: 2026, month: 11, day: 21 };

describe("a date as people say it", () => {
  it.each([
    ["March 2027", "2027-03", false],
    ["march 2027", "2027-03", false],
    ["by the end of March 2027", "2027-03", false],
    ["31 January 2027", "2027-01-31", false],
    ["January 31st, 2027", "2027-01-31", false],
    ["2027-03", "2027-03", false],
    ["2027-3-5", "2027-03-05", false],
    ["next month", "2026-12", true],
    ["this month", "2026-11", true],
    ["in 3 months", "2027-02", true],
    ["by March", "2027-03", true],
    ["December", "2026-12", true],
    ["Nov", "2026-11", true],
    ["sept.", "2027-09", true],
    ["20 November", "2027-11-20", true],
    ["22 November", "2026-11-22", true],
    ["31/1/27", "2027-01-31", true],
    ["31.01.2027", "2027-01-31", true],
    ["3/2027", "2027-03", true],
    ["31-Mar-27", "2027-03-31", false],
    ["1 April 27", "2027-04-01", false],
    ["29-Feb-2028", "2028-02-29", false],
    ["2027-03-31 00:00:00", "2027-03-31", false],
    ["2027-03-31T00:00:00.000Z", "2027-03-31", false],
    ["next week", "2026-11-28", true],
    ["tomorrow", "2026-11-22", true],
    ["by the end of the year", "2026-12", true],
  ])("%j means %s, worked out: %j", (line, date, guessed) => {
    expect(readWhen(line, TODAY)).toEqual({ date, guessed });
  });

  it.each([
    "spring",
    "soon",
    "31/2/27",
    "32 January 2027",
    "2027",
    "13/2027",
    "29-Feb-27",
    "2027-03-31 14:30",
    "1/2",
    "maybe march 2027",
    "",
    "29 February",
  ])("%j is no date", (line) => {
    expect(readWhen(line, TODAY)).toBeUndefined();
  });

  it("goes on into the next year", () => {
    expect(readWhen("next month", { year: 2026, month: 12, day: 31 })?.date).toBe("2027-01");
    expect(readWhen("tomorrow", { year: 2026, month: 12, day: 31 })?.date).toBe("2027-01-01");
  });

  it("is a month or a day that exists, or nothing, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789/- marchdecnxtothy".split("")) }),
        (line) => {
          const date = readWhen(line, TODAY)?.date ?? "2027-03";
          const day = date.length === 7 ? `${date}-01` : date;
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        },
      ),
    );
  });
});

describe("a date read back", () => {
  it("is said in words", () => {
    expect(dateText("2027-03")).toBe("March 2027");
    expect(dateText("2027-01-05")).toBe("5 January 2027");
    expect(spokenTime({ year: 2026, month: 11, day: 19, hours: 15, minutes: 4 })).toBe(
      "Thursday 19 November at 15:04",
    );
  });

  it.each([
    ["2026-11", false],
    ["2026-10", true],
    ["2026-11-20", true],
    ["2026-11-21", false],
  ])("%s has gone by: %j", (date, expected) => {
    expect(isPast(date, TODAY)).toBe(expected);
  });
});
