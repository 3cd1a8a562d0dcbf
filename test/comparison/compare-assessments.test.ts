import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import { compareAssessments, compareSeries } from "../../src/comparison/compare-assessments.ts";
import { comparisonSchema, comparisonSeriesSchema } from "../../src/comparison/schema.ts";
import { comparisonOutline } from "../../src/comparison/text/comparison-outline.ts";
import type { Criterion, Rubric, Section } from "../../src/rubric/rubric.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { exact } from "../../src/util/exact.ts";
import { aCriterion, anAssessment, aRubric, aSection, bands, levels } from "../support/builders.ts";

type Given = Parameters<typeof anAssessment>[0];
type Answers = NonNullable<NonNullable<Given>["answers"]>;

/** An assessment of one section of the rubric `principles`; `answers` by the ids of its criteria. */
function answering(
  criteria: readonly Criterion[],
  answers: Answers = {},
  overrides: { rubric?: Partial<Rubric>; section?: Partial<Section> } = {},
): Assessment {
  const section = aSection({ criteria, ...overrides.section });
  return of([aRubric({ sections: [section], ...overrides.rubric })], answers);
}

function of(rubrics: readonly Rubric[], answers: Answers = {}): Assessment {
  const keyed = Object.entries(answers).map(([id, value]) => [
    id.includes("/") ? id : `principles/${id}`,
    value,
  ]);
  return anAssessment({ rubrics, answers: Object.fromEntries(keyed) });
}

const a = aCriterion({ id: "a" });
const b = aCriterion({ id: "b" });

describe("a comparison", () => {
  const comparison = compareAssessments(
    answering([a, b], { a: "level-1" }),
    answering([a, b], { a: "level-2", b: "unsure" }),
  );

  it("keeps to its published shape", () => {
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  });

  it("says which two were compared", () => {
    const side = {
      title: "River House, November 2026",
      covers: null,
      started: null,
      rubrics: [{ id: "principles", version: "1.0.0", hash: "sha256-principles" }],
      people: [],
      view: "unknown",
    };
    expect(comparison).toMatchObject({ coprod: "comparison/1", older: side, newer: side });
  });

  it("shows each question with both answers in words", () => {
    expect(comparison.criteria).toEqual([
      {
        key: "principles/a",
        section: "principles/section",
        asks: "Do we do what a asks?",
        formerKey: null,
        before: { answer: "level-1", interval: [1, 1], levels: ["Level 1", "Level 1"] },
        after: { answer: "level-2", interval: [2, 2], levels: ["Level 2", "Level 2"] },
        measures: "practice",
        change: "better",
      },
      {
        key: "principles/b",
        section: "principles/section",
        asks: "Do we do what b asks?",
        formerKey: null,
        before: { answer: "none", interval: [0, 3], levels: ["Level 0", "Level 3"] },
        after: { answer: "unsure", interval: [0, 3], levels: ["Level 0", "Level 3"] },
        measures: "practice",
        change: "may-have-changed",
      },
    ]);
  });

  it("shows a range of levels, and none for what does not apply", () => {
    const skippable = aCriterion({ id: "a", allowNotApplicable: true });
    const differ = { answer: "differ", from: "level-1", to: "level-2" };
    const { criteria } = compareAssessments(
      answering([skippable], { a: differ }),
      answering([skippable], { a: "not-applicable" }),
    );
    expect(criteria[0]?.before.levels).toEqual(["Level 1", "Level 2"]);
    expect(criteria[0]?.after).toMatchObject({ interval: null, levels: null });
  });
});

describe("a question asked in another way", () => {
  const reworded = aCriterion({ id: "a", hash: "sha256-new", asks: "Do we?" });

  it("is listed apart and never compared", () => {
    const comparison = compareAssessments(
      answering([a], { a: "level-1" }),
      answering([reworded], { a: "level-3" }),
    );
    expect(comparison.criteria).toEqual([]);
    expect(comparison.reworded).toMatchObject([
      {
        key: "principles/a",
        asked: "Do we do what a asks?",
        asks: "Do we?",
        before: { answer: "level-1" },
        after: { answer: "level-3" },
      },
    ]);
    expect(comparison.sections[0]).toMatchObject({ change: null, status: "questions-changed" });
    expect(comparison.headline).toMatchObject({ change: null, status: "questions-changed" });
  });

  it("is known by what the answer says was asked, where the rubric has moved on", () => {
    const asked = { wording: "The old words?", hash: "sha256-old" };
    const comparison = compareAssessments(
      answering([a], { a: { answer: "level-1", asked } }),
      answering([a], { a: "level-3" }),
    );
    expect(comparison.criteria).toEqual([]);
    expect(comparison.reworded[0]).toMatchObject({ asked: "The old words?" });
  });

  it("is compared where both answers were given to the same old words", () => {
    const asked = { wording: "The old words?", hash: "sha256-old" };
    const { criteria } = compareAssessments(
      answering([a], { a: { answer: "level-1", asked } }),
      answering([reworded], { a: { answer: "level-3", asked } }),
    );
    expect(criteria).toMatchObject([{ asks: "The old words?", change: "better" }]);
  });

  it("is not compared where its levels are others, whatever its answers say", () => {
    const shorter = aCriterion({ id: "a", levels: levels(2) });
    const comparison = compareAssessments(
      answering([a], { a: "level-1" }),
      answering([shorter], { a: "level-2" }),
    );
    expect(comparison.criteria).toEqual([]);
    expect(comparison.reworded).toHaveLength(1);
  });
});

describe("other questions", () => {
  it("are listed as added or removed, with their section", () => {
    const other = aSection({ id: "other", criteria: [b] });
    const answers = { "principles/a": "level-1" };
    const older = of([aRubric({ sections: [aSection({ criteria: [a] }), other] })], answers);
    const newer = of(
      [aRubric({ sections: [aSection({ criteria: [a, aCriterion({ id: "c" })] })] })],
      answers,
    );
    const { added, removed, sections } = compareAssessments(older, newer);
    expect(added).toEqual([
      { key: "principles/c", section: "principles/section", asks: "Do we do what c asks?" },
    ]);
    expect(removed).toEqual([
      { key: "principles/b", section: "principles/other", asks: "Do we do what b asks?" },
    ]);
    expect(sections).toMatchObject([
      { key: "principles/section", status: "questions-changed", change: null },
      { key: "principles/other", status: "removed", change: null, after: null },
    ]);
  });

  it("keep their history where they were renamed", () => {
    const renamed = aCriterion({ id: "new-name", formerly: ["a"], hash: a.hash });
    const { criteria, added, removed, sections } = compareAssessments(
      answering([a], { a: "level-1" }),
      answering([renamed], { "new-name": "level-0" }),
    );
    expect(criteria).toMatchObject([
      { key: "principles/new-name", formerKey: "principles/a", change: "worse" },
    ]);
    expect([added, removed]).toEqual([[], []]);
    expect(sections[0]?.change).toBe("worse");
  });
});

describe("a section since last time", () => {
  const both = (before: Answers, after: Answers, criteria: readonly Criterion[] = [a, b]) =>
    compareAssessments(answering(criteria, before), answering(criteria, after));

  it("shows numbers, percents and bands of both sides", () => {
    const before = { a: "level-1", b: "unsure" };
    const after = { a: "level-3", b: "level-2" };
    const expected = {
      before: {
        low: "1/6",
        high: "2/3",
        percent: [16, 67],
        bands: ["band-0", "band-2"],
        names: ["Band 0", "Band 2"],
        capped: [],
        undecided: [],
      },
      after: {
        low: "5/6",
        high: "5/6",
        percent: [83, 83],
        bands: ["band-3", "band-3"],
        names: ["Band 3", "Band 3"],
        capped: [],
        undecided: [],
      },
      change: "better",
      status: "compared",
      because: [{ key: "principles/a", what: "better" }],
    };
    const { sections, headline } = both(before, after);
    expect(sections).toEqual([
      { key: "principles/section", title: "Title of section", kind: "principle", ...expected },
    ]);
    expect(headline).toEqual({ whose: null, ...expected });
  });

  it.each([
    {
      before: { a: "level-1", b: "level-1" },
      after: { a: "level-2", b: "level-1" },
      change: "better",
    },
    {
      before: { a: "level-1", b: "level-1" },
      after: { a: "level-0", b: "level-1" },
      change: "worse",
    },
    {
      before: { a: "level-1", b: "level-1" },
      after: { a: "level-0", b: "level-2" },
      change: "same",
    },
    {
      before: { a: "level-1", b: "unsure" },
      after: { a: "level-1", b: "level-3" },
      change: "learning",
    },
    {
      before: { a: "unsure", b: "unsure" },
      after: { a: "level-1", b: "level-3" },
      change: "learning",
    },
    {
      before: { a: "level-1", b: "unsure" },
      after: { a: "level-2", b: "level-1" },
      change: "may-have-changed",
    },
    {
      before: { a: "unsure", b: "level-1" },
      after: { a: "unsure", b: "level-1" },
      change: "may-have-changed",
    },
  ])("with $before and now $after is $change", ({ before, after, change }) => {
    const { sections, headline } = both(before, after);
    expect([sections[0]?.change, headline.change]).toEqual([change, change]);
  });

  const must = aCriterion({ id: "a", must: 2, weight: exact("1/100") });

  it.each([
    { before: "level-1", after: "level-2", otherNow: "level-2", change: "better" },
    { before: "level-2", after: "level-1", otherNow: "level-2", change: "worse" },
    { before: "level-2", after: "level-1", otherNow: "level-3", change: "worse" },
    { before: "level-1", after: "level-2", otherNow: "level-1", change: "worse" },
  ])("with a must-have from $before to $after, and $otherNow, is $change", (row) => {
    const { sections, headline } = both(
      { a: row.before, b: "level-2" },
      { a: row.after, b: row.otherNow },
      [must, b],
    );
    expect([sections[0]?.change, headline.change]).toEqual([row.change, row.change]);
  });

  it("has no change while one side is not enough to say", () => {
    const skippable = aCriterion({ id: "a", allowNotApplicable: true });
    const { sections, headline } = both({ a: "not-applicable" }, { a: "level-1" }, [skippable, b]);
    expect(sections[0]).toMatchObject({ before: null, change: null, status: "not-enough" });
    expect(headline).toMatchObject({ before: null, change: null, status: "not-enough" });
  });

  it.each([
    { why: "a weight", now: aCriterion({ id: "a", weight: exact(2) }) },
    { why: "a must-have", now: aCriterion({ id: "a", must: 1 }) },
  ])("is not compared where $why changed", ({ now }) => {
    const { sections, criteria } = compareAssessments(
      answering([a], { a: "level-1" }),
      answering([now], { a: "level-2" }),
    );
    expect(sections[0]).toMatchObject({ change: null, status: "questions-changed" });
    expect(criteria[0]?.change).toBe("better");
  });

  it("is not compared where a question came from another section", () => {
    const moved = (first: Criterion[], second: Criterion[]) =>
      of([
        aRubric({
          sections: [aSection({ criteria: first }), aSection({ id: "other", criteria: second })],
        }),
      ]);
    const c = aCriterion({ id: "c" });
    const answers = {
      "principles/a": "level-1",
      "principles/b": "level-1",
      "principles/c": "unsure",
    };
    const { sections } = compareAssessments(
      { ...moved([a], [b, c]), answers: anAssessment({ answers }).answers },
      { ...moved([b], [a, c]), answers: anAssessment({ answers }).answers },
    );
    expect(sections.map(({ status }) => status)).toEqual([
      "questions-changed",
      "questions-changed",
    ]);
  });

  it("does not mind what does not count in it", () => {
    const felt = aCriterion({ id: "felt", measures: "pressure" });
    const { sections } = compareAssessments(
      answering([a], { a: "level-1" }),
      answering([a, felt], { a: "level-2" }),
    );
    expect(sections[0]?.change).toBe("better");
  });

  it.each([bands(["0", "1/10", "9/10"]), bands(["0"])])(
    "is not compared where the bands were moved, whatever their names",
    (...moved) => {
      const { sections, headline } = compareAssessments(
        answering([a], { a: "level-1" }),
        answering([a], { a: "level-2" }, { rubric: { bands: moved, cap: 0 } }),
      );
      expect(sections[0]).toMatchObject({ change: null, status: "bands-moved" });
      expect(headline).toMatchObject({ change: null, status: "bands-moved" });
    },
  );

  it("is not compared where it is of another kind now", () => {
    const { sections } = compareAssessments(
      answering([a], { a: "level-1" }),
      answering([a], { a: "level-2" }, { section: { kind: "foundation" } }),
    );
    expect(sections[0]).toMatchObject({ change: null, status: "kind-changed" });
  });

  it("is added or removed where only one side has it", () => {
    const foundations = aRubric({
      id: "foundations",
      sections: [aSection({ id: "money", kind: "foundation", criteria: [b] })],
    });
    const principles = aRubric({ sections: [aSection({ criteria: [a] })] });
    const less = of([principles], { a: "level-1" });
    const more = of([principles, foundations], { a: "level-1", "foundations/b": "level-3" });
    expect(compareAssessments(less, more).sections).toMatchObject([
      { key: "principles/section", change: "same" },
      { key: "foundations/money", kind: "foundation", before: null, after: {}, status: "added" },
    ]);
    expect(compareAssessments(more, less).sections).toMatchObject([
      { key: "principles/section", change: "same" },
      { key: "foundations/money", title: "Title of money", after: null, status: "removed" },
    ]);
    expect(compareAssessments(less, more).headline.change).toBe("same");
  });
});

describe("the headline since last time", () => {
  const two = (second: Partial<Section>, answers: Answers) =>
    of(
      [
        aRubric({
          sections: [
            aSection({ criteria: [a] }),
            aSection({ id: "other", criteria: [b], ...second }),
          ],
        }),
      ],
      answers,
    );

  it("follows a must-have outside the principles", () => {
    const safe = { kind: "foundation", criteria: [aCriterion({ id: "b", must: 2 })] } as const;
    const before = two(safe, { a: "level-2", b: "level-2" });
    const after = two(safe, { a: "level-2", b: "level-1" });
    expect(compareAssessments(before, after).headline).toMatchObject({
      before: { low: "2/3", bands: ["band-2", "band-2"] },
      after: { low: "2/3", bands: ["band-1", "band-1"], capped: ["principles/b"] },
      change: "worse",
    });
  });

  it("is not compared where another must-have can hold it down", () => {
    const safe = { kind: "foundation", criteria: [aCriterion({ id: "b", must: 2 })] } as const;
    const before = two({ kind: "foundation" }, { a: "level-2" });
    expect(compareAssessments(before, two(safe, { a: "level-2" })).headline.status).toBe(
      "questions-changed",
    );
  });

  it("does not mind questions of foundations without a must-have", () => {
    const more = { kind: "foundation", criteria: [b, aCriterion({ id: "c" })] } as const;
    const before = two({ kind: "foundation" }, { a: "level-2" });
    expect(compareAssessments(before, two(more, { a: "level-3" })).headline.change).toBe("better");
  });

  it("is there once without a principle on either side", () => {
    const foundation = { section: { kind: "foundation" } } as const;
    const { headline } = compareAssessments(
      answering([a], { a: "level-1" }, foundation),
      answering([a], { a: "level-1" }, foundation),
    );
    expect(headline).toEqual({
      whose: null,
      before: null,
      after: null,
      change: null,
      status: "not-enough",
      because: [],
    });
  });
});

describe("a barrier since last time", () => {
  const felt = aCriterion({ id: "felt", measures: "pressure", levels: levels(2) });
  const check = aCriterion({ id: "check", levels: levels(2) });
  const barrier = (answers: Answers, criteria = [felt, check]) =>
    answering(criteria, answers, { section: { id: "power", kind: "barrier" } });

  it("shows how much it is felt and what is in place, each with its change", () => {
    const { barriers, sections, headline } = compareAssessments(
      barrier({ felt: "level-2", check: "level-0" }),
      barrier({ felt: "level-0", check: "level-2" }),
    );
    expect([sections, headline.status]).toEqual([[], "not-enough"]);
    expect(barriers).toEqual([
      {
        key: "principles/power",
        title: "Title of power",
        before: {
          pressure: ["1", "1"],
          cover: ["0", "0"],
          class: "act-first",
          noClass: null,
          felt: "Level 2",
        },
        after: {
          pressure: ["0", "0"],
          cover: ["1", "1"],
          class: "clear",
          noClass: null,
          felt: "Level 0",
        },
        status: "compared",
        pressure: "better",
        cover: "better",
        attention: "less",
        because: [
          { key: "principles/felt", what: "better" },
          { key: "principles/check", what: "better" },
        ],
      },
    ]);
  });

  it.each([
    { before: "level-0", after: "level-1", pressure: "worse" },
    { before: "level-1", after: "level-1", pressure: "same" },
    { before: "unsure", after: "level-1", pressure: "learning" },
    { before: "level-1", after: "unsure", pressure: "may-have-changed" },
  ])("felt $before and now $after is $pressure", ({ before, after, pressure }) => {
    const { barriers } = compareAssessments(barrier({ felt: before }), barrier({ felt: after }));
    expect(barriers[0]).toMatchObject({ pressure, cover: null, status: "compared" });
  });

  it("says nothing while nothing has been answered on one side", () => {
    const { barriers } = compareAssessments(barrier({}), barrier({ felt: "level-1" }));
    expect(barriers[0]).toMatchObject({ pressure: null, cover: null, status: "not-enough" });
  });

  it("is not compared where its questions are others", () => {
    const { barriers } = compareAssessments(
      barrier({ felt: "level-1" }, [felt]),
      barrier({ felt: "level-2" }),
    );
    expect(barriers[0]).toMatchObject({ pressure: null, cover: null, status: "questions-changed" });
  });

  it("is added where only the newer side has it", () => {
    const { barriers } = compareAssessments(answering([a]), barrier({ felt: "level-1" }));
    expect(barriers[0]).toMatchObject({ before: null, status: "added", pressure: null });
    const gone = compareAssessments(barrier({ felt: "level-1" }), answering([a])).barriers;
    expect(gone[0]).toMatchObject({ after: null, status: "removed", title: "Title of power" });
  });
});

describe("several assessments", () => {
  const at = (level: number) => answering([a], { a: `level-${level}` });

  it("are compared step by step, and the first with the last", () => {
    const series = compareSeries(at(1), [at(3), at(2)]);
    expect(comparisonSeriesSchema.parse(series)).toEqual(series);
    expect(series.steps.map(({ headline }) => headline.change)).toEqual(["better", "worse"]);
    expect(series.whole.headline.change).toBe("better");
  });
});

describe("results of several kinds", () => {
  /** Two questions that are added up, beside the principles. */
  const added = (id: string, more: Partial<Rubric> = {}) =>
    aRubric({
      id,
      title: `Sums of ${id}`,
      headline: "sum",
      sections: [
        aSection({ key: `${id}/all`, criteria: [aCriterion({ id: "x", key: `${id}/x` })] }),
      ],
      ...more,
    });
  const PRINCIPLES = aRubric({ sections: [aSection({ criteria: [a, b] })] });
  const answers = (level: string, more = {}) => ({
    "sums/x": level,
    "more/x": "level-2",
    ...more,
  });

  it("are said with whose each is, and what became of it", () => {
    const comparison = compareAssessments(
      of([PRINCIPLES, added("sums")], answers("level-1", { a: "level-1", b: "level-1" })),
      of([PRINCIPLES, added("sums")], answers("level-3", { a: "level-1", b: "level-1" })),
    );
    expect(comparisonSchema.parse(comparison)).toEqual(comparison);
    expect(comparison.headline).toMatchObject({ whose: PRINCIPLES.title, change: "same" });
    expect(comparison.results).toMatchObject([
      { rubric: "sums", title: "Sums of sums", change: "better", status: "compared" },
    ]);
    const text = toText(comparisonOutline(comparison), { columns: 200, color: false });
    expect(text).toContain(`This is the result of “${PRINCIPLES.title}”. Was: `);
    expect(text).toMatch(
      /Other questions have a result of their own:\n {2}- “Sums of sums”: Was: /u,
    );
  });

  it("are each said where there is none of the whole", () => {
    const rubrics = [added("sums"), added("more")];
    const comparison = compareAssessments(
      of(rubrics, answers("level-1")),
      of(rubrics, answers("level-0")),
    );
    expect(comparison.headline).toMatchObject({ whose: null, before: null, after: null });
    expect(comparison.results?.map(({ rubric, change }) => [rubric, change])).toEqual([
      ["sums", "worse"],
      ["more", "same"],
    ]);
    const text = toText(comparisonOutline(comparison), { columns: 200, color: false });
    expect(text).toContain("Each set of questions has its own:");
    expect(text).toContain("- “Sums of more”: ");
  });

  it("are not said twice where one alone is the result", () => {
    const rubrics = [added("sums")];
    const comparison = compareAssessments(
      of(rubrics, { "sums/x": "level-1" }),
      of(rubrics, { "sums/x": "level-3" }),
    );
    expect(comparison.results).toBeUndefined();
    expect(comparison.headline).toMatchObject({ whose: null, change: "better" });
  });

  it("are not compared where another sum, or a mean, is made of the answers now", () => {
    const { results } = compareAssessments(
      of([PRINCIPLES, added("sums")], answers("level-1", { a: "level-1", b: "level-1" })),
      of(
        [PRINCIPLES, added("sums", { headline: "mean" })],
        answers("level-3", { a: "level-1", b: "level-1" }),
      ),
    );
    expect(results).toMatchObject([{ rubric: "sums", change: null, status: "kind-changed" }]);
  });
});
