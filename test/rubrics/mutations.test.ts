import { describe, expect, it } from "vitest";
import { lintText } from "../../src/lint/lint-text.ts";
import { missing } from "../../src/lint/rules/source/missing.ts";
import type { CriterionFile, RubricFile } from "../../src/rubric/schema.ts";
import { adviceOf } from "../support/advice.ts";
import { questionsIn, RUBRICS } from "./checks/bundled.ts";
import { HOLDINGS, holdingsOf } from "./checks/holdings.ts";
import { questionProblems } from "./checks/question-checks.ts";

/** One way of losing one thing from one question. */
interface Loss {
  readonly key: string;
  readonly what: string;
  /** The rubric as it would be, and cut down to this one question, which is quicker to lint. */
  readonly whole: RubricFile;
  readonly alone: RubricFile;
}

const STEPS = losses(({ next = {} }) => Object.keys(next).map((level) => ["next", level]));
const LEVELS = losses(({ levels = {} }) => Object.keys(levels).map((level) => ["levels", level]));
const CITATIONS = losses(({ from }) => (from === undefined ? [] : [["from"]]));
const SOURCES = losses(({ from = {} }) => Object.keys(from).map((source) => ["from", source]));
const HEADINGS = losses(({ from = {} }) =>
  Object.entries(from).flatMap(([source, headings]) =>
    headings.map((_, index) => ["from", source, index]),
  ),
);

describe("losing anything from a bundled rubric is found", () => {
  it("has something to lose", () => {
    expect(STEPS.length).toBeGreaterThan(300);
    expect(LEVELS.length).toBeGreaterThan(300);
    expect(CITATIONS.length).toBe(RUBRICS.flatMap(questionsIn).length);
    expect(HEADINGS.length).toBeGreaterThan(SOURCES.length);
  });

  it.each([
    ["a next step", STEPS],
    ["a level's own words", LEVELS],
  ])("when it is %s, by the checks of each question", (_, lost) => {
    expect(lost.filter((loss) => questionsFaults(loss).length === 0).map(named)).toEqual([]);
  });

  it("when it is all that a question cites, by coprod lint", () => {
    const unseen = CITATIONS.filter(({ alone }) => !isMissed(JSON.stringify(alone)));
    expect(CITATIONS.length).toBeGreaterThan(100);
    expect(unseen.map(named)).toEqual([]);
  });

  it.each([
    ["a source", SOURCES],
    ["a heading", HEADINGS],
  ])("when it is %s that a question cites, by the count", (_, lost) => {
    const unseen = lost.filter(
      ({ whole }) => JSON.stringify(holdingsOf(whole)) === JSON.stringify(HOLDINGS[whole.id]),
    );
    expect(unseen.map(named)).toEqual([]);
  });
});

/** For a question, or once where it is the only one of its rubric. */
function isMissed(text: string): boolean {
  const once = lintText("sample.yaml", text).diagnostics.some(
    (each) => each.rule === "rubric/lacks" && each.facts.lacks.includes("citations"),
  );
  return once || adviceOf(missing, text).length > 0;
}

function questionsFaults({ alone }: Loss): string[] {
  return questionsIn(alone).flatMap(questionProblems);
}

function named({ key, what }: Loss): string {
  return `${key} without ${what}`;
}

type Path = readonly (string | number)[];

function losses(pathsIn: (criterion: CriterionFile) => Path[]): Loss[] {
  return RUBRICS.flatMap((rubric) =>
    questionsIn(rubric).flatMap(({ key, section, criterion }) =>
      pathsIn(criterion).map((path) => {
        const poorer = without(criterion, path);
        return {
          key,
          what: path.join("/"),
          whole: withCriterion(rubric, criterion, poorer),
          alone: { ...rubric, sections: [{ ...section, criteria: [poorer] }] },
        };
      }),
    ),
  );
}

function without(criterion: CriterionFile, path: Path): CriterionFile {
  const copy = structuredClone(criterion);
  const parent = path.slice(0, -1).reduce<object>((part, step) => Reflect.get(part, step), copy);
  const last = path.at(-1) ?? "";
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

function withCriterion(rubric: RubricFile, old: CriterionFile, poorer: CriterionFile): RubricFile {
  const sections = rubric.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((each) => (each === old ? poorer : each)),
  }));
  return { ...rubric, sections };
}
