import { describe, expect, it } from "vitest";
import { planSchema } from "../../src/plan/schema/index.ts";
import { textsIn } from "../../src/plan/words.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { aFullAssessment, planOf } from "../support/specimen.ts";

const plan = planOf(aFullAssessment());

describe("a plan", () => {
  it.each([
    ["full", plan],
    ["summary", planOf(aFullAssessment(), { length: "summary" })],
    ["public", planOf(aFullAssessment(), { audience: "public" })],
    ["empty", planOf(anAssessment())],
  ])("has every key its schema names, and no other: %s", (_, view) => {
    expect(planSchema.safeParse(view).error).toBeUndefined();
  });

  it("is the same value each time it is made", () => {
    expect(JSON.stringify(planOf(aFullAssessment()))).toBe(JSON.stringify(plan));
  });

  it("never prints an undefined, an object or a middle of a range", () => {
    const texts = textsIn(plan).join("\n");
    expect(texts).not.toMatch(/undefined|\[object|NaN/u);
    expect(plan.principles.map(({ percent }) => percent)).toEqual(["16% to 59%", "33% to 67%"]);
  });

  it("says what the paper is for, and who meets when", () => {
    expect(plan.title).toBe("Co-production action plan – River House – 12 December 2026");
    expect(plan.paper).toMatchObject({
      purpose: { text: "Decision", missing: false },
      meeting: { text: "Trustees, 12 December 2026" },
      contact: { href: "mailto:office@river-house.example" },
    });
  });

  it("says its own day where that is not the day of the meeting", () => {
    expect(plan.paper.ownDay).toBeNull();
    expect(planOf(aFullAssessment(), { date: "2026-12-01" }).paper.ownDay?.text).toBe(
      "1 December 2026",
    );
  });

  it("says honestly what an empty assessment leaves out", () => {
    const empty = planOf(anAssessment());
    expect(empty.decide.none).toBe("We have not written down yet what we ask trustees to decide.");
    expect(empty.actions.summary).toBe("There are no actions yet.");
    expect(empty.risks.none).toBe("We have not written down any risks yet.");
    expect([empty.next.review.text, empty.next.feedback.text]).toEqual([
      "No date yet.",
      "No date yet.",
    ]);
    expect(empty.principles[0]).toMatchObject({
      band: "Not answered yet",
      percent: null,
      bar: null,
    });
    expect(empty.money).toBeNull();
    expect(empty.short).toMatchObject({
      ready: "Too early to say",
      why: [
        "None of the questions that make the result is answered yet.",
        "We have not answered anything about “Title of section” yet.",
      ],
    });
    expect(empty.unknowns.summary).toBe("Of 1 question, we have not asked 1 yet.");
  });

  it("makes a link of a number to ring", () => {
    const plan = { contact: "+44 (0)1632 960 123" };
    expect(planOf(anAssessment({ plan })).paper.contact?.href).toBe("tel:+4401632960123");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "Ring the office", "a@b.org?bcc=c@d.org"])(
    "makes no link of %s",
    (contact) => {
      expect(planOf(anAssessment({ plan: { contact } })).paper.contact?.href).toBeNull();
    },
  );
});

describe("the readiness", () => {
  it("is that of the weakest principle, as a range, with what holds it down", () => {
    expect(plan.short.ready).toBe("Between Band 0 and Band 1");
    expect(plan.short.why).toContain(
      "The number is a range, 16% to 59%, because there are things we do not know or do not agree on yet.",
    );
    expect(plan.short.why).toContain("Our weakest principle seems to be “Title of equality”.");
  });

  it("names the weakest for sure only where no other could turn out weaker", () => {
    const sections = ["a", "b"].map((id) =>
      aSection({
        id: `${id}-part`,
        title: `Part ${id}`,
        criteria: ["1", "2"].map((at) => aCriterion({ id: `${id}${at}` })),
      }),
    );
    const why = (b2: string) =>
      planOf(
        anAssessment({
          rubrics: [aRubric({ sections })],
          answers: {
            "principles/a1": "level-0",
            "principles/a2": "unsure",
            "principles/b1": "level-1",
            "principles/b2": b2,
          },
        }),
      ).short.why.join(" ");
    expect(why("level-2")).toContain("Our weakest principle is “Part a”, at 0% to 50%.");
    expect(why("level-1")).toContain("Our weakest principle seems to be “Part a”. ");
  });

  it("is left open where a principle has too few answers", () => {
    const none = planOf(aFullAssessment({ rubrics: [] }));
    expect(none.short.ready).toBe("No overall result");
  });
});

describe("what is not known", () => {
  it("is told apart from what nobody has asked yet and what we do not agree on", () => {
    expect(plan.principles[0]?.unknown).toBe(
      "Of 4 questions: 1 we do not agree on and 1 we have not asked yet.",
    );
    expect(plan.principles[1]?.unknown).toBe("Of 3 questions: 1 we do not know.");
    expect(plan.unknowns.unsure).toContainEqual({
      section: "Title of staying",
      questions: ["Do we do what to-the-end asks?"],
    });
    expect(plan.unknowns.notAsked).toContainEqual({
      section: "Title of equality",
      questions: ["Do we do what safety asks?"],
    });
  });
});

it("takes votes in which nobody voted for no answer, as the scorecard does", () => {
  const answers = { "principles/question": { votes: [{ staff: { "level-1": 0 } }] } };
  expect(planOf(anAssessment({ answers })).unknowns.summary).toBe(
    "Of 1 question, we have not asked 1 yet.",
  );
});

describe("what the questions leave out", () => {
  it("is in the words of the room, and not on a public page", () => {
    const assessment = anAssessment({ plan: { forgotten: ["Who looks after the dog?"] } });
    expect(planOf(assessment).unknowns.forgotten).toEqual(["Who looks after the dog?"]);
    expect(planOf(assessment, { audience: "public" }).unknowns.forgotten).toEqual([]);
  });
});

describe("barriers", () => {
  it("stand by what to do about them, each with how it is felt and what is in place", () => {
    expect(plan.barriers.map(({ name }) => name)).toEqual([
      "Act first",
      "Clear",
      "Not answered yet",
    ]);
    expect(plan.barriers[0]?.barriers[0]).toMatchObject({
      title: "Title of money",
      felt: "Level 2",
      cover: "0% to 67%",
      answers: "Level 0: 1, not known: 1, not answered yet: 1",
      coverBar: { low: 0, open: 67 },
    });
  });
});

describe("must-haves", () => {
  it("say what is needed and how it stands", () => {
    expect(plan.mustHaves.summary).toBe("Of 2 must-haves: 1 not met and 1 we cannot say yet.");
    expect(plan.mustHaves.failed).toEqual([
      {
        question: "Do we do what costs asks?",
        section: "Title of equality",
        needed: "At least “Level 2”: What level 2 looks like.",
        now: "Level 1.",
      },
    ]);
  });
});

describe("different views", () => {
  it("give each side its own words and the votes of groups that are large enough", () => {
    expect(plan.differences.findings[0]).toMatchObject({
      finding: "We do not agree: between “Level 0” and “Level 2”.",
      sides: [
        {
          who: "People with lived experience",
          says: "We hear about it after.",
          votes: "The middle vote was “Level 0”.",
        },
        {
          who: "Staff and Trustees",
          says: "We ask every spring.",
          votes: "The middle vote was “Level 2”.",
        },
      ],
    });
  });

  it("leave a group that is too small without a name", () => {
    const assessment = aFullAssessment({
      people: [
        { group: "lived-experience", name: "People with lived experience", present: 4 },
        { group: "staff", name: "Staff", present: 2 },
      ],
    });
    const [finding] = planOf(assessment).differences.findings;
    expect(finding?.sides.map(({ who }) => who)).toContain("Another view");
    expect(finding?.sides.map(({ who }) => who)).not.toContain("Staff");
  });
});

describe("votes of groups too small to be shown", () => {
  const people = [
    { group: "lived-experience", name: "People with lived experience", present: 4 },
    { group: "staff", name: "Staff", present: 6 },
    { group: "trustees", name: "Trustees", present: 6 },
  ];
  const finding = (lived: number, trustees: number, audience: "trustees" | "public") => {
    const votes = [
      {
        "lived-experience": { "level-0": lived },
        staff: { "level-3": 6 },
        trustees: { "level-3": trustees },
      },
    ];
    const differ = { answer: "differ", from: "level-0", to: "level-3", votes };
    const answers = { "principles/question": differ };
    const plan = planOf(anAssessment({ people, answers }), { audience });
    const [found] = plan.differences.findings;
    return { sides: found?.sides.map(({ who }) => who), finding: found?.finding, plan };
  };
  const HIDDEN = "Some groups are too small for us to show how they voted.";

  it("take the others' with them where they are those of people with lived experience", () => {
    const { sides, finding: text, plan } = finding(4, 6, "public");
    expect(sides).toEqual([]);
    expect(text).toContain(HIDDEN);
    expect(JSON.stringify(plan)).not.toContain("middle vote");
    expect(finding(4, 6, "trustees").sides).toEqual(people.map(({ name }) => name));
    expect(finding(4, 6, "trustees").finding).not.toContain(HIDDEN);
  });

  it("take the others' with them where only one side would be heard", () => {
    expect(finding(4, 2, "public").sides).toEqual([]);
    expect(finding(2, 1, "trustees").sides).toEqual([]);
  });

  it("take one more with them, so that what they voted is not left over", () => {
    const { sides, finding: text } = finding(5, 2, "trustees");
    expect(sides).toEqual([]);
    expect(text).toContain(HIDDEN);
  });
});

describe("money", () => {
  it("adds up exactly by how it is funded", () => {
    expect(plan.money?.totals).toEqual([
      { name: "Funded", cost: "£450", hours: "12 hours" },
      { name: "No funding yet", cost: "£600.50", hours: "0 hours" },
      { name: "Funding not said", cost: "£1,000", hours: "0 hours" },
      { name: "Total", cost: "£2,050.50", hours: "12 hours" },
    ]);
  });
});

describe("the words we use", () => {
  it("explain only terms that stand on the page", () => {
    expect(plan.glossary.map(({ term }) => term)).toEqual(["lived experience"]);
  });
});

describe("a public plan", () => {
  it("leaves out what people wrote and the votes of small groups", () => {
    const texts = textsIn(planOf(aFullAssessment(), { audience: "public" })).join("\n");
    for (const written of ["We hear about it after", "Paid late", "Cash book", "Started in May"])
      expect(texts).not.toContain(written);
    expect(texts).not.toContain("3 said “Level 0”");
  });
});

describe("how each number was reached", () => {
  it("shows the exact range, the answers' shares and weights, and the rubric's hash", () => {
    expect(plan.method.workings[0]).toEqual({
      title: "Title of equality",
      sum: "1/6 to 7/12, shown as 16% to 59%. Settled share: 1/2.",
      result: "Between Band 0 and Band 1",
    });
    expect(plan.method.rubrics[0]?.hash).toBe("sha256-principles");
    expect(plan.appendix[0]?.questions[0]?.counts).toBe("Counts as 0 to 2/3.");
  });

  it("lists every answer, and what nobody was asked only where we say what we do not know; in a summary none", () => {
    const count = plan.appendix.flatMap(({ questions }) => questions).length;
    const notAsked = plan.unknowns.notAsked.flatMap(({ questions }) => questions).length;
    expect([count, notAsked]).toEqual([14, 6]);
    expect(planOf(aFullAssessment(), { length: "summary" }).appendix).toEqual([]);
  });
});
