import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const FOLDER = join(PACKAGE_FOLDER, "test/fixtures/written-by-0.1.0");
const OLD: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(FOLDER.length + 1), readFileSync(path, "utf8")]),
);
const ASSESSMENTS = ["filled.yaml", "session.yaml", "votes.yaml"];

const run = (argv: readonly string[], lines: readonly string[] = []) =>
  runInMemory(argv, { files: memoryFiles(OLD), lines });

describe.each(ASSESSMENTS)("%s, which 0.1.0 wrote", (name) => {
  it("is as it was written", () => {
    expect(OLD[name]).toMatch(/^coprod: assessment\/1$/mu);
    expect(OLD[name]).toContain("version: 1.0.0");
  });

  it.each([
    ["score"],
    ["plan"],
    ["actions"],
    ["assess", "--review"],
    ["form"],
    ["sheet"],
    ["lint"],
  ])("opens with %s", async (command, ...more) => {
    const { exitCode, stderr } = await run([command, name, ...more]);
    expect(exitCode, stderr).toBe(0);
    expect(stderr).not.toContain("error:");
  });

  it("is carried on, and keeps every answer", async () => {
    const { exitCode, files } = await run(["assess", name, "--plain"], ["q", "q", "q"]);
    expect(exitCode).toBe(0);
    const answered = (text = "") => text.match(/^ {4}answer: .*$/gmu) ?? [];
    const now = answered(await files.read(`${CHARITY_FOLDER}/${name}`));
    expect(answered(OLD[name]).length).toBeGreaterThan(0);
    expect(now).toEqual(answered(OLD[name]));
  });

  it("is where a new one begins", async () => {
    const argv = ["assess", "new.yaml", "--from", name, "--plain"];
    const { exitCode, stderr } = await run(argv, ["q", "q", "q"]);
    expect(exitCode, stderr).toBe(0);
  });

  it("merges with itself and changes nothing that people said", async () => {
    const other = { ...OLD, "other.yaml": OLD[name] ?? "" };
    const { exitCode, stderr } = await runInMemory(["merge", name, "other.yaml"], {
      files: memoryFiles(other),
    });
    expect(exitCode, stderr).toBe(0);
  });
});

describe("what else 0.1.0 wrote", () => {
  it("is a copy, which can be put back", async () => {
    const files = memoryFiles({
      "session.yaml": OLD["session.yaml"] ?? "",
      ".session.yaml.2026-11-30T153328Z.bak": OLD["session.bak"] ?? "",
    });
    const { exitCode, stdout } = await runInMemory(["restore", "session.yaml"], {
      files,
      interactive: true,
      lines: ["q"],
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("2026");
  });

  it("is a rubric to fill in, and a baseline of what lint found in it", async () => {
    const argv = ["lint", "ours.yaml", "--baseline", "baseline.json"];
    const { stderr } = await run(argv);
    expect(stderr).toMatch(/Left out \d\d known problems \(baseline\.json\)/u);
  });

  // What a plan tells was named anew, so this alone can't be as it was: nothing is written, and each field is named.
  it("is a template of a charity's own, which is told what its fields are called now", async () => {
    const argv = ["plan", "filled.yaml", "--format", "md", "--template", "own", "-o", "-"];
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(
      /actions\.md\.hbs:\d+:\d+ There is no field "list" here\. There are: .*agreed/u,
    );
  });

  it("is a plan, which a new one takes the place of", async () => {
    const argv = ["plan", "filled.yaml", "-o", "river-house-plan.md"];
    const { exitCode, stderr, files } = await run(argv);
    expect(exitCode, stderr).toBe(0);
    const now = await files.read(`${CHARITY_FOLDER}/river-house-plan.md`);
    expect(now).not.toBe(OLD["river-house-plan.md"]);
  });
});
