import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../../support/context.ts";

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
}

async function lint(text: string): Promise<readonly Found[]> {
  const files = memoryFiles({ "our.yaml": text });
  const { stdout } = await runInMemory(["lint", "our.yaml", "--no-config", "--format", "json"], {
    files,
  });
  return (JSON.parse(stdout) as { problems: readonly Found[] }).problems;
}

const FOUNDATIONS = readFileSync(join(PACKAGE_FOLDER, "rubrics", "foundations.yaml"), "utf8");

describe("answers that were given under other words", () => {
  const answered = (asked: string) => `coprod: assessment/1
title: River House
rubrics:
  - { id: principles, version: 0.9.0, hash: sha256-old }
people:
  - { group: lived-experience, name: People, present: 3 }
answers:
  principles/power-talked-about: { answer: unsure${asked} }
`;
  const old = async (text: string) =>
    (await lint(text)).filter(({ rule }) => rule === "answer/old-wording");

  it("are told one by one, with the day, where the file holds how they were asked", async () => {
    const asked = ", asked: { wording: Do we?, hash: sha256-other }, at: 2026-06-03T10:31:00Z";
    const found = await old(answered(asked));
    expect(found).toMatchObject([{ start: { line: 8, column: 3 } }]);
    expect(found[0]?.message).toContain(
      '"principles/power-talked-about" was asked under other words on 3 June 2026.',
    );
  });

  it("are told for the rubric as a whole where the file does not hold that", async () => {
    const found = await old(answered(""));
    expect(found).toMatchObject([{ start: { line: 4, column: 5 } }]);
    expect(found[0]?.message).toContain('The questions of "principles" have changed');
  });
});

describe("what is still to be written", () => {
  it("is listed one by one, however much it is", async () => {
    const text = FOUNDATIONS.replaceAll(/^( +asks: ).*$/gmu, "$1TODO");
    const questions = text.match(/asks: TODO/gu) ?? [];
    const empty = (await lint(text)).filter(({ rule }) => rule === "shape/empty");
    expect(questions.length).toBeGreaterThan(10);
    expect(empty).toHaveLength(questions.length);
  });
});

describe("the number of levels", () => {
  it.each([
    ["one", 1],
    ["eight", 8],
  ])("is a matter of scale/levels where a scale has %s", async (_, count) => {
    const levels = Array.from(
      { length: count },
      (__, at) => `    - { id: l${at}, name: Level ${at}, means: Something. }\n`,
    );
    const text = FOUNDATIONS.replace("scales:\n", `scales:\n  other:\n${levels.join("")}`);
    const found = (await lint(text)).filter(({ rule }) => /^(?:scale|shape)\//u.test(rule));
    expect(found.map(({ rule }) => rule)).toEqual(["scale/levels"]);
    expect(found[0]?.message).toContain('The scale "other" does not have two to seven levels.');
  });
});

describe("a question that asks two things", () => {
  it("is quoted from a word that is there", async () => {
    const asks = "Do we utilise e.g. stakeholders, and do we facilitate their visits?";
    const text = FOUNDATIONS.replace(/^( +asks: ).*$/mu, `$1${asks}`);
    const [found] = (await lint(text)).filter(({ rule }) => rule === "plain/double-barrelled");
    expect(found?.message).toContain(
      '("we utilise e.g. stakeholders" and "do we facilitate their")',
    );
  });
});

describe("more of one rule than anybody reads", () => {
  it("is counted to the last, and shown in part", async () => {
    const keys = Array.from({ length: 2500 }, (_, at) => `k${at}: v\n`).join("");
    const found = (await lint(FOUNDATIONS + keys)).filter(
      ({ rule }) => rule === "shape/unknown-key",
    );
    expect(found).toHaveLength(1000);
    expect(found.at(-1)).toMatchObject({
      more: 1500,
      message: expect.stringContaining("And 1500 more of these in this file."),
    });
  });

  it("leaves no comment unused that might belong to what is not shown", async () => {
    const keys = Array.from({ length: 1500 }, (_, at) => `k${at}: v\n`).join("");
    const last = "last: v # coprod-disable-line shape/unknown-key -- a test\n";
    const found = await lint(FOUNDATIONS + keys + last);
    expect(found.filter(({ rule }) => rule === "lint/unused-disable")).toEqual([]);
  });
});
