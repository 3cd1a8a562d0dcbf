import { expect, it } from "vitest";
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

it("says in a summary what the full plan says, and less of it", () => {
  const summary = wholeView("summary");
  const withoutPercents = (was: string | null) => was?.replace(/, [\d% to]+/u, "") ?? null;
  const shorter = (row: PlanView["principles"][number]) => ({
    ...row,
    means: null,
    was: withoutPercents(row.was),
  });
  expect(summary).toEqual({
    ...whole,
    full: false,
    paper: { ...whole.paper, readers: "A summary for trustees, not for publishing." },
    short: {
      ...whole.short,
      strengths: whole.short.strengths.slice(0, 2),
      gaps: whole.short.gaps.slice(0, 2),
    },
    since: { ...whole.since, questions: [] },
    principles: whole.principles.map(shorter),
    foundations: whole.foundations.map(shorter),
    appendix: [],
  });
});
