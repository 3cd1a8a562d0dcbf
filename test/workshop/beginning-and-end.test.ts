import { describe, expect, it } from "vitest";
import { emptyFile, rubricFrom, SMALL_PRINCIPLES, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const ALL = ["1", "2", "3", "4", "2", "y p n", "", "1", "y n", ""];

describe("coming back", () => {
  const stopped = { year: 2026, month: 11, day: 19, hours: 15, minutes: 42 };

  it("says when it stopped, what is done, and where it goes on", () => {
    const { file } = walk(["2", "u", "s", "q"]);
    const { transcript } = walk(["y"], { file, stopped, question: undefined });
    expect(transcript).toContain("Welcome back. You stopped on Thursday 19 November at 15:42.");
    expect(transcript).toContain(
      "1 answered, 1 not sure, 1 skipped, 1 to do. Checklists: 0 of 2 done.",
    );
    expect(transcript).toContain(
      "Who was here last time? People with lived experience: 3. Staff: 4.",
    );
    expect(transcript).toContain("Press Enter to carry on at question 4 of 4");
  });

  it("goes on at the first open question, or with the skipped ones", () => {
    const { file } = walk(["2", "s", "1", "q"]);
    expect(walk(["y", ""], { file, question: undefined }).last).toContain("Question 4 of 4");
    expect(walk(["y", "k"], { file, question: undefined }).last).toContain("Question 2 of 4");
    expect(walk(["y", "g 1"], { file, question: undefined }).last).toContain("Question 1 of 4");
  });

  it("says so kindly where the program closed suddenly", () => {
    const { file } = walk(["2"]);
    const { transcript } = walk([], { file, question: undefined });
    expect(transcript).toContain("Last time the program closed suddenly. ");
    expect(transcript).toContain("Everything that was confirmed is here.");
  });

  it("starts a session and ends it", () => {
    const { file } = walk(["2", "q"]);
    expect(file.sessions).toEqual([
      { began: "2026-11-21T10:00:00Z", ended: "2026-11-21T10:02:00Z", how: "stopped" },
    ]);
  });

  it("keeps the answer to a question that was taken out", () => {
    const file = emptyFile(smallRubrics(), {
      people: PEOPLE,
      answers: { "principles/gone": { answer: "usual" } },
    });
    const { transcript, file: after } = walk(["2"], { file });
    expect(transcript).toContain("1 was taken out. Its answer is kept in the file.");
    expect(after.answers?.["principles/gone"]).toEqual({ answer: "usual" });
  });
});

describe("stopping", () => {
  it("says where it stopped and how to carry on", () => {
    const { last, step } = walk(["2", "q"]);
    expect(last).toContain(
      "Stopped at question 2 of 4. Everything you confirmed is saved in our.yaml",
    );
    expect(last).toContain("coprod assess our.yaml");
    expect(step.prompt).toBeUndefined();
  });

  it.each([
    ["input-ended", "The input ended. Everything confirmed is saved in our.yaml"],
    ["interrupted", "Stopped. Everything confirmed is saved in our.yaml"],
    ["terminated", "We were asked to stop. Everything confirmed is saved in our.yaml"],
    ["closed", "The window was closed. Everything confirmed is saved in our.yaml"],
  ] as const)("from outside (%s) has one friendly line", (end, expected) => {
    expect(walk(["2"], { end }).last).toBe(expected);
  });

  it("keeps an action whose first line was typed", () => {
    const { file } = walk(["a", "Write it down"], { end: "interrupted" });
    expect(file.actions).toEqual([{ id: "a1", for: "principles/power", do: "Write it down" }]);
  });

  it("works from every place", () => {
    const places = [
      ["w"],
      ["e"],
      ["a"],
      ["a", "x"],
      ["v"],
      ["d"],
      ["d", "1 2"],
      ["g"],
      ["g end"],
      ["g end", "1"],
      ["1", "g end", "1"],
      ["1", "g end", "1", "", ""],
      ["1", "g end", "1", "", "", "3"],
    ];
    for (const lines of places) {
      const { step } = walk([...lines, "q"]);
      expect({ lines, prompt: step.prompt }).toEqual({ lines, prompt: undefined });
    }
  });

  it("names a file with spaces so that it can be typed", () => {
    expect(walk(["q"], { fileName: "our charity (2).yaml" }).last).toContain(
      'coprod assess "our charity (2).yaml"',
    );
  });
});

describe("before the end", () => {
  it("shows what is left, not agreed, or without somebody to do it", () => {
    const { last } = walk(["d", "1 3", "", "", "", "s", "a", "Do it", "", "", "u", "g end"]);
    expect(last).toContain("Sharing power: 1 of 3, 1 not sure, 1 skipped");
    expect(last).toContain("Staying open: 0 of 1, 1 to do");
    expect(last).toContain("You do not agree on 1 question: number 1.");
    expect(last).toContain("1 action has no one to make sure it happens: 1.");
    expect(last).toContain(
      "1 finish | 2 do the ones that are left | 3 do the skipped ones 4 fill in the actions | q stop for now",
    );
  });

  it("comes after the last question, and then the end", () => {
    const { last, file } = walk([...ALL, "1", "f", ""]);
    expect(last).toContain("Thank you. That is the whole assessment.");
    expect(file.sessions?.at(-1)?.how).toBe("finished");
  });

  it("says what is still to do where people finish early", () => {
    expect(walk(["1", "g end", "1", "f", ""]).last).toContain(
      "5 questions or checklists are still to do.",
    );
  });

  it("fills in who and when of each action in turn", () => {
    const file = emptyFile(smallRubrics(), {
      people: PEOPLE,
      actions: [
        { id: "a1", do: "One" },
        { id: "a2", do: "Two", by: "2027-01" },
        { id: "a3", do: "Three", who: "Chair", by: "2027-01" },
      ],
    });
    const { file: after, last } = walk(["g end", "3", "Chair", "March 2027", "Treasurer"], {
      file,
    });
    expect(after.actions?.map(({ who, by }) => `${who} ${by}`)).toEqual([
      "Chair 2027-03",
      "Treasurer 2027-01",
      "Chair 2027-01",
    ]);
    expect(last).toContain("Before you finish");
  });

  it("asks the facts of the paper, each of which can be left out", () => {
    const lines = [
      "g end",
      "1",
      "y",
      "River House",
      "1",
      "spring",
      "12 December 2026",
      "We ask trustees to agree the plan.",
      "",
      "13/5/27",
      "",
      "Bus fares, paid on the day",
      "",
      "The work rests on one person",
      "The office",
    ];
    const { file, transcript } = walk(lines);
    expect(transcript).toContain('We need a day here, and "spring" is not one.');
    expect(transcript).toContain("On the paper: We ask trustees to: Agree the plan.");
    expect(file.plan).toEqual({
      charity: "River House",
      for: "decision",
      meeting: { date: "2026-12-12" },
      decisions: ["Agree the plan."],
      review: "2027-05-13",
      support: "Bus fares, paid on the day",
      risks: [{ risk: "The work rests on one person" }],
      contact: "The office",
    });
    expect(file.sessions?.at(-1)?.how).toBe("finished");
  });

  it("suggests a break after a part with several questions", () => {
    expect(walk(["1", "1", "1"]).last).toContain("That was the last question of this part.");
  });
});

describe("a quick look", () => {
  it("asks only the core questions, and later sessions ask the rest", () => {
    const quick = walk(["2", "3", "1", "1", "f", ""], { quick: true });
    expect(Object.keys(quick.file.answers ?? {})).toHaveLength(3);
    expect(quick.last).toContain("That is everything you chose for today.");
    const later = walk(["y", ""], { file: quick.file, question: undefined });
    expect(later.last).toContain("Question 2 of 4");
  });

  it("can be of a rubric on its own", () => {
    const only = rubricFrom(SMALL_PRINCIPLES);
    expect(walk(["1", "2", "3", "4", "1", "f", ""], { rubrics: [only] }).last).toContain(
      "Thank you.",
    );
  });
});
