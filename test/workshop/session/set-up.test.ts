import { describe, expect, it } from "vitest";
import { runInMemory } from "../../support/context.ts";
import { charityFolder, sit } from "../../support/workshop.ts";

describe("b while a new assessment is set up", () => {
  const start = (lines: readonly string[]) => sit(lines, { files: charityFolder() });

  it("goes to the question before, keeps what was typed, and stays at the first", async () => {
    const { said, text } = await start([
      "b",
      "River House",
      "b",
      "",
      "The garden",
      "3",
      "b",
      "b",
      "",
      "2",
      "",
      "q",
    ]);
    expect(said).toContain("This is the first question.");
    expect(said).toContain("Press Enter to keep “River House”.");
    expect(said).toContain("Press Enter to keep “The garden”");
    expect(text).toMatch(/covers: The garden/u);
    expect(text).toMatch(/charity: River House/u);
    expect(text).toMatch(/look: quick/u);
  });

  it("is never taken for a name", async () => {
    const { text } = await start(["River House", "back", "", "b", "", "", "1", "q"]);
    expect(text).toContain("covers: The whole organisation");
  });
});

describe("the question that is picked for a quick look", () => {
  const start = async (lines: readonly string[], args: readonly string[] = []) =>
    sit(["River House", "", ...lines, "s", "q"], { files: charityFolder(), args });
  const picked = (text: string) => /^picked: (.*)$/mu.exec(text)?.[1];

  it.each([
    ["Enter takes the first", [""], "principles/power-talked-about"],
    ["a number takes that one", ["12"], "principles/change-course"],
    ["what is none of them is asked again", ["17", "0", "2"], "principles/voices-missing"],
    ["b goes back to how much we do", ["b", "2", "3"], "principles/ways-to-take-part"],
  ])("%s", async (_, lines, key) => {
    const { said, text } = await start(["2", ...lines]);
    expect(said).toContain("Which one? Press Enter for number 1.");
    expect(picked(text)).toBe(key);
  });

  it("is asked with --quick too, and is among the eight", async () => {
    const { said, text } = await start(["12"], ["--quick"]);
    expect(picked(text)).toBe("principles/change-course");
    expect(said).toContain("This takes about 60 minutes for 8 questions.");
    expect(said).toContain("Question 1 of 8");
  });

  it("is there when people come back", async () => {
    const files = charityFolder();
    await sit(["River House", "", "12", "s", "q"], { files, args: ["--quick"] });
    const { said } = await sit(["s", "g 8", "q"], { files });
    expect(said).toContain("When something is not working, do we change it together?");
  });

  it("is not asked where everything is", async () => {
    const { said, text } = await start(["1"]);
    expect(said).not.toContain("Which one?");
    expect(picked(text)).toBeUndefined();
  });

  it("is told of where no question is called so", async () => {
    const { text } = await start(["12"], ["--quick"]);
    const wrong = text.replace(
      "picked: principles/change-course",
      "picked: principles/chang-course",
    );
    const ran = await runInMemory(["lint", "our.yaml"], {
      files: charityFolder({ "our.yaml": wrong }),
    });
    expect(ran.stdout + ran.stderr).toContain("answer/unknown-question");
  });
});

describe("the first page at a terminal", () => {
  const first = async (env: Readonly<Record<string, string>>, columns: number, rows: number) => {
    const openPrompter = () => ({
      masks: true as const,
      line: async () => ({ kind: "end" }) as const,
      close: () => undefined,
    });
    const window = () => ({ columns, rows });
    const files = charityFolder();
    const { stdout } = await runInMemory(["assess", "our.yaml"], {
      files,
      env,
      window,
      openPrompter,
      interactive: true,
    });
    return stdout.replace(/\s+/gu, " ");
  };

  it.each([
    [{}, "Ctrl and + (on a Mac Command and +)"],
    [{ TERM_PROGRAM: "Apple_Terminal" }, "Command and +"],
    [{ VTE_VERSION: "7200" }, "Ctrl, Shift and +"],
    [{ WT_SESSION: "0" }, "Ctrl and +"],
  ])("says how letters grow where the terminal is %j", async (env, keys) => {
    expect(await first(env, 80, 24)).toContain(
      `Can everybody read this? ${keys} makes the letters larger. A page needs a window of 60 letters by 16 lines; this one has 80 by 24.`,
    );
  });

  it.each([
    [59, 24],
    [80, 15],
  ])("asks for a larger window than %i by %i", async (columns, rows) => {
    expect(await first({}, columns, rows)).toContain(
      `This window shows ${columns} letters by ${rows} lines. Make it larger`,
    );
  });

  it("says nothing of it where lines are only a log", async () => {
    const { said } = await sit([], { files: charityFolder() });
    expect(said).not.toContain("Can everybody read this?");
  });
});
