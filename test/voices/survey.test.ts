import { describe, expect, it } from "vitest";
import {
  GROUP_QUESTION,
  limeCode,
  matchColumns,
  NO_MAPPING,
  surveyName,
} from "../../src/voices/columns.ts";
import { questionSheet } from "../../src/voices/slip.ts";
import { readMapping, readSurvey, surveyJsTable } from "../../src/voices/survey.ts";
import { aCriterion, aRubric, aSection } from "../support/builders.ts";

const LEVELS = [
  { id: "not-yet", name: "Not yet", text: "Nobody has." },
  { id: "in-places", name: "In places", text: "Somebody has; now and then." },
  { id: "usual", name: "Usual practice", text: "Most do." },
] as const;
const criterion = (id: string, asks: string, names: readonly string[] = []) =>
  aCriterion({
    id,
    key: `principles/${id}`,
    asks,
    levels: aCriterion()
      .levels.slice(0, 3)
      .map((level, at) => ({
        ...level,
        ...LEVELS[at],
        name: names[at] ?? LEVELS[at]?.name ?? "",
      })),
  });
const POWER = criterion("power-talked-about", "Do we talk about who’s in charge, before we start?");
const TALK = criterion("talked-about", "Do we talk about money before we start?");
const RANGE = criterion("how-often", "How often a week?", ["1-2", "3-4", "5 or more"]);
const RUBRIC = aRubric({ sections: [aSection({ criteria: [POWER, TALK, RANGE] })] });
const SHEET = questionSheet(
  [RUBRIC],
  [
    { group: "lived-experience", name: "People with lived experience" },
    { group: "staff", name: "Staff" },
  ],
);

const match = (...heads: string[]) => matchColumns(heads, SHEET, NO_MAPPING);
const found = (...heads: string[]) =>
  [...match(...heads).questions].map(([column, { id }]) => `${column} ${id}`);

describe("a column of a survey", () => {
  it.each([
    "principles__power_talked_about",
    "principles/power-talked-about",
    "power_talked_about",
    "equality/principles__power_talked_about",
    "equality-power-talked-about",
    "G01[principles__power_talked_about]",
    limeCode("principles/power-talked-about"),
    "Do we talk about who's in charge, before we start?",
    "  do we talk about  WHO‘S in charge,\nbefore we start? ",
    "3. Do we talk about who’s in charge, before we start?",
    "G01Q03. Do we talk about who’s in charge, before we start?",
    "Do we talk about who’s in charge, before we start? *",
    "Do we talk about who’s in charge, before we start?2",
    "Equality [Do we talk about who’s in charge, before we start?]",
  ])("is known by its key or its words: %s", (head) => {
    expect(found("ID", head)).toEqual(["1 power-talked-about"]);
  });

  it("is the longest name that fits, where one ends as another does", () => {
    expect(found("about-talked-about", "x/power-talked-about")).toEqual([
      "0 talked-about",
      "1 power-talked-about",
    ]);
  });

  it("is never read where it is of a person, a time or the service's own", () => {
    const heads = [
      "Email",
      "Name",
      "Your full name",
      "IP address",
      "ipaddr",
      "Timestamp",
      "Start time",
    ];
    const more = [
      "submitdate",
      "_submitted_by",
      "SubmitterName",
      "Phone number",
      "Points - Do we?",
      "_uuid",
    ];
    const { passedOver, unknown } = match(...heads, ...more);
    expect(passedOver.length + 1).toBeGreaterThanOrEqual(heads.length + more.length);
    expect(unknown).toEqual([]);
  });

  it.each([
    ["principles__talked_about", "Do we talk about money before we start?"],
    [GROUP_QUESTION, "group"],
  ])("is refused where another holds the same: %s and %s", (first, second) => {
    expect(match(first, second).problems).toMatchObject([
      { column: 1, problem: expect.stringContaining("Two columns hold") },
    ]);
  });

  it.each(["Do we talk about who’s.. ", "Do we talk abou...", "Do we talk about money"])(
    "is refused where its head is cut: %s",
    (head) => {
      expect(match(head).problems).toMatchObject([
        { column: 0, problem: expect.stringContaining("The head is cut.") },
      ]);
    },
  );

  it("is what people said it is, and else unknown", () => {
    expect(match("Power?").unknown).toEqual([0]);
    const columns = { "Power?": "principles/power-talked-about", "Team?": "group", "Tea?": null };
    const mapped = matchColumns(["Power?", "Team?", "Tea?"], SHEET, { columns, groups: {} });
    expect(mapped.questions.get(0)?.id).toBe(POWER.id);
    expect(mapped.group).toBe(1);
    expect(mapped.unknown).toEqual([]);
  });

  it("has a name and a code that are each one question's", () => {
    expect(surveyName(POWER.key)).toBe("principles__power_talked_about");
    expect(limeCode(POWER.key)).toMatch(/^[a-z][a-z0-9]{0,19}$/u);
    expect(limeCode("a/power-talked-about-1")).not.toBe(limeCode("a/power-talked-about-2"));
  });
});

const HEADS = ["group", "principles__power_talked_about", "principles__how_often"];
type Cell = string | number | { readonly day: string } | undefined;
const readCells = (...rows: readonly (readonly Cell[])[]) =>
  readSurvey(
    rows.map((cells, at) => ({ row: at + 2, cells })),
    { sheet: SHEET, columns: match(...HEADS), mapping: NO_MAPPING, group: undefined },
  );

describe("a value of a survey", () => {
  it.each<[Cell, number | "unsure" | "blank"]>([
    ["in-places", 1],
    ["in_places", 1],
    ["IN PLACES", 1],
    ["In places;", 1],
    [2, 1],
    ["2.0", 1],
    ["2.00", 1],
    ["3,0", 2],
    ["L3", 2],
    ["2. In places", 1],
    ["Somebody has; now and then.", 1],
    ["In places: Somebody has; now and then.", 1],
    ["We are not sure", "unsure"],
    ["Don’t know", "unsure"],
    ["I don't know", "unsure"],
    ["We do not know", "unsure"],
    ["I'm not sure", "unsure"],
    ["N/A", "blank"],
    ["Rather not say", "blank"],
    ["", "blank"],
  ])("%s is read", (cell, answer) => {
    const { slips, problems } = readCells(["Staff", cell, "L1"]);
    expect(problems).toEqual([]);
    expect(slips[0]?.answers[0]).toBe(answer);
  });

  it.each<[Cell, string]>([
    ["Often", "This is none of the answers: Not yet, In places, Usual practice."],
    ["9", "This is none of the answers"],
    ["Not yet;In places;", "There is more than one answer in this cell."],
    ["Not yet Usual practice", "There is more than one answer in this cell."],
    ["not_yet in_places", "There is more than one answer in this cell."],
    [{ day: "2026-04-03" }, "A spreadsheet made a day of this."],
    ["04-Mar", "A spreadsheet made a day of this."],
    ["1/4", "A spreadsheet made a day of this."],
  ])("%s is told", (cell, words) => {
    const { problems } = readCells(["Staff", cell, "L1"]);
    expect(problems).toMatchObject([
      { column: 1, rows: [2], problem: expect.stringContaining(words) },
    ]);
  });

  it("that is the name of a level counts, also where it could be a day", () => {
    expect(readCells(["Staff", "L1", "3-4"]).slips[0]?.answers[2]).toBe(1);
    expect(readCells(["Staff", "L1", "4-Mar"]).problems).toHaveLength(1);
  });

  it("is told once with all its rows", () => {
    const { problems } = readCells(
      ["Staff", "Often"],
      ["Staff", "L1"],
      ["st", "Often"],
      ["Carers", "L1"],
    );
    expect(problems.map(({ rows, value }) => [value, rows])).toEqual([
      ["Often", [2, 4]],
      ["Carers", [5]],
    ]);
  });

  it("is not needed: a row without any is left out", () => {
    expect(readCells(["Staff", "", ""], ["Staff", "L1", ""])).toMatchObject({
      blank: 1,
      slips: [{ group: "staff" }],
    });
  });
});

describe("answers of SurveyJS", () => {
  it.each(["data", "Data"])("are found under %s, too", (name) => {
    const answers = [{ a: "L1" }, { a: "L2" }];
    expect(surveyJsTable({ [name]: answers, total: 2 })).toEqual(surveyJsTable(answers));
    expect(surveyJsTable({ [name]: ["a", "b"] })?.heads).toEqual([name]);
  });

  it("are a table, with what is inside a matrix under its row", () => {
    const table = surveyJsTable([
      { id: "a", grid: { talked: "usual" }, who: ["x", "y"] },
      { group: "staff" },
    ]);
    expect(table).toEqual({
      heads: ["surveyjs id", "grid/talked", "who", "group"],
      rows: [
        { row: 1, cells: ["a", "usual", "x;y", undefined] },
        { row: 2, cells: [undefined, undefined, undefined, "staff"] },
      ],
    });
    expect(surveyJsTable([1])).toBeUndefined();
    expect(surveyJsTable("x")).toBeUndefined();
  });
});

describe("what people said about columns", () => {
  it("is read again, and nothing else is", () => {
    expect(readMapping('{"columns":{"A":null,"B":"a/b"},"groups":{"Team":"staff"}}')).toEqual({
      columns: { A: null, B: "a/b" },
      groups: { Team: "staff" },
    });
    for (const text of [
      "",
      "[]",
      '{"columns":{"A":1},"groups":{}}',
      '{"columns":{},"groups":{"A":null}}',
    ])
      expect(readMapping(text), text).toBeUndefined();
  });
});
