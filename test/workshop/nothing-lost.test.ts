import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { hearLine, type Step } from "../../src/workshop/machine.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { momentAt, PEOPLE, walk } from "../support/walk.ts";

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
    const votes = ["v", "112", "3334", "r"];
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

/** Anything that may be typed at a question, a list, a form or a y or n. */
const anyLine = fc.constantFrom(
  ..."1|2|3|4|u|s|d|v|w|e|a|b|n|x|y|y|z|r|l||g 1|g 3|g c1|g end|ypn|yn|112|3334|u|1 3|some words".split(
    "|",
  ),
);

/** Confirmed answers with their kind; skipped is no confirmed answer. */
function confirmed({ answers = {} }: AssessmentFile): ReadonlyMap<string, string> {
  const all = Object.entries(answers).flatMap(([key, { answer, from, to }]) =>
    answer === undefined || answer === "skipped" ? [] : [[key, `${answer} ${from} ${to}`] as const],
  );
  return new Map(all);
}

const TAKES_OUT = new Set(["clear-answer", "replace-answer"]);

function expectNothingReplaced(before: Step, line: string, after: Step): void {
  if (/^(?:z|undo)$/u.test(line)) return;
  const [was, is] = [confirmed(before.state.file), confirmed(after.state.file)];
  for (const [key, answer] of was) {
    if (is.get(key) === answer) continue;
    expect({ key, line, kind: before.state.at.kind }).toEqual({
      key,
      line: expect.stringMatching(/^y$/u),
      kind: expect.toSatisfy((kind: string) => TAKES_OUT.has(kind)),
    });
  }
}

const withoutTimes = (file: AssessmentFile) => ({ ...file, sessions: undefined });

/** A session, and how the file stood before each confirmed line that is not taken back. */
class Remembered {
  step: Step;
  private readonly files: AssessmentFile[];
  private minutes = 0;

  constructor(file: AssessmentFile) {
    this.step = walk([], { file }).step;
    this.files = [file];
  }

  get isOver(): boolean {
    return this.step.prompt === undefined;
  }

  type(line: string): void {
    if (this.isOver) return;
    this.minutes += 1;
    const next = hearLine(this.step.state, line, momentAt(this.minutes));
    expectNothingReplaced(this.step, line, next);
    if (next.edits.length > 0) this.remember(line, next);
    this.step = next;
  }

  /** Takes everything back that can be, and looks at each file on the way. */
  undo(): void {
    for (let times = 0; times < 10 && this.files.length > 1 && !this.isOver; times++) {
      const before = this.files.at(-2);
      this.type("z");
      expect(before && withoutTimes(this.step.state.file)).toEqual(before && withoutTimes(before));
    }
  }

  private remember(line: string, { state }: Step): void {
    if (line === "z") this.files.pop();
    else this.files.push(state.file);
  }
}

describe("whatever is typed", () => {
  const file = emptyFile(smallRubrics(), { people: PEOPLE });

  it("a confirmed answer changes only after a yes, and undo gives back each file before", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const session = new Remembered(file);
        for (const line of lines) session.type(line);
        session.undo();
      }),
      { numRuns: Number(process.env["COPROD_FUZZ_RUNS"] ?? 400) },
    );
  }, 120_000);
});
