import { describe, expect, it } from "vitest";
import { walk } from "../support/walk.ts";

const VOTED = walk(["v", "112", "3334", "2", "", "q"]).file;
const COMING_BACK = { file: VOTED, question: undefined };

/** One person with lived experience and three staff today, where three and four voted before. */
const FEWER = ["n", "1", "3", ""];

describe("on a day with fewer people than have voted before", () => {
  it("asks about a group that is small today", () => {
    const { last } = walk(FEWER, COMING_BACK);
    expect(last).toContain("There is only 1 person in one group: people with lived experience.");
  });

  it("waits for the votes of those who are here today", () => {
    const { transcript, step } = walk([...FEWER, "2", "g 2", "1", "33"], COMING_BACK);
    expect(transcript).toContain("People with lived experience (1 here): 1");
    expect(transcript).toContain("Staff (3 here): 33");
    expect(step.prompt).toBe("Staff (3 here, 2 typed): ");
  });

  it("keeps numbers in the file that cover the votes of the earlier day", () => {
    const { file, transcript } = walk([...FEWER, "2"], COMING_BACK);
    expect(file.people?.map(({ present }) => present)).toEqual([3, 4]);
    expect(transcript).toContain("Saved. 4 people are here.");
    expect(transcript).toContain("For staff the file keeps 4");
  });

  it("counts from today's numbers where somebody comes late", () => {
    const late = ["2", "g 2", "12", "y", "333", "1", "g people"];
    const { transcript, step, file } = walk([...FEWER, ...late], COMING_BACK);
    expect(transcript).toContain("You typed 2 votes. You said 1 person is here.");
    expect(step.prompt).toBe("People with lived experience (Enter keeps 2): ");
    expect(file.people?.map(({ present }) => present)).toEqual([3, 4]);
  });

  it("asks for the views of those who are here today", () => {
    const { step, transcript } = walk(
      ["n", "3", "0", "", "g 2", "", "d", "1 3", "We hear late"],
      COMING_BACK,
    );
    expect(transcript).toContain("People with lived experience: We hear late");
    expect(step.prompt).toBe("People with lived experience (3 here): ");
  });
});
