import { describe, expect, it } from "vitest";
import { GUIDE, RUBRICS } from "./checks/bundled.ts";
import { gradeOf, longSentences, proseIn, unexplainedAcronyms } from "./checks/prose-checks.ts";
import { danglingReferences } from "./checks/reference-checks.ts";

const { glossary = {}, pages, figures = [] } = GUIDE;

describe("the guide", () => {
  it("has thirteen hard moments, tips and explanations", () => {
    const kinds = pages.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "hard-moment")).toHaveLength(13);
    expect(new Set(kinds)).toEqual(new Set(["hard-moment", "tip", "explanation"]));
  });

  it("says nothing in over 25 words", () => {
    expect(longSentences(proseIn(GUIDE))).toEqual([]);
  });

  it("explains its acronyms", () => {
    expect(unexplainedAcronyms(proseIn(GUIDE), glossary)).toEqual([]);
  });

  it.each(["hard-moment", "tip", "explanation"])("reads at grade 7 or below on each %s", (kind) => {
    const graded = pages
      .filter((page) => page.kind === kind)
      .map((page) => ({ id: page.id, grade: gradeOf(proseIn(page), glossary) ?? 0 }));
    expect(graded.filter(({ grade }) => grade > 7)).toEqual([]);
    expect(graded.some(({ grade }) => grade > 0)).toBe(true);
  });

  it("reads at grade 6 or below as a whole", () => {
    expect(gradeOf(proseIn(GUIDE), glossary)).toBeLessThanOrEqual(6);
  });

  it("says of each figure how strong it is, and shows what limits some beside it", () => {
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ strength }) => strength === "")).toEqual([]);
    expect(figures.some(({ but }) => but !== undefined)).toBe(true);
  });

  it("and the rubrics refer to nothing that is not there", () => {
    expect(danglingReferences(RUBRICS, GUIDE)).toEqual([]);
  });

  it.each([
    ["a barrier", { eases: ["barriers/nowhere"] }],
    ["a page", { guide: ["nowhere"] }],
  ])("would be caught out by a question that refers to %s that is not there", (_, refers) => {
    const [first, ...others] = structuredClone(RUBRICS);
    Object.assign(first?.sections[0]?.criteria[0] ?? {}, refers);
    expect(danglingReferences([first ?? [], ...others].flat(), GUIDE)).toHaveLength(1);
  });
});
