import { describe, expect, it } from "vitest";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const FRESH = { fresh: true, question: undefined, file: emptyFile() };
const COUNTED = ["3", "5", "0", "3"];

describe("who is in the room", () => {
  it.each(["1", "v", "r", "22233", "skip", "ten", "g 4", "x1"])(
    "takes no slip of the finger for a group's name: %s",
    (line) => {
      const { last, file } = walk([...COUNTED, line], FRESH);
      expect(last).toContain("is not a name for a group. Type a name such as Carers");
      expect(file.people).toHaveLength(COUNTED.length);
    },
  );

  it.each(["", "b", "0"])("leaves out again, on %j, a group that was only named", (line) => {
    const { last, file } = walk([...COUNTED, "Carers", line, ""], FRESH);
    expect(file.people?.map(({ group }) => group)).not.toContain("carers");
    expect(last).toContain("11 people are here.");
  });

  it("goes on where 0 is typed for another group", () => {
    expect(walk([...COUNTED, "0"], FRESH).last).toContain("11 people are here.");
  });

  it("says once what to do where only Enter is pressed, and offers to leave it out", () => {
    expect(walk([""], FRESH).last).toBe(
      "Type how many are here, 0 for none, or s to leave this out.",
    );
  });

  it("reads back more than 200 people before it takes them", () => {
    const asked = walk(["201"], FRESH);
    expect(asked.last).toBe("That is 201 people in one group. Is that right?");
    const { file } = walk(["201", "what", "n", "20", "250", "y", "0", "3", ""], FRESH);
    expect(file.people?.map(({ present }) => present)).toEqual([20, 250, 0, 3]);
  });
});

describe("a note", () => {
  it("takes several lines at once, with the empty ones between them", () => {
    const { file } = walk(["w", "one\n\n  two \r\nthree\u001b[31m", "four", ""]);
    expect(file.answers?.["principles/power"]?.note).toBe("one\n\n  two\nthree\nfour");
  });

  it("of things to show leaves out the empty lines", () => {
    const { file } = walk(["e", "minutes\n\n photos", ""]);
    expect(file.answers?.["principles/power"]?.evidence).toEqual(["minutes", "photos"]);
  });
});

describe("votes", () => {
  it("are neither said back nor warned about where they are hidden", () => {
    const masked = walk(["v", "129"], { masked: true });
    expect(masked.transcript).toContain("What you type is hidden.");
    expect(masked.last).toContain("That is not a set of votes.");
    const open = walk(["v", "129"]);
    expect(open.transcript).toContain("This mode shows what you type.");
    expect(open.last).toContain('"129" is not a set of votes.');
  });

  it("are typed as a secret, and notes as notes", () => {
    expect(walk(["v"]).step.typing).toBe("secret");
    expect(walk(["w"]).step.typing).toBe("note");
    expect(walk([]).step.typing).toBeUndefined();
  });
});

describe("a question that is taller than the window", () => {
  it("has a reminder of what it asks and what its levels are called", () => {
    expect(walk([]).step).toMatchObject({ inFull: true });
    const [asks] = walk(["1", "1"]).step.reminder ?? [];
    expect(asks).toEqual({ kind: "paragraph", text: "Are there seats on the board?" });
  });
});

describe("questions that have changed", () => {
  const file = emptyFile(smallRubrics(), {
    people: PEOPLE,
    answers: {
      "principles/power": {
        answer: "usual",
        asked: { wording: "Do we talk of power?", hash: "sha256-old" },
      },
    },
  });

  it("are asked again, or stay as they were answered where people say so", () => {
    expect(walk(["y", ""], { file, question: undefined }).last).toContain("Question 1 of 4");
    const kept = walk(["y", "o"], { file, question: undefined });
    expect(kept.last).toContain("The answers with an earlier wording stay as they are.");
    expect(kept.last).toContain("Question 2 of 4");
    expect(kept.file.answers).toEqual(file.answers);
  });
});

describe("a session of some parts", () => {
  it("asks only those, and says at its end what it was", () => {
    const sections = ["principles/openness", "barriers/words"];
    const walked = walk(["3", "1", "1", "y n", "", "1", "f", ""], {
      sections,
      question: undefined,
      fresh: true,
    });
    expect(walked.transcript).toContain("Question 1 of 1 . Staying open");
    expect(walked.last).toContain("That is everything you chose for today.");
  });
});

describe("before the end", () => {
  it("keeps the questions that we forgot", () => {
    const { file, last } = walk(["g end", "Who was not in the room?", "hm", "g end"]);
    expect(file.plan?.forgotten).toEqual(["Who was not in the room?"]);
    expect(last).toContain("Also to ask: Who was not in the room?");
  });
});

describe("coming back", () => {
  it("names the copies that a sync tool made", () => {
    const conflicts = ["our (Jo's conflicted copy).yaml"];
    const { transcript } = walk([], { question: undefined, conflicts });
    expect(transcript).toContain("Beside our file there is our (Jo's conflicted copy).yaml.");
  });
});
