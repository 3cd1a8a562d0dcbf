import { describe, expect, it } from "vitest";
import { emptyFile } from "../support/small-rubrics.ts";
import { walk } from "../support/walk.ts";

const POWER = "principles/power";
const about = (lines: readonly string[]) => walk(lines).file.answers?.[POWER];

describe("what people say in their own words", () => {
  it("is saved line by line, and said to be saved once", () => {
    expect(about(["w", "We changed the hours"])?.note).toBe("We changed the hours");
    expect(about(["e", "The minutes", "A list"])?.evidence).toEqual(["The minutes", "A list"]);
    const { transcript } = walk(["w", "one", "two", ""]);
    expect(transcript.match(/Saved\./gu)).toHaveLength(1);
    expect(transcript).toContain("Saved. The note is kept.");
  });

  it("of each side is saved as soon as it is said", () => {
    expect(about(["d", "1 3", "We hear late"])).toMatchObject({
      answer: "differ",
      views: { "lived-experience": "We hear late" },
    });
    const nobody = walk(["d", "1 2", "too late"], { file: emptyFile() }).file;
    expect(nobody.answers?.[POWER]?.note).toBe("One side: too late");
  });

  it("of one side can be put right with b, and is shown when it is asked again", () => {
    const again = ["d", "1 3", "We hear lat", "b", "We hear late", "We ask"];
    expect(about(again)?.views).toEqual({ "lived-experience": "We hear late", staff: "We ask" });
    expect(walk([...again, "b", "d", "1 3"]).last).toContain(
      "So far: We hear late Press Enter to keep it, or type x to take it out.",
    );
    expect(about([...again, "b", "d", "1 3", "", ""])?.views?.["staff"]).toBe("We ask");
  });

  it("are shown whenever the question is, with what could be shown and the actions", () => {
    const lines = [
      "2",
      "b",
      "w",
      "After April",
      "",
      "e",
      "The minutes",
      "",
      "a",
      "Ask them",
      "Chair",
    ];
    const { last } = walk([...lines, "May 2027", "r"]);
    expect(last).toContain("Our note: After April");
    expect(last).toContain("What we could show: The minutes");
    expect(last).toContain("Action 1: Ask them. Chair. By May 2027.");
    expect(walk(["d", "1 3", "late", "early", "b", "r"]).last).toContain("Staff: early");
  });

  it("about the lines of a checklist are shown with it", () => {
    const { last } = walk(["w 2", "Only Tuesdays", "", "a 3", "Ask the funder", "", "", "r"], {
      question: "barriers/hours",
    });
    expect(last).toContain("Line 2. Our note: Only Tuesdays");
    expect(last).toContain("Line 3. Action 1: Ask the funder.");
  });
});

describe("an action", () => {
  const MADE = ["a", "Ask them", "Chair", "May 2027"];

  it.each(["undo", "take back", "z"])("are taken back where a date is asked for: %s", (word) => {
    const { file, step } = walk(["a", "Ask them", "Chair", word]);
    expect(file.actions?.[0]?.who).toBeUndefined();
    expect(step.prompt).toContain("Who");
  });

  it("is in the file from its first line on", () => {
    expect(walk(["a", "Ask them"]).file.actions).toEqual([
      { id: "a1", for: POWER, do: "Ask them" },
    ]);
    expect(walk(["a", "Ask them", "Chair"]).file.actions?.[0]?.who).toBe("Chair");
  });

  it("goes back a step with b, and stays one action", () => {
    const { file } = walk(["a", "Ask thm", "b", "Ask them", "Chai", "b", "Chair", "May 2027"]);
    expect(file.actions).toEqual([
      { id: "a1", for: POWER, do: "Ask them", who: "Chair", by: "2027-05" },
    ]);
  });

  it("can be changed later by its name, Enter keeping what is right", () => {
    const { transcript, file } = walk([...MADE, "a", "a1", "", "Treasurer", ""]);
    expect(transcript).toContain("To change it: a, then 1.");
    expect(transcript).toContain(
      "So far: Chair. Press Enter to keep it, or type x to take it out.",
    );
    expect(file.actions).toEqual([
      { id: "a1", for: POWER, do: "Ask them", who: "Treasurer", by: "2027-05" },
    ]);
  });

  it("can be taken out", () => {
    expect(walk([...MADE, "a", "a1", "x"]).file.actions).toBeUndefined();
  });

  it("says that there is no such day", () => {
    const { last } = walk(["a", "Ask them", "Chair", "31/2/27"]);
    expect(last).toContain('There is no such day as "31/2/27".');
    expect(walk(["a", "Ask them", "Chair", "30 February"]).last).toContain("no such day");
    expect(walk(["a", "Ask them", "Chair", "soonish"]).last).toContain('could not read "soonish"');
  });

  it("can be added before the first question of the day", () => {
    const { file } = walk(["1", "q"]);
    const walked = walk(["y", "a", "Ask them", "", ""], { file, question: undefined });
    expect(walked.file.actions).toEqual([{ id: "a1", do: "Ask them" }]);
    expect(walked.last).toContain("Press Enter to carry on");
  });
});

describe("a line by which somebody could be found", () => {
  it.each([
    ["Ring 01632 960 123", "a telephone number"],
    ["Write to jo@example.org", "an e-mail address"],
    ["The house in SW1A 1AA", "a postcode"],
  ])("is remarked on in a note, and can be taken out: %s", (line, what) => {
    const { last, file } = walk(["w", "one", line]);
    expect(last).toContain(`This looks like ${what}.`);
    expect(file.answers?.[POWER]?.note).toBe(`one\n${line}`);
    expect(about(["w", "one", line, "x", "two", ""])?.note).toBe("one\ntwo");
    expect(about(["e", line, "x", ""])).toBeUndefined();
  });

  it.each([
    ["an action", ["a"], (text: string) => ({ actions: [{ do: text }] })],
    [
      "a view",
      ["d", "1 3"],
      (text: string) => ({ answers: { [POWER]: { views: { "lived-experience": text } } } }),
    ],
    ["a forgotten question", ["g end"], (text: string) => ({ plan: { forgotten: [text] } })],
  ] as const)("waits for a yes in %s", (_, lines, kept) => {
    const line = "Please ring 01632 960 123";
    const asked = walk([...lines, line]);
    expect(asked.last).toContain("This looks like a telephone number.");
    expect(asked.step.prompt).toBe("y or n: ");
    expect(JSON.stringify(asked.file)).not.toContain("960");
    expect(walk([...lines, line, "hm", "y"]).file).toMatchObject(kept(line));
    expect(walk([...lines, line, "n", "Please ring them"]).file).toMatchObject(
      kept("Please ring them"),
    );
    expect(walk([...lines, line, "q"]).file).toMatchObject(kept(line));
  });

  it("is nothing to ask about where there is none", () => {
    expect(walk(["a", "Meet 12 people by 2027-03-31"]).step.prompt).toContain("Who");
  });
});
