import { describe, expect, it } from "vitest";
import type { Action } from "../../../src/assessment/schema.ts";
import { anAssessment } from "../../support/builders.ts";
import { planOf } from "../../support/specimen.ts";

type Recorded = Partial<Action>;

function withActions(...given: readonly Recorded[]) {
  const actions = given.map((each, at) => ({ id: `a${at}`, do: `Do ${at}`, ...each }));
  const { money, short } = planOf(anAssessment({ actions }));
  return { money, sentence: short.counts.find((each) => each.startsWith("The costs")) };
}

describe("what the actions cost", () => {
  it.each<[string, string | undefined, Recorded[]]>([
    ["nobody gave a cost", undefined, [{}, { hours: 3 }]],
    ["only a finished one did", undefined, [{ cost: 5, status: "done" }]],
    ["only a dropped one did", undefined, [{ cost: 5, status: "dropped" }]],
    ["all is there", "£5.25, all of it funded.", [{ cost: 5.25, funded: true }, { hours: 2 }]],
    [
      "some is not",
      "£12, of which £7 has no funding yet.",
      [
        { cost: 5, funded: true },
        { cost: 7, funded: false, status: "doing" },
      ],
    ],
    [
      "nobody said for some",
      "£16, of which £7 has no funding yet and £9 may or may not be funded.",
      [{ cost: 7, funded: false }, { cost: 9 }],
    ],
  ])("is said in one sentence where %s", (_, end, actions) => {
    const expected = end === undefined ? undefined : `The costs we know come to ${end}`;
    expect(withActions(...actions).sentence).toBe(expected);
  });

  it("is a table of what is still to do and has a cost or hours", () => {
    const { money } = withActions(
      {},
      { cost: 5, funded: false, status: "planned" },
      { hours: 2.5, status: "doing" },
      { cost: 9, hours: 9, status: "done" },
      { cost: 9, hours: 9, status: "dropped" },
    );
    expect(money?.rows).toEqual([
      { action: "Do 1", cost: "£5", funding: "no funding yet", hours: "Not said" },
      { action: "Do 2", cost: "Not said", funding: "", hours: "2.5 hours" },
    ]);
    expect(money?.totals).toEqual([
      { name: "No funding yet", cost: "£5", hours: "0 hours" },
      { name: "Funding not said", cost: "£0", hours: "2.5 hours" },
      { name: "Total", cost: "£5", hours: "2.5 hours" },
    ]);
  });

  it("is no table where nobody gave any", () => {
    expect(withActions({}, { cost: 1, hours: 1, status: "done" }).money).toBeNull();
  });
});
