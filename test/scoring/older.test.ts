import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Assessment, resolveAssessment } from "../../src/assessment/assessment.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { compareAssessments } from "../../src/comparison/compare-assessments.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Rubric } from "../../src/rubric/rubric.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { hasErrors } from "../../src/yaml/diagnostic.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

// An assessment that coprod 0.1.0 made, with the rubrics that came with it, and what 0.1.0 scored it at.

const FOLDER = join(PACKAGE_FOLDER, "test/fixtures/older");

function textOf(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

function rubricAt(path: string): Rubric {
  const { rubric, diagnostics } = parseRubric(path, readFileSync(path, "utf8"));
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return rubric;
}

function openedWith(rubrics: readonly Rubric[]): Assessment {
  const { file, source } = parseAssessment("river-house.yaml", textOf("river-house.yaml"));
  if (file === undefined || source === undefined) throw new Error("It has lost its shape.");
  expect(hasErrors(checkAssessment(file, rubrics, source))).toBe(false);
  return resolveAssessment(file, rubrics);
}

const NAMES = ["principles", "barriers"];
const OLD = NAMES.map((name) => rubricAt(join(FOLDER, `${name}-1.0.0.yaml`)));
const NEW = NAMES.map((name) => rubricAt(join(PACKAGE_FOLDER, `rubrics/${name}.yaml`)));
const before = JSON.parse(textOf("river-house-scorecard.json"));

describe("an assessment of 0.1.0", () => {
  it("gives the same levels, numbers, bands and must-haves with the rubrics it was given to", () => {
    const { headline, sections, barriers, criteria } = scoreAssessment(openedWith(OLD));
    expect(headline).toMatchObject(before.headline);
    expect(sections).toMatchObject(before.sections);
    expect(barriers).toMatchObject(before.barriers);
    expect(criteria).toMatchObject(before.criteria);
    expect(criteria.filter(({ must }) => must === "fail").length).toBeGreaterThan(0);
  });

  it("opens, scores and compares with today's rubrics", () => {
    const [older, newer] = [openedWith(OLD), openedWith(NEW)];
    const card = scoreAssessment(newer);
    const answered = card.criteria.filter(({ answer }) => answer !== "none");
    expect(answered.length).toBeGreaterThan(50);
    const { criteria, reworded, incomparable } = compareAssessments(older, newer);
    expect(incomparable).toBeNull();
    expect(criteria.length + reworded.length).toBeGreaterThan(50);
    expect(criteria.every(({ change }) => change === "same" || change === "may-have-changed")).toBe(
      true,
    );
  });
});
