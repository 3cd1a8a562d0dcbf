import { describe, expect, it } from "vitest";
import { GUIDE, questionsIn, RUBRICS } from "./checks/bundled.ts";
import { proseIn } from "./checks/prose-checks.ts";

/** The rubrics beside the default set: shown alone, to a smaller room. */
const BESIDE = RUBRICS.filter(({ id }) => ["foundations", "lifecycle", "funders"].includes(id));
const questions = BESIDE.flatMap(questionsIn);

const SAFE = "You need not speak about your own life. Anyone may pass.";
const POINTS_AT_A_PERSON =
  /^(?:who|whose)\b|\bwho here\b|\b(?:does|has) anyone\b|\bhave you ever\b|\bworst\b/iu;
const NAMES_ITS_SOURCE = /\([A-Z][^()]+, (?:\d{4}|undated)\)\.$/u;

describe("the rubrics beside the default set", () => {
  it("are three", () => {
    expect(BESIDE).toHaveLength(3);
  });

  it("say at the head of each section that nobody has to speak", () => {
    const whys = BESIDE.flatMap(({ sections }) => sections.map(({ why }) => why));
    expect(whys.filter((why) => !why.startsWith(SAFE))).toEqual([]);
  });

  it("point at nobody in the room, in talk or in a first move", () => {
    const said = questions.flatMap(({ criterion: { talk = [], next = {} } }) => [
      ...talk,
      ...Object.values(next).map(({ first }) => first),
    ]);
    expect(said.length).toBeGreaterThan(400);
    expect(said.filter((text) => POINTS_AT_A_PERSON.test(text))).toEqual([]);
  });

  it("name the source and the year of each fact", () => {
    const facts = questions.flatMap(({ criterion: { facts = [] } }) => facts);
    expect(facts.length).toBeGreaterThan(100);
    expect(facts.filter((fact) => !NAMES_ITS_SOURCE.test(fact))).toEqual([]);
  });

  it("let people with lived experience lead, or help to lead, a third of the steps", () => {
    const leads = questions.flatMap(({ criterion: { next = {} } }) =>
      Object.values(next).map(({ who }) => who),
    );
    const shared = leads.filter((who) => /lived experience/u.test(who));
    expect(shared.length).toBeGreaterThanOrEqual(leads.length / 3);
  });

  it("ask every must-have in a quick look", () => {
    const musts = questions.filter(({ criterion }) => criterion.must !== undefined);
    expect(musts.length).toBeGreaterThan(0);
    expect(musts.filter(({ criterion }) => criterion.core !== true)).toEqual([]);
  });

  it("let a small charity say that a question is not for it", () => {
    const skippable = questions
      .filter(({ criterion }) => criterion["allow-not-applicable"])
      .map(({ key }) => key);
    expect(skippable).toEqual(
      expect.arrayContaining([
        "foundations/requests-shared-out",
        "foundations/taught-by-lived-experience",
        "foundations/hours-for-staff",
        "foundations/steps-to-paid-roles",
        "funders/years-not-months",
      ]),
    );
  });
});

describe("a word of a glossary", () => {
  it("means the same in the guide and in each rubric beside the default set", () => {
    const meanings = new Map<string, Set<string>>();
    for (const { glossary = {} } of [...BESIDE, GUIDE]) {
      for (const [word, meaning] of Object.entries(glossary)) {
        meanings.set(word, (meanings.get(word) ?? new Set()).add(meaning));
      }
    }
    const several = [...meanings].filter(([, told]) => told.size > 1).map(([word]) => word);
    expect(meanings.size).toBeGreaterThan(30);
    expect(several).toEqual([]);
  });
});

describe("the people who answer", () => {
  it("are never asked to tell “us”", () => {
    const prose = BESIDE.flatMap((rubric) => proseIn(rubric));
    const said = prose.filter(({ text }) => /\b(?:tell|tells|told) us\b/iu.test(text));
    expect(said.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });
});
