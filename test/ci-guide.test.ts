import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { REPORTER_NAMES } from "../src/lint/reporters/format.ts";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER, runInMemory } from "./support/context.ts";

const read = (name: string) => readFileSync(join(PACKAGE_FOLDER, name), "utf8");
const guide = read("docs/ci.md");
const blocks = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)].map(([, kind, text]) => ({
  kind,
  text: text ?? "",
}));
const commands = [...guide.matchAll(/npx coprod (lint[^"\n]*)/gu)].map(
  ([, command = ""]) => command,
);
const SOUND = "coprod: assessment/1\ntitle: Ours\nrubrics:\n  - id: principles\n";
const BROKEN = `${SOUND}answer: {}\n`;

interface Matcher {
  readonly regexp: string;
}

const matcher: { problemMatcher: [{ pattern: [Matcher] }] } = JSON.parse(
  read("docs/problem-matcher.json"),
);
const task = JSON.parse(blocks.find(({ kind }) => kind === "json")?.text ?? "");

describe("docs/ci.md", () => {
  it("holds YAML that can be read", () => {
    const texts = blocks
      .filter(({ kind }) => kind === "yaml")
      .map(({ text }) => parse(text) as unknown);
    expect(texts.length).toBeGreaterThanOrEqual(4);
    for (const value of texts) expect(value).toBeInstanceOf(Object);
  });

  it.each(commands)("gives a command that works: %s", async (command) => {
    const words = command.trim().split(" ");
    const { exitCode, stderr, files } = await runInMemory(words, {
      files: memoryFiles({ "a.yaml": SOUND }),
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const reports = words.filter((word) => word.includes("=")).map((word) => word.split("=")[1]);
    for (const report of reports) {
      expect([...files.texts.keys()]).toContain(`${CHARITY_FOLDER}/${report}`);
      expect(guide.split(`${report}`).length, `${report} is used in the workflow`).toBeGreaterThan(
        2,
      );
    }
  });

  it("names each format, as the README does", () => {
    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const name of REPORTER_NAMES) {
      expect(guide).toMatch(new RegExp(`^\\| \`${name}\` \\| `, "mu"));
      expect(read("README.md")).toContain(`\`${name}\``);
    }
  });
});

describe("the problem matchers", () => {
  it.each([
    ["docs/problem-matcher.json", matcher.problemMatcher[0].pattern[0]],
    ["the task of the guide", task.tasks[0].problemMatcher.pattern as Matcher],
  ])("%s finds the problems of the compact format, and nothing else", async (_, pattern) => {
    const { stdout } = await runInMemory(["lint", "--format", "compact"], {
      files: memoryFiles({ "a b.yaml": BROKEN }),
    });
    const lines = stdout.trimEnd().split("\n");
    const found = lines.map((line) => new RegExp(pattern.regexp, "u").exec(line)?.slice(1));
    expect(found).toEqual([
      ["a b.yaml", "5", "1", "error", expect.stringContaining("answers"), "shape/unknown-key"],
      undefined,
    ]);
    expect(pattern).toMatchObject({
      file: 1,
      line: 2,
      column: 3,
      severity: 4,
      message: 5,
      code: 6,
    });
  });
});

describe(".pre-commit-hooks.yaml", () => {
  it("names a hook whose command is there, and which checks all files at once", async () => {
    const [hook] = parse(read(".pre-commit-hooks.yaml"));
    expect(guide).toContain(`- id: ${hook.id}\n`);
    expect(hook).toMatchObject({
      language: "node",
      pass_filenames: false,
      files: "\\.(ya?ml|hbs)$",
    });
    const [program, ...words] = hook.entry.split(" ");
    expect(JSON.parse(read("package.json")).bin).toHaveProperty(program);
    const { exitCode } = await runInMemory(words, {
      files: memoryFiles({ "a.yaml": SOUND, "other.yaml": "a: 1\n" }),
    });
    expect(exitCode).toBe(0);
  });
});
