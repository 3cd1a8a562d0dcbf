import * as fc from "fast-check";
import type { Response } from "../../src/assessment/schema.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import type { RubricFile } from "../../src/rubric/schema.ts";
import { aRubricFile, rubricText } from "./rubric-file.ts";

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

/** A rubric of any way to make a result, with questions of every kind, as a file. */
const anyRubricText = fc
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
  .map(({ headline, show, grouped, first, sections }): string => {
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
    return rubricText(file);
  });

function parsed(text: string): Rubric {
  const { rubric, diagnostics } = parseRubric("ours.yaml", text);
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}

export const anyRubric = anyRubricText.map(parsed);

/** Two sets of questions with words and keys of their own, which may be made into results in two ways. */
export const twoRubrics = fc
  .tuple(anyRubricText, anyRubricText)
  .map(([first, second]): [Rubric, Rubric] => [parsed(first), parsed(theirs(second))]);

function theirs(text: string): string {
  return text
    .replace('"id": "ours"', '"id": "theirs"')
    .replace("Our own questions", "Their questions")
    .replaceAll('"Section ', '"Their section ')
    .replaceAll('"Part ', '"Their part ')
    .replaceAll('"Do we ', '"Do they ');
}

export type Answers = Readonly<Record<string, Response>>;

export function settled({ kind, levels, choices }: Criterion, at: number): Response {
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
export function answersTo(rubric: Rubric, row: readonly number[], openEvery: number): Answers {
  return Object.fromEntries(
    criteriaOf(rubric).map((each, at) => {
      const number = row[at % row.length] ?? 0;
      const isOpen = openEvery > 0 && (number + at) % openEvery === 0;
      return [each.key, isOpen ? { answer: "unsure" } : settled(each, number)];
    }),
  );
}
