import { describe, expect, it } from "vitest";
import {
  type Block,
  choices,
  heading,
  lines,
  options,
  paragraph,
  points,
} from "../../src/terminal/blocks.ts";
import { wallText } from "../../src/terminal/to-text.ts";
import { displayWidth } from "../../src/terminal/wrap.ts";
import { beginInterview } from "../../src/workshop/machine.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { momentAt, PEOPLE } from "../support/walk.ts";

const SCALE: Block = choices([
  {
    mark: "1",
    name: "Not yet",
    text: "We decide, then tell people. It is quick, and nobody has to wait for us.",
  },
  { mark: "2", name: "How we work together", text: "We decide together." },
]);

function shown(block: Block, columns: number, saved?: string): string {
  return wallText([block], { columns, saved });
}

describe("a question's levels", () => {
  it("stand in columns where there is room", () => {
    expect(shown(SCALE, 80)).toBe(
      [
        "  1  Not yet               We decide, then tell people. It is quick, and",
        "                           nobody has to wait for us.",
        "  2  How we work together  We decide together.",
      ].join("\n"),
    );
  });

  it("stand under their names in a narrow window", () => {
    expect(shown(SCALE, 50)).toBe(
      [
        "  1  Not yet",
        "     We decide, then tell people. It is quick,",
        "     and nobody has to wait for us.",
        "  2  How we work together",
        "     We decide together.",
      ].join("\n"),
    );
  });
});

describe("the first line of a screen", () => {
  it("has the time of the last save at its right", () => {
    expect(shown(heading(1, "Question 4 of 18"), 80, "10:21")).toBe(
      `Question 4 of 18${" ".repeat(49)}Saved 10:21`,
    );
    expect(shown(heading(1, "Question 4 of 18"), 80)).toBe("Question 4 of 18");
  });

  it("takes two lines where they do not fit side by side", () => {
    expect(shown(heading(1, "Question 4 of 18 . Power"), 39, "10:21")).toBe(
      "Question 4 of 18 . Power\nSaved 10:21",
    );
  });
});

describe("other pieces", () => {
  it("options break only between each other", () => {
    expect(shown(options("1-4 our level", "u not sure", "s skip"), 30)).toBe(
      "1-4 our level | u not sure\ns skip",
    );
  });

  it("lines that fit keep their inner spaces", () => {
    expect(shown(lines("To carry on:     coprod assess x.yaml"), 80)).toBe(
      "To carry on:     coprod assess x.yaml",
    );
  });

  it("titles stand right above their list", () => {
    expect(shown(points("For example:", ["One", "Two"]), 80)).toBe(
      "For example:\n  -  One\n  -  Two",
    );
  });

  it("codes that could run in a terminal are taken out", () => {
    const dirty = "a\u001b[2Jb\u0007\u202ec";
    const all = [
      heading(1, dirty),
      paragraph(dirty),
      lines(dirty),
      options(dirty),
      points(dirty, [dirty]),
    ];
    expect(wallText(all, { columns: 80, saved: undefined })).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });
});

describe("a whole question", () => {
  it.each([80, 60, 40, 24])("is never wider than a window of %i columns", (columns) => {
    const rubrics = smallRubrics();
    const file = emptyFile(rubrics, { people: PEOPLE });
    const more = { fileName: "our.yaml", quick: false, fresh: false, stopped: undefined };
    const { blocks } = beginInterview(
      { rubrics, file, question: "principles/power", ...more },
      momentAt(0),
    );
    const widths = wallText(blocks, { columns, saved: "10:31" }).split("\n").map(displayWidth);
    expect(Math.max(...widths)).toBeLessThan(columns);
  });
});
