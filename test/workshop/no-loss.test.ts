import { describe, expect, it } from "vitest";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { hiddenVotes } from "../../src/assessment/schema.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, type Walk, walk } from "../support/walk.ts";

const POWER = "principles/power";
const FRESH: Walk = { fresh: true, question: undefined, file: emptyFile() };
const back = (file: AssessmentFile, lines: readonly string[]) =>
  walk(lines, { file, question: undefined });
const counts = ({ people = [] }: AssessmentFile) =>
  people.map(({ group, present }) => `${group} ${present}`);

describe("counting who is here", () => {
  it("is saved group by group, and says so once", () => {
    const { file, transcript } = walk(["3", "5"], FRESH);
    expect(counts(file)).toEqual(["lived-experience 3", "staff 5"]);
    expect(transcript).not.toContain("Saved.");
    expect(walk(["3", "5", "0", "3", ""], FRESH).transcript).toContain(
      "Saved. 11 people are here.",
    );
  });

  it("goes on at the next group after a stop", () => {
    const { file } = walk(["3", "5", "q"], FRESH);
    const { last, file: after } = back(file, ["y", "0", "4", ""]);
    expect(counts(after)).toEqual(["lived-experience 3", "staff 5", "volunteers 0", "trustees 4"]);
    expect(last).toContain("How will people show what they think?");
  });

  it.each([{ line: "q" }, { end: "interrupted" }, { end: "input-ended" }] as const)(
    "goes on at the question about a small group after %j",
    ({ line, end }: { line?: string; end?: Walk["end"] }) => {
      const typed = ["3", "5", "0", "2", "", ...(line === undefined ? [] : [line])];
      const { file } = walk(typed, { ...FRESH, ...(end === undefined ? {} : { end }) });
      expect(counts(file)).toEqual(["lived-experience 3", "staff 5", "volunteers 0", "trustees 2"]);
      const asked = back(file, ["y"]);
      expect(asked.last).toContain("There are only 2 people in one group: trustees.");
      expect(back(file, ["y", "1"]).file.people?.at(-1)).toMatchObject({ "shown-with": "staff" });
    },
  );

  it("does not ask a small group again that is happy to be shown", () => {
    const { file } = walk(["3", "5", "0", "2", "", "2", "3", "1", "q"], FRESH);
    expect(file.people?.at(-1)).toMatchObject({ group: "trustees", alone: true });
    expect(back(file, ["y"]).last).toContain("Press Enter to carry on");
  });

  it("is as it was before where people leave it out half-way", () => {
    expect(walk(["3", "5", "s"], FRESH).file.people).toBeUndefined();
    const file = emptyFile(smallRubrics(), { people: PEOPLE });
    expect(back(file, ["n", "9", "s"]).file.people).toEqual(PEOPLE);
  });

  it("can be put right with b from the small group and from the way to vote", () => {
    const { last } = walk(["3", "5", "0", "2", "", "b"], FRESH);
    expect(last).toContain("Who is in the room?");
    const again = walk(["3", "5", "0", "4", "", "b", "", "6", "", "", ""], FRESH);
    expect(again.transcript).toContain("Staff (Enter keeps 5): 6");
    expect(counts(again.file)[1]).toBe("staff 6");
  });
});

describe("votes that are typed and not shown", () => {
  it("go on where they stopped: with the next group, or with the reveal", () => {
    const one = walk(["v", "112", "q"]).file;
    const next = walk(["v"], { file: one });
    expect(next.last).toContain("People with lived experience: 3 of 3 typed.");
    expect(next.step.prompt).toContain("Staff");
    const both = walk(["v", "112", "q"]).file;
    const shown = walk(["v", "3334"], { file: both });
    expect(shown.last).toContain("People with lived experience, 3 votes.");
    expect(shown.file.answers?.[POWER]).toEqual({
      voted: expect.any(String),
      votes: [
        { "lived-experience": { "not-yet": 2, "in-places": 1 }, staff: { usual: 3, shared: 1 } },
      ],
    });
  });

  it("keep a group that did not vote apart from one that is not typed yet", () => {
    const { file } = walk(["v", "0", "q"]);
    expect(file.answers?.[POWER]).toEqual({ unrevealed: hiddenVotes({ "lived-experience": {} }) });
    expect(walk(["v"], { file }).step.prompt).toContain("Staff");
  });

  it("are named at the question, and none of their numbers are", () => {
    const { file } = walk(["v", "112", "q"]);
    const { transcript } = walk([], { file });
    expect(transcript).toContain("Votes are typed and not shown yet. Type v to go on with them.");
    expect(transcript).not.toContain("3 votes");
  });

  it("are typed again where other groups are shown now", () => {
    const { file } = walk(["v", "112", "q"]);
    const joined = PEOPLE.map((each) =>
      each.group === "lived-experience" ? { ...each, "shown-with": "staff" } : each,
    );
    const { step } = walk(["v"], { file: { ...file, people: joined } });
    expect(step.prompt).toBe("Staff and people with lived experience (7 here): ");
  });

  it("are no answer, stay where people leave, and are taken out with x", () => {
    const { file, last } = walk(["v", "112", "b", "b"]);
    expect(last).toContain("The votes typed so far are kept. Type v to go on with them.");
    expect(file.answers?.[POWER]?.answer).toBeUndefined();
    expect(walk(["v", "112", "x", "b"]).file.answers).toBeUndefined();
    const noted = walk(["w", "a note", "", "v", "112", "x", "b"]).file;
    expect(noted.answers?.[POWER]).toEqual({ note: "a note" });
  });
});

describe("other people on another day", () => {
  const joined = emptyFile(smallRubrics(), {
    people: [
      { group: "lived-experience", name: "People with lived experience", present: 3 },
      { group: "staff", name: "Staff", present: 5 },
      { group: "trustees", name: "Trustees", present: 2, "shown-with": "staff" },
    ],
  });
  const voted = walk(["v", "112", "3334444", "2", "", "q"], { file: joined }).file;

  it("leave joined groups joined, each with its own number", () => {
    const { file, transcript } = back(voted, ["n", "4", "4", "0", ""]);
    expect(file.people).toEqual([
      { group: "lived-experience", name: "People with lived experience", present: 4 },
      { group: "staff", name: "Staff", present: 5 },
      { group: "trustees", name: "Trustees", present: 2, "shown-with": "staff" },
    ]);
    expect(transcript).toContain(
      "8 people are here. For staff the file keeps 5, because their votes of an earlier day are in it.",
    );
    expect(back(voted, ["n", "4", "4", "0", "", "g 2", "v"]).last).not.toContain("Staff 7");
  });

  it("count as they are where that is enough for the votes", () => {
    const { file } = back(voted, ["n", "3", "6", "3", ""]);
    expect(counts(file)).toEqual(["lived-experience 3", "staff 6", "trustees 3"]);
    expect(file.people?.[2]).toMatchObject({ "shown-with": "staff" });
  });

  it("keep a small group that was happy to be shown apart from the others", () => {
    const { file } = back(emptyFile(smallRubrics(), { people: PEOPLE }), ["n", "3", "2", "", "2"]);
    expect(file.people?.[1]).toEqual({ ...PEOPLE[1], present: 2, alone: true });
  });
});
