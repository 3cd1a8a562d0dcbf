import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/rubric/rubric.ts";
import { readGiven } from "../../src/workshop/own-answers.ts";
import { aCriterion } from "../support/builders.ts";
import { memoryFiles, PACKAGE_FOLDER } from "../support/context.ts";
import { OUR, sit } from "../support/workshop.ts";

const choices = ["Fares", "Care for others", "Food"].map((name, at) => ({
  id: `c${at + 1}`,
  name,
  points: undefined,
}));

function ofKind(kind: Criterion["kind"]): Criterion {
  return aCriterion({ kind, levels: [], choices: kind === "choices" ? choices : [] });
}

describe("a typed line", () => {
  it.each([
    ["12", 12],
    ["0", 0],
    ["1,450", 1450],
    ["2.5", 2.5],
    ["-3", -3],
    ["1,4", undefined],
    ["4,5", undefined],
    ["12 people", undefined],
    ["1e9", undefined],
    ["9999999999999", undefined],
  ])("%s is the number %s", (line, number) => {
    const given = readGiven(ofKind("number"), line);
    expect("number" in given ? given.number : undefined).toBe(number);
  });

  it.each([
    ["1 3", ["c1", "c3"]],
    ["3,1", ["c1", "c3"]],
    ["2 2", ["c2"]],
    ["1 and 2", ["c1", "c2"]],
    ["care for others", ["c2"]],
    ["0", []],
    ["none", []],
    ["4", undefined],
    ["0 1", undefined],
    ["fares please", undefined],
  ])("%s chooses %j", (line, chosen) => {
    const given = readGiven(ofKind("choices"), line);
    expect("chosen" in given ? given.chosen : undefined).toEqual(chosen);
  });

  it("is an answer in own words as it is", () => {
    expect(readGiven(ofKind("text"), " It is back to the grant. ")).toEqual({
      text: "It is back to the grant.",
    });
  });
});

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/rubrics/many-kinds.yaml"), "utf8");

function talk(...lines: string[]) {
  const files = memoryFiles({ "many-kinds.yaml": EXAMPLE });
  return sit(["Lake House", "", "s", ...lines], { files, args: ["--rubric", "many-kinds.yaml"] });
}

it("a list whose levels are named by figures says each figure once", async () => {
  const name = "twenty-statements.yaml";
  const text = readFileSync(join(PACKAGE_FOLDER, "docs/examples/rubrics", name), "utf8");
  const files = memoryFiles({ [name]: text });
  const { said } = await sit(["Lake House", "", "s"], { files, args: ["--rubric", name] });
  expect(said).toContain("Type one character for each line: 1, 2, 3, 4, 5, u not sure, s skip.");
  expect(said).not.toContain("1 1");
});

describe("in the room", () => {
  it("what an answer leaves out is not asked, and what it asks for is", async () => {
    const unpaid = await talk("1", "1 3", "0", "The grant does not allow it.", "l");
    expect(unpaid.said).not.toContain("How many pounds");
    expect(unpaid.said).toContain("Our answer: Fares and Food.");
    expect(unpaid.said).toContain("Our answer: None of these.");
    expect(unpaid.said).toContain("Our answer: The grant does not allow it.");
    expect(unpaid.text).toContain("text: The grant does not allow it.");
    const paid = await talk("2", "11.50", "2", "2", "3");
    expect(paid.said).toContain("How many pounds an hour do we pay?");
    expect(paid.said).not.toContain("What stops us from paying?");
    expect(paid.text).toContain("number: 11.5");
  });

  it("what it depends on is asked while nobody can say, and again where the answer changes", async () => {
    const open = await talk("u", "3", "u", "1", "1", "A lack of money");
    expect(open.said).toContain("How many pounds an hour do we pay?");
    expect(open.said).toContain("What stops us from paying?");
    const changed = await talk("1", "1", "1", "No money", "g 1", "2", "y");
    expect(changed.said).toContain("Question 2 of 6");
  });

  it("nobody votes where there is nothing to vote on, and every answer can be told apart from a command", async () => {
    const { said } = await talk("2", "v", "d", "u", "2", "1", "1");
    expect(said.match(/has no levels to vote on/gu)).toHaveLength(2);
    expect(said).toContain("We are not sure.");
  });

  it("a line by which somebody could be found is asked about where words are the answer", async () => {
    const { said, text } = await talk("1", "1", "1", "Ask jane@example.org", "n", "Ask the trust");
    expect(said).toContain("This looks like an e-mail address.");
    expect(text).not.toContain("jane@");
    expect(text).toContain("text: Ask the trust");
  });

  it("a choice that is gone is asked about again, and kept", async () => {
    const first = await talk("1", "1 3", "1", "No money");
    const files = memoryFiles({
      "many-kinds.yaml": EXAMPLE.replace("id: food, name: Food", "id: meals, name: Meals"),
    });
    files.texts.set(OUR, first.text);
    const { said, text, stderr } = await sit(["s", "l", "g 4"], { files });
    expect(stderr).not.toContain("error");
    expect(said).toContain("Fares and Food");
    expect(text).toContain("- food");
  });
});
