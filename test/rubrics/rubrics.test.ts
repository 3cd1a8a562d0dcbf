import { describe, expect, it } from "vitest";
import { sessionMinutes } from "../../src/rubric/session-time.ts";
import { checkReferences } from "../support/references.ts";
import { LINTED, questionsIn, RUBRICS } from "./checks/bundled.ts";
import { HOLDINGS, holdingsOf } from "./checks/holdings.ts";
import { minutesFor } from "./checks/minutes.ts";
import { gradeOf, longSentences, proseIn, unexplainedAcronyms } from "./checks/prose-checks.ts";
import { questionProblems } from "./checks/question-checks.ts";

describe("the files of rubrics/", () => {
  it("are six rubrics, a guide, the easy words of two and one draft in Welsh", () => {
    const kinds = [...LINTED.values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "rubric")).toHaveLength(6);
    const others = kinds.filter((kind) => kind !== "rubric");
    expect(others.filter((kind) => kind === "translation")).toHaveLength(3);
    expect(others.filter((kind) => kind !== "translation")).toEqual(["guide"]);
  });

  it.each([...LINTED])("%s lints clean", (_, { diagnostics }) => {
    expect(diagnostics).toEqual([]);
  });

  it("refer to each other without a slip", () => {
    expect(checkReferences([...LINTED.values()])).toEqual([]);
  });
});

describe.each(RUBRICS.map((rubric) => [rubric.id, rubric] as const))("%s", (id, rubric) => {
  const { glossary = {} } = rubric;
  const prose = proseIn(rubric);

  it("has no question with a fault", () => {
    expect(questionsIn(rubric).flatMap(questionProblems)).toEqual([]);
  });

  it("says nothing in over 25 words", () => {
    expect(longSentences(prose)).toEqual([]);
  });

  it("explains its acronyms", () => {
    expect(unexplainedAcronyms(prose, glossary)).toEqual([]);
  });

  it.each(rubric.sections.map((section) => [section.id, section] as const))(
    "reads at grade 7 or below in %s",
    (_, section) => {
      expect(gradeOf(proseIn(section), glossary)).toBeLessThanOrEqual(7);
    },
  );

  it("reads at grade 6 or below as a whole", () => {
    expect(gradeOf(prose, glossary)).toBeLessThanOrEqual(6);
  });

  it("declares the minutes that reading and talking take", () => {
    expect(rubric.minutes).toBe(minutesFor(questionsIn(rubric)));
  });

  it("holds as much as it did", () => {
    expect(holdingsOf(rubric)).toEqual(HOLDINGS[id]);
  });
});

describe("the quick look", () => {
  const questions = RUBRICS.flatMap(questionsIn);
  const coreOf = (rubric: string) =>
    questions.filter(({ key, criterion }) => key.startsWith(`${rubric}/`) && criterion.core);

  it("fits an hour with its start and its end: seven questions of principles, and any that is picked", () => {
    const core = coreOf("principles");
    expect(core.length).toBe(7);
    for (const picked of questions.filter(
      ({ key, criterion }) => key.startsWith("principles/") && !criterion.core,
    ))
      expect(sessionMinutes(minutesFor([...core, picked]))).toBeLessThanOrEqual(62);
  });

  it.each(["principles", "barriers", "before-you-start"])("asks each must-have of %s", (rubric) => {
    const mustHaves = questions.filter(
      ({ key, criterion }) => key.startsWith(`${rubric}/`) && criterion.must !== undefined,
    );
    expect(mustHaves.length).toBeGreaterThan(0);
    expect(mustHaves.filter(({ criterion }) => !criterion.core)).toEqual([]);
  });

  it("asks nothing of barriers but what keeps people safe", () => {
    const core = coreOf("barriers").map(({ key }) => key);
    expect(core).toEqual(["barriers/safeguarding-covers-all", "barriers/wellbeing-support"]);
  });
});

describe("a person in the room", () => {
  const ROOMS = ["principles", "barriers", "before-you-start"];
  const SAFE = "You need not speak about your own life. Anyone may pass.";
  const rooms = RUBRICS.filter(({ id }) => ROOMS.includes(id));

  it("hears at the head of each section that they may pass", () => {
    const sections = rooms.flatMap(({ sections }) => sections);
    expect(sections.length).toBe(13);
    expect(sections.filter(({ why }) => !why.startsWith(SAFE))).toEqual([]);
  });

  it("is pointed at by no talking point and no first move", () => {
    const said = rooms
      .flatMap(questionsIn)
      .flatMap(({ criterion: { talk = [], next = {} } }) => [
        ...talk,
        ...Object.values(next).map(({ first }) => first),
      ]);
    expect(said.length).toBeGreaterThan(250);
    expect(said.filter((text) => POINTS_AT_A_PERSON.test(text))).toEqual([]);
  });

  it("leads, or helps to lead, at least a third of the steps", () => {
    const leads = rooms
      .flatMap(questionsIn)
      .flatMap(({ criterion: { next = {} } }) => Object.values(next))
      .map(({ who }) => who);
    const shared = leads.filter((who) => /lived experience/u.test(who));
    expect(shared.length).toBeGreaterThanOrEqual(leads.length / 3);
  });
});

const POINTS_AT_A_PERSON =
  /^(?:who|whose)\b|\bwho here\b|\b(?:does|has) anyone\b|\bhave you ever\b|\bworst\b/iu;

describe("a fact", () => {
  it.each(["principles", "barriers", "before-you-start"])(
    "of %s says who said it, and when",
    (id) => {
      const facts = RUBRICS.filter((rubric) => rubric.id === id)
        .flatMap(questionsIn)
        .flatMap(({ criterion }) => criterion.facts ?? []);
      expect(facts.length).toBeGreaterThan(0);
      expect(facts.filter((fact) => !/\([A-Z][^()]+, (?:\d{4}|undated)\)\.$/u.test(fact))).toEqual(
        [],
      );
    },
  );
});
