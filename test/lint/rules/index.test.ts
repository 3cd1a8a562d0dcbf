import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULE_PAGES } from "../../../src/lint/rule-page.ts";
import { LINT_RULES } from "../../../src/lint/rules/index.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../../support/context.ts";
import { lintSample } from "../../support/lint-sample.ts";
import { SOUND_RUBRIC, sampleFile } from "../../support/rule-samples.ts";

describe.each(RULE_PAGES.map((page) => [page.name, page] as const))("%s", (name, page) => {
  it("fires on its bad sample, at the place the sample marks", async () => {
    const { place } = sampleFile(page.about, page.about.bad);
    const problems = await lintSample(page);
    const found = problems.filter(({ rule }) => rule === name);
    expect(problems.map(({ rule }) => rule)).toContain(name);
    // Every sample but one marks a place; see places.test.ts.
    if (place === undefined) return;
    const isOneLine = place.start.line === place.end.line;
    expect(found.map(({ start, end }) => (isOneLine ? { start, end } : { start }))).toContainEqual(
      isOneLine ? place : { start: place.start },
    );
  });

  it("does not fire on its good sample", async () => {
    const problems = await lintSample(page, undefined, page.about.good);
    expect(problems.filter(({ rule }) => rule === name)).toEqual([]);
  });
});

describe("the list of rules", () => {
  it("has each rule's file, under the rule's own name", () => {
    const folder = join(PACKAGE_FOLDER, "src", "lint", "rules");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => file.replaceAll("\\", "/").replace(/\.ts$/u, ""));
    expect(files.length).toBeGreaterThan(30);
    expect(LINT_RULES.map(({ name }) => name).sort()).toEqual(files.sort());
  });

  it("names each rule once, but for the one that parsers and lint share", () => {
    const names = RULE_PAGES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("finds nothing in the rubric that the samples stand in", async () => {
    const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC });
    const { stdout } = await runInMemory(["lint", "ours.yaml", "--verbose"], { files });
    expect(stdout).toBe("Checked 1 file: no problems.\n");
  });
});
