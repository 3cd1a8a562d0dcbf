import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../../src/assessment/parse.ts";
import { type MemoryFiles, runInMemory } from "../../support/context.ts";
import { begun, charityFolder, NEW, OUR, sit } from "../../support/workshop.ts";

const fileIn = (files: MemoryFiles) => parseAssessment("our.yaml", files.texts.get(OUR) ?? "").file;
const POWER = "principles/power";

/** A first session with these people, and then these lines. */
async function withPeople(people: readonly string[], lines: readonly string[]) {
  const files = charityFolder();
  const ran = await sit(["River House", "", ...people, ...lines, "q"], { files, args: NEW });
  return { ...ran, files, votes: fileIn(files)?.answers?.[POWER]?.votes ?? [] };
}

const THREE_AND_FIVE = ["3", "5", "0", "0", "", "1"];

describe("row 28: votes and people", () => {
  it("row 28: more votes than people need a yes, and the number of people follows", async () => {
    const asked = await withPeople(THREE_AND_FIVE, ["v", "1122", "n", "112", "33333"]);
    expect(asked.said).toContain("You typed 4 votes. You said 3 people are here.");
    expect(asked.votes).toEqual([
      { "lived-experience": { "not-yet": 2, "in-places": 1 }, staff: { usual: 5 } },
    ]);
    const taken = await withPeople(THREE_AND_FIVE, ["v", "1122", "y", "33333"]);
    expect(fileIn(taken.files)?.people?.[0]?.present).toBe(4);
  });

  it("row 28: fewer votes than people are kept as they are, with both numbers in the file", async () => {
    const { votes, files } = await withPeople(THREE_AND_FIVE, ["v", "1", "", "33", "", "r"]);
    expect(votes).toEqual([{ "lived-experience": { "not-yet": 1 }, staff: { usual: 2 } }]);
    expect(
      fileIn(files)
        ?.people?.slice(0, 2)
        .map(({ present }) => present),
    ).toEqual([3, 5]);
  });

  it("row 28: with nobody here there is nothing to vote on, and an answer is taken all the same", async () => {
    const { files, said, exitCode } = await withPeople(["0", "0", "0", "0", ""], ["3", "v", "2"]);
    expect(exitCode).toBe(0);
    expect(said).not.toMatch(/NaN|undefined/u);
    expect(
      Object.values(fileIn(files)?.answers ?? {}).every(({ votes }) => votes === undefined),
    ).toBe(true);
  });

  it("row 28: thirty people vote in one line", async () => {
    const { votes, said } = await withPeople(
      ["12", "18", "0", "0", "", "1"],
      ["v", "1".repeat(12), `${"3".repeat(17)}u`, "r"],
    );
    expect(votes).toEqual([
      { "lived-experience": { "not-yet": 12 }, staff: { usual: 17, unsure: 1 } },
    ]);
    expect(said).toContain("30");
  });

  it("row 28: where everybody is not sure no level is made up", async () => {
    const { votes, said, files } = await withPeople(THREE_AND_FIVE, ["v", "uuu", "uuuuu", "u"]);
    expect(votes).toEqual([{ "lived-experience": { unsure: 3 }, staff: { unsure: 5 } }]);
    expect(said).toContain("not sure");
    expect(said).not.toMatch(/NaN|undefined|-?Infinity/u);
    expect(fileIn(files)?.answers?.[POWER]?.answer).toBe("unsure");
  });

  it("row 28: one person's vote is never on its own, in the file, the scores or the plan", async () => {
    const { files, votes } = await withPeople(
      ["5", "6", "0", "1", "", "1", "1"],
      ["v", "11222", "3333334", "2"],
    );
    expect(votes).toEqual([
      { "lived-experience": { "not-yet": 2, "in-places": 3 }, staff: { usual: 6, shared: 1 } },
    ]);
    const plan = await runInMemory(["plan", "our.yaml", "--format", "json", "-o", "-"], { files });
    const score = await runInMemory(["score", "our.yaml", "--json"], { files });
    for (const { stdout, exitCode } of [plan, score]) {
      expect(exitCode).toBe(0);
      const groups = stdout.match(/"(?:lived-experience|staff|trustees)":\s*\{/gu) ?? [];
      expect(groups.filter((each) => each.includes("trustees"))).toEqual([]);
      expect(stdout).not.toMatch(/"group": "trustees",\s*"level"/u);
    }
  });
});

describe("row 30: going about", () => {
  const FULL = ["v", "111", "33333", "2", "b", "w", "A note", "", "a", "Do it", "", "", ""];
  const rich = (lines: readonly string[]) => withPeople(THREE_AND_FIVE, [...FULL, ...lines]);

  it("row 30: back over a question with votes, a note and an action loses nothing", async () => {
    const { files } = await rich(["b", "", "b", "g 4", "b"]);
    const { answers, actions } = fileIn(files) ?? {};
    expect(answers?.[POWER]).toMatchObject({ answer: "in-places", note: "A note" });
    expect(answers?.[POWER]?.votes).toHaveLength(1);
    expect(actions?.map((each) => each.do)).toEqual(["Do it"]);
  });

  it("row 30: back from the first question stays there", async () => {
    const { said, exitCode } = await withPeople(THREE_AND_FIVE, ["b", "b", "", "2"]);
    expect(exitCode).toBe(0);
    expect(said).toContain("This is the first question.");
    expect(said).toContain("Our answer: 2");
  });

  it.each(["n", "", "q"])("row 30: clear does nothing on %j", async (line) => {
    const { files } = await rich(["g 1", "x", line]);
    expect(fileIn(files)?.answers?.[POWER]).toMatchObject({ answer: "in-places", note: "A note" });
    expect(fileIn(files)?.answers?.[POWER]?.votes).toHaveLength(1);
  });

  it("row 30: clear takes the answer out only after a yes, and never the action", async () => {
    const { files } = await rich(["g 1", "x", "y"]);
    expect(fileIn(files)?.answers?.[POWER]?.answer).toBeUndefined();
    expect(fileIn(files)?.actions).toHaveLength(1);
  });

  it("row 30: goes to any question or list and to the end, and says where there is none", async () => {
    const { said, exitCode } = await rich(["g 4", "g c2", "g end", "g 1", "g 99", "g c9"]);
    expect(exitCode).toBe(0);
    expect(said).toContain("Question 4 of 4");
    expect(said).toContain("Checklist 2 of 2");
    expect(said).toContain("Before you finish");
  });
});

it("row 28: a session left at the votes keeps everything confirmed before", async () => {
  const files = await begun(["2"]);
  const before = fileIn(files)?.answers;
  await sit(["3", "5", "0", "0", "", "1", "", "v", "11", { kind: "end" }], { files });
  expect(fileIn(files)?.answers).toMatchObject(before ?? {});
});
