import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group, Response, VoiceSource, VoteRound } from "../../src/assessment/schema.ts";
import { judge } from "../../src/scoring/interval.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { scorecardText } from "../../src/scoring/text/scorecard-text.ts";
import { lastRound } from "../../src/scoring/votes.ts";
import { scoreVotes } from "../../src/scoring/votes-score.ts";
import { VOICE_SOURCES } from "../../src/util/formats.ts";
import { aCriterion, anAssessment } from "../support/builders.ts";
import { planOf } from "../support/specimen.ts";

const IDS = ["lived-experience", "staff", "trustees"] as const;
const QUESTION = aCriterion();
const CHOICES = [...QUESTION.levels.map(({ id }) => id), "unsure"];
const PEOPLE: Group[] = IDS.map((group) => ({ group, name: `Name of ${group}`, present: 9 }));

interface Cast {
  readonly group: string;
  readonly choice: string;
  /** Undefined in the room. */
  readonly from: VoiceSource | undefined;
}

const casts: fc.Arbitrary<readonly Cast[]> = fc.array(
  fc.record({
    group: fc.constantFrom(...IDS),
    choice: fc.constantFrom(...CHOICES),
    from: fc.option(fc.constantFrom(...VOICE_SOURCES), { nil: undefined }),
  }),
  { maxLength: 12 },
);

function roundOf(cast: readonly Cast[]): VoteRound {
  const round: Record<string, Record<string, number>> = {};
  for (const { group, choice } of cast) {
    const counts = round[group] ?? {};
    counts[choice] = (counts[choice] ?? 0) + 1;
    round[group] = counts;
  }
  return round;
}

/** The votes as they came in, and the same as if all had been in the room. */
function responses(all: readonly Cast[]): { readonly split: Response; readonly whole: Response } {
  const outside = VOICE_SOURCES.flatMap((from) => {
    const own = all.filter((each) => each.from === from);
    return own.length === 0 ? [] : [{ from, on: "2026-11-21", votes: roundOf(own) }];
  });
  return {
    split: {
      votes: [{ staff: { unsure: 9 } }, roundOf(all.filter(({ from }) => from === undefined))],
      ...(outside.length > 0 && { outside }),
    },
    whole: { votes: [roundOf(all)] },
  };
}

describe("votes from outside the room", () => {
  it("give and hide what they would had all been in the room", () => {
    fc.assert(
      fc.property(casts, fc.constantFrom(3, 5), (all, minGroup) => {
        fc.pre(all.some(({ from }) => from === undefined));
        const { split, whole } = responses(all);
        const figures = (response: Response) => {
          const votes = lastRound(QUESTION, response).toSorted((a, b) =>
            a.group < b.group ? -1 : 1,
          );
          return [
            votes,
            scoreVotes(votes, { people: PEOPLE, minGroup }),
            judge(QUESTION, response, PEOPLE).interval,
          ];
        };
        expect(figures(split)).toEqual(figures(whole));
      }),
    );
  });

  it("keep a group of two hidden, however its votes came in", () => {
    const ways: readonly (readonly [VoiceSource | undefined, VoiceSource | undefined])[] = [
      [undefined, undefined],
      [undefined, "sheets"],
      ["sheets", "survey"],
      ["form", "form"],
    ];
    for (const [first, second] of ways) {
      const all: Cast[] = [
        { group: "lived-experience", choice: "level-0", from: first },
        { group: "lived-experience", choice: "level-3", from: second },
        ...[1, 2, 3, 4].map((): Cast => ({ group: "staff", choice: "level-1", from: "sheets" })),
        ...[1, 2, 3].map((): Cast => ({ group: "trustees", choice: "level-1", from: "survey" })),
      ];
      const assessment = anAssessment({
        people: PEOPLE,
        answers: { "principles/question": responses(all).split },
      });
      const [score] = scoreAssessment(assessment).criteria;
      expect(score?.votes?.groups.map(({ group }) => group) ?? []).not.toContain(
        "lived-experience",
      );
      const sides = planOf(assessment).appendix[0]?.questions[0]?.sides ?? [];
      expect(sides.map(({ who }) => who).join()).not.toContain("lived-experience");
    }
  });
});

describe("who answered outside the room", () => {
  const voices = [
    { from: "sheets", on: "2026-11-20", people: { "lived-experience": 4, staff: 2 } },
    { from: "survey", on: "2026-11-21", people: { staff: 5 } },
  ] as const;
  const people: Group[] = [
    { group: "lived-experience", name: "People with lived experience", present: 0 },
    { group: "staff", name: "Staff", present: 3 },
    { group: "trustees", name: "Trustees", present: 0 },
  ];
  const assessment = anAssessment({ people, voices: voices.map((each) => ({ ...each })) });

  it("makes it a shared view, and is told by group", () => {
    const { view, people: told } = scoreAssessment(assessment);
    expect(view).toBe("shared");
    expect(told).toEqual([
      { group: "lived-experience", name: "People with lived experience", present: 0, outside: 4 },
      { group: "staff", name: "Staff", present: 3, outside: 7 },
      { group: "trustees", name: "Trustees", present: 0 },
    ]);
  });

  it("is the first thing that the scorecard says", () => {
    const page = scorecardText(assessment, scoreAssessment(assessment), {
      color: false,
      columns: 80,
    });
    expect(page.replace(/\s+/gu, " ")).toContain(
      "Who answered: People with lived experience (4 from outside) and Staff (3 in the room, 7 from outside). Nobody answered of: Trustees.",
    );
  });

  it("stands in the plan, with small numbers hidden", () => {
    const plan = planOf(assessment);
    expect(plan.people).toEqual({
      answered: [
        { name: "Staff", count: "3 in the room, 7 from outside" },
        { name: "People with lived experience", count: "4 from outside" },
      ],
      missing: "Nobody answered of: Trustees.",
    });
    expect(plan.made.find(({ name }) => name === "Outside the room")?.text).toBe(
      "On paper, last on 20 November 2026: People with lived experience (4) and Staff (fewer than 3). In a survey, last on 21 November 2026: Staff (5).",
    );
    expect(plan.notices.join(" ")).not.toContain("staff view");
  });
});
