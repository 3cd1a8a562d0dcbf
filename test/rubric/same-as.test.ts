import { describe, expect, it } from "vitest";
import { answerOf, resolveAssessment } from "../../src/assessment/assessment.ts";
import type { AssessmentFile, Response } from "../../src/assessment/schema.ts";
import { gatherInput } from "../../src/plan/input.ts";
import { orderSteps } from "../../src/plan/order-actions.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { isCopy, withSharedAnswers } from "../../src/rubric/same-as.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { sheetQuestions } from "../../src/voices/slip.ts";
import { criteriaOfItem, itemsOf } from "../../src/workshop/items.ts";
import { keysAbout } from "../../src/workshop/responses.ts";
import {
  emptyFile,
  rubricFrom,
  SMALL_BARRIERS,
  SMALL_PRINCIPLES,
} from "../support/small-rubrics.ts";
import { PEOPLE, walk } from "../support/walk.ts";

const PLAIN = "same-as: principles/power";
const SAID = `same-as: { question: principles/power, levels: { "no": not-yet, partly: in-places, "yes": [usual, shared] } }`;
const barriersWith = (sameAs: string) =>
  SMALL_BARRIERS.replace("{ id: hours, asks", `{ id: hours, ${sameAs}, asks`);
const principles = rubricFrom(SMALL_PRINCIPLES);
const rubrics = (sameAs = PLAIN) => [principles, rubricFrom(barriersWith(sameAs))];

type Answers = AssessmentFile["answers"];
const resolved = (answers: Answers, sameAs?: string) =>
  resolveAssessment(emptyFile(rubrics(sameAs), { answers: answers ?? {} }), rubrics(sameAs));

/** What counts as the answers to the question and to its copy: ids of levels, or what was said instead. */
function counted(answers: Answers, sameAs?: string): readonly (string | undefined)[] {
  const assessment = resolved(answers, sameAs);
  return ["principles/power", "barriers/hours"].map((key) => {
    const criterion = assessment.rubrics.flatMap(criteriaOf).find((each) => each.key === key);
    if (criterion === undefined) throw new Error(key);
    const said = answerOf(criterion, assessment.answers.get(key));
    return said.kind === "level" ? criterion.levels[said.level]?.id : said.kind;
  });
}

const at = (answer: string): Response => ({ answer });

describe("two questions that share an answer", () => {
  it("are told apart where they have the same words, and what is asked stays as it is", () => {
    const [original] = criteriaOf(principles).filter(({ key }) => key === "principles/power");
    const asks = original?.asks ?? "";
    const words = (sameAs: string) => {
      const read = SMALL_BARRIERS.replace(
        /\{ id: hours, asks: [^,}]+/u,
        `{ id: hours, ${sameAs}asks: ${JSON.stringify(asks)}`,
      );
      const both = [principles, rubricFrom(read)];
      const { rubrics } = resolveAssessment(emptyFile(both, {}), both);
      return rubrics
        .flatMap(criteriaOf)
        .filter(({ key }) => ["principles/power", "barriers/hours"].includes(key))
        .map((each) => each.asks);
    };
    const [ours, copy] = words(`${PLAIN}, `);
    expect(ours).toBe(asks);
    expect(copy).toMatch(/^.+\? \(.+\)$/u);
    expect(words("").every((each) => each.startsWith(`${asks} (`))).toBe(true);
  });

  it.each([
    ["not-yet", "no", PLAIN],
    ["in-places", "partly", PLAIN],
    ["usual", "partly", PLAIN],
    ["shared", "yes", PLAIN],
    ["unsure", "unsure", PLAIN],
    ["usual", "yes", SAID],
    ["shared", "yes", SAID],
  ])("where %s was answered to the one, say %s at the other", (answer, copy, sameAs) => {
    expect(counted({ "principles/power": at(answer) }, sameAs)).toEqual([answer, copy]);
  });

  it.each([
    ["no", "not-yet"],
    ["partly", "in-places"],
    ["yes", "shared"],
    ["unsure", "unsure"],
  ])(
    "where only the copy was answered, with %s, count as %s: the lowest that fits",
    (copy, asked) => {
      expect(counted({ "barriers/hours": at(copy) })).toEqual([asked, copy]);
    },
  );

  it("have the answer of the question that is asked where a file holds both", () => {
    const both = { "principles/power": at("shared"), "barriers/hours": at("no") };
    expect(counted(both)).toEqual(["shared", "yes"]);
    const skipped = { "principles/power": at("skipped"), "barriers/hours": at("no") };
    expect(counted(skipped)).toEqual(["not-yet", "no"]);
  });

  it("differ together, or not at all where both ends mean the same there", () => {
    const range = (from: string, to: string) => ({
      "principles/power": { answer: "differ", from, to },
    });
    expect(counted(range("not-yet", "shared"))).toEqual(["differ", "differ"]);
    expect(counted(range("in-places", "usual"))).toEqual(["differ", "partly"]);
  });

  it("share votes where no level was agreed", () => {
    const people = [{ group: "staff", name: "Staff", present: 4 }];
    const votes = [{ staff: { usual: 1, "in-places": 2, unsure: 1 } }];
    const file = emptyFile(rubrics(), { people, answers: { "principles/power": { votes } } });
    const { answers } = resolveAssessment(file, rubrics());
    expect(answers.get("barriers/hours")?.votes).toEqual([{ staff: { partly: 3, unsure: 1 } }]);
  });

  it("keep answers of their own where the other rubric is not asked", () => {
    const [, barriers] = rubrics();
    if (barriers === undefined) throw new Error("no barriers");
    const file = emptyFile([barriers], { answers: { "barriers/hours": at("yes") } });
    const { answers } = resolveAssessment(file, [barriers]);
    expect(answers.get("barriers/hours")).toEqual(at("yes"));
    expect(sheetQuestions([barriers]).map(({ key }) => key)).toContain("barriers/hours");
  });

  it("leave a quick look quick", () => {
    const file = emptyFile(rubrics(), {
      look: "quick",
      answers: { "principles/power": at("usual") },
    });
    expect(resolveAssessment(file, rubrics()).quick).toBe(true);
  });

  it("are scored in both places, and are one thing to do in the plan", () => {
    const assessment = resolved({
      "principles/power": at("not-yet"),
      "barriers/time-felt": at("a-lot"),
    });
    const scorecard = scoreAssessment(assessment);
    const scores = scorecard.criteria.filter(({ interval }) => interval?.[0] === interval?.[1]);
    expect(scores.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["principles/power", "barriers/hours"]),
    );
    const options = { date: undefined, length: "full", audience: "trustees" } as const;
    const steps = orderSteps(gatherInput(assessment, scorecard, options));
    const keys = steps.map(({ item }) => item.criterion.key);
    expect(keys).toContain("principles/power");
    expect(keys).not.toContain("barriers/hours");
  });

  it("are asked once: in the room, on paper, in a form", () => {
    const asked = itemsOf(rubrics(), { quick: false }).flatMap(criteriaOfItem);
    expect(asked.map(({ key }) => key)).not.toContain("barriers/hours");
    expect(sheetQuestions(rubrics()).map(({ key }) => key)).not.toContain("barriers/hours");
    const later = itemsOf(rubrics(), { quick: false, sections: ["barriers/time"] });
    expect(later.flatMap(criteriaOfItem).map(({ key }) => key)).toContain("barriers/hours");
  });

  it("are told in the checklist, and at the question when the checklist came first", () => {
    const shown = { rubrics: rubrics(), question: "barriers/lead" };
    const file = emptyFile(rubrics(), {
      people: PEOPLE,
      answers: { "principles/power": at("shared") },
    });
    expect(walk([], { ...shown, file }).last).toContain("Have we worked out the hours? Yes.");
    const first = emptyFile(rubrics(), {
      people: PEOPLE,
      answers: { "barriers/hours": at("partly") },
    });
    const { last } = walk([], { rubrics: rubrics(), file: first });
    expect(last).toContain("Our answer so far: 2, In places. It comes from another question");
    expect(last).toContain("“Have we worked out the hours?” is “Partly”");
  });

  it("are found at the question that is asked", () => {
    const file = emptyFile(rubrics(), { people: PEOPLE });
    const { last } = walk([], { rubrics: rubrics(), file, question: "barriers/hours" });
    expect(last).toContain("Do we talk about power?");
  });
});

describe("a rubric that names a question it shares", () => {
  const problems = (text: string) =>
    parseRubric("own.yaml", text).diagnostics.map(({ rule }) => rule);
  const withHours = (fields: string) =>
    SMALL_BARRIERS.replace("{ id: hours, asks", `{ id: hours, ${fields}, asks`);

  it.each([
    ["itself", "same-as: barriers/hours"],
    [
      "two meanings for one level",
      `same-as: { question: principles/power, levels: { "no": usual, "yes": usual } }`,
    ],
  ])("is stopped: %s", (_, fields) => {
    expect(problems(withHours(fields))).toContain("question/same-as");
  });

  it("is a must-have only where it is asked itself", () => {
    const [own, barriers] = rubrics('same-as: principles/power, must: "yes"');
    if (own === undefined || barriers === undefined) throw new Error("no rubrics");
    const mustHaves = (together: readonly Rubric[]) =>
      withSharedAnswers(together)
        .flatMap(criteriaOf)
        .filter(({ must }) => must !== undefined)
        .map(({ key }) => key);
    expect(mustHaves([barriers])).toContain("barriers/hours");
    expect(mustHaves([own, barriers])).not.toContain("barriers/hours");
  });

  it("is stopped where the other takes its answer from elsewhere too", () => {
    const chain = withHours("same-as: barriers/lead").replace(
      "{ id: lead, asks",
      "{ id: lead, same-as: principles/power, asks",
    );
    expect(problems(chain)).toContain("question/same-as");
  });

  it("is told of a level that it does not have", () => {
    const fields = "same-as: { question: principles/power, levels: { maybe: usual } }";
    expect(problems(withHours(fields))).toContain("ref/unknown");
  });

  it("is what an action is about whichever of the two it names", () => {
    const [own, barriers] = rubrics("same-as: principles/power");
    if (own === undefined || barriers === undefined) throw new Error("no rubrics");
    const keys = withSharedAnswers([own, barriers])
      .flatMap(criteriaOf)
      .filter(({ key }) => ["principles/power", "barriers/hours"].includes(key))
      .map(keysAbout);
    expect(keys.map((each) => each.toSorted())).toEqual([
      ["barriers/hours", "principles/power"],
      ["barriers/hours", "principles/power"],
    ]);
  });

  it("shares nothing with a question that is not there", () => {
    const [, barriers] = rubrics("same-as: principles/nothing");
    if (barriers === undefined) throw new Error("no barriers");
    const joined = withSharedAnswers([principles, barriers]).flatMap(criteriaOf);
    expect(joined.filter(isCopy)).toEqual([]);
  });
});
