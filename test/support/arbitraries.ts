import * as fc from "fast-check";
import type { Response, VoteRound } from "../../src/assessment/schema.ts";
import type { Criterion, Rubric, Section } from "../../src/rubric/rubric.ts";
import { exact } from "../../src/util/exact.ts";
import { aCriterion, aRubric, aSection, bands, levels } from "./builders.ts";

/** A rubric of any sound shape with any sound answers to it, by criterion key. */
export interface Answered {
  readonly rubric: Rubric;
  readonly answers: Readonly<Record<string, Response>>;
}

const GROUPS = ["lived-experience", "staff", "trustees", "volunteers"] as const;

const anyLevel = fc.nat({ max: 60 });

const anyGroupVotes = fc.record({
  levels: fc.array(fc.nat({ max: 5 }), { minLength: 7, maxLength: 7 }),
  unsure: fc.nat({ max: 3 }),
});

// Levels beyond the scale are left out when the votes meet a criterion.
const anyVotes = fc.array(anyGroupVotes, { minLength: 1, maxLength: GROUPS.length });

const KINDS = ["level", "differ", "unsure", "skipped", "none", "not-applicable", "votes"] as const;

const anyQuestion = fc.record({
  top: fc.integer({ min: 1, max: 6 }),
  weight: fc.constantFrom("1", "2", "1/3", "5/2", "7"),
  ownValues: fc.boolean(),
  must: fc.option(anyLevel, { freq: 3, nil: undefined }),
  isPressure: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
  kind: fc.constantFrom(...KINDS),
  from: anyLevel,
  to: anyLevel,
  votes: anyVotes,
});

type Question = typeof anyQuestion extends fc.Arbitrary<infer Value> ? Value : never;

const anySection = fc.record({
  kind: fc.constantFrom<Section["kind"]>("principle", "principle", "foundation", "barrier"),
  questions: fc.array(anyQuestion, { minLength: 1, maxLength: 4 }),
});

const CUTS = ["1/10", "1/4", "1/3", "1/2", "2/3", "3/4", "1"];

const anyBands = fc
  .subarray(CUTS)
  .chain((cuts) => fc.record({ cuts: fc.constant(["0", ...cuts]), cap: fc.nat(cuts.length) }));

export const anyAnswered: fc.Arbitrary<Answered> = fc
  .record({ sections: fc.array(anySection, { minLength: 1, maxLength: 4 }), bands: anyBands })
  .map(({ sections, bands: { cuts, cap } }) => {
    const asked = sections.map(({ kind, questions }, at) => ({
      section: aSection({
        id: `section-${at}`,
        kind,
        criteria: questions.map((question, index) => criterionOf(question, `q-${at}-${index}`)),
      }),
      questions,
    }));
    const rubric = aRubric({
      sections: asked.map(({ section }) => section),
      bands: bands(cuts),
      cap,
    });
    const responses = asked.flatMap(({ section, questions }) =>
      section.criteria.map((criterion, index) => {
        const question = questions[index];
        const response = question === undefined ? undefined : responseOf(criterion, question);
        return [`${rubric.id}/${criterion.id}`, response] as const;
      }),
    );
    return { rubric, answers: withoutNone(responses) };
  });

function withoutNone(
  responses: readonly (readonly [string, Response | undefined])[],
): Record<string, Response> {
  return Object.fromEntries(
    responses.flatMap(([key, response]) => (response === undefined ? [] : [[key, response]])),
  );
}

function criterionOf({ top, weight, ownValues, must, ...rest }: Question, id: string): Criterion {
  const squares = Array.from({ length: top + 1 }, (_, level) => `${level ** 2}/${top ** 2}`);
  return aCriterion({
    id,
    weight: exact(weight),
    levels: levels(top, ownValues ? squares : undefined),
    must: must === undefined ? undefined : 1 + (must % top),
    allowNotApplicable: must === undefined,
    measures: rest.isPressure ? "pressure" : "practice",
  });
}

function responseOf(criterion: Criterion, question: Question): Response | undefined {
  const count = criterion.levels.length;
  const [from, to] = [question.from % count, question.to % count].sort((a, b) => a - b);
  switch (question.kind) {
    case "none":
      return undefined;
    case "level":
      return { answer: `level-${from}` };
    case "differ":
      return { answer: "differ", from: `level-${from}`, to: `level-${to}` };
    case "votes":
      return { votes: [roundOf(criterion, question.votes)] };
    case "not-applicable":
      return { answer: criterion.allowNotApplicable ? "not-applicable" : "unsure" };
    default:
      return { answer: question.kind };
  }
}

/** One round of votes as a file holds it. */
function roundOf(criterion: Pick<Criterion, "levels">, votes: Question["votes"]): VoteRound {
  const rounds = votes.map(({ levels: counts, unsure }, at) => {
    const entries = criterion.levels.map(({ id }, level) => [id, counts[level] ?? 0] as const);
    return [GROUPS[at] ?? "", { ...Object.fromEntries(entries), unsure }] as const;
  });
  return Object.fromEntries(rounds);
}
