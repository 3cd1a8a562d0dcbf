import { describe, expect, it } from "vitest";
import { walk } from "../support/walk.ts";

describe("help", () => {
  it("before the facts says what y and Enter do", () => {
    const { last } = walk(["go end", "1", "?"]);
    expect(last).toContain("Type y to answer the questions, or press Enter to finish");
    expect(walk(["go end", "1", "y", "?"]).last).toContain("Type your answer");
  });

  it("at the votes says how to start again and how to leave", () => {
    expect(walk(["v", "?"]).last).toContain("Enter go on without votes");
    expect(walk(["v", "112", "?"]).last).toContain("b for the group before, x to start again.");
  });
});

describe("who makes sure of an action", () => {
  const ASKED = ["a", "Talk about power first"];

  it.each(["next month", "by March", "31/1/27"])("is asked again where %j is typed", (line) => {
    const { last, step, file } = walk([...ASKED, line]);
    expect(last).toContain("looks like a date. The date comes next.");
    expect(step.prompt).toBe("Who will make sure it happens? ");
    expect(file.actions?.[0]?.who).toBeUndefined();
  });

  it("is asked again where a date is typed in place of a name", () => {
    const { last, step } = walk([...ASKED, "Priya Shah", "next month"]);
    expect(last).toContain('"next month" looks like a date.');
    expect(step.prompt).toBe("Enter, or a role: ");
  });

  it("can be a role with a number in it", () => {
    expect(walk([...ASKED, "Team 3"]).file.actions?.[0]?.who).toBe("Team 3");
  });
});
