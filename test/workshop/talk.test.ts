import { describe, expect, it } from "vitest";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { hiddenVotes } from "../../src/assessment/schema.ts";
import { emptyFile, rubricFrom, SMALL_BARRIERS, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const POWER = "principles/power";

describe("who is in the room", () => {
  const fresh = (lines: readonly string[]) =>
    walk(lines, { file: emptyFile(), fresh: true, question: undefined });

  it("is kept as counts, and a small group can be put in with another", () => {
    const { file, transcript } = fresh(["3", "5", "0", "2", "", "1", "1"]);
    expect(transcript).toContain("There are only 2 people in one group: trustees.");
    expect(file.people).toEqual([
      { group: "lived-experience", name: "People with lived experience", present: 3 },
      { group: "staff", name: "Staff", present: 5 },
      { group: "volunteers", name: "Volunteers", present: 0 },
      { group: "trustees", name: "Trustees", present: 2, "shown-with": "staff" },
    ]);
  });

  it("can include groups of the charity's own, with an id from their name", () => {
    const { file } = fresh(["3", "5", "0", "0", "Young Carers (16+)", "4", ""]);
    expect(file.people?.at(-1)).toEqual({
      group: "young-carers-16",
      name: "Young Carers (16+)",
      present: 4,
    });
  });

  it("can be left out", () => {
    const { file, last } = fresh(["s"]);
    expect(file.people).toBeUndefined();
    expect(last).toContain("Question 1 of 4");
  });

  it("asks again where it is no number, and for the group before on b", () => {
    const { file } = fresh(["3", "many", "5", "b", "6", "0", "0", ""]);
    expect(file.people?.map(({ present }) => present)).toEqual([3, 6, 0, 0]);
  });

  it("is asked again on another day, with Enter for the same number", () => {
    const { file, transcript } = walk(["n", "", "2", "", "2"], { question: undefined });
    expect(transcript).toContain("Staff (Enter keeps 4): 2");
    expect(file.people?.map(({ present }) => present)).toEqual([3, 2]);
  });
});

describe("votes", () => {
  const VOTED = ["v", "112", "3334"];

  it("are kept as counts, and are no votes of the question before the reveal", () => {
    expect(walk(VOTED.slice(0, -1)).file.answers?.[POWER]).toEqual({
      unrevealed: hiddenVotes({ "lived-experience": { "not-yet": 2, "in-places": 1 } }),
    });
    expect(walk(VOTED).file.answers?.[POWER]).toEqual({
      votes: [
        { "lived-experience": { "not-yet": 2, "in-places": 1 }, staff: { usual: 3, shared: 1 } },
      ],
      voted: "2026-11-21T10:03:00Z",
    });
  });

  it("are revealed as sentences, and with the talking points lived experience is first to speak", () => {
    const { last } = walk(VOTED);
    expect(last).toContain(
      "People with lived experience, 3 votes. Level 1, 2 votes. Level 2, 1 vote.",
    );
    expect(last).toContain("Staff, 4 votes. Level 3, 3 votes. Level 4, 1 vote.");
    expect(last).toContain(
      "Far apart. Votes go from 1 to 4. Different groups see this differently.",
    );
    expect(walk([...VOTED, "t"]).last).toContain(
      "First, hear from someone at each end, starting with people with lived experience.",
    );
    expect(last).toContain("What is our shared answer?");
  });

  it("do not choose the level, and after it the next question comes as after any other", () => {
    const { last, file } = walk([...VOTED, "2"]);
    expect(file.answers?.[POWER]?.answer).toBe("in-places");
    expect(last).toContain("To add a note or an action to it, type b.");
    expect(last).toContain("Question 2 of 4");
  });

  it("keep the first round when people vote again", () => {
    const { file, last } = walk([...VOTED, "v", "222", "222u"]);
    expect(file.answers?.[POWER]?.votes).toHaveLength(2);
    expect(last).toContain("Before we talked: People with lived experience, 3 votes.");
    expect(last).toContain(
      "After we talked: People with lived experience, 3 votes. Level 2, 3 votes.",
    );
  });

  it("may be fewer than the people, after one question", () => {
    const { transcript, file } = walk(["v", "11", "", "uuuu"]);
    expect(transcript).toContain(
      "2 of 3. Type the missing vote, or press Enter if one person did not vote.",
    );
    expect(file.answers?.[POWER]?.votes).toEqual([
      { "lived-experience": { "not-yet": 2 }, staff: { unsure: 4 } },
    ]);
  });

  it("may be more only where more people are there than we counted", () => {
    const { transcript, file } = walk(["v", "1111", "y", "0"]);
    expect(transcript).toContain("You typed 4 votes. You said 3 people are here.");
    expect(file.people?.[0]?.present).toBe(4);
    expect(walk(["v", "1111", "n", "111", "0"]).file.people).toEqual(PEOPLE);
  });

  it("can be typed again from the start, or left", () => {
    const { file } = walk(["v", "444", "x", "333", "3333"]);
    expect(file.answers?.[POWER]?.votes?.[0]).toEqual({
      "lived-experience": { usual: 3 },
      staff: { usual: 4 },
    });
    expect(walk(["v", "b"]).file.answers).toBeUndefined();
  });

  it("of joined groups are entered as one", () => {
    const people = [
      ...PEOPLE,
      { group: "board", name: "Board", present: 2, "shown-with": "staff" },
    ];
    const file = emptyFile(smallRubrics(), { people });
    const { transcript, file: after } = walk(["v", "111", "222233"], { file });
    expect(transcript).toContain("Staff and board (6 here): 222233");
    expect(after.answers?.[POWER]?.votes?.[0]?.["staff"]).toEqual({ "in-places": 4, usual: 2 });
  });

  it("need to know who is here", () => {
    const { last } = walk(["v"], { file: emptyFile() });
    expect(last).toContain("first say who is here");
  });
});

describe("we do not agree", () => {
  it("takes the range from the votes and each side's words", () => {
    const { file, last } = walk(["v", "112", "3334", "d", "We hear late", "We ask every spring"]);
    expect(file.answers?.[POWER]).toMatchObject({
      answer: "differ",
      from: "not-yet",
      to: "shared",
      views: { "lived-experience": "We hear late", staff: "We ask every spring" },
    });
    expect(last).toContain("We do not agree, and the plan will say so.");
  });

  it("asks for the range where there are no votes", () => {
    const { file } = walk(["d", "all of them", "3 to 1", "", ""]);
    expect(file.answers?.[POWER]).toMatchObject({ answer: "differ", from: "not-yet", to: "usual" });
    expect(file.answers?.[POWER]?.views).toBeUndefined();
  });

  it("keeps the sides' words in the note where nobody said who is here", () => {
    const { file } = walk(["d", "1 2", "too late", "often enough"], { file: emptyFile() });
    expect(file.answers?.[POWER]?.note).toBe("One side: too late\nThe other side: often enough");
  });

  it("ends when a level is agreed after all, and the words stay", () => {
    const { file } = walk(["d", "1 3", "late", "", "b", "2", "y"]);
    expect(file.answers?.[POWER]).toMatchObject({
      answer: "in-places",
      views: { "lived-experience": "late" },
    });
    expect(file.answers?.[POWER]).not.toHaveProperty("from");
  });
});

describe("a barrier's checklist", () => {
  const list = (lines: readonly string[], more: Partial<AssessmentFile> = {}) =>
    walk(lines, {
      file: emptyFile(smallRubrics(), { people: PEOPLE, ...more }),
      question: "barriers/hours",
    });
  const said = (file: AssessmentFile) =>
    ["hours", "lead", "pay"].map((id) => file.answers?.[`barriers/${id}`]?.answer);

  it("is answered in one line, read back before it is kept", () => {
    expect(said(list(["y p n"]).file)).toEqual([undefined, undefined, undefined]);
    const { transcript, file, last } = list(["y p n", ""]);
    expect(transcript).toContain("1 yes | 2 partly | 3 no");
    expect(said(file)).toEqual(["yes", "partly", "no"]);
    expect(last).toContain("Checklist 2 of 2 . Hard words");
  });

  it("can be corrected before it is kept", () => {
    expect(said(list(["y p n", "u u u", ""]).file)).toEqual(["unsure", "unsure", "unsure"]);
  });

  it("counts the characters and names the one that does not fit", () => {
    expect(list(["y p"]).last).toContain("You typed 2 of 3 characters.");
    expect(list(["y z n"]).last).toContain('"z" is not one of the characters.');
  });

  it("asks why a line does not apply, where it may not", () => {
    expect(list(["- p n"]).last).toContain("Line 1 is for everybody");
    const { file } = list(["y p -", "", "We pay nobody"]);
    expect(said(file)).toEqual(["yes", "partly", "not-applicable"]);
    expect(file.answers?.["barriers/pay"]?.reason).toBe("We pay nobody");
  });

  it("takes notes, actions, votes and disagreement for one line", () => {
    const { file } = list([
      "w 2",
      "Only Tuesdays",
      "",
      "a 3",
      "Ask the funder",
      "",
      "",
      "d 1",
      "1 3",
      "",
      "",
    ]);
    expect(file.answers?.["barriers/lead"]?.note).toBe("Only Tuesdays");
    expect(file.actions?.[0]).toMatchObject({ for: "barriers/pay", do: "Ask the funder" });
    expect(file.answers?.["barriers/hours"]).toMatchObject({
      answer: "differ",
      from: "no",
      to: "yes",
    });
    expect(list(["w"]).last).toContain("for example w 3");
  });

  it("can be skipped or left unsure as a whole", () => {
    expect(said(list(["skip", ""]).file)).toEqual(["skipped", "skipped", "skipped"]);
    expect(said(list(["u", ""]).file)).toEqual(["unsure", "unsure", "unsure"]);
  });

  it("is kept with Enter once every line has an answer", () => {
    expect(list([""]).last).toContain("Some lines have no answer yet");
    expect(list(["y p n", "", "g c1", "b", "b"]).transcript).toContain("1 yes | 2 partly | 3 no");
  });
});

describe("a checklist whose wording changed", () => {
  it("is settled when its answers are kept", () => {
    const [principles, barriers] = smallRubrics();
    const before = walk(["y p n", ""], { question: "barriers/hours" }).file;
    const reworded = rubricFrom(
      SMALL_BARRIERS.replace("worked out the hours", "counted the hours"),
    );
    if (principles === undefined || barriers === undefined) throw new Error("no rubrics");
    const { transcript, file } = walk([""], {
      file: before,
      rubrics: [principles, reworded],
      question: "barriers/hours",
    });
    expect(transcript).toContain("1 yes (look again: new wording) | 2 partly");
    expect(file.answers?.["barriers/hours"]).toMatchObject({
      answer: "yes",
      asked: { wording: "Have we counted the hours?" },
    });
  });
});
