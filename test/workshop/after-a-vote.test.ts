import { describe, expect, it } from "vitest";
import { wallText } from "../../src/terminal/to-text.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const page = (columns: number) => ({ columns, saved: undefined });

describe("the votes that were shown", () => {
  it("are one picture, said once: who could speak first stands with the talking points", () => {
    const shown = walk(["v", "112", "334u"]);
    expect(shown.last.match(/Staff, 4 votes\./gu)).toHaveLength(1);
    expect(shown.last).not.toContain("First, hear from");
    const talk = walk(["v", "112", "334u", "t"]).last;
    expect(talk).toContain("First, hear from someone at each end");
    expect(talk).not.toContain("Staff, 4 votes.");
  });

  it("fit with the prompt in a window of 40 by 12", () => {
    const { step } = walk(["v", "112", "334u"]);
    const rows = wallText(step.reminder ?? [], page(40)).split("\n");
    const promptAndHint = 2;
    expect(rows.length + promptAndHint).toBeLessThanOrEqual(12);
  });

  it("are asked to be agreed on, too, where people listed first what they could show", () => {
    expect(walk(["e", "Minutes", "", "v", "112", "3334"]).last).toContain(
      "What is our shared answer?",
    );
  });
});

describe("a list of what we could show, before there is an answer", () => {
  const LISTED = walk(["e", "Minutes", ""]);

  it("is nothing that anybody skipped", () => {
    expect(LISTED.last).toContain("What we could show: Minutes");
    expect(LISTED.last).not.toContain("Skipped before");
    expect(walk(["e", "Minutes", "", ""]).last).toContain("Nothing is chosen yet");
    expect(walk(["e", "Minutes", "", "l"]).last).toContain("0 answered, 4 to do");
    expect(LISTED.file.answers?.["principles/power"]).toEqual({
      answer: "skipped",
      evidence: ["Minutes"],
    });
  });

  it("stays whole in the file where votes are typed and left again, and where it is skipped after all", () => {
    const left = walk(["e", "Minutes", "", "v", "112", "x", "b", "w", "So", ""]);
    expect(left.file.answers?.["principles/power"]).toEqual({ evidence: ["Minutes"], note: "So" });
    const again = walk(["e", "Minutes", "", "v", "112", "x", "b"]);
    expect(again.file.answers?.["principles/power"]).toEqual({
      answer: "skipped",
      evidence: ["Minutes"],
    });
    expect(walk(["e", "Minutes", "", "s", "b"]).last).toContain("Skipped before.");
  });
});

it("an action of which only the date is missing is named before it is asked for", () => {
  const action = { id: "a1", do: "Talk about power first", who: "Chair" };
  const file = emptyFile(smallRubrics(), { people: PEOPLE, actions: [action] });
  const { transcript } = walk(["go end", "3"], { file });
  expect(transcript).toContain("Action 1: Talk about power first");
});

describe("votes from outside the room", () => {
  const outside = (from: "sheets" | "survey", ...levels: readonly string[]) => ({
    from,
    on: "2026-11-20",
    votes: { staff: Object.fromEntries(levels.map((level) => [level, 1])) },
  });
  const file = (...entries: ReturnType<typeof outside>[]) =>
    emptyFile(smallRubrics(), {
      people: PEOPLE,
      voices: [
        { from: "sheets", on: "2026-11-20", people: { staff: 9 } },
        { from: "survey", on: "2026-11-20", people: { staff: 9 } },
      ],
      answers: { "principles/power": { outside: entries } },
    });
  const four = outside("sheets", "not-yet", "in-places", "usual", "unsure");

  it("stand at the reveal as a row of their own, and not before it", () => {
    const before = walk(["v", "112"], { file: file(four) });
    expect(before.last).not.toContain("From sheets");
    const shown = walk(["v", "112", "334u"], { file: file(four) });
    expect(shown.last).toContain("From sheets: 4. Their middle vote is 2, In places.");
    expect(shown.last.match(/Staff, 4 votes\./gu)).toHaveLength(1);
  });

  it("tell nothing of how one or two people voted", () => {
    const shown = walk(["v", "112", "334u"], { file: file(outside("survey", "not-yet", "usual")) });
    expect(shown.last).toContain(
      "From a survey: fewer than 3. They count, and how they voted is not shown.",
    );
  });

  it("stay when the room clears its answer", () => {
    const { file: after } = walk(["1", "b", "x", "y"], { file: file(four) });
    expect(after.answers?.["principles/power"]?.outside).toEqual([four]);
    expect(after.answers?.["principles/power"]?.answer).toBeUndefined();
  });
});
