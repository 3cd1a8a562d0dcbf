import { describe, expect, it } from "vitest";
import { findAssessment, requireAssessment } from "../../src/files/find-assessment.ts";
import { FileError } from "../../src/platform/errors.ts";
import type { Context } from "../../src/platform/ports.ts";
import { CHARITY_FOLDER, type MemoryFiles, memoryFiles } from "../support/context.ts";

const at = (files: MemoryFiles) => ({ cwd: CHARITY_FOLDER, files }) as unknown as Context;
const inFolder = (given: Readonly<Record<string, string>>) => at(memoryFiles(given));

describe("finding the assessment", () => {
  it("takes the path that was given, there or not", async () => {
    const context = inFolder({ "a.yaml": "coprod: assessment/1\n" });
    expect(await findAssessment(context, "b.yaml")).toBe("/charity/b.yaml");
    expect(await findAssessment(context, "/elsewhere/b.yaml")).toBe("/elsewhere/b.yaml");
  });

  it.each([
    ["at the top", "coprod: assessment/1\n"],
    ["after comments and blank lines", "# Ours\n\n# With care.\ncoprod: assessment/1\n"],
    ["after a line of hyphens", "# Ours\n---\ncoprod: assessment/1\n"],
    ["in quotes", 'coprod: "assessment/1"\n'],
    ["with the line ends of Windows", "# Ours\r\n\r\ncoprod: assessment/1\r\n"],
    ["of a newer version, which is then refused by name", "coprod: assessment/2\n"],
  ])("knows one that says so %s", async (_, text) => {
    expect(await findAssessment(inFolder({ "a.yml": text }), undefined)).toBe("/charity/a.yml");
  });

  it.each([
    ["a rubric", { "a.yaml": "coprod: rubric/1\n" }],
    ["a file that only mentions one", { "a.yaml": "title: x\nabout: |\n  coprod: assessment/1\n" }],
    ["a file of another kind", { "a.md": "coprod: assessment/1\n" }],
    ["a hidden file", { ".a.yaml": "coprod: assessment/1\n" }],
    ["a file in a folder below", { "old/a.yaml": "coprod: assessment/1\n" }],
    ["nothing", {}],
  ])("passes over %s", async (_, given) => {
    expect(
      await findAssessment(inFolder(given as Record<string, string>), undefined),
    ).toBeUndefined();
  });

  it("passes over a file that cannot be read", async () => {
    const files = memoryFiles({ "a.yaml": "coprod: assessment/1\n", "b.yaml": "x" });
    const read = async (path: string) => {
      if (path.endsWith("b.yaml")) throw new FileError(path, "denied");
      return files.read(path);
    };
    expect(await findAssessment(at({ ...files, read }), undefined)).toBe("/charity/a.yaml");
  });

  it("lists them where there are several", async () => {
    const text = "coprod: assessment/1\n";
    const context = inFolder({ "b.yaml": text, "a.yaml": text, "c.yaml": "x" });
    await expect(findAssessment(context, undefined)).rejects.toMatchObject({
      message: "This folder holds more than one assessment.",
      hint: "Say which one: a.yaml, b.yaml",
      exitCode: 2,
    });
  });

  it("says how to get one where there is none", async () => {
    await expect(requireAssessment(inFolder({}), undefined)).rejects.toMatchObject({
      message: "There is no assessment in this folder.",
      exitCode: 2,
    });
  });

  it("is not slowed down by a file full of blank lines and comments", async () => {
    const text = `${"# a comment\n   \n".repeat(30_000)}title: none\n`;
    expect(await findAssessment(inFolder({ "a.yaml": text }), undefined)).toBeUndefined();
  });
});
