import { describe, expect, it } from "vitest";
import { CHARITY_FOLDER, memoryFiles, runInMemory, scriptedPrompter } from "../support/context.ts";

const OURS = "coprod: assessment/1\ntitle: Ours\nrubrics:\n  - id: barriers\n";

/** The program without a word after it, at a terminal. */
function start(lines: readonly string[], files: Readonly<Record<string, string>> = {}) {
  return runInMemory([], {
    ...{ files: memoryFiles(files), interactive: true },
    ...typing(lines),
  });
}

/** What is typed goes on with the command that was chosen. */
function typing(lines: readonly string[]) {
  const prompter = scriptedPrompter(lines);
  return { openPrompter: () => prompter };
}

describe("the start page", () => {
  it("offers an example and a start where nothing is there yet", async () => {
    const { exitCode, stdout, stderr } = await start(["q"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/1 {2}See an example\n +2 {2}Start your own\n/u);
    expect(stdout).not.toContain("Carry on");
    expect(stdout).toContain("Stopped. Nothing was changed.");
  });

  it("says what can be typed, after ?, after nothing and after something else", async () => {
    const { exitCode, stdout } = await start(["?", "", "7"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("coprod --help");
    expect(stdout).toContain('"7" is not one of them. Type a number from 1 to 2.');
    expect(stdout).toContain("The input ended.");
  });

  it("makes the example and shows its plan", async () => {
    const { exitCode, files, stdout } = await start(["1"]);
    expect(exitCode).toBe(0);
    expect(await files.kind(`${CHARITY_FOLDER}/coprod-demo/river-house-plan.html`)).toBe("file");
    expect(stdout).toContain("it is open in your web browser");
  });

  it("starts a new one, also where there is one", async () => {
    const typed = ["2", "The Mill", "", "", "", "1", "q"];
    const { exitCode, files } = await start(typed, { "ours.yaml": OURS });
    expect(exitCode).toBe(0);
    expect(await files.read(`${CHARITY_FOLDER}/ours.yaml`)).toBe(OURS);
    expect(await files.read(`${CHARITY_FOLDER}/the-mill.yaml`)).toContain("charity: The Mill");
  });

  it("carries on with the one that is there, by its name", async () => {
    const { exitCode, stdout } = await start(["3", "q"], { "ours.yaml": OURS });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/3 {2}Carry on with ours\.yaml\n/u);
    expect(stdout.replace(/\s+/gu, " ")).toContain("saved in ours.yaml");
  });

  it("asks which one where there are several, and makes and shows its plan", async () => {
    const opened: string[] = [];
    const { exitCode, files } = await runInMemory([], {
      files: memoryFiles({ "a.yaml": OURS, "b.yaml": OURS, "c.yaml": "coprod: config/1\n" }),
      interactive: true,
      ...typing(["4", "2"]),
      openFile: async (path) => opened.push(path) > 0,
    });
    expect(exitCode).toBe(0);
    expect(opened).toEqual([`${CHARITY_FOLDER}/b-plan.html`]);
    expect(await files.kind(`${CHARITY_FOLDER}/a-plan.html`)).toBe("missing");
  });

  it("goes back from the names with b, and says at the first question that it is the first", async () => {
    const { exitCode, stdout } = await start(["b", "3", "?", "b", "q"], {
      "a.yaml": OURS,
      "b.yaml": OURS,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("This is the first question.");
    expect(stdout).toContain("b goes back, q stops.");
    expect(stdout.match(/What would you like to do\?/gu)).toHaveLength(2);
  });

  it("leaves no question below the last words on a page", async () => {
    const pages: string[] = [];
    const prompter = { ...scriptedPrompter(["q"]), turnPage: (text: string) => pages.push(text) };
    const { exitCode } = await runInMemory([], {
      files: memoryFiles({}),
      interactive: true,
      openPrompter: () => prompter,
    });
    expect(exitCode).toBe(0);
    expect(pages.at(-1)).toBe("Stopped. Nothing was changed.");
  });

  it("leaves out the one that a later one follows", async () => {
    const later = `${OURS}previous: { file: old.yaml, title: Ours }\n`;
    const { stdout } = await start(["q"], { "new.yaml": later, "old.yaml": OURS });
    expect(stdout).toContain("Carry on with new.yaml");
  });
});

describe("without a terminal, or with a word more", () => {
  it.each([
    [[], false],
    [["--no-color"], true],
  ] as const)("%j at a terminal (%s) gives help as before", async (argv, interactive) => {
    const { exitCode, stdout, stderr } = await runInMemory(argv, { interactive, lines: ["1"] });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("Usage: coprod");
  });
});

describe("--new", () => {
  const files = () => memoryFiles({ "ours.yaml": OURS });

  it("keeps to a name that is free", async () => {
    const argv = ["assess", "ours.yaml", "--new", "--plain"];
    const { exitCode, stderr } = await runInMemory(argv, { files: files() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("ours.yaml is there already. Nothing was changed.");
  });
});
