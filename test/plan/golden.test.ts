import { describe, expect, it } from "vitest";
import type { PlanView } from "../../src/plan/schema/index.ts";
import { anAssessment } from "../support/builders.ts";
import { wholeView } from "../support/plan-views.ts";
import { aFullAssessment, planOf } from "../support/specimen.ts";
import { edgeView } from "./edge.ts";

const whole = wholeView("full");

const VIEWS: Readonly<Record<string, PlanView>> = {
  whole,
  public: planOf(aFullAssessment(), { audience: "public" }),
  nothing: planOf(anAssessment()),
  edge: edgeView(),
};

// The words people read are held here, whole; the other tests say what they must be and why.
it.each(Object.keys(VIEWS))("makes the same plan as ever: %s", async (name) => {
  const text = `${JSON.stringify(VIEWS[name], null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../golden/plan-${name}.json`);
});

describe.each(["summary", "poster", "message"] as const)("a %s", (length) => {
  const short = wholeView(length);

  it("says what the full plan says, and less of it", () => {
    const { paper, people, notices, next, method, short: result, actions } = short;
    expect({ paper: { ...paper, readers: "" }, people, notices, next }).toEqual({
      paper: { ...whole.paper, readers: "" },
      people: whole.people,
      notices: whole.notices,
      next: whole.next,
    });
    expect(method.limits).toEqual(whole.method.limits);
    expect([result.ready, result.place, result.scale, result.next]).toEqual([
      whole.short.ready,
      whole.short.place,
      whole.short.scale,
      whole.short.next,
    ]);
    expect(actions.agreed).toEqual(whole.actions.agreed);
    expect([short.appendix, short.since.questions, short.contents]).toEqual([[], [], []]);
    expect(short.full).toBe(false);
  });

  it("has an end, however much people wrote, and says how much it leaves out", () => {
    const words = "Do what people asked us for in the spring and tell them so. ".repeat(90);
    const many = Array.from({ length: 40 }, (_, at) => ({ id: `a${at + 1}`, do: words }));
    const plan = { decisions: many.map(() => words), risks: many.map(() => ({ risk: words })) };
    const view = planOf(aFullAssessment({ actions: many, plan }), { length });
    expect(view.actions.more).toBe(`And ${40 - view.actions.agreed.length} more in the full plan.`);
    expect(view.decide.more).toBe(`And ${40 - view.decide.asks.length} more in the full plan.`);
    expect(view.risks.more).toBe(`And ${40 - view.risks.list.length} more in the full plan.`);
    expect(view.actions.agreed.length).toBeLessThanOrEqual(8);
    for (const { title } of view.actions.agreed) expect(title).toMatch(/^.{100,240}…$/u);
  });
});
