import { describe, expect, it } from "vitest";
import type { Group, VoteRound } from "../../src/assessment/schema.ts";
import { compareAssessments } from "../../src/comparison/compare-assessments.ts";
import { comparisonOutline } from "../../src/comparison/text/comparison-outline.ts";
import { judge } from "../../src/scoring/interval.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { explain } from "../../src/scoring/text/explain.ts";
import { scorecardText } from "../../src/scoring/text/scorecard-text.ts";
import { lastRound, pooledLevels } from "../../src/scoring/votes.ts";
import { consensus, scoreVotes } from "../../src/scoring/votes-score.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "../support/builders.ts";
import { examples } from "../support/examples.ts";
import { planOf } from "../support/specimen.ts";

// Who attacks: somebody who has every output, knows who was there and that all of them voted, and knows the program. They
// go through all ways in which these people can have voted, and keep those that give the same outputs. A person's vote is
// known when the whole group of that person chose the same in each way that is left.

const IDS = ["lived-experience", "staff", "trustees"] as const;
const QUESTION = aCriterion();
const CHOICES = [...QUESTION.levels.map(({ id }) => id), "unsure"];
const LIMITS = [3, 5] as const;

type Sizes = readonly number[];
/** For each group how many chose each of the choices. */
type Table = readonly (readonly number[])[];

interface Room {
  readonly sizes: Sizes;
  /** The last group stands with the first where it is small. */
  readonly joins: boolean;
}

const LARGEST = examples(7, 9);

const ROOMS: Room[] = groupSizes(3, LARGEST).flatMap((sizes) => [
  { sizes, joins: false },
  ...(sizes.length > 1 ? [{ sizes, joins: true }] : []),
]);

function groupSizes(groups: number, people: number): Sizes[] {
  if (groups === 0 || people === 0) return [];
  return Array.from({ length: people }, (_, at) => at + 1).flatMap((first) => [
    [first],
    ...groupSizes(groups - 1, people - first).map((rest) => [first, ...rest]),
  ]);
}

/** All ways in which so many people can choose. */
function waysOf(people: number, choices = CHOICES.length): number[][] {
  if (choices === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, count) => count).flatMap((count) =>
    waysOf(people - count, choices - 1).map((rest) => [count, ...rest]),
  );
}

function tablesOf(sizes: Sizes): Table[] {
  return sizes
    .map((size) => waysOf(size))
    .reduce<number[][][]>(
      (tables, ways) => tables.flatMap((table) => ways.map((way) => [...table, way])),
      [[]],
    );
}

function peopleIn({ sizes, joins }: Room): Group[] {
  return sizes.map((present, at) => ({
    group: IDS[at] ?? "",
    name: `Name of ${IDS[at]}`,
    present,
    ...(joins && at > 0 && at === sizes.length - 1 ? { "shown-with": IDS[0] } : {}),
  }));
}

function roundOf(table: Table): VoteRound {
  return Object.fromEntries(
    table.map((counts, at) => [
      IDS[at] ?? "",
      Object.fromEntries(
        counts.flatMap((count, choice) => (count > 0 ? [[CHOICES[choice], count]] : [])),
      ),
    ]),
  );
}

/** All that any output is made of: what the second test holds to. */
function figuresOf(people: readonly Group[], table: Table): string {
  const response = { votes: [roundOf(table)] };
  const votes = lastRound(QUESTION, response);
  return JSON.stringify([
    ...LIMITS.map((minGroup) => scoreVotes(votes, { people, minGroup })),
    judge(QUESTION, response, people).interval,
  ]);
}

/** Groups in which the vote of everybody is known, with what they chose. */
function known(
  room: Room,
  outputOf: (table: Table) => string,
): { readonly group: number; readonly table: Table }[] {
  const alike = new Map<string, Table[]>();
  for (const table of tablesOf(room.sizes)) {
    const output = outputOf(table);
    const tables = alike.get(output);
    if (tables === undefined) alike.set(output, [table]);
    else tables.push(table);
  }
  return [...alike.values()].flatMap((tables) =>
    room.sizes.flatMap((size, group) =>
      isKnown(tables, { group, size }) ? [{ group, table: tables[0] ?? [] }] : [],
    ),
  );
}

function isKnown(
  tables: readonly Table[],
  { group, size }: { group: number; size: number },
): boolean {
  const choices = tables.map((table) => (table[group] ?? []).indexOf(size));
  if (choices.includes(-1)) return false;
  // Of a person alone at least two levels must stay possible: that they may be unsure does not hide what else it could be.
  const open = size === 1 ? choices.filter((choice) => choice < QUESTION.levels.length) : choices;
  return new Set(open).size < 2;
}

/** One in so many tables is printed whole. */
const SAMPLED = examples(23, 5);
const OPTIONS = { color: false, columns: 70 };
const RUBRICS = [aRubric({ sections: [aSection({ criteria: [QUESTION] })] })];

/** Every output of the program, as people and programs read it, beside the same of another time. */
function outputsOf(people: readonly Group[], table: Table): string[] {
  const key = QUESTION.key;
  return [{}, { answer: "level-1" }].flatMap((answer) => {
    const response = { ...answer, votes: [roundOf(table)] };
    const assessment = anAssessment({
      people: [...people],
      rubrics: RUBRICS,
      answers: { [key]: response },
    });
    const none = anAssessment({ people: [...people], rubrics: RUBRICS });
    const scorecards = LIMITS.map((minGroup) => scoreAssessment(assessment, { minGroup }));
    return [
      ...scorecards.flatMap((card) => [
        JSON.stringify(card),
        scorecardText(assessment, card, OPTIONS),
      ]),
      ...LIMITS.flatMap((minGroup) =>
        ["headline", "principles/section", key].map((each) =>
          toText(explain(assessment, each, { minGroup }) ?? [], OPTIONS),
        ),
      ),
      ...[none, assessment].map((older) =>
        toText(comparisonOutline(compareAssessments(older, assessment)), OPTIONS),
      ),
      JSON.stringify(compareAssessments(none, assessment)),
      ...(["trustees", "public"] as const).flatMap((audience) =>
        (["full", "summary"] as const).map((length) =>
          JSON.stringify(planOf(assessment, { audience, length, previous: none })),
        ),
      ),
    ];
  });
}

describe("somebody who knows every output and who was there", () => {
  it(`cannot tell how anybody voted in any of ${ROOMS.length} rooms`, () => {
    for (const room of ROOMS) {
      const people = peopleIn(room);
      expect({ room, known: known(room, (table) => figuresOf(people, table)) }).toEqual({
        room,
        known: [],
      });
    }
  }, 600_000);

  it("has no output that says more about the votes than those figures", () => {
    for (const room of ROOMS.filter(({ sizes }) => sizes.reduce((a, b) => a + b, 0) <= 5)) {
      const people = peopleIn(room);
      const first = new Map<
        string,
        { readonly table: Table; readonly outputs: readonly string[] }
      >();
      for (const table of tablesOf(room.sizes).filter((_, at) => at % SAMPLED === 0)) {
        const figures = figuresOf(people, table);
        const same = first.get(figures);
        if (same === undefined) first.set(figures, { table, outputs: outputsOf(people, table) });
        else
          expect({ room, table, outputs: outputsOf(people, table) }).toEqual({
            room,
            table,
            outputs: same.outputs,
          });
      }
    }
  }, 600_000);

  it("could tell it by the count, the agreement and the level by shares, so that this test can fail", () => {
    const room = { sizes: [3, 3, 1], joins: false };
    const numbers = (table: Table) => {
      const votes = lastRound(QUESTION, { votes: [roundOf(table)] });
      const counts = pooledLevels(votes);
      const agreement = Math.round(consensus(counts) * 1000);
      return JSON.stringify([
        counts.reduce((sum, count) => sum + count, 0),
        agreement,
        scoreVotes(votes, { people: peopleIn(room), minGroup: 3 }),
      ]);
    };
    expect(known(room, numbers).length).toBeGreaterThan(0);
  });

  it("cannot tell how a person voted who was not shown and then left, from the outputs before and after", () => {
    for (const room of ROOMS.filter(({ sizes, joins }) => !joins && sizes.includes(1))) {
      const lone = room.sizes.indexOf(1);
      const [before, after] = [peopleIn(room), peopleIn(room).filter((_, at) => at !== lone)];
      const figures = (table: Table) =>
        figuresOf(before, table) +
        figuresOf(
          after,
          table.map((counts, at) => (at === lone ? [] : counts)),
        );
      const found = known(room, figures).filter(({ group }) => group === lone);
      expect({ room, found }).toEqual({ room, found: [] });
    }
  }, 600_000);
});
