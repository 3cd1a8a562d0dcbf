import { describe, expect, it } from "vitest";
import { CHARITY_FOLDER, memoryFiles, runInMemory, type Setting } from "../support/context.ts";

const COPY = `coprod: assessment/1
# A remark of ours.
title: River House, November 2026
started: 2026-11-21
rubrics:
  - { id: principles, version: 2.0.0 }
answers:
  principles/hear-back: { answer: usual, note: Said in the kitchen. }
  principles/plain-words: { answer: unsure }
actions:
  - { id: a1, do: Ask five people. }
`;
const OURS = COPY.replace("answer: unsure", "answer: in-places");
const THEIRS = COPY.replace("answer: unsure", "answer: usual").concat(
  "  - { id: a2, do: Phone the council. }\n",
);
const QUIET = COPY.concat("  - { id: a2, do: Phone the council. }\n");

const FILES = { "ours.yaml": OURS, "theirs.yaml": THEIRS, "base.yaml": COPY, "quiet.yaml": QUIET };

async function merge(args: readonly string[], setting: Setting = {}) {
  const files = memoryFiles(FILES);
  const ran = await runInMemory(["merge", ...args], { files, ...setting });
  const text = (name: string) => files.texts.get(`${CHARITY_FOLDER}/${name}`) ?? "";
  return { ...ran, text };
}

describe("coprod merge", () => {
  it("takes over what is new, keeps remarks, and says what came in", async () => {
    const { exitCode, stdout, stderr, text } = await merge([
      "ours.yaml",
      "quiet.yaml",
      "--base",
      "base.yaml",
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toBe("New or changed here: 1 action.\nSaved in ours.yaml\n");
    expect(text("ours.yaml")).toBe(OURS.concat("  - { id: a2, do: Phone the council. }\n"));
    expect(text("quiet.yaml")).toBe(QUIET);
  });

  it("changes nothing where nothing is new", async () => {
    const { exitCode, stdout, text } = await merge(["quiet.yaml", "base.yaml"]);
    expect([exitCode, stdout]).toEqual([0, "Nothing in base.yaml is new. Nothing was changed.\n"]);
    expect(text("quiet.yaml")).toBe(QUIET);
  });

  it("shows both where they say different things, and saves nothing until somebody has chosen", async () => {
    const { exitCode, stderr, text } = await merge(["ours.yaml", "theirs.yaml"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("different things in one place. Nothing was changed.");
    expect(stderr).toMatch(/\n.+\?\n {2}Ours: In places\n {2}Theirs: Usual practice\n/u);
    expect(text("ours.yaml")).toBe(OURS);
  });

  it.each([
    ["1", "in-places"],
    ["2", "usual"],
  ])("asks in a terminal, and takes %s", async (typed, answer) => {
    const asked = await merge(["ours.yaml", "theirs.yaml", "--plain"], { lines: ["x", typed] });
    expect(asked.exitCode).toBe(0);
    expect(asked.stdout).toContain("Type 1 for ours or 2 for theirs.");
    expect(asked.stdout).toContain("1 difference settled. New or changed here:");
    expect(asked.text("ours.yaml")).toContain(`principles/plain-words: { answer: ${answer} }`);
    expect(asked.text("ours.yaml")).toContain("Phone the council.");
  });

  it("stops without a change where somebody stops", async () => {
    const { exitCode, text } = await merge(["ours.yaml", "theirs.yaml", "--plain"], {
      lines: ["q"],
    });
    expect([exitCode, text("ours.yaml")]).toEqual([1, OURS]);
  });

  it("takes one side everywhere where it is told to", async () => {
    const { exitCode, text } = await merge(["ours.yaml", "theirs.yaml", "--keep", "theirs"]);
    expect(exitCode).toBe(0);
    expect(text("ours.yaml")).toContain("principles/plain-words: { answer: usual }");
  });

  it.each([
    [["ours.yaml"], "Two copies are put together."],
    [["ours.yaml", "ours.yaml"], "These are one and the same file."],
    [["ours.yaml", "theirs.yaml", "--keep", "mine"], '"mine" is neither ours nor theirs.'],
  ])("refuses %j", async (args, says) => {
    const { exitCode, stderr } = await merge(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });

  it("refuses those of two charities that do not say when they began", async () => {
    const [here, there] = ["River House", "Lake House"].map((title) =>
      COPY.replace("River House, November 2026", title).replace("started: 2026-11-21\n", ""),
    ) as [string, string];
    const files = memoryFiles({ "here.yaml": here, "there.yaml": there });
    const { exitCode, stderr } = await runInMemory(["merge", "here.yaml", "there.yaml"], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("are two different assessments");
  });

  it("refuses two different assessments", async () => {
    const other = COPY.replace("River House, November 2026", "Lake House").replace(
      "2026-11-21",
      "2024-01-01",
    );
    const files = memoryFiles({ ...FILES, "other.yaml": other });
    const { exitCode, stderr } = await merge(["ours.yaml", "other.yaml"], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("are two different assessments");
  });
});

describe("coprod merge --git", () => {
  it("writes what both say and ends with 0", async () => {
    const { exitCode, text } = await merge([
      "--git",
      "base.yaml",
      "ours.yaml",
      "quiet.yaml",
      "7",
      "our-charity.yaml",
    ]);
    expect(exitCode).toBe(0);
    expect(text("ours.yaml")).toContain("Phone the council.");
    expect(text("ours.yaml")).toContain("answer: in-places");
  });

  it("marks what is open, with marks as long as git asks for, and ends with 1", async () => {
    const { exitCode, stderr, text } = await merge([
      "--git",
      "base.yaml",
      "ours.yaml",
      "theirs.yaml",
      "9",
      "our-charity.yaml",
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("our-charity.yaml: the two copies say different things.");
    expect(text("ours.yaml")).toContain(
      "<<<<<<<<< the copy here\n  principles/plain-words: { answer: in-places }\n=========\n  principles/plain-words: { answer: usual }\n>>>>>>>>> the copy that comes in\n",
    );
    expect(text("ours.yaml")).toContain("Phone the council.");
  });

  it.each([
    ["empty", ""],
    ["with marks in it", "<<<<<<<<< a\ntitle: x\n=========\n"],
  ])("does without a base that is %s", async (_, base) => {
    const files = memoryFiles({ ...FILES, "base.yaml": base });
    const { exitCode } = await runInMemory(
      ["merge", "--git", "base.yaml", "ours.yaml", "quiet.yaml", "7", "x.yaml"],
      { files },
    );
    // Without a base nobody knows which of the two answers is the newer one.
    expect(exitCode).toBe(1);
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toContain("Phone the council.");
  });

  it("leaves a file that is no assessment to git", async () => {
    const files = memoryFiles({ ...FILES, "ours.yaml": "coprod: rubric/1\nid: x\n" });
    const { exitCode } = await runInMemory(
      ["merge", "--git", "base.yaml", "ours.yaml", "quiet.yaml", "7", "x.yaml"],
      { files },
    );
    expect(exitCode).toBeGreaterThan(1);
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe("coprod: rubric/1\nid: x\n");
  });
});

describe("coprod merge --check", () => {
  it("says what is missing of the two halves", async () => {
    const none = await merge(["--check"]);
    expect(none.exitCode).toBe(1);
    expect(none.stdout).toContain("does not merge assessments with coprod yet");
    const files = memoryFiles({ ".gitattributes": "*.yaml merge=coprod\n" });
    const half = await merge(["--check"], { files });
    expect(half.stdout).toContain(
      "This folder asks for coprod's merging, but git here does not know it.",
    );
    const both = await merge(["--check"], {
      files,
      gitSetting: async (_, name) => (name.endsWith("driver") ? "coprod merge --git" : "binary"),
    });
    expect([both.exitCode, both.stdout]).toEqual([
      0,
      "git in this folder merges assessments with coprod.\n",
    ]);
  });
});
