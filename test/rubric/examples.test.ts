import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveAssessment } from "../../src/assessment/assessment.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { scorecardText } from "../../src/scoring/text/scorecard-text.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { renderPlan } from "../support/render.ts";
import { planOf } from "../support/specimen.ts";

const FOLDER = join(PACKAGE_FOLDER, "docs/examples/rubrics");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));

function example(name: string): Rubric {
  const file = `${name}.yaml`;
  const { rubric, diagnostics } = parseRubric(file, readFileSync(join(FOLDER, file), "utf8"));
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}

/** Answers in the order in which they are asked, by the place of the level from 0. */
function answered(rubrics: readonly Rubric[], levels: readonly number[]) {
  const answers = rubrics.flatMap(criteriaOf).map(({ key, levels: all }, index) => {
    const answer = all[levels[index] ?? 0]?.id ?? "";
    return [key, { answer }] as const;
  });
  const file: AssessmentFile = {
    coprod: "assessment/1",
    title: "Lake House",
    rubrics: rubrics.map(({ id }) => ({ id })),
    answers: Object.fromEntries(answers),
  };
  return resolveAssessment(file, rubrics);
}

/** As the instrument is filled in, from 1 to 5. */
function oneToFive(...given: readonly number[]): number[] {
  return given.map((each) => each - 1);
}

it.each(FILES)("%s is sound, and lacks only what its instrument lacks", (file) => {
  const { diagnostics } = parseRubric(file, readFileSync(join(FOLDER, file), "utf8"));
  const found = diagnostics.filter(({ severity }) => severity !== "info");
  expect(found.map(({ rule }) => rule)).toEqual(["rubric/lacks"]);
});

describe("the worked result of", () => {
  it("five principles: means of 4, 2, 14/3, 2 and 4, of 1 to 5", () => {
    const given = oneToFive(3, 4, 5, 2, 2, 2, 5, 5, 4, 1, 3, 2, 4, 4, 4);
    const { sections, headline } = scoreAssessment(answered([example("five-principles")], given));
    // A mean of m stands at (m - 1)/4 of the way: 3/4, 1/4, 11/12, 1/4, 3/4.
    expect(sections.map(({ low }) => low)).toEqual(["3/4", "1/4", "11/12", "1/4", "3/4"]);
    expect(headline).toMatchObject({ percent: [25, 25], bands: null });
    expect(headline?.weakest).toEqual(["five-principles/networks", "five-principles/trust"]);
  });

  it.each([
    { total: 59, band: "moving", share: "39/80" },
    { total: 60, band: "growing", share: "1/2" },
    { total: 39, band: "beginning", share: "19/80" },
    { total: 40, band: "moving", share: "1/4" },
    { total: 79, band: "growing", share: "59/80" },
    { total: 80, band: "strong", share: "3/4" },
    { total: 100, band: "strong", share: "1" },
    { total: 20, band: "beginning", share: "0" },
  ])("twenty statements with a total of $total: $band", ({ total, band, share }) => {
    const each = Array.from({ length: 20 }, (_, at) => Math.floor((total + at) / 20));
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(total);
    const assessment = answered([example("twenty-statements")], oneToFive(...each));
    const card = scoreAssessment(assessment);
    expect(card.headline).toMatchObject({
      how: "sum",
      low: share,
      high: share,
      bands: [band, band],
      points: { low: `${total}`, high: `${total}`, least: "20", most: "100" },
    });
    // Each part of four statements is a sum too, from 4 to 20, and has no name: 40, 60 and 80 name the total.
    const parts = [0, 4, 8, 12, 16].map((at) =>
      each.slice(at, at + 4).reduce((sum, one) => sum + one, 0),
    );
    expect(card.sections.map(({ points }) => points?.low)).toEqual(parts.map(String));
    expect(card.sections.every(({ bands }) => bands === null)).toBe(true);
    const text = scorecardText(assessment, card, { color: false, columns: 76 });
    expect(text).toContain(`, ${total} points of 20 to 100.`);
    expect(text).not.toContain("%");
    expect(planOf(assessment).short.why).toContain(
      `All answers are added up to one total: ${total} points of 20 to 100.`,
    );
  });

  it("streams in practices in functions: means of means, to the last point", () => {
    // Points of three answers a stream: 0, 0.75, 1.5 or 3.
    const streams = [
      [0, 1, 3],
      [2, 2, 1],
      [3, 3, 2],
      [0, 0, 0],
      [3, 3, 3],
      [1, 1, 1],
      [2, 0, 1],
      [0, 3, 0],
    ];
    const assessment = answered([example("three-deep")], streams.flat());
    const card = scoreAssessment(assessment);
    // 3.75/3, 3.75/3, 7.5/3, 0, 9/3, 2.25/3, 2.25/3, 3/3.
    const means = ["5/4", "5/4", "5/2", "0", "3", "3/4", "3/4", "1"];
    expect(card.sections.map(({ points }) => points?.low)).toEqual(means);
    expect(card.parts?.map(({ title, points }) => [title, points?.low])).toEqual([
      ["Working together", "5/4"],
      ["Asking", "5/4"],
      ["Deciding", "5/4"],
      ["Making it last", "11/8"],
      ["Paying", "15/8"],
      ["Telling", "7/8"],
    ]);
    expect(card.headline).toMatchObject({
      how: "mean",
      low: "7/16",
      points: { low: "21/16", high: "21/16", least: "0", most: "3" },
    });
    const text = scorecardText(assessment, card, { color: false, columns: 76 });
    expect(text).toContain("Result: 1.31 points of 0 to 3.");
    expect(text).toContain("Making it last: 1.38 points of 0 to 3.");
  });

  it("a standard where a 0 stops: 4, 4, 4 and 0 are 12 of 16, and stopped", () => {
    const stopped = scoreAssessment(answered([example("stop-at-zero")], [4, 4, 4, 0]));
    expect(stopped.headline).toMatchObject({
      low: "3/4",
      bands: ["stopped", "stopped"],
      capped: ["stop-at-zero/learning"],
    });
    const weak = scoreAssessment(answered([example("stop-at-zero")], [4, 4, 4, 1]));
    expect(weak.headline).toMatchObject({ low: "13/16", bands: ["met", "met"], capped: [] });
    expect(weak.criteria.map(({ must, putRight }) => [must, putRight])).toEqual([
      ["pass", "pass"],
      ["pass", "pass"],
      ["pass", "pass"],
      ["pass", "fail"],
    ]);
    const plan = planOf(answered([example("stop-at-zero")], [4, 0, 2, 1]));
    expect(plan.mustHaves.summary).toBe(
      "Of 4 must-haves: 3 met and 1 not met. One answer has to be put right.",
    );
    const { failed, toRight } = plan.mustHaves;
    const found = [failed, toRight].map((list) =>
      list.map(({ needed, now }) => `${needed} ${now}`),
    );
    expect(found).toEqual([["At least “1”. 0."], ["At least “2”. 1."]]);
    const reasons = plan.actions.ideas.slice(0, 2).map(({ reason }) => reason);
    expect(reasons).toEqual([
      "This is a must-have: it needs at least “1”, and we said “0”.",
      "This has to be put right: it needs at least “2”, and we said “1”.",
    ]);
  });

  it("practices: (0 + 1/4 + 1)/3, (1/2 + 1/2 + 1/4)/3 and (1 + 1 + 1/2)/3", () => {
    const given = [0, 1, 3, 2, 2, 1, 3, 3, 2];
    const { sections } = scoreAssessment(answered([example("maturity-practices")], given));
    expect(sections.map(({ low, high }) => [low, high])).toEqual([
      ["5/12", "5/12"],
      ["5/12", "5/12"],
      ["5/6", "5/6"],
    ]);
  });

  it("reflective questions: words, and no percent anywhere", () => {
    const assessment = answered([example("reflective-questions")], [0, 1, 2, 1]);
    expect(scoreAssessment(assessment).sections).toMatchObject([{ noScore: "unscored" }]);
    expect(JSON.stringify(planOf(assessment))).not.toMatch(/\d%/u);
  });

  it("many kinds: 2 for the time, 2 within a month, 1 and 1 for fares and food, of 8", () => {
    const rubric = example("many-kinds");
    const card = (answers: AssessmentFile["answers"]) => {
      const file: AssessmentFile = {
        coprod: "assessment/1",
        title: "Lake House",
        rubrics: [{ id: "many-kinds" }],
        ...(answers && { answers }),
      };
      return resolveAssessment(file, [rubric]);
    };
    const paid = card({
      "many-kinds/pays": { answer: "yes" },
      "many-kinds/how-much": { answer: "given", number: 11.5 },
      "many-kinds/on-time": { answer: "yes" },
      "many-kinds/covered": { answer: "given", chosen: ["fares", "food"] },
      "many-kinds/told": { answer: "given", chosen: ["call", "letter"] },
    });
    const scored = scoreAssessment(paid);
    expect(scored.headline).toMatchObject({
      points: { low: "6", high: "6", least: "0", most: "8" },
      bands: ["high", "high"],
    });
    expect(scored.criteria.map(({ answer, given }) => given ?? answer)).toEqual([
      "yes",
      "11.5",
      "yes",
      "Fares and Food",
      "A call and A letter",
      "left-out",
    ]);
    // Not paid: whether it is within a month is not asked, so 1 of 6 is 1/6 of the way, below 5/8 of it.
    const unpaid = card({
      "many-kinds/pays": { answer: "no" },
      "many-kinds/covered": { answer: "given", chosen: ["food"] },
      "many-kinds/told": { answer: "given", chosen: [] },
      "many-kinds/why-not": { answer: "given", text: "The grant does not allow it" },
    });
    expect(scoreAssessment(unpaid).headline).toMatchObject({
      points: { low: "1", high: "1", least: "0", most: "6" },
      bands: ["low", "low"],
    });
    const page = JSON.stringify(planOf(unpaid));
    expect(page).toContain("The grant does not allow it.");
    expect(page).toContain("None of these.");
    expect(JSON.stringify(planOf(unpaid, { audience: "public" }))).not.toContain("grant");
    // While nobody knows whether people are paid, it is 0 to 4 of 8 open beside the 1.
    const open = card({
      "many-kinds/pays": { answer: "unsure" },
      "many-kinds/on-time": { answer: "yes" },
      "many-kinds/covered": { answer: "given", chosen: ["fares"] },
    });
    expect(scoreAssessment(open).headline?.points).toEqual({
      low: "1",
      high: "5",
      least: "0",
      most: "8",
    });
  });

  it("two sides: the middle votes of each side, and a gap where they differ", () => {
    const rubric = example("two-sides");
    const sides = (staff: string, people: string) => ({
      votes: [{ staff: { [staff]: 3 }, "lived-experience": { [people]: 3 } }],
    });
    const file: AssessmentFile = {
      coprod: "assessment/1",
      title: "Lake House",
      rubrics: [{ id: "two-sides" }],
      people: [
        { group: "staff", name: "Staff", present: 3 },
        { group: "lived-experience", name: "People who use the service", present: 3 },
      ],
      answers: {
        "two-sides/acted-on": sides("yes", "no"),
        "two-sides/fares": sides("yes", "partly"),
        "two-sides/told": sides("partly", "partly"),
      },
    };
    const assessment = resolveAssessment(file, [rubric]);
    const { criteria } = scoreAssessment(assessment);
    expect(criteria.map(({ votes }) => votes?.gap)).toEqual([2, 1, 0]);
    // Of two middle votes the lower one counts: 0, 1/2 and 1/2.
    expect(scoreAssessment(assessment).sections[0]?.low).toBe("1/3");
    const { findings } = planOf(assessment).differences;
    expect(findings.map(({ question, finding }) => `${question} ${finding}`)).toEqual([
      "Is what people say acted on? Groups see this two or more steps apart.",
      "Are fares paid on the day? Groups see this one step apart.",
    ]);
    expect(findings[1]?.sides).toEqual([
      {
        who: "Staff",
        says: null,
        votes: "Asked: “Do we pay fares on the day?” The middle vote was “Yes”.",
      },
      {
        who: "People who use the service",
        says: null,
        votes: "Asked: “Do you get your fare back on the day?” The middle vote was “Partly”.",
      },
    ]);
  });

  it("two forms: each of its own, told apart by their titles", () => {
    const forms = [example("staff-form"), example("people-form")];
    const assessment = answered(forms, [2, 2, 0, 1]);
    const { sections } = scoreAssessment(assessment);
    expect(sections.map(({ low }) => low)).toEqual(["1", "1/4"]);
    expect(planOf(assessment).principles.map(({ title }) => title)).toEqual([
      "Being listened to (The form for staff)",
      "Being listened to (The form for people who use the service)",
    ]);
  });

  it("two instruments in one assessment: the e-mail says the result of each", async () => {
    const rubrics = [example("twenty-statements"), example("three-deep")];
    const levels = [...oneToFive(...Array(20).fill(3)), ...Array(24).fill(3)];
    const page = await renderPlan(planOf(answered(rubrics, levels)), "text");
    const words = page.replace(/\s+/gu, " ");
    // Twenty times 3 are 60; all streams at 3 are a mean of 3.
    expect(words).toContain(
      "HOW READY WE ARE: More than one result - “Twenty statements”: growing, 60 points of 20 to 100.",
    );
    expect(words).toContain(": 3 points of 0 to 3.");
  });
});
