import { describe, expect, it } from "vitest";
import { asksOf, ownWordings } from "../../src/rubric/rubric.ts";
import { rubricOutline } from "../../src/rubric/text/rubric-outline.ts";
import { explain } from "../../src/scoring/text/explain.ts";
import { areApart } from "../../src/scoring/votes-score.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { itemsOf } from "../../src/workshop/items.ts";
import { wallPages } from "../../src/workshop/wall.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";

const PAPER = { color: false, columns: 76 };
const asksFor = { staff: "Do we act on it?", "lived-experience": "Do they act on it?" };
const question = aCriterion({ asksFor });
const rubric = aRubric({ sections: [aSection({ criteria: [question] })] });

function votes(level: number) {
  return {
    class: "split" as const,
    groups: [],
    gap: level,
    level: [0, 0] as [number, number],
    everybody: true,
  };
}

describe("a question with words of its own for some groups", () => {
  it("is asked of each in these, and of all others as it stands", () => {
    expect(asksOf(question, "staff")).toBe("Do we act on it?");
    expect(asksOf(question, "trustees")).toBe(question.asks);
    expect(asksOf(question, "constructor")).toBe(question.asks);
    const people = [{ group: "staff", name: "The team" }];
    expect(ownWordings(question, people)).toEqual([
      "The team: Do we act on it?",
      "Lived experience: Do they act on it?",
    ]);
  });

  it("stands on the wall, in the rubric's page and in its explanation with all of them", () => {
    const [wall] = wallPages(rubric).map(({ blocks }) => toText(blocks, PAPER));
    const page = toText(rubricOutline(rubric, new Map()), PAPER);
    const explained = toText(
      explain(anAssessment({ rubrics: [rubric] }), "principles/question", { minGroup: 3 }) ?? [],
      PAPER,
    );
    for (const text of [wall, page, explained]) {
      expect(text).toContain("Staff: Do we act on it?");
      expect(text).toContain("Lived experience: Do they act on it?");
    }
  });

  it("is no line of a checklist, which has one wording for all", () => {
    const line = (id: string) => aCriterion({ id, ownAnchors: false });
    const items = (...criteria: ReturnType<typeof line>[]) =>
      itemsOf([aRubric({ sections: [aSection({ together: true, criteria })] })], { quick: false });
    expect(items(line("a"), line("b")).map(({ kind }) => kind)).toEqual(["checklist"]);
    const own = { ...line("b"), asksFor };
    expect(items(line("a"), own).map(({ kind }) => kind)).toEqual(["question", "question"]);
  });

  it("has a finding wherever the two sides differ; other questions from two levels on, or at both ends of two", () => {
    const plain = aCriterion();
    const yesNo = aCriterion({ levels: levels(1) });
    expect([0, 1, 2].map((gap) => areApart(question, votes(gap)))).toEqual([false, true, true]);
    expect([0, 1, 2].map((gap) => areApart(plain, votes(gap)))).toEqual([false, false, true]);
    expect([0, 1].map((gap) => areApart(yesNo, votes(gap)))).toEqual([false, true]);
    expect(areApart(question, null)).toBe(false);
  });
});
