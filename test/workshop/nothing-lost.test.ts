import { describe, expect, it } from "vitest";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const COUNTED = emptyFile(smallRubrics(), { people: PEOPLE });
const POWER = "principles/power";
const answerOf = (lines: readonly string[], key = POWER) => walk(lines).file.answers?.[key];

describe("a confirmed answer", () => {
  it("is replaced only after a yes", () => {
    const { last, file, step } = walk(["2", "b", "4"]);
    expect(last).toContain('Change "2, In places" to "4, How we work together"?');
    expect(step.prompt).toBe("y or n: ");
    expect(file.answers?.[POWER]?.answer).toBe("in-places");
    expect(answerOf(["2", "b", "4", "n"])?.answer).toBe("in-places");
    expect(answerOf(["2", "b", "4", "y"])?.answer).toBe("shared");
  });

  it.each([["u"], ["s"], ["n", "We have no board"], ["d", "1 3", "late"]])(
    "waits for a yes where %s would replace it",
    (...lines) => {
      const { file, step } = walk(["2", "b", ...lines], { question: POWER });
      if (lines[0] !== "n") expect(step.state.at.kind).toBe("replace-answer");
      expect(file.answers?.[POWER]?.answer).toBe("in-places");
    },
  );

  it("of a checklist says which lines would change", () => {
    const lines = ["y p n", "", "b", "y n n", ""];
    const { last } = walk(lines, { question: "barriers/hours" });
    expect(last).toContain('Line 2: "Partly" becomes "No".');
  });

  it("that was skipped is answered without one", () => {
    expect(answerOf(["s", "b", "4"])?.answer).toBe("shared");
  });
});

describe("undo", () => {
  it("takes back the last confirmed thing and says what it was", () => {
    const { last, file } = walk(["2", "undo"]);
    expect(last).toContain('Taken back: at 1, "2, In places".');
    expect(last).toContain("Question 1 of 4");
    expect(file.answers).toBeUndefined();
    expect(file.sessions).toBeUndefined();
  });

  it("is z where words are typed, line by line", () => {
    expect(answerOf(["w", "one", "two", "z", ""])?.note).toBe("one");
    expect(walk(["w", "one", "z"]).last).toContain("Taken back: at 1, the note.");
  });

  it("brings back an answer that was cleared", () => {
    expect(answerOf(["3", "b", "x", "y", "z"])?.answer).toBe("usual");
  });

  it("stays at the question that people have gone to since, and says so", () => {
    const { last, file, step } = walk(["2", "g 4", "undo"]);
    expect(last).toContain('Taken back: at 1, "2, In places". We are still at question 4 of 4.');
    expect(file.answers).toBeUndefined();
    expect(step.state.at).toMatchObject({ kind: "question", item: 3 });
    expect(walk(["2", "g 4", "undo", "3", "undo"]).last).not.toContain("still at");
    expect(walk(["2", "3", "g 4", "z", "z"]).file.answers).toBeUndefined();
  });

  it("stays there where votes are asked for by themselves, and passes over a line that changed nothing", () => {
    const lines = ["1", "1", "112/3334", "d", "late", "early", "g 4", "z"];
    const { last, step } = walk(lines, { question: undefined, fresh: true, file: COUNTED });
    expect(last).toMatch(/Taken back: at 1, .*We are still at question 4 of 4\./u);
    expect(step.state.at.kind).toBe("votes");
    expect(walk(["v", "112", "3334", "d", "late", "x", "z"]).last).not.toContain("the last thing");
  });

  it("says where there is nothing to take back", () => {
    expect(walk(["z"]).last).toContain("There is nothing to take back.");
  });
});

describe("b", () => {
  it("leads to the one before in a walk, and from its first one out of it", () => {
    const lines = ["1", "s", "2", "s", "g end", "3"];
    expect(walk([...lines, "s", "b"]).last).toContain("Question 2 of 4");
    expect(walk([...lines, "b"]).last).toContain("Before you finish");
  });
});

describe("a named walk", () => {
  const DONE = ["1", "s", "2", "s", "3", "ypn", "", "2", "yn", ""];

  it("visits the skipped ones only and comes back", () => {
    const walked = walk([...DONE, "2", "3", "3"]);
    expect(walked.last).toContain("Before you finish");
    expect(walk([...DONE, "2", "3"]).last).toContain("Question 4 of 4");
    expect(walked.file.answers?.[POWER]?.answer).toBe("not-yet");
  });

  it("comes back to the welcome where it began there", () => {
    const { file } = walk([...DONE, "q"]);
    const { last } = walk(["y", "k", "s", "s"], { file, question: undefined });
    expect(last).toContain("k answer the skipped ones first");
  });

  it("ends where people go elsewhere", () => {
    const { last } = walk([...DONE, "2", "g 1", ""]);
    expect(last).toContain("Question 2 of 4");
  });
});

describe("a text", () => {
  it("of one side can be taken out without the votes", () => {
    const votes = ["v", "112", "3334"];
    const said = answerOf([...votes, "d", "late", "early", "b", "d", "x", ""]);
    expect(said?.views).toEqual({ staff: "early" });
    expect(said?.votes).toHaveLength(1);
    expect(answerOf([...votes, "d", "late", "", "b", "d", "x", ""])?.views).toBeUndefined();
  });

  it("can be taken out as a note, a list, who and when", () => {
    expect(answerOf(["w", "one", "", "w", "x"])).toBeUndefined();
    expect(answerOf(["2", "b", "e", "one", "", "e", "x"])?.evidence).toBeUndefined();
    const made = ["a", "Ask them", "Chair", "May 2027"];
    expect(walk([...made, "a", "a1", "", "x", "", "x", ""]).file.actions?.[0]).toEqual({
      id: "a1",
      for: POWER,
      do: "Ask them",
    });
  });
});

describe("a session in which nothing was confirmed", () => {
  const finished = walk(["1", "q"]).file;

  it.each([["q"], ["r", "t", "l", "?", "g 2", "b", "q"], ["2", "z", "q"], ["b", "", "q"]])(
    "leaves the file as it was: %s",
    (...lines) => {
      expect(walk(lines, { file: finished }).file).toEqual(finished);
    },
  );
});
