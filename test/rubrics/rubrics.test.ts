import { describe, expect, it } from "vitest";
import { checkReferences } from "../support/references.ts";
import { LINTED, questionsIn, RUBRICS } from "./checks/bundled.ts";
import { HOLDINGS, holdingsOf } from "./checks/holdings.ts";
import { minutesFor } from "./checks/minutes.ts";
import { gradeOf, longSentences, proseIn, unexplainedAcronyms } from "./checks/prose-checks.ts";
import { questionProblems } from "./checks/question-checks.ts";

describe("the files of rubrics/", () => {
  it("are six rubrics and a guide", () => {
    const kinds = [...LINTED.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "rubric")).toHaveLength(6);
    expect(kinds.filter((kind) => kind !== "rubric")).toEqual(["guide"]);
  });

  it.each([...LINTED])("%s lints clean", (_, { diagnostics }) => {
    expect(diagnostics).toEqual([]);
  });

  it("refer to each other without a slip", () => {
    expect(checkReferences([...LINTED.values()])).toEqual([]);
  });
});

describe.each(RUBRICS.map((rubric) => [rubric.id, rubric] as const))("%s", (id, rubric) => {
  const { glossary = {} } = rubric;
  const prose = proseIn(rubric);

  it("has no question with a fault", () => {
    expect(questionsIn(rubric).flatMap(questionProblems)).toEqual([]);
  });

  it("says nothing in over 25 words", () => {
    expect(longSentences(prose)).toEqual([]);
  });

  it("explains its acronyms", () => {
    expect(unexplainedAcronyms(prose, glossary)).toEqual([]);
  });

  it.each(rubric.sections.map((section) => [section.id, section] as const))(
    "reads at grade 7 or below in %s",
    (_, section) => {
      expect(gradeOf(proseIn(section), glossary)).toBeLessThanOrEqual(7);
    },
  );

  it("reads at grade 6 or below as a whole", () => {
    expect(gradeOf(prose, glossary)).toBeLessThanOrEqual(6);
  });

  it("declares the minutes that reading and talking take", () => {
    expect(rubric.minutes).toBe(minutesFor(questionsIn(rubric)));
  });

  it("holds as much as it did", () => {
    expect(holdingsOf(rubric)).toEqual(HOLDINGS[id]);
  });
});

describe("the quick look", () => {
  it("fits 45 minutes: the core of principles and how much each barrier is felt", () => {
    const questions = RUBRICS.flatMap(questionsIn);
    const core = questions.filter(
      ({ key, criterion }) => key.startsWith("principles/") && criterion.core,
    );
    const pressure = questions.filter(
      ({ key, kind }) => key.startsWith("barriers/") && kind === "pressure",
    );
    expect([core.length, pressure.length]).toEqual([9, 8]);
    expect(minutesFor([...core, ...pressure])).toBeLessThanOrEqual(45);
  });
});
