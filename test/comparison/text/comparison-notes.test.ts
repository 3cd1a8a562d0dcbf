import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.ts";
import { comparisonNotes } from "../../../src/comparison/text/comparison-outline.ts";
import { anAssessment } from "../../support/builders.ts";

function notes(...given: readonly Partial<Assessment>[]): string {
  return comparisonNotes(
    given.map(({ answers: _, ...each }) => anAssessment({ title: "Lake House", ...each })),
  );
}

describe("what to know before files are compared", () => {
  it.each([
    [{ title: "Lake House, May 2025" }, { title: "Co-production at lake house: workshop 2026" }],
    [{ title: "May 2025" }, { title: "Hope Centre" }],
    [{ title: "The first look" }, { title: "Review, spring 2026" }],
    [
      { title: "Lake House", plan: { charity: "The Lake Trust" } },
      { title: "Our review", plan: { charity: "the lake  trust" } },
    ],
    [{ covers: "The kitchen" }, { covers: "the Kitchen" }, {}],
    [{ started: "2025-01-01" }, {}, { started: "2025-01-01" }],
  ])("is nothing for %j and %j", (...given) => {
    expect(notes(...given)).toBe("");
  });

  it("is that the charities are not the same, where both are named", () => {
    const [lake, hope] = [
      { plan: { charity: "Lake House" } },
      { plan: { charity: "Hope Centre" } },
    ];
    expect(notes(lake, hope)).toBe(
      'These files are of different charities: "Lake House" and "Hope Centre". Results do not compare between charities.\nTo see teams side by side, type coprod together --teams and their files.\n',
    );
  });

  it("is that they may not be the same, where only the titles tell", () => {
    expect(notes({ title: "Lake House, May" }, { title: "Hope Centre, May" })).toContain(
      'may be of different charities: "Lake House, May" and "Hope Centre, May"',
    );
  });

  it("is that teams may be meant, where files with other titles began on one day", () => {
    const [day, next] = ["2026-11-10", "2026-11-11"];
    const [one, two] = ["Team 1", "Team 2"];
    expect(notes({ title: one, started: day }, { title: two, started: day })).toContain(
      'may be of different charities: "Team 1" and "Team 2"',
    );
    expect(notes({ title: one, started: day }, { title: two, started: next })).toBe("");
  });

  it("is that the oldest does not come first", () => {
    expect(notes({ started: "2025-01-01" }, { started: "2024-01-01" })).toMatch(
      /^These files are not in the order/u,
    );
  });
});
