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
    expect(idsIn(stdout).slice(0, 4)).toEqual(["2", "1", "3", "4"]);
    expect(idsIn(stdout).slice(4)).toEqual(["A", "B", "C", "D", "E"]);
    expect(stdout).toMatch(/Late:\n {2}- 2: .+\n[\s\S]+To do:\n {2}- 1/u);
    expect(stdout).toMatch(/[^\n]\n$/u);
    expect(stdout).toContain("4 actions: 1 late, 1 with no one leading and 1 with no date.");
  });

  it.each([
    [["--late"], ["2"]],
    [["--no-owner"], ["4"]],
    [["--who", "finance"], ["1"]],
    [["--who", "nobody we know"], []],
  ])("shows with %j only those", async (argv, expected) => {
    const { stdout } = await actions(argv);
    expect(idsIn(stdout)).toEqual(expected);
    expect(stdout.includes("None of the actions is one of these.")).toBe(expected.length === 0);
  });

  it.each([
    [["--done", "a1", "--note", "Nobody waits"], "status: done", "note: Nobody waits"],
    [["--doing", "a3"], "status: doing", "Choose one real decision"],
    [["--drop", "a4", "--why", "No money for it"], "status: dropped", "why: No money for it"],
  ])("writes down %j and leaves the rest of the file as it was", async (argv, status, words) => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    const { exitCode, stdout } = await actions(argv, files);
    const text = files.texts.get(PATH) ?? "";
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Saved in our.yaml");
    expect(text).toContain(words);
    const added = text.split("\n").filter((line) => !EXAMPLE.split("\n").includes(line));
    expect(added.every((line) => /status|why|note|revised/u.test(line))).toBe(true);
    expect(text.split(status).length).toBeGreaterThanOrEqual(EXAMPLE.split(status).length);
    expect(text).toContain("# A made-up charity");
    expect((await runInMemory(["lint", "our.yaml"], { files })).stdout).not.toContain(" error: ");
  });

  it("agrees a suggested step by its key, with all that comes with it", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    const key = "principles/reasons-given";
    const { stdout, exitCode } = await actions(
      ["--take", key, "--who", "Chair", "--by", "March 2027", "--cost", "£1,200"],
      files,
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Action 5 is agreed: .+\nChair\. By March 2027\.\nSaved in our\.yaml\n$/u,
    );
    const text = files.texts.get(PATH) ?? "";
    expect(text).toContain("id: a5");
    expect(text).toContain("cost: 1200");
    expect(text.split("effort: ")).toHaveLength(2);
    const { stdout: plan } = await runInMemory(["plan", "our.yaml", "-f", "md", "-o", "-"], {
      files,
    });
    expect(plan).toMatch(/^### 5\. /mu);
  });

  it("asks before it takes a letter, which moves when answers change", async () => {
    const refused = await actions(["--take", "A"]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain("Letters move when answers change. A is now: ");
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    const asked = await runInMemory(["actions", "our.yaml", "--take", "a", "--plain"], {
      files,
      lines: ["y"],
    });
    expect(asked.stdout).toContain("Action 5 is agreed");
    const left = await runInMemory(["actions", "our.yaml", "--take", "A", "--plain"], {
      lines: ["n"],
      files: memoryFiles({ "our.yaml": EXAMPLE }),
    });
    expect(left.files.texts.get(PATH)).toBe(EXAMPLE);
  });

  it.each([
    [["--add", "Ask the council", "--for", "hear-back", "--who", "Chair"], "do: Ask the council"],
    [["--set", "4", "--who", "Manager", "--by", "2027-04"], "who: Manager"],
    [["--done", "1", "--helped", "too-early"], "helped: too-early"],
    [["--decline", "principles/reasons-given", "--why", "No time"], 'said: "no"'],
    [["--put-off", "principles/reasons-given"], "said: later"],
  ])("writes down %j", async (argv, words) => {
    const { exitCode, files } = await actions(argv);
    expect(exitCode).toBe(0);
    expect(files.texts.get(PATH)).toContain(words);
    expect((await runInMemory(["lint", "our.yaml"], { files })).stdout).not.toContain(" error: ");
  });

  it("shows how we will know, and asks whether it helped", async () => {
    const { stdout, files } = await runInMemory(["actions", "our.yaml", "--done", "1", "--plain"], {
      files: memoryFiles({ "our.yaml": EXAMPLE }),
      lines: ["p", "Eight of ten were paid on the day"],
    });
    expect(stdout.replace(/\s+/gu, " ")).toContain(
      "How we will know: Nobody waits longer than the day itself to get their fare",
    );
    expect(files.texts.get(PATH)).toContain("helped: partly");
    expect(stdout).toContain("What shows it?");
    expect(files.texts.get(PATH)).toContain("note: Eight of ten were paid on the day");
  });

  it("warns of a name, and says what could not be read", async () => {
    expect((await actions(["--set", "4", "--who", "Maria"])).stderr).toContain(
      '"Maria" looks like somebody\'s name.',
    );
    expect((await actions(["--set", "4", "--by", "soon"])).stderr).toContain("as a date");
    expect((await actions(["--set", "4", "--cost", "a lot"])).stderr).toContain("needs a number");
    expect((await actions(["--take", "principles/nowhere"])).exitCode).toBe(2);
  });

  it("tells the next plan what happened", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE });
    await actions(["--done", "a1", "--note", "Nobody waits"], files);
    const { stdout } = await runInMemory(
      ["plan", "our.yaml", "--previous", "our.yaml", "--format", "md", "-o", "-"],
      { files },
    );
    expect(stdout).toMatch(/\| Pay bus fares .+ \| Done \| Nobody waits\. /u);
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
