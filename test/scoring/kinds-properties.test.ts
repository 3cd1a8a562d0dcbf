import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveAssessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import type { RubricFile } from "../../src/rubric/schema.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { exact } from "../../src/util/exact.ts";
import { examples } from "../support/examples.ts";
import { aRubricFile, rubricText } from "../support/rubric-file.ts";

// The properties of SCORING §12 over rubrics of every kind: sums, means of parts, choices, words, and what depends on answers.
// All 1,000 of each: npx vitest run --mode long test/scoring/kinds-properties.test.ts

const RUNS = { numRuns: examples(60, 1000) };
const PATIENCE = 300_000;

type CriterionFile = RubricFile["sections"][number]["criteria"][number];

const anyKind = fc.constantFrom("level", "level", "choices", "kept", "text", "number");

/** A question of any kind; some depend on the first one. */
const anyQuestion = fc.record({
  kind: anyKind,
  weight: fc.integer({ min: 1, max: 3 }),
  points: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 4 }),
  depends: fc.constantFrom("no", "no", "yes", "not"),
});

type AnyQuestion = typeof anyQuestion extends fc.Arbitrary<infer Value> ? Value : never;

function questionFile(question: AnyQuestion, id: string): CriterionFile {
  const { kind, weight, points, depends } = question;
  const choices = points.map((each, at) => ({
    id: `c${at}`,
    name: `Choice ${at}`,
    ...(kind === "choices" && { points: at === 0 ? each + 1 : each }),
  }));
  const isChosen = kind === "choices" || kind === "kept";
  return {
    id,
    asks: `Do we ${id}?`,
    "allow-not-applicable": true,
    ...(kind !== "level" && { kind: isChosen ? "choices" : (kind as "text" | "number") }),
    ...(isChosen && { choices }),
    ...(kind !== "text" && kind !== "number" && { weight }),
    ...(depends !== "no" && { when: { first: depends === "yes" ? ["l1", "l2"] : "l0" } }),
  };
}

const anyRubric = fc
  .record({
    headline: fc.constantFrom("weakest", "mean", "sum", "none"),
    show: fc.constantFrom("percent", "points"),
    grouped: fc.boolean(),
    first: fc.integer({ min: 0, max: 2 }),
    sections: fc.array(fc.array(anyQuestion, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ headline, show, grouped, first, sections }): Rubric => {
    const scale = [0, 1, 2].map((at) => ({
      id: `l${at}`,
      name: `Level ${at}`,
      points: first + at * (at + 1),
    }));
    const titles = sections.map((_, at) => `s${at}`);
    const file = aRubricFile({
      headline: headline as "weakest",
      show: show as "percent",
      scales: { s: scale },
      ...(grouped && {
        parts: [
          { id: "p0", title: "Part 0", parts: [{ id: "p1", title: "Part 1", sections: titles }] },
        ],
      }),
      sections: sections.map((questions, at) => ({
        id: `s${at}`,
        kind: "principle",
        title: `Section ${at}`,
        why: "It matters.",
        scale: "s",
        criteria: [
          ...(at === 0 ? [{ id: "first", asks: "Do we begin?" }] : []),
          ...questions.map((each, index) => questionFile(each, `q${at}-${index}`)),
        ],
      })),
    });
    const { rubric, diagnostics } = parseRubric("ours.yaml", rubricText(file));
    if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
    return rubric;
  });

type Answers = Readonly<Record<string, Response>>;

function settled({ kind, levels, choices }: Criterion, at: number): Response {
  switch (kind) {
    case "level":
      return { answer: levels[at % levels.length]?.id ?? "" };
    case "choices":
      return {
        answer: "given",
        chosen: choices.filter((_, index) => (at >> index) % 2 === 1).map(({ id }) => id),
      };
    case "text":
      return { answer: "given", text: `Words ${at}` };
    case "number":
      return { answer: "given", number: at };
  }
}

/** Answers by a row of numbers: some are open, the others settled. */
function answersTo(rubric: Rubric, row: readonly number[], openEvery: number): Answers {
  return Object.fromEntries(
    criteriaOf(rubric).map((each, at) => {
      const number = row[at % row.length] ?? 0;
      const isOpen = openEvery > 0 && (number + at) % openEvery === 0;
      return [each.key, isOpen ? { answer: "unsure" } : settled(each, number)];
    }),
  );
}

function score(rubric: Rubric, answers: Answers): Scorecard {
  const rubrics = [{ id: rubric.id }];
  const file = { coprod: "assessment/1" as const, title: "Lake House", rubrics, answers };
  return scoreAssessment(resolveAssessment(file, [rubric]));
}

/** Every range on a scorecard, by its name; those without a number are left out. */
function rangesOf(card: Scorecard): Map<string, readonly [string, string]> {
  const all = [
    ...card.sections.map((each) => ({ name: each.key, ...each })),
    ...(card.parts ?? []).map((each) => ({ name: each.key, ...each })),
    ...(card.results ?? []).map((each) => ({ name: `result ${each.rubric}`, ...each })),
    ...(card.headline === null ? [] : [{ name: "headline", ...card.headline }]),
  ];
  return new Map(
    all.flatMap(({ name, low, high }) =>
      low === null || high === null ? [] : [[name, [low, high] as const] as const],
    ),
  );
}

function isInside(inner: readonly [string, string], outer: readonly [string, string]): boolean {
  return exact(inner[0]).gte(exact(outer[0])) && exact(inner[1]).lte(exact(outer[1]));
}

type Figures = Pick<Scorecard["sections"][number], "low" | "high" | "points">;

/** Points stand where the shares do, on the way from the least to the most. */
function samePoints({ low, high, points }: Figures): void {
  if (points === undefined || low === null || high === null) return;
  const [least, room] = [exact(points.least), exact(points.most).sub(exact(points.least))];
  const at = (share: string) => least.add(exact(share).mul(room)).toFraction();
  expect([at(low), at(high)]).toEqual([points.low, points.high]);
}

function bestOf({ kind, choices, levels }: Criterion): Response {
  return kind === "choices"
    ? { answer: "given", chosen: choices.map(({ id }) => id) }
    : { answer: levels.at(-1)?.id ?? "" };
}

function isNoLower(
  [low, high]: readonly [string, string],
  [oldLow, oldHigh]: readonly [string, string],
): boolean {
  return exact(low).gte(exact(oldLow)) && exact(high).gte(exact(oldHigh));
}

const anyRow = fc.array(fc.nat(30), { minLength: 3, maxLength: 9 });

describe("a rubric of any kind", { timeout: PATIENCE }, () => {
  it("has each result from 0 to 1, low before high, with points that say the same", () => {
    fc.assert(
      fc.property(anyRubric, anyRow, fc.nat(4), (rubric, row, openEvery) => {
        const card = score(rubric, answersTo(rubric, row, openEvery));
        for (const range of rangesOf(card).values()) expect(isInside(range, ["0", "1"])).toBe(true);
        for (const each of [...card.sections, ...(card.results ?? [])]) samePoints(each);
      }),
      RUNS,
    );
  });

  it("has every way of settling what is open inside its ranges", () => {
    fc.assert(
      fc.property(
        anyRubric,
        anyRow,
        anyRow,
        fc.integer({ min: 2, max: 4 }),
        (rubric, row, other, openEvery) => {
          const open = answersTo(rubric, row, openEvery);
          const filled = Object.fromEntries(
            criteriaOf(rubric).map((each, at) => {
              const before = open[each.key];
              const isOpen = before?.answer === "unsure";
              return [each.key, isOpen ? settled(each, other[at % other.length] ?? 0) : before];
            }),
          ) as Answers;
          const before = rangesOf(score(rubric, open));
          for (const [name, range] of rangesOf(score(rubric, filled))) {
            const outer = before.get(name);
            if (outer !== undefined)
              expect({ name, range, outer, inside: isInside(range, outer) }).toMatchObject({
                inside: true,
              });
          }
        },
      ),
      RUNS,
    );
  });

  it("never falls where an answer rises that nothing depends on", () => {
    fc.assert(
      fc.property(anyRubric, anyRow, fc.nat(20), (rubric, row, pick) => {
        const answers = answersTo(rubric, row, 0);
        const rising = criteriaOf(rubric).filter(
          ({ id, levels }) => id !== "first" && levels.length > 0,
        );
        const chosen = rising[pick % Math.max(1, rising.length)];
        if (chosen === undefined) return;
        const after = rangesOf(score(rubric, { ...answers, [chosen.key]: bestOf(chosen) }));
        for (const [name, before] of rangesOf(score(rubric, answers)))
          expect(isNoLower(after.get(name) ?? ["0", "0"], before)).toBe(true);
      }),
      RUNS,
    );
  });

  it("is not moved by words, figures and choices without points, nor by what is left out", () => {
    fc.assert(
      fc.property(anyRubric, anyRow, fc.nat(20), (rubric, row, other) => {
        const answers = answersTo(rubric, row, 0);
        const left = new Set(
          score(rubric, answers).criteria.flatMap(({ key, answer }) =>
            answer === "left-out" ? [key] : [],
          ),
        );
        const changed = Object.fromEntries(
          criteriaOf(rubric).map((each) => {
            const isFree = each.levels.length === 0 || left.has(each.key);
            return [each.key, isFree ? settled(each, other) : answers[each.key]];
          }),
        ) as Answers;
        expect([...rangesOf(score(rubric, changed))]).toEqual([
          ...rangesOf(score(rubric, answers)),
        ]);
      }),
      RUNS,
    );
  });
});
