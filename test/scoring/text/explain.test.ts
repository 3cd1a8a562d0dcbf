import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Criterion } from "../../../src/rubric/rubric.ts";
import { explain, explainableKeys } from "../../../src/scoring/text/explain.ts";
import { toText } from "../../../src/terminal/to-text.ts";
import { displayWidth } from "../../../src/terminal/wrap.ts";
import { exact } from "../../../src/util/exact.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../../support/builders.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";

// By its whole path: the mutation run reads this file from another folder.
const GOLDEN = join(PACKAGE_FOLDER, "test/golden");

type Given = Parameters<typeof anAssessment>[0];

const people = [
  { group: "lived-experience", name: "People with lived experience", present: 3 },
  { group: "staff", name: "Staff", present: 6 },
];

function page(given: Given, key: string, { minGroup = 3, columns = 60 } = {}): string {
  const blocks = explain(anAssessment({ people, ...given }), key, { minGroup });
  return blocks === undefined ? "" : toText(blocks, { columns, color: false });
}

/** The page with each paragraph and each point on one line. */
function flat(...given: Parameters<typeof page>): string {
  return page(given[0], given[1], { ...given[2], columns: 10_000 });
}

const power = aCriterion({ id: "power" });
const words = aCriterion({ id: "words", weight: exact(2) });
const costs = aCriterion({ id: "costs", must: 2 });
const camp = aCriterion({ id: "camp", allowNotApplicable: true, weight: exact("1/2") });
const safe = aCriterion({ id: "safe", must: 1, levels: levels(1) });
const felt = aCriterion({ id: "felt", measures: "pressure", levels: levels(2) });
const check = aCriterion({ id: "check", levels: levels(2) });

const rubrics = [
  aRubric({
    sections: [
      aSection({ id: "equality", criteria: [power, words, costs, camp] }),
      aSection({ id: "staying", criteria: [aCriterion({ id: "stay" })] }),
      aSection({ id: "care", kind: "foundation", criteria: [safe] }),
      aSection({ id: "trust", kind: "barrier", criteria: [felt, check] }),
    ],
  }),
];

const answers = {
  "principles/power": "level-3",
  "principles/words": { answer: "differ", from: "level-1", to: "level-2" },
  "principles/costs": "level-1",
  "principles/camp": "not-applicable",
  "principles/stay": "unsure",
  "principles/felt": "level-1",
  "principles/check": "level-0",
};

describe("an explanation", () => {
  it.each(["headline", "principles/equality", "principles/trust", "principles/costs"])(
    "of %s can be read from start to end",
    async (key) => {
      const text = page({ rubrics, answers }, key);
      const name = key.replace("principles/", "");
      await expect(text).toMatchFileSnapshot(join(GOLDEN, `explain-${name}.txt`));
      expect(Math.max(...text.split("\n").map(displayWidth))).toBeLessThanOrEqual(60);
    },
  );

  it("exists for every key that can be asked for, and for no other", () => {
    const assessment = anAssessment({ rubrics, answers });
    const keys = explainableKeys(assessment);
    expect(keys).toHaveLength(1 + 4 + 8);
    for (const key of keys) expect(explain(assessment, key, { minGroup: 3 })).toBeDefined();
    expect(explain(assessment, "principles/other", { minGroup: 3 })).toBeUndefined();
  });

  it("says who answered, and which rubrics it comes from", () => {
    const text = flat({ rubrics, answers }, "headline");
    expect(text).toContain("Who answered: People with lived experience (3) and Staff (6).");
    expect(text).toContain("Questions from: principles 1.0.0 (sha256-principles).");
  });
});

describe("the explanation of a section", () => {
  it("shows each answer, the sums, the rounding, the bands and what holds them down", () => {
    const text = flat({ rubrics, answers }, "principles/equality");
    expect(text.split("\n").map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        "Answer: Level 3. It counts 1. Weight: 1.",
        "Answer: we do not agree, from Level 1 to Level 2. It counts from 1/3 to 2/3. Weight: 2.",
        "Answer: does not apply. It is left out. Weight: 1/2.",
        "- All weights together: 9/2. Of the questions that apply: 4.",
        "- At least two thirds must apply, which is 3.",
        "- That is enough.",
        "- Lowest: 1 + 2 x 1/3 + 1/3 = 2. Divided by 4: 1/2.",
        "- Highest: 1 + 2 x 2/3 + 1/3 = 8/3. Divided by 4: 2/3.",
        "- Settled: 1/2 of the weight.",
        "- Lowest: 1/2 is 50%.",
        "- Highest: 2/3 is 66 2/3%, rounded up: 67%.",
        "- Lowest: 1/2 is in the band Band 2.",
        "It must reach: Level 2. Answer: Level 1. It is not met, so no end can be higher than: Band 1.",
        "So it is: Band 1, 50% to 67%.",
      ]),
    );
  });

  it("stops where there is not enough to say", () => {
    const criteria = [camp, aCriterion({ id: "other", weight: exact("1/2") })];
    const few = [aRubric({ sections: [aSection({ id: "equality", criteria })] })];
    const text = flat({ rubrics: few, answers }, "principles/equality");
    expect(text).toContain("That is not enough to say: there is no number and no band.");
    expect(text).not.toContain("So it is");
  });

  it.each([
    {
      weight: "999",
      answer: "level-0",
      line: "Settled: 1/1000 is 1/10%. It is not exactly 0%, so it is printed as 1%.",
    },
    {
      weight: "999",
      answer: "level-3",
      line: "Settled: 999/1000 is 99 9/10%. It is not exactly 100%, so it is printed as 99%.",
    },
    { weight: "2", answer: "level-0", line: "Settled: 1/3 is 33 1/3%, rounded: 33%." },
  ])("says how the percent is rounded: $line", ({ weight, answer, line }) => {
    const criteria = [aCriterion({ id: "a" }), aCriterion({ id: "b", weight: exact(weight) })];
    const two = [aRubric({ sections: [aSection({ criteria })] })];
    const other = answer === "level-0" ? "level-3" : "level-0";
    const given = { rubrics: two, answers: { "principles/a": other, "principles/b": answer } };
    expect(flat(given, "principles/section")).toContain(line);
  });
});

describe("the explanation of the result", () => {
  it("names the principle that decides each end, and every must-have", () => {
    const text = flat({ rubrics, answers }, "headline");
    expect(text).toContain(
      "Lowest: 0 is the least of the lowest ends. It comes from: Title of staying.",
    );
    expect(text).toContain(
      "Highest: 2/3 is the least of the highest ends. It comes from: Title of equality.",
    );
    expect(text).toContain("It is not met, so no end can be higher than: Band 1.");
    expect(text).toContain(
      "We do not know whether it is met, so the lowest end cannot be higher than: Band 1.",
    );
    expect(text).toContain("So it is: between Band 0 and Band 1, 0% to 67%.");
  });

  it("says why there is none", () => {
    const none = [aRubric({ sections: [aSection({ kind: "foundation" })] })];
    expect(flat({ rubrics: none }, "headline")).toContain("not about a principle");
    expect(flat({ rubrics }, "headline")).toContain(
      "Less than half of a principle is answered, so it is too early to say, and there is no result.",
    );
    expect(flat({ rubrics }, "principles/equality")).toContain(
      "So the scorecard and the plan say: not answered yet.",
    );
    expect(flat({ rubrics, answers }, "headline")).not.toContain("too early");
    const skipped = [aRubric({ sections: [aSection({ criteria: [camp] })] })];
    const text = flat({ rubrics: skipped, answers }, "headline");
    expect(text).toContain("Too much does not apply.");
    expect(text).toContain(
      "Too many questions of a principle do not apply, so there is no result.",
    );
  });
});

describe("the explanation of a barrier", () => {
  it("sets the high end of pressure against the low end of cover", () => {
    const text = flat({ rubrics, answers }, "principles/trust");
    expect(text).toContain("How much it is felt, at its highest: 1/2, which is a half or more.");
    expect(text).toContain("What is in place, at its lowest: 0, which is less than a half.");
    expect(text).toContain("So it is: act first.");
  });

  it("says why it is not placed", () => {
    expect(flat({ rubrics }, "principles/trust")).toContain("It is not placed");
  });
});

describe("the explanation of a question", () => {
  const ask = (
    criterion: Criterion,
    given: NonNullable<NonNullable<Given>["answers"]>,
    options = {},
  ) => {
    const asked = [aRubric({ sections: [aSection({ criteria: [criterion] })] })];
    return flat({ rubrics: asked, answers: given }, criterion.key, options);
  };
  const question = aCriterion({ id: "question" });

  it.each([
    { answer: { answer: "level-2" }, says: "Answer: Level 2.", end: "So it is: Level 2." },
    {
      answer: { answer: "unsure" },
      says: "What we do not know could be any level.",
      end: "So it is: between Level 0 and Level 3.",
    },
    {
      answer: { answer: "skipped" },
      says: "Answer: left for later.",
      end: "So it is: between Level 0 and Level 3.",
    },
    {
      answer: { answer: "differ", from: "level-0", to: "level-2" },
      says: "Each side keeps its view",
      end: "So it is: between Level 0 and Level 2.",
    },
  ])("reads the answer $answer", ({ answer, says, end }) => {
    const text = ask(question, { "principles/question": answer });
    expect(text).toContain(says);
    expect(text).toContain(end);
  });

  it("reads what does not apply, and how much something is felt", () => {
    const text = ask(camp, { "principles/camp": "not-applicable" });
    expect(text).toContain("What does not apply leaves every sum.");
    expect(text).toContain("So it is: left out.");
    expect(ask(felt, { "principles/felt": "level-2" })).toContain("It never lowers the score");
  });

  const votes = [
    {
      "lived-experience": { "level-0": 2, "level-1": 1 },
      staff: { "level-2": 1, "level-3": 4, unsure: 1 },
    },
  ];

  it("goes from the middle vote of each group to the level, and says no counts", () => {
    const text = ask(question, { "principles/question": { votes } });
    expect(text).toContain("Middle vote of Staff: Level 3.");
    expect(text).toContain("How many people chose which level stands in your own file only.");
    expect(text).toContain("The middle of the groups, or the lower one of two: Level 0.");
    expect(text).toContain("So it is: Level 0.");
    for (const count of ["Level 0 2", "log2", "/ 2", "Agreement is"])
      expect(text).not.toContain(count);
  });

  it("says both of two votes in the middle, and calls the one it uses the lower median", () => {
    const even = [{ staff: { "level-0": 1, "level-1": 2, "level-2": 1, "level-3": 2 } }];
    const text = ask(question, { "principles/question": { votes: even } });
    expect(text).toContain(
      "Middle vote of Staff: between Level 1 and Level 2. The lower median, Level 1, is the level used.",
    );
    expect(text).toContain("So it is: Level 1.");
  });

  it("says in words how far people agree", () => {
    expect(ask(question, { "principles/question": { votes } })).toContain(
      "so the votes are split.",
    );
  });

  it("shows the gap between the groups", () => {
    const text = ask(question, { "principles/question": { votes } });
    expect(text).toContain("Middle vote of People with lived experience: Level 0.");
    expect(text).toContain("Middle vote of Staff: Level 3.");
    expect(text).toContain("The widest gap is 3 levels. Two or more is worth talking about.");
    const one = ask(question, { "principles/question": { votes: [{ staff: { "level-1": 3 } }] } });
    expect(one).toContain("There are not two groups to set against each other.");
    expect(one).toContain("Everyone stands within one step, so it is a shared view.");
  });

  it.each([
    { counts: { "level-1": 9, "level-3": 1 }, says: "the view is mostly shared." },
    { counts: { "level-1": 5, "level-3": 1 }, says: "there are different views." },
    {
      counts: { "level-1": 1, "level-2": 1, unsure: 1 },
      says: "In at least one group few people voted",
    },
  ])("gives the class of $counts", ({ counts, says }) => {
    expect(ask(question, { "principles/question": { votes: [{ staff: counts }] } })).toContain(
      says,
    );
  });

  it.each([
    { why: "one group is small", round: { staff: { "level-0": 5 }, trustees: { "level-3": 2 } } },
    {
      why: "a small group does not know",
      round: { staff: { "level-0": 5 }, trustees: { unsure: 2 } },
    },
  ])("shows nothing of the votes where $why", ({ round }) => {
    const text = ask(question, { "principles/question": { votes: [round] } });
    expect(text).toContain("To protect them, no figure here has their votes in it.");
    for (const shown of [
      "So far",
      "Staff:",
      "trustees",
      "log2",
      "Middle vote",
      "The level by votes",
    ]) {
      expect(text).not.toContain(shown);
    }
    expect(text).toContain("So it is: between Level 0 and Level 3.");
  });

  it("shows what the other groups voted where they cannot give a small one away", () => {
    const round = {
      "lived-experience": { "level-0": 3 },
      staff: { "level-1": 5 },
      trustees: { "level-3": 2 },
    };
    const text = ask(question, { "principles/question": { votes: [round] } });
    expect(text).toContain("To protect them, no figure here has their votes in it.");
    expect(text).toContain("Middle vote of People with lived experience: Level 0.");
    expect(text).not.toContain("Middle vote of Staff");
  });

  it("shows nothing of a group below a larger limit", () => {
    const answer = { "principles/question": { votes: [{ staff: { "level-1": 4 } }] } };
    expect(ask(question, answer, { minGroup: 4 })).toContain("Middle vote of Staff: Level 1.");
    expect(ask(question, answer, { minGroup: 5 })).not.toContain("Middle vote");
  });
});
