import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRealDay } from "../../src/util/dates.ts";

describe("a real day", () => {
  it.each(["2024-02-29", "2000-02-29", "0000-02-29", "0099-12-31", "9999-12-31"])(
    "%s is one",
    (day) => expect(isRealDay(day)).toBe(true),
  );
  it.each([
    "2023-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "26-01-01",
  ])("%s is none", (day) => expect(isRealDay(day)).toBe(false));

  it("is one that the calendar gives back", () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n));
    fc.assert(
      fc.property(part(9999), part(14), part(33), (year, month, day) => {
        const text = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
        const time = Date.parse(`${text}T00:00:00Z`);
        const back = Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
        expect(isRealDay(text)).toBe(back === text);
      }),
      { numRuns: 2000 },
    );
  });
});
