import { describe, expect, it } from "vitest";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const POWER = "principles/power";
const ROOM = [
  { group: "lived-experience", name: "People with lived experience", present: 4 },
  { group: "staff", name: "Staff", present: 4 },
  { group: "trustees", name: "Trustees", present: 2, alone: true },
];
const file = emptyFile(smallRubrics(), { people: ROOM });
const voting = (lines: readonly string[]) => walk(["v", ...lines], { file });
const ALL = {
  "lived-experience": { "not-yet": 2, "in-places": 1, usual: 1 },
  staff: { usual: 3, shared: 1 },
  trustees: { usual: 1, shared: 1 },
};
const votesAfter = (lines: readonly string[]) => voting(lines).file.answers?.[POWER]?.votes;

describe("the votes of a round", () => {
  it.each([
    [["1123 / 3334 / 34"]],
    [["1123/3334/34"]],
    [["1123333434"]],
    [["1123", "3334", "34"]],
    [["1123", "3334/34"]],
    [["112", "3", "333", "4", "34"]],
    [["112/3334/34", "3"]],
    [["1123/33/34", "34"]],
    [["112", "1123", "3334", "34"]],
    [["1123", "4444", "b", "3334", "34"]],
    [["4444", "3334", "b", "b", "1123", "", "34"]],
  ])("are one form, whatever is typed in one line: %j", (lines) => {
    expect(votesAfter(lines)).toEqual([ALL]);
  });

  it("are shown when the last one is in, and the level is asked for", () => {
    const { last, step } = voting(["1123/3334/34"]);
    expect(last).toContain("Far apart. Votes go from 1 to 4.");
    expect(step.prompt).toBe("Our answer: ");
  });

  it("are typed again after z, with the other groups kept", () => {
    const { step } = voting(["1123", "3334", "44", "z"]);
    expect(step.prompt).toBe("Trustees (2 here): ");
    expect(votesAfter(["1123", "3334", "44", "z", "34"])).toEqual([ALL]);
  });

  it("of a group, retyped, replace it and do not add people", () => {
    const { file: after, step } = voting(["112", "11233"]);
    expect(step.state.at.kind).toBe("more-votes");
    expect(after.people).toEqual(ROOM);
    expect(voting(["112", "11233", "n", "1123", "3334", "34"]).file.people).toEqual(ROOM);
  });

  it("say which group lacks one", () => {
    expect(voting(["1123/333/34"]).last).toContain("Staff: 3 of 4. Type the missing vote");
  });

  it("of too many groups are no line of votes", () => {
    const { last } = voting(["1123/3334/34/11"]);
    expect(last).toContain(
      "is not a set of votes for 3 groups: People with lived experience (4) / Staff (4) / Trustees (2).",
    );
    expect(voting(["1123", "3334/34/11"]).last).toContain(
      "for 2 groups: Staff (4) / Trustees (2).",
    );
  });

  it("of a few more than the group may belong to somebody who came late, so they wait for a yes", () => {
    const pair = [...PEOPLE, { group: "board", name: "Board", present: 1, alone: true }];
    const { step } = walk(["v", "112", "33341"], {
      file: emptyFile(smallRubrics(), { people: pair }),
    });
    expect(step.state.at.kind).toBe("more-votes");
  });
});

describe("where cards or slips were chosen", () => {
  const FRESH = { fresh: true, question: undefined, file: emptyFile() };
  const COUNTED = ["4", "4", "0", "0", "", "1"];
  const typed = (lines: readonly string[]) => walk([...COUNTED, ...lines], FRESH);

  it("votes open by themselves at each question, below its levels", () => {
    const { last, step } = typed([]);
    expect(last).toContain("How we work together We plan it together.");
    expect(step.prompt).toBe("People with lived experience (4 here): ");
    expect(typed(["11233334", "2"]).step.prompt).toBe("People with lived experience (4 here): ");
  });

  it("Enter goes on without votes, for this question only", () => {
    expect(typed([""]).step.prompt).toBe("Our answer: ");
    expect(typed(["", "2"]).step.prompt).toBe("People with lived experience (4 here): ");
    expect(typed(["", "2"]).file.answers?.[POWER]?.answer).toBe("in-places");
  });

  it("all that can be typed at a question can be typed before the first vote", () => {
    expect(typed(["s"]).file.answers?.[POWER]?.answer).toBe("skipped");
    expect(typed(["t"]).last).toContain("Who decides here?");
    expect(typed(["t"]).step.prompt).toBe("People with lived experience (4 here): ");
    expect(typed(["w", "Said", "", "b"]).last).toContain("This is the first question.");
    expect(typed(["g 2", "b"]).last).toContain("Question 1 of 4");
  });

  it("cards need not be hidden, slips are", () => {
    expect(typed([]).step.typing).toBeUndefined();
    const slips = walk([...COUNTED.slice(0, -1), "2"], FRESH);
    expect(slips.step.typing).toBe("secret");
  });

  it("opens no votes where people just talk", () => {
    expect(walk([...COUNTED.slice(0, -1), "3"], FRESH).step.prompt).toBe("Our answer: ");
  });
});

describe("two levels in one answer", () => {
  it.each(["2-3", "2 or 3", "2 to 3", "3 2", "2.5", "2,5"])("%s offers both ways", (line) => {
    const { last } = walk([line]);
    expect(last).toContain("Which of the two can you all live with? Type 2 or 3.");
    expect(walk([line, "3"]).file.answers?.[POWER]?.answer).toBe("usual");
    const apart = walk([line, "d", "late", "early"], {
      file: emptyFile(smallRubrics(), { people: PEOPLE }),
    });
    expect(apart.file.answers?.[POWER]).toMatchObject({
      answer: "differ",
      from: "in-places",
      to: "usual",
    });
  });
});

describe("a checklist's line", () => {
  const LIST = { question: "barriers/hours" };
  const hours = (lines: readonly string[]) => {
    const { answers = {} } = walk(lines, LIST).file;
    return ["hours", "lead", "pay"].map((id) => answers[`barriers/${id}`]?.answer);
  };

  it("is changed alone, after a yes", () => {
    expect(hours(["ypn", "", "b", "2 n"])).toEqual(["yes", "partly", "no"]);
    expect(hours(["ypn", "", "b", "2 n", "y"])).toEqual(["yes", "no", "no"]);
    expect(walk(["ypn", "", "b", "2 n", "y"], LIST).last).toContain("Line 2: no.");
  });

  it("is changed alone before the list is kept", () => {
    expect(hours(["ypn", "3 yes", ""])).toEqual(["yes", "partly", "yes"]);
  });

  it("is answered alone, and the others stay to do", () => {
    expect(hours(["1 u"])).toEqual(["unsure", undefined, undefined]);
    expect(hours(["3 -", "no money"])).toEqual([undefined, undefined, "not-applicable"]);
    expect(walk(["1 -"], LIST).last).toContain("cannot be left out");
  });
});
