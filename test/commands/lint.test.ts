import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { fixtures } from "../support/fixtures.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";

const small = (kind: "rubric" | "assessment") =>
  fixtures(kind, "ok").find(({ name }) => name === "small")?.text ?? "";
const RUBRIC = small("rubric");
const ASSESSMENT = small("assessment").replace("id: small,", "id: small, file: ./small.yaml,");

function lint(given: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return runInMemory(["lint", ...argv], { files: memoryFiles(given) });
}

describe("coprod lint", () => {
  it("holds an assessment against a rubric of the charity's own", async () => {
    const sound = await lint({ "a.yaml": ASSESSMENT, "small.yaml": RUBRIC }, "a.yaml");
    expect(sound).toMatchObject({ exitCode: 0, stderr: "" });
    expect(sound.stdout).toContain("Checked 1 file: no ");
    const wrong = ASSESSMENT.replace("answer: usual", "answer: often");
    const { exitCode, stdout } = await lint({ "a.yaml": wrong, "small.yaml": RUBRIC }, "a.yaml");
    expect(exitCode).toBe(1);
    expect(stdout).toContain('a.yaml:12:13 error: "often" is not a level of this question.');
  });

  it("reports a broken rubric where it stands, and once", async () => {
    const broken = RUBRIC.replace("asks:", "ask:");
    const given = { "a.yaml": ASSESSMENT, "b.yaml": ASSESSMENT, "small.yaml": broken };
    for (const argv of [["a.yaml"], ["a.yaml", "small.yaml"], ["."]]) {
      const { exitCode, stdout } = await lint(given, ...argv);
      expect(exitCode).toBe(1);
      expect(stdout.match(/small\.yaml:26:9 error: "ask" is not a field/gu)).toHaveLength(1);
    }
  });

  it("goes on with the other files where one names a rubric that is not there", async () => {
    const given = { "a.yaml": ASSESSMENT, "z.yaml": RUBRIC.replace("asks:", "ask:") };
    const { exitCode, stdout } = await lint(given, "a.yaml", "z.yaml");
    expect(exitCode).toBe(1);
    expect(stdout).toContain('a.yaml:5:24 error: "./small.yaml" is not a file here.');
    expect(stdout).toContain('z.yaml:26:9 error: "ask" is not a field');
  });

  it("passes over other programs' files in a folder and counts them", async () => {
    const given = {
      "small.yaml": RUBRIC,
      "compose.yaml": "services: {}\n",
      ".ci.yml": "a: !tag b\n",
    };
    const { exitCode, stdout } = await lint(given);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1 file passed over: not made for coprod.");
  });

  it("tells a misspelt scale once, and not once more for each band", async () => {
    const files = { "ours.yaml": SOUND_RUBRIC.replace("scale: check", "scale: chekc") };
    const { stdout } = await lint(files, "ours.yaml");
    expect(stdout).toContain("1 error, 0 warnings");
    const weights = {
      "ours.yaml": SOUND_RUBRIC.replace("asks: Do we talk", "weight: 0\n        asks: Do we talk"),
    };
    expect((await lint(weights, "ours.yaml")).stdout).toContain("1 error, 0 warnings");
  });

  it("does not pass over such a file when it is named", async () => {
    const { exitCode, stdout } = await lint({ "compose.yaml": "services: {}\n" }, "compose.yaml");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("This file does not say what it is.");
  });

  it("never passes over a file with the marks of a merge", async () => {
    const given = { "small.yaml": `<<<<<<< HEAD\n${RUBRIC}=======\n${RUBRIC}>>>>>>> spring\n` };
    const { exitCode, stdout } = await lint(given);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("small.yaml:1:1 error: This file holds two versions");
  });

  it("fails on warnings beyond the number allowed", async () => {
    const given = { "a.yaml": ASSESSMENT.replace(", who: Caretaker", ""), "small.yaml": RUBRIC };
    expect((await lint(given, "a.yaml")).exitCode).toBe(0);
    expect((await lint(given, "a.yaml", "--max-warnings", "1")).exitCode).toBe(0);
    expect((await lint(given, "a.yaml", "--max-warnings", "0")).exitCode).toBe(1);
  });
});

describe("references from a charity's own rubric to the bundled files", () => {
  const bundled = readFileSync(join(PACKAGE_FOLDER, "rubrics", "principles.yaml"), "utf8");

  it.each([
    ["a barrier", "- barriers/power\n", "- barriers/powr\n", 'Did you mean "barriers/power"?'],
    [
      "a page of the guide",
      "- power-in-the-room",
      "- power-in-the-rom",
      'Did you mean "power-in-the-room"?',
    ],
  ])("finds a misspelt name of %s", async (_, right, wrong, hint) => {
    expect(bundled).toContain(right);
    const files = memoryFiles({ "ours.yaml": bundled.replace(right, wrong) });
    const { exitCode, stdout } = await runInMemory(["lint", "ours.yaml"], { files });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("[ref/unknown]");
    expect(stdout).toContain(hint);
  });
});
