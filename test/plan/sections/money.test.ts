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

describe("what trustees are asked to pay", () => {
  const asked = (...given: readonly Recorded[]) => {
    const actions = given.map((each, at) => ({ id: `a${at + 1}`, do: `Do ${at}`, ...each }));
    return planOf(anAssessment({ actions })).decide.cost;
  };

  it.each<[string, string | null, Recorded[]]>([
    ["nothing is agreed", null, []],
    ["all is done", null, [{ cost: 5, status: "done" }]],
    ["nobody gave a cost", "We have not said yet what the agreed actions cost.", [{}, {}]],
    [
      "one is paid for",
      "The agreed action costs £5.25: all of it is there.",
      [{ cost: 5.25, funded: true }],
    ],
    [
      "none is paid for",
      "The 2 agreed actions cost £12: none of it is there yet.",
      [
        { cost: 5, funded: false },
        { cost: 7, funded: false },
      ],
    ],
    [
      "some is, and some has no cost",
      "The 4 agreed actions cost £4,540: £640 is there and £3,900 is not there yet. We have not said what action 3 costs.",
      [{ cost: 600, funded: true }, { cost: 40, funded: true }, {}, { cost: 3900, funded: false }],
    ],
    [
      "nobody said for some",
      "The 3 agreed actions cost £16: £7 is not there yet and £9 may be there or not. We have not said what action 2 costs.",
      [{ cost: 7, funded: false }, {}, { cost: 9 }],
    ],
  ])("is made from the agreed actions where %s", (_, text, actions) => {
    expect(asked(...actions)).toBe(text);
  });

  it("is not told the public", () => {
    const actions = [{ id: "a1", do: "Go", cost: 5 }];
    expect(planOf(anAssessment({ actions }), { audience: "public" }).decide.cost).toBeNull();
  });
});
