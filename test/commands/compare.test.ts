import ajvModule from "ajv";
import { describe, expect, it } from "vitest";
import { comparisonSchema, comparisonSeriesSchema } from "../../src/comparison/schema.ts";
import { displayWidth } from "../../src/terminal/wrap.ts";
import { COMPARED_FILES } from "../support/compared-files.ts";
import { memoryFiles, runInMemory } from "../support/context.ts";

function compare(argv: readonly string[], setting: Parameters<typeof runInMemory>[1] = {}) {
  return runInMemory(["compare", ...argv], { files: memoryFiles(COMPARED_FILES), ...setting });
}

describe("coprod compare", () => {
  it.each([
    { format: "text", files: ["2024.yaml", "2025.yaml"], golden: "compare-two.txt" },
    { format: "md", files: ["2024.yaml", "2025.yaml"], golden: "compare-two.md" },
    { format: "text", files: ["2025.yaml", "2026.yaml"], golden: "compare-later.txt" },
    {
      format: "md",
      files: ["2024.yaml", "2025.yaml", "2026.yaml"],
      golden: "compare-three.md",
    },
  ])("shows $files as $format", async ({ format, files, golden }) => {
    const { exitCode, stdout, stderr } = await compare([...files, "--format", format]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/[^\n]\n$/u);
    await expect(stdout).toMatchFileSnapshot(`../golden/${golden}`);
  });

  it("tells better, worse, learnt and reworded apart", async () => {
    const { stdout } = await compare(["2024.yaml", "2025.yaml", "--format", "json"]);
    const value = comparisonSchema.parse(JSON.parse(stdout));
    expect(value.criteria.map(({ key, change }) => [key, change])).toEqual([
      ["ours/hear", "better"],
      ["ours/answer", "learning"],
      ["ours/safe", "better"],
      ["ours/plan", "worse"],
      ["ours/felt", "better"],
      ["ours/hours", "better"],
    ]);
    expect(value.reworded.map(({ key }) => key)).toEqual(["ours/decide"]);
    expect(value.headline).toMatchObject({ change: null, status: "questions-changed" });
    expect(value.sections[0]).toMatchObject({
      change: "better",
      before: { capped: ["ours/safe"] },
    });
  });

  it("prints each step and the whole way for three files", async () => {
    const { stdout } = await compare(["2024.yaml", "2025.yaml", "2026.yaml", "--format", "json"]);
    const { steps, whole } = comparisonSeriesSchema.parse(JSON.parse(stdout));
    const years = [...steps, whole].map(({ older, newer }) => `${older.title} to ${newer.title}`);
    expect(years).toEqual([
      "Lake House, 2024 to Lake House, 2025",
      "Lake House, 2025 to Lake House, 2026",
      "Lake House, 2024 to Lake House, 2026",
    ]);
  });

  it("keeps to the JSON Schema that coprod prints", async () => {
    const { stdout: schema } = await runInMemory(["schema", "comparison"]);
    const validate = new ajvModule.default({ allErrors: true }).compile(JSON.parse(schema));
    for (const later of [[], ["2026.yaml"]]) {
      const { stdout } = await compare(["2024.yaml", "2025.yaml", ...later, "--format", "json"]);
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
  });

  it("says when the files are not in order, and compares them as given", async () => {
    const { exitCode, stdout, stderr } = await compare(["2025.yaml", "2024.yaml"]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("not in the order in which they were started");
    expect(stdout).toContain("Last time: Lake House, 2025");
  });

  it("warns of files of different charities, or of different work, and compares them all the same", async () => {
    const files = memoryFiles({
      "ours.yaml":
        "coprod: assessment/1\ntitle: Lake House, May\ncovers: All\nrubrics:\n  - { id: principles }\n",
      "theirs.yaml":
        "coprod: assessment/1\ntitle: Hope Centre, June\ncovers: One project\nrubrics:\n  - { id: principles }\n",
    });
    const { exitCode, stdout, stderr } = await compare(["ours.yaml", "theirs.yaml"], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("What changed since last time");
    expect(stderr).toContain(
      'may be of different charities: "Lake House, May" and "Hope Centre, June"',
    );
    expect(stderr).toContain('do not look at the same work: "All" and "One project"');
  });

  it("keeps to a narrow terminal, and is never wider than can be read", async () => {
    for (const [columns, widest] of [
      [60, 60],
      [200, 76],
    ] as const) {
      const { stdout } = await compare(["2024.yaml", "2025.yaml"], { columns });
      const widths = stdout.split("\n").map(displayWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(widest);
    }
  });

  it("reads one of them from standard input", async () => {
    const readStdin = async () => COMPARED_FILES["2025.yaml"];
    const { exitCode, stdout } = await compare(["2024.yaml", "-"], { readStdin });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("This time: Lake House, 2025");
  });

  it.each([
    { argv: [], exitCode: 2, says: "Something is missing: <older-file>." },
    { argv: ["2024.yaml"], exitCode: 2, says: "Something is missing: <newer-file>." },
    {
      argv: ["2024.yaml", "2025.yaml", "--format", "html"],
      exitCode: 2,
      says: "Allowed choices are text, md, json",
    },
    { argv: ["2024.yaml", "gone.yaml"], exitCode: 3, says: "gone.yaml: There is no such file" },
    { argv: ["2024.yaml", "ours-1.yaml"], exitCode: 1, says: "ours-1.yaml:" },
  ])("ends with $exitCode for $argv", async ({ argv, exitCode, says }) => {
    const { exitCode: ended, stdout, stderr } = await compare(argv);
    expect([ended, stdout]).toEqual([exitCode, ""]);
    expect(stderr).toContain(says);
  });

  it("says so where nothing was asked both times", async () => {
    const files = memoryFiles({
      ...COMPARED_FILES,
      "other.yaml": "coprod: assessment/1\ntitle: Other\nrubrics:\n  - { id: before-you-start }\n",
    });
    const { exitCode, stdout } = await compare(["2024.yaml", "other.yaml"], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("No question was asked the same way both times.");
    expect(stdout).toContain("Being heard: 3 questions");
  });
});
