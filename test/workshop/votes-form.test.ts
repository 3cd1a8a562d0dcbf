import { describe, expect, it } from "vitest";
import { emptyFile, rubricFrom, SMALL_PRINCIPLES, smallRubrics } from "../support/small-rubrics.ts";
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

describe("votes that open by themselves", () => {
  const opened = (lines: readonly string[]) =>
    walk(["1", ...lines], { file, question: undefined, fresh: true });
  const times = (text: string, words: string) => text.split(words).length - 1;

  it("come with the introduction of a part once, at its first question", () => {
    const [section] = smallRubrics()[0]?.sections ?? [];
    const { transcript, step } = opened(["1123/3334/34", "2", "4444/4444/44", "2"]);
    expect(step.state.at).toMatchObject({ kind: "votes", returnTo: { item: 2 } });
    expect(times(transcript, section?.why ?? "?")).toBe(1);
  });

  it("say in their help what a line does there, before the first vote and after it", () => {
    const before = opened(["?"]).last;
    expect(before).toContain("1-4 a vote for a level");
    expect(before).toContain("Enter go on without votes");
    expect(before).not.toContain("keep the answer shown");
    const after = opened(["1123", "?"]).last;
    expect(after).toContain("Press Enter where some of a group did not vote.");
    expect(after).toContain("0 nobody of this group votes");
    expect(after).not.toContain("Enter no votes");
  });

  it("read one level with the question, and not the whole page below it", () => {
    const { step } = opened(["r 2"]);
    const words = JSON.stringify(step.page?.place());
    expect(times(words, "One team has.")).toBe(1);
    expect(words).toContain("Do we talk about power?");
  });
});

describe("a level that is called 0", () => {
  const NAMES = [
    ["Not yet", "0"],
    ["In places", "1"],
    ["Usual practice", "2"],
    ["How we work together", "3"],
  ];
  const text = NAMES.reduce(
    (all, [name, figure]) => all.replace(`name: ${name} }`, `name: "${figure}" }`),
    SMALL_PRINCIPLES,
  );
  const RUBRIC = rubricFrom(text);
  const counted = (lines: readonly string[]) =>
    walk(["v", ...lines], { file: emptyFile([RUBRIC], { people: ROOM }), rubrics: [RUBRIC] });

  it("is a vote wherever a vote is typed", () => {
    const votes = counted(["0", "123", "3333", "03"]).file.answers?.[POWER]?.votes;
    expect(votes).toEqual([
      {
        "lived-experience": { "not-yet": 1, "in-places": 1, usual: 1, shared: 1 },
        staff: { shared: 4 },
        trustees: { "not-yet": 1, shared: 1 },
      },
    ]);
  });

  it("leaves a word for a group of which nobody votes", () => {
    expect(counted(["0123", "?"]).last).toContain("none nobody of this group votes");
    const { file: after } = counted(["0123", "none", "03"]);
    expect(Object.keys(after.answers?.[POWER]?.votes?.[0] ?? {})).toEqual([
      "lived-experience",
      "trustees",
    ]);
  });
});

describe("the form of votes", () => {
  it("has an example that fits a scale of two levels", () => {
    const yesNo = rubricFrom(
      SMALL_PRINCIPLES.replace(/^ {4}- \{ id: (?:in-places|usual), .*\n/gmu, "").replaceAll(
        /in-places: [^,]+, usual: [^,]+, /gu,
        "",
      ),
    );
    const two = emptyFile([yesNo], { people: ROOM });
    const { last } = walk(["v"], { file: two, rubrics: [yesNo] });
    expect(last).toContain("votes such as 1122 / 2222 / 22 |");
  });

  it("does not say inside it how to come to it", () => {
    const { place } = walk(["v", "1123"], { file }).step.page ?? {};
    expect(JSON.stringify(place?.())).toContain("People with lived experience: 4 of 4 typed.");
    expect(JSON.stringify(place?.())).not.toContain("Type v to go on");
  });
});
