import { describe, expect, it } from "vitest";
import { anAssessment } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

function when(by: string, date: string | undefined = undefined): string | undefined {
  const assessment = anAssessment({ rubrics: [], actions: [{ id: "a1", do: "Go", by }] });
  return planOf(assessment, { date }).actions.timeline[0]?.when;
}

describe("the quarter in which something is due", () => {
  it.each([
    ["2026-01-01", "By 31 March 2026"],
    ["2026-03-31", "By 31 March 2026"],
    ["2026-04-01", "By 30 June 2026"],
    ["2026-06", "By 30 June 2026"],
    ["2026-07", "By 30 September 2026"],
    ["2026-09-30", "By 30 September 2026"],
    ["2026-10-01", "By 31 December 2026"],
    ["2026-12", "By 31 December 2026"],
  ])("ends after %s: %s", (by, expected) => {
    expect(when(by)).toBe(expected);
  });

  it("ends a month with its last day, also in a leap year", () => {
    expect(when("2028-02", "2027-12-01")).toBe("In the next 90 days, by 29 February 2028");
    expect(when("2028-02", "2027-11-30")).toBe("By 31 March 2028");
  });
});
