import { describe, expect, it } from "vitest";
import { glossaryOf } from "../../../src/plan/sections/contents.ts";
import { aRubric } from "../../support/builders.ts";

function used(text: string, ...terms: readonly string[]): string[] {
  const glossary = Object.fromEntries(terms.map((term) => [term, `What ${term} means.`]));
  return glossaryOf([aRubric({ glossary })], { deep: [{ text }] }).map(({ term }) => term);
}

describe("the words we use", () => {
  it.each([
    ["We act.", true],
    ["act", true],
    ["ACT now", true],
    ["Two acts", true],
    ["Two acts.", true],
    ["A fact", false],
    ["To react", false],
    ["Actors", false],
    ["An actsy one", false],
    ["Active facts act", true],
    ["Exact facts", false],
    ["", false],
  ])("find “act” in “%s”: %s", (text, found) => {
    expect(used(text, "Act")).toEqual(found ? ["Act"] : []);
  });

  it("stand in alphabetical order, whatever their capitals", () => {
    const terms = ["zeal", "Bold", "apt", "Cash"];
    expect(used("Apt bold cash zeal", ...terms)).toEqual(["apt", "Bold", "Cash", "zeal"]);
  });

  it("come from every rubric, each once and with its meaning", () => {
    const rubrics = ["One", "Two"].map((meaning) => aRubric({ glossary: { act: meaning } }));
    expect(
      glossaryOf([...rubrics, aRubric({ glossary: { bold: "Three" } })], ["Act bold"]),
    ).toEqual([
      { term: "act", meaning: "Two" },
      { term: "bold", meaning: "Three" },
    ]);
  });
});
