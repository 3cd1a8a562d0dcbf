import { describe, expect, it } from "vitest";
import { resolveAssessment } from "../../src/assessment/assessment.ts";
import { checkAssessment } from "../../src/assessment/check.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { TYPED_WORDS } from "../../src/rubric/check.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { levelMarks, type Rubric } from "../../src/rubric/rubric.ts";
import { resultWords } from "../../src/scoring/result-words.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { scorecardText } from "../../src/scoring/text/scorecard-text.ts";
import { RESERVED_WORDS } from "../../src/workshop/parse-input.ts";
import { planOf } from "../support/specimen.ts";

/** The shape of an instrument of somebody else's: no steps, no sources, and whatever else is put in. */
function text(scale: string, more = "", section = ""): string {
  return `coprod: rubric/1
id: theirs
version: 1.0.0
language: en-GB
title: Their instrument
about: What others ask.
minutes: 6
${more}scales:
  s: ${scale}
sections:
  - id: part
    kind: principle
    title: Their part.
    why: It matters.
    scale: s
${section}    criteria:
      - { id: one, says: People have a say. }
      - { id: two, says: People are paid. }
      - { id: three, says: People can leave. }
`;
}

const NEVER_ALWAYS =
  "[{ id: never, name: Never }, { id: often, name: Often }, { id: always, name: Always }]";

function read(source: string): Rubric {
  const { rubric, diagnostics } = parseRubric("theirs.yaml", source);
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}

function rulesOf(source: string): string[] {
  return parseRubric("theirs.yaml", source).diagnostics.map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );
}

function answersTo(rubric: Rubric, answers: Readonly<Record<string, string>>) {
  const keyed = Object.entries(answers).map(([id, answer]) => [`theirs/${id}`, { answer }]);
  const file = {
    coprod: "assessment/1" as const,
    title: "Lake House",
    rubrics: [{ id: "theirs" }],
    answers: Object.fromEntries(keyed),
  };
  return resolveAssessment(file, [rubric]);
}

describe("an instrument without steps, bands, sources and words for its levels", () => {
  it("is taken, and what the plan will lack is said once", () => {
    expect(rulesOf(text(NEVER_ALWAYS))).toEqual(["warning rubric/lacks"]);
  });

  it("has a result that is a number, and the next level in its own words", () => {
    const assessment = answersTo(read(text(NEVER_ALWAYS)), {
      one: "never",
      two: "often",
      three: "always",
    });
    const card = scoreAssessment(assessment);
    expect(card.headline).toMatchObject({ percent: [50, 50], bands: null });
    const plan = planOf(assessment);
    expect(plan.short).toMatchObject({
      ready: "50%",
      why: ["Our weakest principle is “Their part”, at 50%."],
    });
    expect(plan.short.strengths).toEqual([{ text: "People can leave.", answer: "Always." }]);
    expect(plan.actions.ideas[0]?.title).toBe("Get to “Often”: People have a say.");
    expect(scorecardText(assessment, card, { color: false, columns: 60 })).toContain(
      "Result: 50%.",
    );
  });
});

describe("levels", () => {
  const named = (...names: readonly string[]) =>
    `[${names.map((name, at) => `{ id: l${at}, name: "${name}" }`).join(", ")}]`;

  it.each<[string[], string[]]>([
    [
      ["0", "1", "2"],
      ["0", "1", "2"],
    ],
    [
      ["3", "2", "1"],
      ["3", "2", "1"],
    ],
    [
      ["No", "Yes"],
      ["1", "2"],
    ],
    [
      ["1", "Two"],
      ["1", "2"],
    ],
  ])("named %j are typed %j", (names, marks) => {
    expect(levelMarks(names.map((name) => ({ name })))).toEqual(marks);
  });

  it.each<[string[], boolean]>([
    [["0", "1", "2", "3", "4"], true],
    [["1", "2", "3 or more"], true],
    [["0", "Some", "1"], false],
    [["０", "１", "２"], false],
    [["10", "20"], false],
    [["s", "Yes"], false],
    [["Quit", "Yes"], false],
    [["Later", "Now"], true],
  ])("named %j can be typed: %j", (names, sound) => {
    expect(rulesOf(text(named(...names))).includes("error scale/levels")).toBe(!sound);
  });

  it("may not be called like anything that is typed in a workshop", () => {
    expect(new Set(TYPED_WORDS)).toEqual(new Set(RESERVED_WORDS));
  });
});

describe("two levels", () => {
  const two = '[{ id: "no", name: "No" }, { id: "yes", name: "Yes" }]';

  it("never praise a No, and ask for the Yes", () => {
    const plan = planOf(answersTo(read(text(two)), { one: "no", two: "no", three: "yes" }));
    expect(plan.short.strengths).toEqual([{ text: "People can leave.", answer: "Yes." }]);
    expect(plan.actions.ideas.map(({ title }) => title)).toEqual([
      "Get to “Yes”: People have a say.",
      "Get to “Yes”: People are paid.",
    ]);
  });
});

describe("an unscored instrument", () => {
  const unscored = read(text(NEVER_ALWAYS, "scoring: none\n"));

  it("has no percent and no band anywhere, and its answers as words", () => {
    const assessment = answersTo(unscored, { one: "never", two: "unsure", three: "always" });
    const card = scoreAssessment(assessment);
    expect(card).toMatchObject({ headline: null, noHeadline: { reason: "unscored" } });
    const shown = scorecardText(assessment, card, { color: false, columns: 70 });
    expect(shown).toContain("People have a say. Never.");
    expect(`${shown}${JSON.stringify(planOf(assessment))}`).not.toMatch(/\d%/u);
    expect(planOf(assessment).actions.ideas.map(({ kind }) => kind)).toEqual(["find-out"]);
    expect(planOf(assessment).short.strengths).toEqual([]);
  });
});

describe("a rubric that asks what the work is called", () => {
  const named = read(
    `${text(NEVER_ALWAYS, "scoring: none\n")}      - { id: name, asks: What do we call it?, measures: name }\n`,
  );
  const why = (answers: Readonly<Record<string, string>>) => {
    const assessment = answersTo(named, answers);
    return resultWords(scoreAssessment(assessment), [named]).why.join(" ");
  };

  it.each([
    [{ name: "always", one: "never", two: "always" }, "less than that in “Their part” (1 of 2)"],
    [{ name: "often", one: "often", two: "always" }, "nowhere less than that"],
    [{ name: "often" }, "The name we use stands for “Often”."],
  ] as const)("says where what is done is less than the name: %o", (answers, said) => {
    expect(why(answers)).toContain(said);
  });

  it("says nothing of a name that is not known", () => {
    expect(why({ name: "unsure", one: "never" })).not.toContain("name we use");
  });

  it("puts right what could harm people, and has nothing to climb", () => {
    const harmful = read(
      text(NEVER_ALWAYS, "scoring: none\n").replace(
        "People can leave.",
        "People can leave., must: often",
      ),
    );
    const assessment = answersTo(harmful, { one: "never", two: "never", three: "never" });
    const ideas = planOf(assessment).actions.ideas.map(({ kind }) => kind);
    expect(ideas).toEqual(["fix"]);
    const shown = scorecardText(assessment, scoreAssessment(assessment), {
      color: false,
      columns: 70,
    });
    expect(shown).toContain("Must-haves that are not met\n  - People can leave.");
    expect(shown).not.toContain("Bars:");
  });
});

describe("questions with both or neither", () => {
  it.each(["{ id: four }", "{ id: four, asks: Do we?, says: We do. }"])("%s are refused", (bad) => {
    expect(rulesOf(`${text(NEVER_ALWAYS)}      - ${bad}\n`)).toContain("error question/words");
  });
});

describe("several rubrics of the same words", () => {
  it("are told apart by their titles, and a question by its part", () => {
    const staff = read(text(NEVER_ALWAYS));
    const people = read(
      text(NEVER_ALWAYS)
        .replace("id: theirs", "id: people")
        .replace("Their instrument", "The people's form"),
    );
    const file = {
      coprod: "assessment/1" as const,
      title: "Lake House",
      rubrics: [{ id: "theirs" }, { id: "people" }],
    };
    const { rubrics } = resolveAssessment(file, [staff, people]);
    expect(rubrics.flatMap(({ sections }) => sections.map(({ title }) => title))).toEqual([
      "Their part (Their instrument)",
      "Their part (The people's form)",
    ]);
    expect(rubrics[1]?.sections[0]?.criteria[0]?.asks).toBe(
      "People have a say. (Their part (The people's form))",
    );
  });
});

describe("several rubrics of different kinds", () => {
  const summed = NEVER_ALWAYS.replaceAll(/id: (\w+), name/gu, (_, id) => {
    return `id: ${id}, points: ${["never", "often", "always"].indexOf(id)}, name`;
  });
  const bands = "bands: [{ id: low, name: Low, from: 0, means: It is early. }]\n";
  const file = {
    coprod: "assessment/1" as const,
    title: "Lake House",
    rubrics: [{ id: "other" }, { id: "theirs" }],
    answers: Object.fromEntries(
      ["other", "theirs"].flatMap((rubric) =>
        ["one", "two", "three"].map((id) => [`${rubric}/${id}`, { answer: "often" }]),
      ),
    ),
  };
  const other = read(
    text(summed, `headline: sum\n${bands}`)
      .replace("id: theirs", "id: other")
      .replace("Their instrument", "Other statements"),
  );

  it("have a result of which it is said whose it is", () => {
    const assessment = resolveAssessment(file, [other, read(text(NEVER_ALWAYS))]);
    const card = scoreAssessment(assessment);
    const said = scorecardText(assessment, card, { color: false, columns: 76 });
    expect(said).toContain("Result: 50%, in “Their instrument”.");
    const { ready, scale } = planOf(assessment).short;
    expect(ready).toBe("50%, in “Their instrument”");
    // The names of the other questions are not names of this result.
    expect(scale).toEqual([]);
  });

  it("have one result of both where both are made alike", () => {
    const alike = read(text(NEVER_ALWAYS).replace("id: theirs", "id: other"));
    const assessment = resolveAssessment(file, [alike, read(text(NEVER_ALWAYS))]);
    expect(planOf(assessment).short.ready).toBe("50%");
  });
});

describe("a scale that was edited after it was answered", () => {
  const file = `coprod: assessment/1
title: Lake House
rubrics: [{ id: theirs, version: 1.0.0 }]
answers:
  theirs/one: { answer: gone, asked: { wording: "People have a say.", hash: sha256-old, level: All the time } }
  theirs/two: { answer: often }
  theirs/three: { answer: often }
  theirs/four: { answer: often, asked: { wording: "What was that?", hash: sha256-old } }
`;

  const opened = (source: string, rubric: Rubric) => {
    const parsed = parseAssessment("a.yaml", source);
    if (parsed.file === undefined || parsed.source === undefined)
      throw new Error(JSON.stringify(parsed.diagnostics));
    const problems = checkAssessment(parsed.file, [rubric], parsed.source);
    const severities = problems.map(({ severity }) => severity);
    return { assessment: resolveAssessment(parsed.file, [rubric]), severities };
  };

  it("keeps the answer, marks it to look at again, and does not count it", () => {
    const rubric = read(text(NEVER_ALWAYS));
    const { assessment, severities } = opened(file, rubric);
    expect(severities).toEqual(["warning", "warning"]);
    const card = scoreAssessment(assessment);
    expect(card.criteria[0]).toMatchObject({ answer: "look-again", interval: [0, 2] });
    expect(planOf(assessment).appendix[0]?.questions[0]?.answer).toBe(
      "Look again: the question has other levels now. The words of our answer then: “All the time”.",
    );
  });

  it("is never said to be unasked, nor answered", () => {
    const { assessment } = opened(file, read(text(NEVER_ALWAYS)));
    const card = scoreAssessment(assessment);
    const said = scorecardText(assessment, card, { color: false, columns: 70 });
    expect(said).toContain("To look at again, as the levels are others now: 1 of 3 questions.");
    expect(said).not.toMatch(/Not (?:asked|answered) yet|Every question that applies/u);
    const { unknowns } = planOf(assessment);
    expect(unknowns).toMatchObject({
      summary: "Of 3 questions, we have to look at 1 again.",
      notAsked: [],
      again: [{ questions: ["People have a say."] }],
    });
  });

  it("still refuses a slip of the pen", () => {
    const slip = file.replaceAll(/, asked: \{[^}]*\}/gu, "");
    const { severities } = opened(slip, read(text(NEVER_ALWAYS)));
    expect(severities).toEqual(["error", "error"]);
  });
});
