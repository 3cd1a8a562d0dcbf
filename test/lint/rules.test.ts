import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULE_PAGES, type RulePage } from "../../src/lint/rule-page.ts";
import { LINT_RULES } from "../../src/lint/rules.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { SOUND_RUBRIC, sampleFile } from "../support/rule-samples.ts";

interface Shown {
  readonly rule: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly message: string;
}

/** Settings without which a rule has nothing to say. */
const SETTINGS: Readonly<Record<string, string>> = {
  "words/agreed": "agreed:\n  - { avoid: client, use: people who come here, because: We asked. }\n",
};

async function lint({ name, about }: RulePage, sample: string): Promise<readonly Shown[]> {
  const { name: file, text } = sampleFile(about, sample);
  const own = SETTINGS[name];
  const files = memoryFiles({
    "ours.yaml": SOUND_RUBRIC,
    ...(own === undefined ? {} : { "coprod.yaml": `coprod: config/1\n${own}` }),
    [file]: text,
  });
  const settings = file === "coprod.yaml" ? ["--no-config"] : [];
  const against = /^(?:id\/renamed|version\/)/u.test(name) ? ["--against", "ours.yaml"] : [];
  const argv = ["lint", file, "--format", "json", ...settings, ...against];
  const { stdout, stderr } = await runInMemory(argv, { files });
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as { problems: Shown[] }).problems;
}

describe.each(RULE_PAGES.map((page) => [page.name, page] as const))("%s", (name, page) => {
  it("fires on its bad sample, at the place the sample marks", async () => {
    const { place } = sampleFile(page.about, page.about.bad);
    const problems = await lint(page, page.about.bad);
    const found = problems.filter(({ rule }) => rule === name);
    expect(problems.map(({ rule }) => rule)).toContain(name);
    if (place === undefined) return;
    const isOneLine = place.start.line === place.end.line;
    expect(found.map(({ start, end }) => (isOneLine ? { start, end } : { start }))).toContainEqual(
      isOneLine ? place : { start: place.start },
    );
  });

  it("does not fire on its good sample", async () => {
    const problems = await lint(page, page.about.good);
    expect(problems.filter(({ rule }) => rule === name)).toEqual([]);
  });
});

describe("the list of rules", () => {
  it("has each rule's file, under the rule's own name", () => {
    const folder = join(PACKAGE_FOLDER, "src", "lint", "rules");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
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
