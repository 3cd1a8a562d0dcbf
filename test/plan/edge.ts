import type { Assessment } from "../../src/assessment/assessment.ts";
import type { PlanView } from "../../src/plan/schema/index.ts";
import type { Criterion, Section } from "../../src/rubric/rubric.ts";
import { exact } from "../../src/util/exact.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";
import { planOf, steps } from "../support/specimen.ts";

type Ask = readonly [id: string, overrides?: Partial<Criterion>];

function asking(id: string, asks: readonly Ask[], kind: Section["kind"] = "principle"): Section {
  return aSection({
    id,
    kind,
    criteria: asks.map(([own, more]) => aCriterion({ id: own, ...more })),
  });
}

const FELT = { measures: "pressure", levels: levels(2) } as const;
const LEFT_OUT = { allowNotApplicable: true } as const;

/** Questions in all the shapes that a rubric may give them. */
const RUBRICS = [
  aRubric({
    id: "principles",
    language: "cy",
    sources: {
      book: { title: "A book", authors: "Somebody", year: 2019 },
      page: { title: "Page (web)", authors: "Somebody", year: "undated" },
    },
    glossary: { zeal: "Eagerness.", Act: "To do.", fact: "Never said.", level: "A step." },
    sections: [
      asking("held", [
        ["must-one", { must: 2, from: { book: ["First"] }, next: steps("must-one") }],
        ["must-two", { must: 3, ownAnchors: false, weight: exact(2), from: { gone: ["Nowhere"] } }],
        ["must-met", { must: 1, from: { page: ["Second", "Third"], book: ["Fourth"] } }],
        ["must-open", { must: 1 }],
        ["must-apart", { must: 2 }],
        ["must-voted", { must: 2 }],
      ]),
      asking("half", [
        [
          "heavy",
          { weight: exact("1/2"), eases: ["barriers/one", "barriers/two", "barriers/none"] },
        ],
        ["spread"],
        ["gap", { talk: ["What if we swapped?", "Never used"] }],
        ["settled-by-votes"],
        ["open-by-votes", { lookFor: ["The minutes", "Never used"] }],
        ["set-aside", LEFT_OUT],
      ]),
      asking("alone", [["only"]]),
      asking("untouched", [["first"], ["second"]]),
      asking("too-few", [["kept"], ["away", LEFT_OUT], ["further", LEFT_OUT]]),
      asking("ground", [["safe", { must: 1 }], ["own-words"]], "foundation"),
      asking("bare", [["never"]], "foundation"),
    ],
  }),
  aRubric({
    id: "barriers",
    sections: [
      asking(
        "one",
        [
          ["one-felt", FELT],
          ["one-check", { levels: levels(2) }],
        ],
        "barrier",
      ),
      asking("two", [["two-felt", FELT], ["two-more", FELT], ["two-check"]], "barrier"),
      asking("three", [["three-felt", FELT], ["three-check"], ["three-other"]], "barrier"),
      asking("four", [["four-felt", FELT], ["four-check"]], "barrier"),
      asking(
        "five",
        [
          ["five-felt", FELT],
          ["five-check", LEFT_OUT],
        ],
        "barrier",
      ),
      asking("six", [["six-felt", FELT], ["six-check"]], "barrier"),
      asking("seven", [["seven-check"]], "barrier"),
    ],
  }),
];

const LIVED = "lived-experience";

const ANSWERS: Parameters<typeof anAssessment>[0] & object = {
  answers: {
    "principles/must-one": "level-1",
    "principles/must-two": { answer: "level-0", note: "One.\r\n\r\nTwo." },
    "principles/must-met": "level-1",
    "principles/must-open": "unsure",
    "principles/must-apart": { answer: "differ", from: "level-0", to: "level-2" },
    "principles/must-voted": {
      votes: [{ [LIVED]: { "level-1": 1, "level-2": 1, unsure: 1 }, staff: { unsure: 3 } }],
    },
    "principles/heavy": "level-0",
    "principles/spread": {
      answer: "level-1",
      votes: [{ [LIVED]: { "level-1": 4 }, staff: { "level-0": 3, "level-1": 1, "level-3": 3 } }],
    },
    "principles/gap": {
      answer: "level-2",
      votes: [
        { staff: { "level-0": 9 } },
        { [LIVED]: { "level-0": 9, "level-1": 1 }, staff: { "level-2": 3 } },
      ],
    },
    "principles/settled-by-votes": {
      votes: [{ [LIVED]: { "level-1": 3 }, staff: { "level-1": 3 } }],
    },
    "principles/open-by-votes": {
      votes: [{ [LIVED]: { "level-0": 1, unsure: 2 }, staff: { "level-3": 1, unsure: 2 } }],
    },
    "principles/set-aside": { answer: "not-applicable", reason: "We have no\u2028second house." },
    "principles/only": "level-3",
    "principles/kept": "level-2",
    "principles/away": { answer: "not-applicable", reason: "No" },
    "principles/further": { answer: "not-applicable", reason: "No" },
    "principles/safe": "level-0",
    "principles/own-words": {
      answer: "level-3",
      views: { [LIVED]: "It is good", other: "Is it?" },
    },
    "principles/never": "skipped",
    "barriers/one-felt": "level-2",
    "barriers/one-check": "level-0",
    "barriers/two-felt": "level-2",
    "barriers/two-more": { answer: "differ", from: "level-0", to: "level-1" },
    "barriers/two-check": { answer: "differ", from: "level-0", to: "level-1" },
    "barriers/three-felt": "unsure",
    "barriers/three-check": "level-3",
    "barriers/three-other": "level-2",
    "barriers/four-felt": { answer: "differ", from: "level-0", to: "level-1" },
    "barriers/five-felt": "level-0",
    "barriers/five-check": { answer: "not-applicable", reason: "No" },
    "barriers/six-felt": "skipped",
    "barriers/six-check": "unsure",
    "barriers/seven-check": "level-1",
  },
};

const ACTIONS: Assessment["actions"] = [
  {
    id: "a1",
    for: "principles/must-two",
    do: "Ask who pays",
    who: "Chair",
    with: "People with lived experience",
    by: "2027-01-05",
    hours: 1,
    funded: true,
  },
  {
    id: "a2",
    do: "Mend the \u0007door",
    first: "Ring",
    sign: "It shuts",
    by: "2020-02",
    cost: 12.5,
    status: "planned",
    note: "Twice\nover",
  },
  { id: "a3", for: "principles/only", do: "Keep at it!", cost: 100, funded: true },
  { id: "a4", for: "principles/settled-by-votes", do: "Go on", who: "Staff", by: "2027-09-30" },
  { id: "a5", for: "principles/open-by-votes", do: "Vote again", by: "2027-09" },
  {
    id: "a6",
    do: "Begin",
    status: "done",
    why: "It was time",
    note: "Never said",
    cost: 9999,
    hours: 99,
  },
  { id: "a7", do: "End", status: "done" },
  { id: "a8", do: "Stop", status: "dropped" },
];

/** An assessment in which each part of a plan meets what seldom happens. */
export function edgeAssessment(): Assessment {
  return anAssessment({
    title: "Edge",
    started: "2026-01-31",
    rubrics: RUBRICS,
    people: [
      { group: LIVED, name: "Members", present: 10 },
      { group: "staff", name: "Staff", present: 7 },
    ],
    actions: ACTIONS,
    plan: {
      for: "discussion",
      meeting: { name: "Members" },
      risks: [{ risk: "Rain." }],
      contact: "https://edge.example/plan",
      forgotten: ["The dog?"],
      support: "Lunch",
      review: "2027-12-31",
    },
    sessions: [{ began: "2026-11-30T10:00:00Z" }],
    ...ANSWERS,
  });
}

function earlier(): Assessment {
  const now = edgeAssessment();
  const answers = new Map(now.answers);
  answers.set("principles/only", { answer: "level-0" });
  answers.set("principles/heavy", { answer: "level-2" });
  answers.set("principles/must-one", { answer: "unsure" });
  answers.set("principles/kept", { answer: "differ", from: "level-0", to: "level-2" });
  answers.set("principles/away", { answer: "level-0" });
  answers.set("barriers/one-check", { answer: "level-2" });
  const rubrics = now.rubrics.map((rubric) => ({
    ...rubric,
    sections: rubric.sections
      .filter(({ id }) => id !== "alone")
      .map((section) => ({
        ...section,
        criteria: section.criteria.map((each) =>
          each.id === "gap" ? { ...each, hash: "sha256-other" } : each,
        ),
      })),
  }));
  const gone = { id: "a9", do: "Paint the hall" };
  const actions = [
    ...now.actions.map(({ note: _, ...action }) => action),
    gone,
    { ...gone, id: "b9", do: "Sing" },
  ];
  return { ...now, title: "Edge before", rubrics, answers, actions };
}

export function edgeView(): PlanView {
  return planOf(edgeAssessment(), {
    date: "2026-12-01",
    previous: earlier(),
    tool: "coprod 1.2.3",
  });
}
