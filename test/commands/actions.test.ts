import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
const PATH = "/charity/our.yaml";

function actions(argv: readonly string[], files = memoryFiles({ "our.yaml": EXAMPLE })) {
  return runInMemory(["actions", "our.yaml", ...argv], {
    files,
    now: () => new Date("2027-01-05T09:00:00Z"),
  });
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/^ {2}- (\w+):/gmu)].map(([, id = ""]) => id);
}

describe("coprod actions", () => {
  it("lists late ones first, then by date, and those without a date last", async () => {
    const { exitCode, stdout } = await actions([]);
    expect(exitCode).toBe(0);
    expect(idsIn(stdout)).toEqual(["a2", "a1", "a3", "a4"]);
    expect(stdout).toMatch(/Late:\n {2}- a2: .+\n[\s\S]+To do:\n {2}- a1/u);
    expect(stdout).toMatch(/[^\n]\n$/u);
    expect(stdout).toContain("4 actions: 1 late, 1 with no one leading and 1 with no date.");
  });

  it.each([
    [["--late"], ["a2"]],
    [["--no-owner"], ["a4"]],
    [["--who", "finance"], ["a1"]],
    [["--who", "nobody we know"], []],
  ])("shows with %j only those", async (argv, expected) => {
    const { stdout } = await actions(argv);
    expect(idsIn(stdout)).toEqual(expected);
    expect(stdout.includes("No action fits.")).toBe(expected.length === 0);
  });

  it.each([
    [["--done", "a1", "--note", "Nobody waits"], "status: done", "note: Nobody waits"],
    [["--doing", "a3"], "status: doing", "Fill the empty seat"],
    [["--drop", "a4", "--why", "No money for it"], "status: dropped", "why: No money for it"],
  ])("writes down %j and leaves the rest of the file as it was", async (argv, status, words) => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    const { exitCode, stdout } = await actions(argv, files);
    const text = files.texts.get(PATH) ?? "";
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Saved in our.yaml");
    expect(text).toContain(words);
    const added = text.split("\n").filter((line) => !EXAMPLE.split("\n").includes(line));
    expect(added.every((line) => /status|why|note/u.test(line))).toBe(true);
    expect(text.split(status).length).toBeGreaterThanOrEqual(EXAMPLE.split(status).length);
    expect(text).toContain("# A made-up charity");
    expect((await runInMemory(["lint", "our.yaml"], { files })).stdout).not.toContain(" error: ");
  });

  it("tells the next plan what happened", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    await actions(["--done", "a1", "--note", "Nobody waits"], files);
    const { stdout } = await runInMemory(
      ["plan", "our.yaml", "--previous", "our.yaml", "--format", "md", "-o", "-"],
      { files },
    );
    expect(stdout).toMatch(/\| Pay bus fares .+ \| Done \| Nobody waits\. \|/u);
  });

  it.each([
    [["--done", "b1"], 'Did you mean "1"?'],
    [["--drop", "a1"], "Why is it dropped?"],
    [["--done", "a1", "--why", "x"], "--why goes with --drop"],
    [["--done", "a1", "--doing", "a2"], "Only one action"],
    [["--note", "x"], "Which action is this about?"],
  ])("says what is missing or wrong in %j, and changes nothing", async (argv, words) => {
    const { exitCode, stderr, files } = await actions(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
    expect(files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it("says so where a file cannot be saved", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    files.faults.set(PATH, "full");
    const { exitCode, stderr } = await actions(["--done", "a1"], files);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("NOT SAVED");
  });
});
