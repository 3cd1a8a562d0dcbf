import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../src/assessment/assessment.ts";
import { scoreAssessment } from "../../../src/scoring/score-assessment.ts";
import { scorecardText } from "../../../src/scoring/text/scorecard-text.ts";
import { displayWidth } from "../../../src/terminal/wrap.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../../support/builders.ts";

const people = [
  { group: "lived-experience", name: "People with lived experience", present: 3 },
  { group: "staff", name: "Staff", present: 5 },
  { group: "trustees", name: "Trustees", present: 2, "shown-with": "staff" },
  { group: "volunteers", name: "Volunteers", present: 0 },
];

const felt = (id: string) => aCriterion({ id, measures: "pressure", levels: levels(2) });
const skippable = (id: string) => aCriterion({ id, allowNotApplicable: true });

const principles = aRubric({
  sections: [
    aSection({
      id: "equality",
      title: "Equality of access and contribution",
      criteria: [
        aCriterion({ id: "power", asks: "Do we talk openly about who holds power?" }),
        aCriterion({ id: "words", asks: "Do we use words that everybody knows?" }),
        aCriterion({ id: "costs", asks: "Are costs covered so that nobody pays?", must: 1 }),
      ],
    }),
    aSection({
      id: "staying",
      title: "Staying with people",
      criteria: [aCriterion({ id: "stay" })],
    }),
    aSection({
      id: "care",
      kind: "foundation",
      title: "Care",
      criteria: [
        aCriterion({ id: "safe", asks: "Do we know what to do at risk of harm?", must: 2 }),
      ],
    }),
  ],
});

const barriers = aRubric({
  id: "barriers",
  bands: [],
  cap: -1,
  sections: ["time", "money", "trust", "change", "fear", "sharing"].map((id) =>
    aSection({
      id,
      kind: "barrier",
      title: `Barrier of ${id}`,
      criteria: [felt(`${id}-felt`), skippable(`${id}-check`)],
    }),
  ),
});

const full = anAssessment({
  covers: "The whole organisation",
  rubrics: [principles, barriers],
  people,
  answers: {
    "principles/power": { answer: "differ", from: "level-0", to: "level-2" },
    "principles/words": {
      votes: [
        {
          "lived-experience": { "level-0": 3 },
          staff: { "level-3": 4, unsure: 1 },
          trustees: { "level-3": 2 },
        },
      ],
    },
    "principles/costs": "level-0",
    "principles/stay": "level-3",
    "principles/safe": "unsure",
    "barriers/time-felt": "level-2",
    "barriers/time-check": "level-1",
    "barriers/money-felt": "level-1",
    "barriers/money-check": "level-3",
    "barriers/trust-felt": "level-0",
    "barriers/trust-check": "unsure",
    "barriers/change-felt": "level-0",
    "barriers/change-check": "level-2",
    "barriers/fear-felt": "level-2",
    "barriers/fear-check": "not-applicable",
    "barriers/sharing-check": "level-2",
  },
});

function textOf(assessment: Assessment, options = { color: false, columns: 60 }): string {
  return scorecardText(assessment, scoreAssessment(assessment), options);
}

/** The text as one line, so that a sentence is found wherever it was wrapped. */
function flat(assessment: Assessment): string {
  return textOf(assessment).replaceAll(/\s+/gu, " ");
}

function small(answers: Record<string, string>, criteria = [aCriterion({ id: "a" })]): Assessment {
  return anAssessment({ rubrics: [aRubric({ sections: [aSection({ criteria })] })], answers });
}

describe("the scorecard for a terminal", () => {
  it("reads as people will see it", () => {
    expect(textOf(full)).toMatchInlineSnapshot(`
      "Who answered: People with lived experience (3), Staff (5)
      and Trustees (fewer than 3). Not in the room: Volunteers.

      River House, November 2026
      The whole organisation

      Result: Band 0, 0% to 23%.
      What band 0 means.
      Our weakest principle is “Equality of access and
      contribution”, at 0% to 23%.
      A strong principle does not make up for a weak one, so the
      weakest decides.
      The number is a range, 0% to 23%, because there are things
      we do not know or do not agree on yet.

      Principles
      Bars: # settled, - could still be, . the rest.

      Equality of access and contribution
        Band 0, 0% to 23%
        [-----...............]

      Staying with people
        Band 3, 100%
        [####################]

      Foundations (not part of the result)

      Care
        Between Band 0 and Band 3, 0% to 100%
        [--------------------]

      What gets in the way
      Where we do not know, a barrier is placed as if the worse
      were true.

      Act first: we feel it, and too little is in place
        - Barrier of time. Felt: Level 2. In place: 33%.

      In hand, keep it up: we feel it, and much is in place
        - Barrier of money. Felt: Level 1. In place: 100%.

      Keep watch: we feel it little, and little is in place
        - Barrier of trust. Felt: Level 0. In place: 0% to 100%.

      Clear: we feel it little, and much is in place
        - Barrier of change. Felt: Level 0. In place: 67%.

      Too much does not apply
        - Barrier of fear. Felt: Level 2. In place: too much does
          not apply.

      Not answered yet
        - Barrier of sharing. Felt: not answered yet. In place:
          67%.

      Must-haves that are not met
        - Are costs covered so that nobody pays?

      Must-haves we do not know about yet
        - Do we know what to do at risk of harm?

      Where we see things differently
        - Do we talk openly about who holds power?
          We do not agree: from Level 0 to Level 2.
        - Do we use words that everybody knows?
          The votes are split between two sides.
          Groups see it differently. Middle vote of each: People
          with lived experience: Level 0; Staff and Trustees:
          Level 3.

      What we do not know
        - We do not know: 2 of 16 questions.
        - Not asked yet: 1 of 16 questions.
        - Votes, but no agreed answer yet: 1 of 16 questions.

      Questions from: principles 1.0.0, barriers 1.0.0.

      This is a start for talk: it is not a tested measure, and it
      does not prove co-production. Please do not use it to
      compare charities.
      "
    `);
  });

  it.each([40, 41, 60, 80, 200])("keeps every line within %i columns", (columns) => {
    const lines = textOf(full, { color: false, columns }).split("\n");
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
  });

  it("takes 40 columns as the least and 76 as the most", () => {
    const at = (columns: number) => textOf(full, { color: false, columns });
    expect(at(10)).toBe(at(40));
    expect(at(500)).toBe(at(76));
    expect(at(76)).not.toBe(at(60));
  });

  it("says the same with and without colour, and ends in one newline", () => {
    const plain = textOf(full);
    const colored = textOf(full, { color: true, columns: 60 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for.
    expect(colored.replaceAll(/\u001b\[\d+m/gu, "")).toBe(plain);
    expect(colored).not.toBe(plain);
    expect(plain).not.toContain("\u001b");
    expect(plain).toMatch(/[^\n]\n$/u);
  });

  it("shows escape codes from a file as text", () => {
    const text = textOf(anAssessment({ title: "\u001b[2JRiver House" }));
    expect(text).toContain("[2JRiver House");
    expect(text).not.toContain("\u001b");
  });
});

describe("the first line", () => {
  it("says who answered", () => {
    expect(textOf(full).split("\n")[0]).toMatch(
      /^Who answered: People with lived experience \(3\)/u,
    );
  });

  it("calls it a staff view where nobody with lived experience was there", () => {
    const text = flat(anAssessment({ people: people.slice(1, 3) }));
    expect(text).toMatch(
      /^Who answered: Staff \(5\) and Trustees \(fewer than 3\)\. This is a staff view: nobody with lived experience was in the room\. /u,
    );
  });

  it("says so where nobody wrote it down", () => {
    expect(flat(anAssessment())).toMatch(/^Who answered was not written down\. /u);
  });
});

const twoSections = ["a", "b"].map((id) =>
  aSection({ id: `${id}-section`, title: `Title ${id}`, criteria: [aCriterion({ id })] }),
);

describe("the result", () => {
  it("has one band and one percent where all is settled", () => {
    expect(flat(small({ "principles/a": "level-3" }))).toContain("Result: Band 3, 100%.");
  });

  it("names all the weakest principles", () => {
    const answers = { "principles/a": "level-1", "principles/b": "level-1" };
    const text = flat(anAssessment({ rubrics: [aRubric({ sections: twoSections })], answers }));
    expect(text).toContain("Our weakest principles are “Title a” and “Title b”, each at 33%.");
  });

  it("only seems to be that of the weakest where another could turn out weaker", () => {
    const sections = ["a", "b"].map((id) =>
      aSection({
        id: `${id}-part`,
        title: `Title ${id}`,
        criteria: ["1", "2"].map((at) => aCriterion({ id: `${id}${at}` })),
      }),
    );
    const levels = (...given: readonly string[]) => {
      const answers = Object.fromEntries(
        ["a1", "a2", "b1", "b2"].map((id, at) => [`principles/${id}`, given[at] ?? ""]),
      );
      return flat(anAssessment({ rubrics: [aRubric({ sections })], answers }));
    };
    expect(levels("level-0", "unsure", "level-1", "level-1")).toContain(
      "Our weakest principle seems to be “Title a”. A strong",
    );
    expect(levels("level-0", "unsure", "level-0", "unsure")).toContain(
      "Our weakest principles are “Title a” and “Title b”. A strong",
    );
    expect(levels("level-0", "unsure", "level-1", "level-2")).toContain(
      "Our weakest principle is “Title a”, at 0% to 50%.",
    );
  });

  it("is left open where nothing was asked yet about the principle that would decide it", () => {
    const rubrics = [aRubric({ sections: twoSections })];
    const text = flat(anAssessment({ rubrics, answers: { "principles/a": "level-2" } }));
    expect(text).toContain(
      "Result: Too early to say. We have answered 1 of 2 questions so far. We have not answered anything about “Title b” yet.",
    );
    expect(text).not.toContain("weakest");
  });

  it("is missing, with the reason, while a principle is not enough to say", () => {
    const text = flat(small({ "principles/a": "not-applicable" }, [skippable("a")]));
    expect(text).toContain("Result: Not enough to say.");
    expect(text).toContain("Too many questions about “Title of section” do not apply to us.");
    expect(text).toContain("Title of section Too much does not apply.");
  });

  it("is missing where there are no principles", () => {
    const text = flat(anAssessment({ rubrics: [barriers] }));
    expect(text).toContain(
      "Result: No overall result. These questions have no principle, so there is no overall result.",
    );
  });
});

describe("what was not asked", () => {
  it("is said of a section apart from what people do not know", () => {
    expect(flat(small({}))).toContain("Title of section Not answered yet.");
    expect(flat(small({ "principles/a": "unsure" }))).not.toContain("ot asked yet.");
  });

  it("is counted apart from what people do not know", () => {
    const criteria = ["a", "b", "c"].map((id) => aCriterion({ id }));
    const text = flat(small({ "principles/a": "unsure", "principles/b": "skipped" }, criteria));
    expect(text).toContain("We do not know: 1 of 3 questions.");
    expect(text).toContain("Left for later: 1 of 3 questions.");
    expect(text).toContain("Not asked yet: 1 of 3 questions.");
  });
});

describe("votes", () => {
  const votesOf = (staff: Readonly<Record<string, number>>) => {
    const answers = { "principles/a": { answer: "level-1", votes: [{ staff }] } };
    const sections = [aSection({ criteria: [aCriterion({ id: "a" })] })];
    return flat(anAssessment({ people, rubrics: [aRubric({ sections })], answers }));
  };

  it("that are spread are said so, where nothing says it more closely", () => {
    expect(votesOf({ "level-0": 3, "level-3": 3 })).not.toContain("spread");
    expect(votesOf({ "level-0": 1, "level-1": 5, "level-2": 3, "level-3": 2 })).toContain(
      "The votes are spread over several levels.",
    );
  });
});

describe("must-haves", () => {
  const must = [aCriterion({ id: "a", must: 1 })];

  it("are all met, or not mentioned where there are none", () => {
    expect(flat(small({ "principles/a": "level-1" }, must))).toContain(
      "All must-haves are met (1 of 1).",
    );
    expect(flat(small({ "principles/a": "level-1" }))).not.toContain("ust-have");
  });
});

describe("a barrier with several questions about how much it is felt", () => {
  it("has only a share in common", () => {
    const section = aSection({ kind: "barrier", criteria: [felt("a"), felt("b")] });
    const rubrics = [aRubric({ sections: [section] })];
    const answers = { "principles/a": "level-2", "principles/b": "level-1" };
    expect(flat(anAssessment({ rubrics, answers }))).toContain(
      "Felt: 75%. In place: not answered yet.",
    );
  });
});
