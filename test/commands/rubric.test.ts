import { describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../support/context.ts";

const IDS = ["principles", "barriers", "before-you-start", "foundations", "funders", "lifecycle"];

const OURS = `coprod: rubric/1
id: ours
version: 1.0.0
language: en-GB
title: Our own questions
about: What we ask.
minutes: 5
scales:
  check:
    - { id: "no", name: "No", means: Nothing to show. }
    - { id: "yes", name: "Yes", means: Something to show. }
sections:
  - id: fear
    kind: barrier
    title: Fear
    why: It matters.
    scale: check
    criteria:
      - id: safe
        asks: Is it safe?
        eases: [nowhere/at-all]
        next: { "yes": { do: A., first: B., effort: small, who: Chair, sign: C. } }
`;

describe("coprod rubric list", () => {
  it("names every bundled rubric, first those that a workshop uses", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["rubric", "list"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const named = [...stdout.matchAll(/^ {2}- ([a-z-]+):/gmu)].map(([, id]) => id);
    expect(named).toEqual(IDS);
    expect(stdout.match(/Used unless you choose others/gu)).toHaveLength(2);
  });
});

describe("coprod rubric show", () => {
  it.each(IDS)("shows %s from start to end, within 80 columns", async (id) => {
    const { exitCode, stdout, stderr } = await runInMemory(["rubric", "show", id]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain("\nWords\n-----\n");
    expect(stdout).not.toMatch(/undefined|\[object|- barriers\/|\n\n\n/u);
    expect(stdout).toMatch(/[^\n]\n$/u);
  });

  it("shows the same questions as Markdown", async () => {
    const text = await runInMemory(["rubric", "show", "principles"]);
    const markdown = await runInMemory(["rubric", "show", "principles", "--format", "md"]);
    const questions = text.stdout.match(/^\d+\. /gmu) ?? [];
    expect(questions.length).toBeGreaterThan(10);
    expect(markdown.stdout.match(/^### \d+\\\. .+\?$/gmu)).toHaveLength(questions.length);
    expect(markdown.stdout).toMatch(/[^\n]\n$/u);
  });

  it("shows a charity's own rubric by its path", async () => {
    const files = memoryFiles({ "ours.yaml": OURS });
    const { exitCode, stdout } = await runInMemory(["rubric", "show", "ours.yaml"], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1. Is it safe?");
    expect(stdout).toContain("- nowhere/at-all");
  });

  it("shows what is wrong with a rubric that is broken", async () => {
    const files = memoryFiles({ "ours.yaml": OURS.replace("scale: check", "scale: chek") });
    const { exitCode, stdout, stderr } = await runInMemory(["rubric", "show", "ours.yaml"], {
      files,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("ours.yaml:17:12");
  });

  it.each([
    ["principels", 2, 'Did you mean "principles"?'],
    ["missing.yaml", 3, "There is no such file"],
  ])("explains that there is no %s", async (name, expected, words) => {
    const { exitCode, stdout, stderr } = await runInMemory(["rubric", "show", name]);
    expect({ exitCode, stdout }).toEqual({ exitCode: expected, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("knows only the formats it offers", async () => {
    const { exitCode, stderr } = await runInMemory([
      "rubric",
      "show",
      "principles",
      "--format",
      "html",
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("text, md");
  });
});
