import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Response } from "../../src/assessment/schema.ts";
import { gatherInput, needsTalk } from "../../src/plan/input.ts";
import { orderSteps, type PlanStep } from "../../src/plan/order-actions.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { isCopy, withSharedAnswers } from "../../src/rubric/same-as.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { anAssessment } from "../support/builders.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { seeded } from "../support/seeded.ts";

const ROOMS = 2000;
const VISIBLE = 7;

const apart = ["principles", "barriers"].map((id): Rubric => {
  const path = join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`);
  const { rubric } = parseRubric(path, readFileSync(path, "utf8"));
  if (rubric === undefined) throw new Error(`${id} is not sound.`);
  return rubric;
});
/** As they are asked together: what both ask is asked once. */
const rubrics = withSharedAnswers(apart);
const random = seeded(20_261_130);
const plans = Array.from({ length: ROOMS }, () => visibleOf(aRoom()));

/** The same simulation of the questions before they were made anew, by the audit. */
const BEFORE = { none: "88 of 100", first: "58 of 100 (nobody-out-of-pocket)" };

/** What a plan with no recorded action shows of one made-up room. */
function visibleOf(answers: Readonly<Record<string, Response>>): readonly PlanStep[] {
  const assessment = anAssessment({ rubrics, answers });
  const options = { date: undefined, length: "full", audience: "trustees" } as const;
  const input = gatherInput(assessment, scoreAssessment(assessment), options);
  return orderSteps(input)
    .slice(0, VISIBLE)
    .filter(({ waits }) => !waits);
}

/** One hidden level for the charity, noise for each section and question; 5% unsure, 4% not agreed, 2% not asked. */
function aRoom(): Record<string, Response> {
  const charity = random();
  const answers: Record<string, Response> = {};
  for (const { sections } of rubrics) {
    for (const { criteria } of sections) {
      const part = charity + (random() - 0.5) * 0.4;
      for (const criterion of criteria.filter((each) => !isCopy(each))) {
        const response = aResponse(criterion, part + (random() - 0.5) * 0.5);
        if (response !== undefined) answers[criterion.key] = response;
      }
    }
  }
  return answers;
}

function aResponse({ levels }: Criterion, share: number): Response | undefined {
  const chance = random();
  const top = levels.length - 1;
  const at = Math.max(0, Math.min(top, Math.round(share * top)));
  const id = (level: number) => levels[Math.max(0, Math.min(top, level))]?.id ?? "";
  if (chance < 0.02) return undefined;
  if (chance < 0.07) return { answer: "unsure" };
  if (chance < 0.11 && at > 0) return { answer: "differ", from: id(at - 1), to: id(at) };
  return { answer: id(at) };
}

describe(`the plans of ${ROOMS} made-up rooms`, () => {
  it("show three written steps or more in 95 of 100", () => {
    const isWritten = ({ kind }: PlanStep) => kind === "fix" || kind === "improve";
    const poor = plans.filter((plan) => plan.filter(isWritten).length < 3);
    const none = plans.filter((plan) => !plan.some(({ kind }) => kind === "improve"));
    process.stdout.write(
      `\nno step to improve by: ${BEFORE.none} -> ${share(none.length)} of 100\n3 written steps: ${share(ROOMS - poor.length)} of 100\n`,
    );
    expect(share(ROOMS - poor.length)).toBeGreaterThanOrEqual(95);
  });

  it("show at most two talks and two times finding out", () => {
    const count = (plan: readonly PlanStep[], kind: string) =>
      plan.filter((step) => step.kind === kind && !(step.rank < 2 && needsTalk(step.item))).length;
    expect(Math.max(...plans.map((plan) => count(plan, "talk")))).toBeLessThanOrEqual(2);
    expect(Math.max(...plans.map((plan) => count(plan, "find-out")))).toBeLessThanOrEqual(2);
  });

  it("begin with no question in more than 25 of 100", () => {
    const firsts = new Map<string, number>();
    for (const [step] of plans) {
      const key = step === undefined || step.others.length > 0 ? "-" : step.item.criterion.key;
      firsts.set(key, (firsts.get(key) ?? 0) + 1);
    }
    const most = [...firsts].filter(([key]) => key !== "-").sort((a, b) => b[1] - a[1]);
    process.stdout.write(
      `first: ${BEFORE.first} -> ${most
        .slice(0, 8)
        .map(([key, count]) => `${key} ${share(count)}`)
        .join(", ")}\n`,
    );
    expect(share(most[0]?.[1] ?? 0)).toBeLessThanOrEqual(25);
  });
});

function share(count: number): number {
  return Math.round((1000 * count) / ROOMS) / 10;
}

it("has rubrics to ask", () => {
  expect(rubrics.flatMap((rubric) => criteriaOf(rubric)).length).toBeGreaterThan(80);
});
