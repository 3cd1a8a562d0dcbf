import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachableScores } from "../../../src/lint/rules/bands/unreachable.ts";
import { type Exact, exact, fractionText, sum, ZERO } from "../../../src/util/exact.ts";
import { aCriterionFile, aRubricFile, aSectionFile } from "../../support/rubric-file.ts";

interface Question {
  /** What each of its levels is worth, the lowest first. */
  readonly values: readonly string[];
  readonly weight: string;
  /** Index of the lowest level that is enough. */
  readonly must: number;
}

function reached(questions: readonly Question[], extra: { measures?: "pressure" } = {}) {
  const scales = questions.map(
    ({ values }, at): [string, { id: string; name: string; value: string }[]] => [
      `scale-${at}`,
      values.map((value, level) => ({ id: `level-${level}`, name: `Level ${level}`, value })),
    ],
  );
  const criteria = questions.map(({ weight, must }, at) =>
    aCriterionFile(
      { id: `question-${at}`, scale: `scale-${at}`, weight, must: `level-${must}`, ...extra },
      "level-0",
    ),
  );
  const section = aSectionFile({ id: "one", scale: "scale-0", criteria });
  const rubric = aRubricFile({ scales: Object.fromEntries(scales), sections: [section] });
  const { any, mustsMet } = reachableScores(rubric, section);
  return { any: texts(any), mustsMet: texts(mustsMet) };
}

function texts(scores: readonly Exact[] | undefined): string[] | undefined {
  return scores?.map(fractionText).toSorted();
}

/** Goes through every set of answers. */
function everyScore(
  questions: readonly Question[],
  from: (question: Question) => number,
): string[] {
  const total = sum(questions.map(({ weight }) => exact(weight)));
  const scores = questions.reduce<Exact[]>(
    (before, question) =>
      before.flatMap((score) =>
        question.values
          .slice(from(question))
          .map((value) => score.add(exact(value).mul(exact(question.weight)).div(total))),
      ),
    [ZERO],
  );
  return [...new Set(scores.map(fractionText))].toSorted();
}

const question: fc.Arbitrary<Question> = fc.record({
  values: fc.subarray(["0", "1/7", "1/3", "1/2", "2/3", "1"], { minLength: 2 }),
  weight: fc.constantFrom("1", "2", "1/2", "5/3"),
  must: fc.nat(1),
});

describe("the scores that a section can have", () => {
  it("are those of all possible answers, whatever the weights and levels", () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), (questions) => {
        expect(reached(questions)).toEqual({
          any: everyScore(questions, () => 0),
          mustsMet: everyScore(questions, ({ must }) => must),
        });
      }),
    );
  });

  it("are only none where no question counts", () => {
    const one = { values: ["0", "1"], weight: "1", must: 0 };
    expect(reached([one], { measures: "pressure" }).any).toEqual(["0"]);
  });

  it("are not listed where there are too many", () => {
    const odd = Array.from({ length: 40 }, (_, at) => ({
      values: ["0", "1/3", "1"],
      weight: `${at + 1}/${at + 2}`,
      must: 1,
    }));
    expect(reached(odd).any).toBeUndefined();
    const many = Array.from({ length: 201 }, () => ({ values: ["0", "1"], weight: "1", must: 0 }));
    expect(reached(many).any).toBeUndefined();
  });
});
