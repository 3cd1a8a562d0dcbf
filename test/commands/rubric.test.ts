import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Rubric } from "../../src/rubric/rubric.ts";
import { itemsOf } from "../../src/workshop/items.ts";
import { bundledLines, START_LINES } from "../support/bundled-lines.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { askedAfterFelt } from "../support/felt.ts";
import { rubricFrom } from "../support/small-rubrics.ts";

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

describe("coprod rubric show --preview", () => {
  it.each(IDS)("shows every question of %s as the wall does, and how long it takes", async (id) => {
    const { exitCode, stdout, stderr } = await runInMemory(["rubric", "show", id, "--preview"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const screens = stdout.split("\n\n----------\n\n").slice(1, -1);
    expect(screens.length).toBeGreaterThan(1);
    for (const screen of screens) {
      expect(screen).toMatch(/^(?:Question \d+ of \d+|Checklist \d+ of \d+|The \d barriers) \. /u);
      expect(screen).toMatch(/\n\[Reading aloud: about \d+ (?:second|minute)s?\]$/u);
    }
    expect(stdout).toMatch(
      /\nAll of it: about \d+ (?:second|minute)s?\n\nRead aloud and talked through, it\s+takes\s+about [\s\S]+ it\s+announces \d+\s+minutes\./u,
    );
  });

  it("has the very lines that a workshop sees", async () => {
    for (const id of ["principles", "barriers"]) {
      const walked = await walk(id);
      const { stdout } = await runInMemory(["rubric", "show", id, "--preview"]);
      const screens = stdout.split("\n\n----------\n\n").slice(1, -1);
      // The first ones come with every choice as well.
      const asked = askedAfterFelt(itemsOf([bundled(id)], { quick: false }));
      const isAsked = (screen: string) => asked.some(({ label }) => screen.startsWith(`${label} `));
      const later = screens
        .slice(3)
        .filter(isAsked)
        .map((screen) => screen.replace(/\n\n\[Reading.*\]$/u, ""));
      expect(later.length).toBeGreaterThan(3);
      expect(later.filter((screen) => !walked.includes(`\n${screen}\n`))).toEqual([]);
    }
  });

  it.each([40, 60, 100])("keeps to a window of %i columns", async (columns) => {
    const { stdout } = await runInMemory(["rubric", "show", "barriers", "--preview"], {
      window: () => ({ columns, rows: 24 }),
    });
    const widest = Math.max(...stdout.split("\n").map((line) => line.length));
    expect(widest).toBeLessThan(Math.min(columns, 77));
    expect(widest).toBeGreaterThan(Math.min(columns, 77) - 8);
  });

  it("counts what is read aloud at 120 words a minute, a part's introduction once", async () => {
    const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
    const asking = (id: string) =>
      `      - { id: ${id}, asks: ${words(50)}?, levels: { "no": ${words(24)}, "yes": ${words(24)} }, next: { "yes": { do: A., first: B., effort: small, who: Us, sign: C. } } }\n`;
    const text = OURS.replace("why: It matters.", `why: ${words(49)}.`).replace(
      /criteria:[\s\S]*/u,
      `criteria:\n${asking("one")}${asking("two")}`,
    );
    const { stdout } = await runInMemory(["rubric", "show", "ours.yaml", "--preview"], {
      files: memoryFiles({ "ours.yaml": text }),
    });
    // 50 + (1 + 24) * 2 = 100 words each, and 1 + 49 before the first.
    expect(stdout.match(/\[Reading aloud: .+\]/gu)).toEqual([
      "[Reading aloud: about 75 seconds]",
      "[Reading aloud: about 50 seconds]",
    ]);
    expect(stdout).toContain("\nFear: about 2 minutes\nAll of it: about 2 minutes\n");
    // 250 words, and five minutes of talk about each of the two.
    expect(stdout.replace(/\s+/gu, " ")).toContain("talked through, it takes about 10 minutes;");
  });

  it("is for reading on a screen, not for Markdown", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(
      "rubric show principles --preview --format md".split(" "),
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("--preview");
  });
});

/** Everything a workshop shows over both rubrics, where people talk without votes, but for the time of each save. */
function bundled(id: string): Rubric {
  return rubricFrom(readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8"));
}

async function walk(id: string): Promise<string> {
  const lines = [...START_LINES.slice(0, -1), "3", ...bundledLines([id]).lines];
  const { stdout } = await runInMemory(["assess", "ours.yaml", "--rubric", id, "--plain"], {
    lines,
  });
  expect(stdout).toMatch(/Then talk\.|Talk, and agree/u);
  return stdout.replace(/\s+Saved 10:31$/gmu, "");
}
