import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadBundled } from "../../src/files/rubrics.ts";
import type { Context } from "../../src/platform/ports.ts";
import {
  printSlip,
  questionSheet,
  readSlip,
  type Slip,
  type SlipAnswer,
  slipWords,
} from "../../src/voices/slip.ts";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER } from "../support/context.ts";

const PEOPLE = [
  { group: "lived-experience", name: "People with lived experience" },
  { group: "staff", name: "Staff" },
];
const context = {
  files: memoryFiles(),
  packageFolder: PACKAGE_FOLDER,
  cwd: CHARITY_FOLDER,
} as unknown as Context;
const principles = await loadBundled(context, "principles");
const barriers = await loadBundled(context, "barriers");
const SHEET = questionSheet([principles], PEOPLE);
const size = SHEET.questions.length;
const three = { ...SHEET, questions: SHEET.questions.slice(0, 3) };

const answer = fc.oneof(fc.nat({ max: 3 }), fc.constantFrom("unsure" as const, "blank" as const));
const slips: fc.Arbitrary<Slip> = fc.record(
  {
    group: fc.constantFrom("lived-experience", "staff"),
    answers: fc.array<SlipAnswer>(answer, { minLength: size, maxLength: size }),
    id: fc.stringMatching(/^[a-z0-9]{1,8}$/u),
  },
  { requiredKeys: ["group", "answers"] },
);

describe("a slip", () => {
  it("is one line that reads back as it was", () => {
    fc.assert(
      fc.property(slips, (slip) => {
        expect(readSlip(SHEET, printSlip(SHEET, slip))).toEqual({ slip });
      }),
    );
  });

  it("may be typed with and without blanks, in capitals, with other dashes", () => {
    const expected = { slip: { group: "lived-experience", answers: [2, "unsure", "blank"] } };
    for (const line of ["le 3 u -", "LE 3U-", "le,3;u,–", "  lived-experience\t3 u −  "])
      expect(readSlip(three, line), line).toEqual(expected);
  });

  it("is read back in words", () => {
    expect(slipWords(three, { group: "staff", answers: [0, "unsure", "blank"] })).toEqual({
      group: "Staff",
      answers: [
        { asks: three.questions[0]?.asks, said: "Not yet" },
        { asks: three.questions[1]?.asks, said: "We are not sure" },
        { asks: three.questions[2]?.asks, said: "Rather not say" },
      ],
    });
  });

  it.each([
    ["", "There is nothing on this line."],
    ["3 2 1", "“3” is no group. The line begins with one of: le (People with lived experience)"],
    ["le 3 2", "This line has 2 answers, and the sheet has 3 questions."],
    ["le 3 2 1 1", "This line has 4 answers, and the sheet has 3 questions."],
    ["le 3 7 1", "Answer 2 is “7”. For “"],
    ["le 3 2 1 BBBB", "This line has the code BBBB, and the sheet of these questions has"],
  ])("that is not sound is told: %s", (line, words) => {
    expect(readSlip(three, line)).toEqual({ problem: expect.stringContaining(words) });
  });
});

describe("the code of a sheet", () => {
  it("is four letters, the same each time, and another for other questions", () => {
    const sheets = [
      SHEET,
      questionSheet([barriers], PEOPLE),
      questionSheet([principles, barriers], PEOPLE),
      questionSheet([{ ...principles, version: "9.0.0" }], PEOPLE),
      questionSheet([{ ...principles, hash: "sha256-other" }], PEOPLE),
      questionSheet([principles], PEOPLE, three.questions),
    ];
    const codes = sheets.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[BCDFGHJKMNPQRSTVWXYZ]{4}$/u.test(code))).toEqual([]);
    expect(questionSheet([principles], []).code).toBe(SHEET.code);
  });
});

describe("short names of groups", () => {
  const shorts = (...ids: string[]) =>
    questionSheet(
      [principles],
      ids.map((group) => ({ group, name: group })),
    ).groups.map(({ short }) => short);

  it("come from the id alone, whatever the order", () => {
    expect(shorts("lived-experience", "staff", "volunteers", "trustees")).toEqual([
      "le",
      "st",
      "vo",
      "tr",
    ]);
    expect(shorts("trustees", "lived-experience")).toEqual(["tr", "le"]);
  });

  it("are the ids where two groups would share one, and the old short one is asked about", () => {
    expect(shorts("staff", "students", "le", "lived-experience")).toEqual([
      "staff",
      "students",
      "le",
      "lived-experience",
    ]);
    const sheet = questionSheet(
      [principles],
      ["staff", "students"].map((group) => ({ group, name: group })),
    );
    expect(readSlip(sheet, "st 1")).toEqual({
      problem: "“st” could be staff or students. Type the whole name.",
    });
  });
});
