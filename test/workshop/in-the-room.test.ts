import { describe, expect, it } from "vitest";
import { wallText } from "../../src/terminal/to-text.ts";
import { itemsOf } from "../../src/workshop/items.ts";
import { reviewBlocks } from "../../src/workshop/screens/review.ts";
import { lengthWords } from "../../src/workshop/screens/welcome.ts";
import { emptyFile, rubricFrom, SMALL_PRINCIPLES, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const LIST = { question: "barriers/hours" };
const MEANING = "Partly Part of it.";

describe("after a vote", () => {
  it("asks what would have to change of those who could choose better", () => {
    expect(walk(["v", "112", "3334", "t"]).last).toContain(
      "If you did not choose 4: what would have to change for you to choose one higher?",
    );
  });

  it("asks for less where more is worse", () => {
    const { last } = walk(["v", "112", "3322", "t"], { question: "barriers/time-felt" });
    expect(last).toContain(
      "If you did not choose 1: what would have to change for you to choose one lower?",
    );
    expect(last).not.toContain("one higher");
  });

  it("says who speaks after the two ends", () => {
    expect(walk(["v", "112", "334u", "t"]).last).toContain(
      "starting with people with lived experience. Then from the middle and from those who are not sure.",
    );
    expect(walk(["v", "111", "4444", "t"]).last).not.toContain("Then from");
  });

  it("about a line of a checklist says the line and its levels again", () => {
    expect(walk(["v 2", "112", "3333"], LIST).last).toContain(
      "Has somebody time to lead? 1 No | 2 Partly | 3 Yes",
    );
  });

  it("shows the counts to whoever comes back before a level is agreed", () => {
    const { file } = walk(["v", "112", "3334", "q"]);
    const { last } = walk(["y", ""], { file, question: undefined });
    expect(last).toContain("Staff, 4 votes. Level 3, 3 votes.");
    expect(last).toContain("What is our shared answer?");
  });

  it("on another day still asks for cards or slips", () => {
    const { file } = walk(["v", "112", "3334", "2", "", "q"]);
    const { last } = walk(["y", ""], { file, question: undefined });
    expect(last).toContain('Then show your cards or write your slips: 1, 2, 3, 4 or "not sure".');
  });

  it("says which votes are not kept where the typing stopped in the middle of a group", () => {
    const lost = "The votes of the group you were typing are not kept.";
    expect(walk(["v", "112", "33", "q"]).last).toContain(lost);
    expect(walk(["v", "1122", "q"]).last).toContain(lost);
    expect(walk(["v", "112", "q"]).last).not.toContain(lost);
  });

  it("or of a checklist, a role or a date says it of those", () => {
    expect(walk(["y p n", "q"], LIST).last).toContain(
      "The answers to this list were not confirmed",
    );
    expect(walk(["a", "Ask them", "Jo Smith", "q"]).last).toContain('"Jo Smith" was not confirmed');
    expect(walk(["a", "Ask them", "q"]).last).not.toContain("not kept");
  });
});

describe("a checklist", () => {
  it.each([
    ["reached by number", ["g c2", "1"]],
    ["on ?", ["g c2", "1", "?"]],
    ["on r", ["g c2", "1", "r"]],
    ["on t", ["g c2", "1", "t"]],
  ])("says what its answers mean: %s", (_, lines) => {
    expect(walk(lines).last).toContain(MEANING);
  });

  it("calls letters letters", () => {
    const { transcript, last } = walk(["y p"], LIST);
    expect(transcript).not.toMatch(/Type one letter/u);
    expect(last).toContain("You typed 2 of 3 characters.");
    const letters = walk(["y"], { question: "barriers/plain" });
    expect(letters.transcript).toContain("Type one letter for each line: y yes, p partly, n no");
    expect(letters.last).toContain("You typed 1 of 2 letters.");
  });

  it("says how it is typed once on a screen", () => {
    for (const lines of [[], ["?"], ["r"], ["t"]]) {
      const { last } = walk(lines, LIST);
      expect(last.match(/for each line/gu)).toHaveLength(1);
    }
  });

  it("takes words, votes and actions about a line before it is kept", () => {
    const lines = [
      "y p n",
      "w 2",
      "Only Tuesdays",
      "",
      "a 3",
      "Ask the funder",
      "",
      "",
      "v 1",
      "b",
      "",
    ];
    const { file, transcript } = walk(lines, LIST);
    expect(file.answers?.["barriers/lead"]).toMatchObject({
      answer: "partly",
      note: "Only Tuesdays",
    });
    expect(file.actions).toMatchObject([{ for: "barriers/pay" }]);
    expect(transcript.match(/1 yes \| 2 partly \| 3 no/gu)?.length).toBeGreaterThan(2);
  });

  it("that is not agreed on is named at the end, with its line", () => {
    expect(walk(["d 2", "1 3", "", "", "g end"], LIST).last).toContain(
      "You do not agree on 1 question: number c1 line 2.",
    );
  });
});

describe("the way back", () => {
  it("to who is here leads from the start of a day and from any question", () => {
    const { file } = walk(["1", "q"]);
    const early = walk(["y", "b", "4", "", "", ""], { file, question: undefined });
    expect(early.file.people?.map(({ present }) => present)).toEqual([4, 4]);
    const later = walk(["g people", "", "6", ""], { file });
    expect(later.file.people?.map(({ present }) => present)).toEqual([3, 6]);
    expect(later.last).toContain("Do we talk about power?");
  });
});

describe("a good place for a break", () => {
  const words = "Good place for a break.";

  it("comes after each part, however short and however its last question ends", () => {
    expect(walk(["1", "1", "1"]).last).toContain(words);
    expect(walk(["1", "1", "s"]).last).toContain(words);
    expect(walk(["1", "1", "n", "We have no board"]).last).toContain(words);
    expect(walk(["1"], { question: "principles/stop" }).last).toContain(words);
  });

  it("waits for a few questions where parts are short, as in a quick look", () => {
    const core = (ids: string) => new RegExp(`(- id: (?:${ids})\\n)`, "gu");
    const text = SMALL_PRINCIPLES.replace(core("stop"), "$1        core: true\n");
    const long = rubricFrom(text);
    const short = { ...rubricFrom(text.replace("id: principles", "id: others")), id: "others" };
    const rubrics = [long, short];
    expect(walk(["1"], { rubrics, quick: true }).last).not.toContain(words);
    const both = walk(["1", "1"], { rubrics, quick: true }).last;
    expect(both).not.toContain(words);
    expect(walk(["1", "1", "1"], { rubrics, quick: true }).last).toContain(words);
  });

  it("does not come within a part or between checklists", () => {
    expect(walk(["1", "1"]).last).not.toContain(words);
    expect(walk(["y p n", ""], LIST).last).not.toContain(words);
  });
});

describe("how long it takes", () => {
  it("is said when asked, from what the rubrics say while there is no pace yet", () => {
    expect(walk(["l"]).last).toContain("About 12 minutes to go.");
    expect(walk(["l"], { quick: true }).last).toContain("About 5 minutes to go.");
  });

  it("suggests two meetings above two hours", () => {
    const state = { items: itemsOf(smallRubrics(), { quick: false }) };
    expect(lengthWords(state, 120)).not.toContain("meetings");
    expect(lengthWords(state, 125)).toContain("Two meetings are easier than one.");
  });
});

describe("answers under an earlier wording", () => {
  const reworded = rubricFrom(
    SMALL_PRINCIPLES.replace("Are costs covered?", "Do we pay what it costs?"),
  );
  const old = walk(["2", "3", "q"]).file;
  const again = { rubrics: [reworded], file: old, question: undefined };

  it("can stay, and it is said which wording is shown", () => {
    const { last, file } = walk(["y", "o"], again);
    expect(last).toContain("Questions still to do come in their new wording");
    expect(file.answers).toEqual(old.answers);
  });

  it("are shown with the words they were given to, and Enter keeps those", () => {
    const { last, file } = walk(["y", "o", "g 2"], again);
    expect(last).toContain("When you answered, it read: Are costs covered?");
    expect(last).toContain("The words of your answer: All get it.");
    expect(last).toContain("Today it reads: Do we pay what it costs?");
    expect(last).not.toContain("Look again");
    expect(walk(["y", "o", "g 2", ""], again).file.answers).toEqual(file.answers);
  });
});

describe("reading back", () => {
  it("shows notes, what could be shown, views and actions, by question and line", () => {
    const said = [
      "d",
      "1 3",
      "We hear late",
      "We ask",
      "b",
      "e",
      "The minutes",
      "",
      "w",
      "After April",
      "",
    ];
    const list = ["g c1", "1", "w 2", "Only Tuesdays", "", "a 2", "Ask them", "Chair", "May 2027"];
    const { file } = walk([...said, ...list]);
    const rubrics = smallRubrics();
    const blocks = reviewBlocks({ rubrics, items: itemsOf(rubrics, { quick: false }), file });
    const words = wallText(blocks, { columns: 80, saved: undefined }).replace(/\s+/gu, " ");
    expect(words).toContain("After April The minutes People with lived experience: We hear late");
    expect(words).toContain("c1 line 2 Has somebody time to lead? Only Tuesdays");
    expect(words).toContain("1 Ask them Chair. By May 2027.");
  });
});

describe("a role", () => {
  it("is asked for with a group of the room as an example", () => {
    const file = emptyFile(smallRubrics(), { people: PEOPLE.slice(1) });
    expect(walk(["a", "Ask them"], { file }).last).toContain("or a group, such as staff.");
    expect(walk(["a", "Ask them", "skip"]).step.prompt).toBe("By when? ");
  });
});

describe("the facts of the paper", () => {
  const END = ["g end", "1", "y"];

  it("say so where a day has gone by, and where an answer is added to another", () => {
    expect(walk([...END, "", "", "12 December 2025"]).last).toContain(
      "That day has gone by already. Type b to change it.",
    );
    const twice = walk([...END, "", "", "", "Agree the plan.", "b"]);
    expect(twice.last).toContain("So far: Agree the plan. What you type is added to it.");
    expect(walk([...END, "", "", "", "Agree.", "b", "Pay."]).file.plan?.decisions).toEqual([
      "Agree.",
      "Pay.",
    ]);
  });

  it("can each be skipped with the word, too", () => {
    expect(walk([...END, "skip", "s", ...Array(9).fill("")]).file.plan).toBeUndefined();
  });
});
