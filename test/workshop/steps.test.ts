import { describe, expect, it } from "vitest";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const AGREED = ["1", "2", "4", "3", "2", "y y y", "", "1", "y y", ""];
const DIFFER = ["d", "1 3", "We hear late", "We ask"];

/** From the check of all answers through the pages of the ending to the first step. */
const TO_STEPS = ["1", "", ""];

describe("the ending for the room", () => {
  it("reads out what was agreed, where people differ, what nobody knows and which steps matter most", () => {
    const { transcript } = walk([...DIFFER, "u", "4", "3", "g end", "1", "", "", "", ""]);
    expect(transcript).toContain("What we agreed");
    expect(transcript).toContain("We agreed on 2 of 4 questions.");
    expect(transcript).toContain(
      "What we do best: - Are there seats on the board? How we work together.",
    );
    expect(transcript).toContain("Where we see it differently");
    expect(transcript).toContain("1: Do we talk about power? From “Not yet” to “Usual practice”.");
    expect(transcript).toContain("What we do not know yet");
    expect(transcript).toContain("2: Are costs covered?");
    expect(transcript).toContain("The steps that matter most");
    expect(transcript).toContain("Step A . 1 of");
  });

  it("leaves out pages that have nothing to say, and says when it is done how to go on", () => {
    const { transcript, last } = walk([...AGREED, "1", "f", ""]);
    expect(transcript).not.toContain("Where we see it differently");
    expect(last).toContain("Thank you. That is the whole assessment.");
    expect(last).toContain("coprod plan our.yaml");
  });

  it("goes back page by page to the check of all answers", () => {
    expect(walk([...AGREED, "1", "", "b", "b"]).last).toContain("Before you finish");
  });

  it("counts as finished where people stop on its pages", () => {
    const { file, last } = walk([...AGREED, "1", "q"]);
    expect(file.sessions?.at(-1)?.how).toBe("finished");
    expect(last).toContain("Thank you.");
  });
});

describe("the steps", () => {
  it("become actions of the room with all that comes with them, each with who and by when", () => {
    const { file, transcript } = walk([...AGREED, ...TO_STEPS, "1", "y", "March 2027", "f", ""]);
    expect(transcript).toContain("Why: We said “Not yet”");
    expect(transcript).toContain("One idea: Chair. Type y for that.");
    expect(file.actions).toEqual([
      {
        id: "a1",
        for: "principles/power",
        do: expect.any(String),
        effort: "small",
        who: "Chair",
        by: "2027-03",
        ...("first" in (file.actions?.[0] ?? {}) ? { first: file.actions?.[0]?.first } : {}),
        ...("sign" in (file.actions?.[0] ?? {}) ? { sign: file.actions?.[0]?.sign } : {}),
      },
    ]);
  });

  it("have no owner unless somebody says so", () => {
    const { file } = walk([...AGREED, ...TO_STEPS, "1", "", "", "f", ""]);
    expect(file.actions?.[0]).not.toHaveProperty("who");
  });

  it("are chosen by nobody but the room: Enter alone agrees to nothing", () => {
    const { file, last } = walk([...AGREED, ...TO_STEPS, "", "", ""]);
    expect(file.actions).toBeUndefined();
    expect(last).toContain("Nothing is chosen yet.");
  });

  it("that are put off are offered again, and those that were turned down are not", () => {
    const first = walk([...AGREED, ...TO_STEPS, "2", "3", "No money", "q"]);
    expect(first.file.suggestions?.map(({ said, why }) => [said, why])).toEqual([
      ["later", undefined],
      ["no", "No money"],
    ]);
    const again = walk([], { file: first.file, task: "steps", question: undefined });
    expect(again.transcript).toContain("Step A . 1 of");
    const [later, no] = first.file.suggestions ?? [];
    const steps = again.step.state.at.kind === "steps" ? again.step.state.at.steps : [];
    expect(steps.map(({ key }) => key)).toContain(later?.for);
    expect(steps.map(({ key }) => key)).not.toContain(no?.for);
    const before = steps.findIndex(({ key }) => key === later?.for);
    const lines = [...Array(before).fill("2"), "1", "", ""];
    const agreed = walk(lines, { file: first.file, task: "steps" });
    expect(agreed.file.suggestions?.map((each) => each.for)).not.toContain(later?.for);
  });

  it("can be said in people's own words", () => {
    const { file } = walk([
      ...AGREED,
      ...TO_STEPS,
      "w",
      "Ask the board first",
      "Chair",
      "",
      "f",
      "",
    ]);
    expect(file.actions?.[0]).toMatchObject({
      for: "principles/power",
      do: "Ask the board first",
      who: "Chair",
    });
  });

  it("can be taken back", () => {
    const { file, last } = walk([...AGREED, ...TO_STEPS, "2", "z"]);
    expect(file.suggestions).toBeUndefined();
    expect(last).toContain("Step A . 1 of");
  });

  it("without the questions are no meeting of the room", () => {
    const file = emptyFile(smallRubrics(), {
      people: PEOPLE,
      answers: { "principles/power": { answer: "not-yet" } },
      sessions: [{ began: "2026-11-01T10:00:00Z", ended: "2026-11-01T11:00:00Z", how: "finished" }],
    });
    const walked = walk(["1", "Chair", ""], { file, task: "steps" });
    expect(walked.file.actions).toHaveLength(1);
    expect(walked.transcript).not.toContain("Welcome back");
    expect(walked.file.sessions).toEqual(file.sessions);
    expect(walked.last).toContain("What we will do: - 1: Do it. Chair. No date yet.");
    expect(walked.last).toContain("Everything is saved in our.yaml");
  });
});

describe("the paper, on its own", () => {
  const file = emptyFile(smallRubrics(), { plan: { charity: "River House" } });

  it("shows what it will say, and asks only for what is missing", () => {
    const { transcript, file: after } = walk(
      ["", "2", "", "agree the plan", ...Array(7).fill("")],
      {
        file,
        task: "paper",
      },
    );
    expect(transcript).toContain("Charity River House");
    expect(transcript).not.toContain("What is your charity called?");
    expect(transcript).toContain("On the paper: For: discussion.");
    expect(after.plan).toEqual({
      charity: "River House",
      for: "discussion",
      decisions: ["Agree the plan"],
    });
    expect(after.sessions).toBeUndefined();
  });

  it("changes one of them by its number and comes back", () => {
    const { last, file: after } = walk(["1", "Lake House"], { file, task: "paper" });
    expect(after.plan?.charity).toBe("Lake House");
    expect(last).toContain("Lake House");
    expect(last).toContain("For the trustees' paper");
  });
});
