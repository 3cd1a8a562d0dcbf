import { describe, expect, it } from "vitest";
import { EXIT, FileError } from "../../../src/platform/errors.ts";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "../../support/context.ts";
import { SOUND_RUBRIC } from "../../support/rule-samples.ts";

const MANY = 41;
const WORDY = SOUND_RUBRIC.replace("from: { talk: [Power] }", () =>
  `from: { talk: [Power] }\n        look-for:\n${Array.from({ length: MANY }, (_, at) => `          - We utilise room ${at + 1}.\n`).join("")}`.trimEnd(),
);

async function lint(format: string) {
  const files = memoryFiles({ "ours.yaml": WORDY });
  return runInMemory(["lint", "ours.yaml", "--format", format], { files });
}

describe("forty findings of one kind", () => {
  it.each(["json", "sarif", "gitlab", "compact"])(
    "are all given to programs: %s",
    async (format) => {
      const { stdout } = await lint(format);
      expect(stdout.match(/is a word of offices\. It/gu)).toHaveLength(MANY);
    },
  );

  it("are all failures of the test report where warnings fail", async () => {
    const files = memoryFiles({ "ours.yaml": WORDY });
    const argv = ["lint", "ours.yaml", "--format", "junit", "--fail-on", "warning"];
    const { stdout } = await runInMemory(argv, { files });
    expect(stdout.match(/<failure /gu)).toHaveLength(MANY);
  });

  it.each(["pretty", "stylish", "markdown", "github"])(
    "are said once to people: %s",
    async (format) => {
      const { stdout } = await lint(format);
      expect(stdout.match(/word of offices/gu)).toHaveLength(1);
      expect(stdout).toContain("And 40 more of these in this file, next at 30:16 and 31:16");
      expect(stdout).toContain("41 warnings");
    },
  );
});

describe("a path that leads to nothing", () => {
  it("is named, and does not stop the others", async () => {
    const files = memoryFiles({ "a/ours.yaml": WORDY });
    const { stdout, exitCode } = await runInMemory(
      ["lint", "a", "b/**/*.yaml", "--format", "compact"],
      { files },
    );
    expect(stdout).toContain("b/**/*.yaml:1:1: error: There is nothing to check in b/**/*.yaml.");
    expect(stdout).toContain("41 warnings");
    expect(exitCode).toBe(EXIT.wrongUse);
  });

  it("is told of a folder that cannot be looked into as well", async () => {
    const files = memoryFiles({ "a/ours.yaml": SOUND_RUBRIC, "a/locked/more.yaml": SOUND_RUBRIC });
    const list = files.list.bind(files);
    files.list = async (path) => {
      if (path === `${CHARITY_FOLDER}/a/locked`) throw new FileError(path, "denied");
      return list(path);
    };
    const { stdout, exitCode } = await runInMemory(["lint", "a", "--format", "compact"], { files });
    expect(stdout).toContain("a/locked:1:1: error: This folder cannot be looked into.");
    expect(stdout).toContain("Checked 1 file");
    expect(exitCode).toBe(EXIT.file);
  });
});

describe("two rubrics with one id", () => {
  it("are told, at the second of them", async () => {
    const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC, "copy.yaml": SOUND_RUBRIC });
    const { stdout, exitCode } = await runInMemory(
      ["lint", "ours.yaml", "copy.yaml", "--format", "compact"],
      { files },
    );
    expect(stdout).toContain(
      'copy.yaml:2:5: error: "ours" is also the id of the rubric in ours.yaml.',
    );
    expect(exitCode).toBe(EXIT.problems);
  });
});
