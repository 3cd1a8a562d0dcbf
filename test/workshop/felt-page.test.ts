import { describe, expect, it } from "vitest";
import { page } from "../../src/terminal/page.ts";
import { emptyFile, rubricFrom, SMALL_BARRIERS } from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

/** The small barriers with two more, so that there is something to choose. */
const TWO_MORE = ["funding", "worry"].map(
  (id) => `
  - id: ${id}
    kind: barrier
    title: Title of ${id}
    why: Why ${id} matters.
    scale: in-place
    criteria:
      - { id: ${id}-felt, asks: How much is ${id} felt?, measures: pressure, scale: felt, core: true }
      - { id: ${id}-a, asks: Is there a first thing for ${id}?, allow-not-applicable: true }
      - { id: ${id}-b, asks: Is there a second thing for ${id}? }
`,
);
const RUBRIC = rubricFrom(`${SMALL_BARRIERS.trimEnd()}${TWO_MORE.join("")}`);
const at = (lines: readonly string[], more = {}) =>
  walk(lines, {
    rubrics: [RUBRIC],
    file: emptyFile([RUBRIC], { people: PEOPLE }),
    question: "barriers/time-felt",
    ...more,
  });

const FELT = ["3 1 1 2", ""];

describe("the page of all barriers", () => {
  it("asks how much each is felt, in one line", () => {
    const { transcript, file } = at(FELT);
    expect(transcript).toContain("The 4 barriers . Small barriers");
    expect(transcript).toContain("You need not speak about your own life. Anyone may pass.");
    expect(transcript).toContain("3 How much is funding felt? 4 How much is worry felt?");
    const answers = Object.entries(file.answers ?? {}).map(([key, { answer }]) => [key, answer]);
    expect(Object.fromEntries(answers)).toEqual({
      "barriers/time-felt": "a-lot",
      "barriers/words-felt": "not-much",
      "barriers/funding-felt": "not-much",
      "barriers/worry-felt": "some",
    });
  });

  it("says whose checklists come next, and goes to those alone", () => {
    const read = at(["1 1 1 1", "1 3", "4 2"]).last;
    expect(read).toContain(
      "Then come the checklists of what we feel most: “Time and money” and “Title of worry”.",
    );
    expect(read).toContain("2 more checklists wait, because other barriers come first.");
    const { last, step } = at(FELT);
    expect(last).toContain("Checklist 1 of 4");
    const end = at([...FELT, "ypn", "", "yp", ""]);
    expect(step.state.items.map(({ number }) => number)).toEqual(["f", "c1", "c2", "c3", "c4"]);
    expect(end.step.state.at).toEqual({ kind: "finish" });
    expect(at([]).last).not.toContain("wait");
    expect(end.last).toContain("Checklists: 2 of 2 2 more checklists wait");
    expect(end.last).toContain("c2 Hard words c3 Title of funding");
  });

  it("says so where several are felt the same", () => {
    expect(at(["2 2 2 2"]).last).toContain("We feel all of them the same, so we start with those");
    expect(at(["3 2 2 2"]).last).toContain("We feel 3 of them the same, so we start with those");
  });

  it("offers the checklists that wait before the end, and each by its number", () => {
    const lines = [...FELT, "ypn", "", "yp", ""];
    const { last } = at([...lines, "2"]);
    expect(last).toContain("Checklist 2 of 4");
    const done = at([...lines, "2", "yp", "", "yn", ""]);
    expect(done.step.state.at).toEqual({ kind: "finish" });
    expect(done.last).not.toContain("wait");
    expect(at([...FELT, "g c3"]).last).toContain("Checklist 3 of 4");
    expect(at([...FELT, "l"]).last).toContain("c3 waits, others come first Title of funding");
  });

  it("counts a show of cards line by line, and reads what the numbers mean at a line", () => {
    const { transcript, file } = at(["v", "111", "3333", "v", "222", "2222", ...FELT]);
    expect(transcript).toContain("People with lived experience, 3 votes. Level 1, 3 votes.");
    expect(file.answers?.["barriers/time-felt"]?.votes).toHaveLength(1);
    expect(file.answers?.["barriers/words-felt"]?.votes).toHaveLength(1);
    expect(file.answers?.["barriers/time-felt"]?.answer).toBe("a-lot");
    expect(at(["r 3"]).last).toMatch(/^How much is funding felt\? 1 Not much/u);
    expect(at(["?"]).last).toContain("r 3 what the numbers mean at line 3");
    expect(at(["t"]).last).toContain("Which line is it about?");
  });

  it("can be changed, and other checklists come then", () => {
    const { last } = at([...FELT, "g f", "4 1", "y", "3 3", "y", ""]);
    expect(last).toContain("Checklist 1 of 4");
    const { step } = at([...FELT, "ypn", "", "g f", "1 1 3 3", "", "y"]);
    expect(step.state.at).toEqual({ kind: "checklist", item: 3 });
  });

  it("asks each barrier by itself where only some parts are chosen", () => {
    const { step } = at([], { sections: ["barriers/funding"] });
    expect(step.state.items.map(({ number }) => number)).toEqual(["c1", "c1"]);
  });
});

describe("a small window", () => {
  const pageAfter = (lines: readonly string[], rows = 14) =>
    page(at(lines).step.page?.place() ?? [], { columns: 60, rows, saved: "10:31" }).replace(
      /\s+/gu,
      " ",
    );

  it("shows the question, each barrier by its name, and how to read what is meant", () => {
    const many = RUBRIC.sections.map(({ title }, index) => `${index + 1} ${title}`);
    const seen = pageAfter(["r"], 7);
    for (const words of ["How much does each of these get in our way?", ...many])
      expect(seen).toContain(words);
    expect(seen).toContain("r 1 what they mean");
  });

  it("says nothing twice in its help", () => {
    expect(pageAfter(["?"]).match(/\? (?:for )?all choices/gu)).toHaveLength(1);
  });

  it("reads answers back with their lines, where there is room", () => {
    expect(pageAfter(["1 2 3 u"], 20)).toContain("3 How much is funding felt? A lot.");
    expect(pageAfter(["1 2 3 u"], 9)).toContain("1 not much | 2 some | 3 a lot");
  });

  it("says which line a note belongs to", () => {
    expect(pageAfter(["w 3"])).toContain("How much is funding felt?");
  });
});
