import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Rubric } from "../../src/rubric/rubric.ts";
import { aCriterionFile, aRubricFile, aSectionFile, rubricText } from "../support/rubric-file.ts";
import { score } from "../support/score-ranges.ts";

const RUNS = { numRuns: 1000 };
const PATIENCE = 120_000;

/** An instrument of another kind: items answered from `first` upwards, added up, with bands of sums. */
interface Instrument {
  readonly items: number;
  readonly levels: number;
  /** What the lowest level counts: 0 or 1. */
  readonly first: number;
  /** Lowest sum of each band but the first, rising. */
  readonly cuts: readonly number[];
}

const EIGHT_ITEMS: Instrument = { items: 8, levels: 5, first: 1, cuts: [16, 24, 32] };

const anyInstrument: fc.Arbitrary<Instrument> = fc
  .record({
    items: fc.integer({ min: 1, max: 9 }),
    levels: fc.integer({ min: 2, max: 7 }),
    first: fc.nat({ max: 1 }),
  })
  .chain((shape) => {
    const lowest = shape.items * shape.first;
    const highest = lowest + shape.items * (shape.levels - 1);
    return fc
      .uniqueArray(fc.integer({ min: lowest + 1, max: highest }), { maxLength: 6 })
      .map((cuts) => ({ ...shape, cuts: cuts.toSorted((a, b) => a - b) }));
  });

/** The instrument as a charity would write it down: a cut at sum s is the share of the way from lowest to highest. */
function written({ items, levels, first, cuts }: Instrument): Rubric {
  const ids = Array.from({ length: levels }, (_, level) => `l-${level + first}`);
  const room = items * (levels - 1);
  const bands = [items * first, ...cuts].map((cut, index) => ({
    id: `band-${index}`,
    name: `Band ${index}`,
    from: `${cut - items * first}/${room}`,
    means: `From ${cut}.`,
  }));
  const criteria = Array.from({ length: items }, (_, index) =>
    aCriterionFile({ id: `item-${index + 1}` }, ids.at(-1) ?? ""),
  );
  const file = aRubricFile({
    scales: { numbers: ids.map((id) => ({ id, name: `Level ${id}`, means: `It is ${id}.` })) },
    bands,
    sections: [aSectionFile({ id: "all-items", scale: "numbers", criteria })],
  });
  const { rubric, diagnostics } = parseRubric("ours.yaml", rubricText(file));
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}

function bandBySum({ cuts }: Instrument, numbers: readonly number[]): string {
  const sum = numbers.reduce((so, number) => so + number, 0);
  return `band-${cuts.filter((cut) => sum >= cut).length}`;
}

function bandByCoprod(rubric: Rubric, numbers: readonly number[]) {
  const answers = numbers.map((number, index) => [
    `ours/item-${index + 1}`,
    { answer: `l-${number}` },
  ]);
  const { sections, headline } = score({ rubric, answers: Object.fromEntries(answers) });
  expect(headline?.bands).toEqual(sections[0]?.bands);
  return headline?.bands;
}

describe("an instrument with bands of sums", { timeout: PATIENCE }, () => {
  it("of eight items from 1 to 5 gives its own bands as a rubric", () => {
    const rubric = written(EIGHT_ITEMS);
    const anyAnswers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyAnswers, (numbers) => {
        const band = bandBySum(EIGHT_ITEMS, numbers);
        expect(bandByCoprod(rubric, numbers)).toEqual([band, band]);
      }),
      RUNS,
    );
  });

  it.each([
    { sum: 8, band: "band-0" },
    { sum: 15, band: "band-0" },
    { sum: 16, band: "band-1" },
    { sum: 23, band: "band-1" },
    { sum: 24, band: "band-2" },
    { sum: 31, band: "band-2" },
    { sum: 32, band: "band-3" },
    { sum: 40, band: "band-3" },
  ])("of eight items gives $band for the sum $sum", ({ sum, band }) => {
    const numbers = Array.from({ length: 8 }, (_, index) => {
      const share = Math.floor(sum / 8);
      return index < sum % 8 ? share + 1 : share;
    });
    expect(bandByCoprod(written(EIGHT_ITEMS), numbers)).toEqual([band, band]);
  });

  it("gives its own bands whatever its items, levels and cuts", () => {
    const anyAnswered = anyInstrument.chain((instrument) => {
      const { items, levels, first } = instrument;
      const anyNumber = fc.integer({ min: first, max: first + levels - 1 });
      return fc.record({
        instrument: fc.constant(instrument),
        numbers: fc.array(anyNumber, { minLength: items, maxLength: items }),
      });
    });
    fc.assert(
      fc.property(anyAnswered, ({ instrument, numbers }) => {
        const band = bandBySum(instrument, numbers);
        expect(bandByCoprod(written(instrument), numbers)).toEqual([band, band]);
      }),
      RUNS,
    );
  });
});
