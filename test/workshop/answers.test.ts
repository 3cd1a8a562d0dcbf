import { describe, expect, it } from "vitest";
import { emptyFile, rubricFrom, SMALL_PRINCIPLES, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const answers = (lines: readonly string[]) => walk(lines).file.answers ?? {};

describe("answering a question", () => {
  it("keeps the level with the question as it stood and the instant", () => {
    const [principles] = smallRubrics();
    expect(answers(["2"])).toEqual({
      "principles/power": {
        answer: "in-places",
        asked: {
          wording: "Do we talk about power?",
          hash: principles?.sections[0]?.criteria[0]?.hash,
          level: "One team has.",
        },
        at: "2026-11-21T10:01:00Z",
      },
    });
  });

  it.each([
    ["u", "unsure"],
    ["not sure", "unsure"],
    ["skip", "skipped"],
    ["usual practice", "usual"],
    ["４", "shared"],
  ])("%j is kept as %s", (line, answer) => {
    expect(answers([line])["principles/power"]?.answer).toBe(answer);
  });

  it("goes on to the next open question and says what was saved", () => {
    const { last } = walk(["2"]);
    expect(last).toContain("Saved. Our answer: 2, In places.");
    expect(last).toContain("Question 2 of 4 . Sharing power");
  });

  it("never takes Enter alone for an answer", () => {
    const { last, file } = walk([""]);
    expect(file.answers).toBeUndefined();
    expect(last).toBe(
      "Nothing is chosen yet, and Enter alone does not choose. Type 1, 2, 3 or 4, or s to skip.",
    );
  });

  it("keeps an answer already given on Enter", () => {
    const { last, file, transcript } = walk(["2", "b", ""]);
    expect(transcript).toContain("Our answer so far: 2, In places. Press Enter to keep it.");
    expect(file.answers?.["principles/power"]?.answer).toBe("in-places");
    expect(last).toContain("Question 2 of 4");
  });

  it("says what was typed and what would work", () => {
    expect(walk(["yes please do"]).last).toBe(
      '"yes please d..." is not one of the choices. Type 1, 2, 3 or 4. Type ? for all choices.',
    );
  });

  it("does not take a line that is far too long for one sentence", () => {
    expect(walk(["a", "x".repeat(2001)]).last).toContain("too long for one line");
  });

  it("takes a reason where a question does not apply, and only where it may not", () => {
    const refused = walk(["n"]);
    expect(refused.last).toContain("This question is for everybody");
    const { file } = walk(["g 3", "n", "We have no board"]);
    expect(file.answers?.["principles/board"]).toMatchObject({
      answer: "not-applicable",
      reason: "We have no board",
    });
  });

  it("stays open where the reason is missing", () => {
    expect(walk(["g 3", "n", ""]).file.answers).toBeUndefined();
  });

  it("takes an answer out only after a yes", () => {
    expect(answers(["2", "b", "x", "n"])["principles/power"]).toBeDefined();
    expect(answers(["2", "b", "x", "y"])["principles/power"]).toBeUndefined();
  });

  it("goes back to the question before in the list, also after a jump", () => {
    expect(walk(["1", "g 4", "b"]).last).toContain("Question 3 of 4");
    expect(walk(["1", "g 4", "b", "b", "b"]).last).toContain("Question 1 of 4");
    expect(walk(["b"]).last).toContain("This is the first question.");
  });

  it("lists what is left and how long it takes at the speed so far", () => {
    const { last } = walk(["1", "u", "s", "l"]);
    expect(last).toContain("2 not sure Are costs covered?");
    expect(last).toContain("4 to do Can people step back?");
    expect(last).toContain("c1 to do Time and money");
    expect(last).toContain("1 answered, 1 not sure, 1 skipped, 1 to do.");
    expect(last).toContain("About 4 minutes to go at the speed so far.");
  });
});

describe("a question whose wording changed", () => {
  const reworded = rubricFrom(
    SMALL_PRINCIPLES.replace("Are costs covered?", "Do we pay what it costs?"),
  );
  const old = walk(["2", "3"]).file;
  const again = { rubrics: [reworded], file: old, question: "principles/costs" };

  it("keeps its answer and asks to look again", () => {
    expect(walk([], again).last).toContain(
      "Look again: the wording has changed. Before, it was: Are costs covered?",
    );
    expect(walk([], { ...again, question: undefined }).last).toContain(
      '1 has new wording. Your answers are kept, marked "look again".',
    );
  });

  it("is settled when the answer is kept under the new wording", () => {
    const { file } = walk([""], again);
    expect(file.answers?.["principles/costs"]).toMatchObject({
      answer: "usual",
      asked: { wording: "Do we pay what it costs?" },
    });
  });

  it("is found under the id it had before, and stays there", () => {
    const file = emptyFile(smallRubrics(), {
      people: PEOPLE,
      answers: { "principles/money": { answer: "usual" } },
    });
    const walked = walk(["2", "y"], { file, question: "principles/costs" });
    expect(walked.transcript).toContain("Our answer so far: 3, Usual practice.");
    expect(Object.keys(walked.file.answers ?? {})).toEqual(["principles/money"]);
    expect(walked.file.answers?.["principles/money"]?.answer).toBe("in-places");
  });
});

describe("notes and things to show", () => {
  it("takes lines until an empty one", () => {
    const { file, last } = walk(["w", "We changed the hours", "  after April", ""]);
    expect(file.answers?.["principles/power"]).toEqual({
      note: "We changed the hours\n  after April",
    });
    expect(last).toContain("Our note: We changed the hours");
  });

  it("adds to a note that is there, and a later answer leaves it alone", () => {
    const { file } = walk(["w", "one", "", "w", "two", "", "3"]);
    expect(file.answers?.["principles/power"]).toMatchObject({ answer: "usual", note: "one\ntwo" });
  });

  it("takes words such as stop as text, but q stops and keeps the note", () => {
    const { file, step } = walk(["w", "stop", "help", "q"]);
    expect(file.answers?.["principles/power"]?.note).toBe("stop\nhelp");
    expect(step.prompt).toBeUndefined();
  });

  it.each(["input-ended", "interrupted", "closed", "terminated"] as const)(
    "keeps what was typed of a note when the session is %s",
    (end) => {
      const { file } = walk(["w", "half a no"], { end });
      expect(file.answers?.["principles/power"]?.note).toBe("half a no");
      expect(file.sessions?.at(-1)?.how).toBe(end);
    },
  );

  it("gives a note of 10,000 signs back as it was typed", () => {
    const long = "ŷ مرحبا 🧑‍🤝‍🧑 ".repeat(700).trim();
    expect(walk(["w", long, ""]).file.answers?.["principles/power"]?.note).toBe(long);
  });

  it("stops a note that would not fit, and keeps what came before", () => {
    const { file, last } = walk(["w", "kept", "x".repeat(20_000)]);
    expect(file.answers?.["principles/power"]?.note).toBe("kept");
    expect(last).toContain("A note can hold 20,000 characters");
  });

  it("lists what could be shown", () => {
    const { file, transcript } = walk(["2", "b", "e", "The minutes", "A payment list", ""]);
    expect(transcript).toContain("For example: - An agenda");
    expect(file.answers?.["principles/power"]).toMatchObject({
      answer: "in-places",
      evidence: ["The minutes", "A payment list"],
    });
  });
});

describe("an action", () => {
  const acted = (lines: readonly string[]) => walk(["a", ...lines]).file.actions;

  it("needs one line; who and when can wait", () => {
    expect(acted(["Write it down", "", ""])).toEqual([
      { id: "a1", for: "principles/power", do: "Write it down" },
    ]);
    expect(acted([""])).toBeUndefined();
  });

  it("takes a role and a date, and reads back what it worked out", () => {
    const { file, transcript } = walk(["a", "Write it down", "Chair", "next month", "y"]);
    expect(transcript).toContain("That could be any day in December 2026. Keep it?");
    expect(file.actions).toEqual([
      { id: "a1", for: "principles/power", do: "Write it down", who: "Chair", by: "2026-12" },
    ]);
  });

  it("asks for the date again after a no, and where it cannot read one", () => {
    const { file, transcript } = walk([
      "a",
      "Do it",
      "",
      "next month",
      "n",
      "spring",
      "31/1/27",
      "y",
    ]);
    expect(transcript).toContain('We could not read "spring" as a date.');
    expect(transcript).toContain("That is 31 January 2027. Keep it?");
    expect(file.actions?.[0]?.by).toBe("2027-01-31");
  });

  it("warns once where who looks like a name, and keeps it on Enter", () => {
    const { file, transcript } = walk(["a", "Do it", "Jo Smith", "", "March 2027"]);
    expect(transcript).toContain(`If "Jo Smith" is somebody's name, a role is better`);
    expect(file.actions?.[0]).toMatchObject({ who: "Jo Smith", by: "2027-03" });
  });

  it("gets the next free number", () => {
    const file = emptyFile(smallRubrics(), {
      people: PEOPLE,
      actions: [
        { id: "a7", do: "Old" },
        { id: "other", do: "Older" },
      ],
    });
    expect(walk(["a", "New", "", ""], { file }).file.actions?.at(-1)?.id).toBe("a8");
  });
});
