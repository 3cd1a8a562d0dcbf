import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../../src/assessment/parse.ts";
import { type MemoryFiles, runInMemory } from "../../support/context.ts";
import { SMALL_PRINCIPLES } from "../../support/small-rubrics.ts";
import { begun, charityFolder, NEW, OUR, START, sit } from "../../support/workshop.ts";

const at = (instant: string) => () => new Date(instant);
const fileIn = (files: MemoryFiles) => parseAssessment("our.yaml", files.texts.get(OUR) ?? "").file;

describe("row 22: copies that a sync tool made", () => {
  it.each([
    "our (Jo's conflicted copy 2026-11-20).yaml",
    "our-LAPTOP-conflict.yaml",
    "our.sync-conflict-20261120-101010-ABCDEF.yaml",
  ])("row 22: %s is named in the first words, and left alone", async (name) => {
    const files = await begun(["2"], { [name]: "coprod: assessment/1\n" });
    const { said } = await sit(["q"], { files });
    expect(said).toContain(`Beside our file there is ${name}.`);
    expect(files.texts.get(`/charity/${name}`)).toBe("coprod: assessment/1\n");
  });

  it("row 22: files of another assessment are none of them", async () => {
    const files = await begun(["2"], { "theirs (conflicted copy).yaml": "x" });
    expect((await sit(["q"], { files })).said).not.toContain("Beside our file");
  });
});

describe("row 31: coming back", () => {
  const ALL = ["2", "2", "2", "2", "1", "y p n", "", "1", "y n", ""];

  it("row 31: after the end shows the check of all answers, and lists every session in which something was confirmed", async () => {
    const files = await begun([...ALL, "1", "f", ""]);
    const { said, exitCode } = await sit(["2", "s", "", "q"], { files });
    expect(exitCode).toBe(0);
    expect(said).toContain("Before you finish");
    expect(fileIn(files)?.sessions?.map(({ how }) => how)).toEqual(["finished"]);
    await sit(["2", "s", "g 1", "4", "y", "q"], { files });
    expect(fileIn(files)?.sessions?.map(({ how }) => how)).toEqual(["finished", "stopped"]);
  });

  it("row 31: with other people keeps the answers and the new counts", async () => {
    const files = await begun(["2"]);
    await sit(["3", "5", "0", "0", "", "q"], { files });
    const { said } = await sit(["n", "6", "4", "0", "0", "", "3", "q"], { files });
    expect(said).toMatch(/Who was here last time\? [^?]*3[^?]*5/u);
    const { people, answers } = fileIn(files) ?? {};
    expect(people?.slice(0, 2).map(({ present }) => present)).toEqual([6, 4]);
    expect(answers?.["principles/power"]?.answer).toBe("in-places");
  });

  it("row 31: on another computer goes on as on the first one", async () => {
    const machine = (name: string) => ({ pid: 7, name, isAlive: () => false });
    const files = await begun(["2"]);
    const { exitCode, said } = await sit(["s", "", "3", "q"], {
      files,
      machine: machine("office"),
    });
    expect(exitCode).toBe(0);
    expect(said).not.toContain("is open");
    expect(Object.keys(fileIn(files)?.answers ?? {})).toHaveLength(2);
  });

  it("row 31: with the clock moved back says no nonsense, and lists the session", async () => {
    const files = await begun(["2"]);
    const { exitCode, said } = await sit(["s", "", "3", "l", "q"], {
      files,
      now: at("2025-01-02T09:00:00Z"),
    });
    expect(exitCode).toBe(0);
    expect(said).not.toMatch(/-\d+ minute|NaN|undefined/u);
    const { sessions } = fileIn(files) ?? {};
    expect(sessions?.map(({ began }) => began)).toEqual([
      "2026-11-21T10:31:00Z",
      "2025-01-02T09:00:00Z",
    ]);
    const again = await sit(["s", "q"], { files });
    expect(again.exitCode).toBe(0);
    expect(again.said).toContain("2 answered");
  });
});

describe("taking back", () => {
  it("gives the file that a person laid out by hand back, byte for byte", async () => {
    const files = await begun(["2"]);
    const people =
      "people: # counted at the door\n    - {group: staff,   name: 'Staff', present: 3}\n";
    const text = (files.texts.get(OUR) ?? "").replace("sessions:", `${people}sessions:`);
    files.texts.set(OUR, text);
    await sit(["n", "5", "", "", "z", "z", "z", "z", "q"], { files });
    expect(files.texts.get(OUR)).toBe(text);
  });
});

describe("a quick look", () => {
  const files = async () => {
    const begins = charityFolder();
    // They pick the second of what could be asked besides.
    await sit(["River House", "", "2", "s", "q"], { files: begins, args: [...NEW, "--quick"] });
    return begins;
  };

  it("stays one when people come back, in the talk, in scripts and read back", async () => {
    const there = await files();
    const { said } = await sit(["s", "", "2", "l", "q"], { files: there });
    expect(said).toContain("This is a quick look: only the core questions are asked.");
    expect(said).toContain("Question 1 of 4");
    expect(said).not.toContain("Are costs covered?");
    const { stderr } = await runInMemory(["assess", "our.yaml", "--no-input"], { files: there });
    expect(stderr).toContain("has 3 questions or checklists to do");
    const read = await runInMemory(["assess", "our.yaml", "--review"], { files: there });
    expect(read.stdout).not.toContain("Are costs covered?");
  });

  it("becomes a whole one by e, and stays whole once another question is answered", async () => {
    const there = await files();
    const { said } = await sit(["s", "e", "2", "3", "q"], { files: there });
    expect(said).toContain("From here on every question is asked.");
    expect(said).toContain("Question 2 of 4");
    expect((await sit(["s", "q"], { files: there })).said).not.toContain("quick look");
  });

  it("is asked in whole from a question that is not in it", async () => {
    const there = await files();
    const { said } = await sit(["2", "q"], { files: there, args: ["--question", "costs"] });
    expect(said).toContain("Are costs covered?");
    expect(said).toContain("Question 3 of 4");
  });
});

describe("two questions that read alike", () => {
  it("are asked, and kept, in their own words also when people come back", async () => {
    const twin = SMALL_PRINCIPLES.replace("Can people step back?", "Are costs covered?");
    const files = charityFolder({ "principles.yaml": twin });
    await sit([...START, "2", "q"], { files, args: NEW });
    const { said } = await sit(["s", "", "3", "q"], { files });
    expect(said).toContain("Are costs covered? 1 Not yet");
    expect(said).not.toContain("Are costs covered? (");
    const { answers } = fileIn(files) ?? {};
    expect(answers?.["principles/costs"]?.asked?.wording).toBe("Are costs covered?");
  });
});
