import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group, VoteRound } from "../../src/assessment/schema.ts";
import { groupsAtTheWall, groupsPresent, SMALLEST_SHOWN } from "../../src/scoring/groups.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { explain } from "../../src/scoring/text/explain.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { groupsHere as wallGroups } from "../../src/workshop/groups.ts";
import { anAssessment } from "../support/builders.ts";
import { planOf } from "../support/specimen.ts";

const IDS = ["lived-experience", "staff", "trustees", "volunteers"] as const;
const KEY = "principles/question";

interface Room {
  readonly people: readonly Group[];
  readonly round: VoteRound;
}

/** Groups of any size, joined in any way (also round, to itself, to nobody), of whom some or all voted. */
const anyRoom: fc.Arbitrary<Room> = fc
  .array(
    fc.record({
      present: fc.integer({ min: 0, max: 7 }),
      host: fc.option(fc.constantFrom(...IDS, "nobody"), { nil: undefined }),
      votes: fc.array(fc.constantFrom("level-0", "level-1", "level-2", "level-3", "unsure"), {
        maxLength: 7,
      }),
    }),
    { minLength: 1, maxLength: IDS.length },
  )
  .map((rows) => ({
    people: rows.map(({ present, host }, at) => ({
      group: IDS[at] as string,
      name: `Name of ${IDS[at]}`,
      present,
      ...(host === undefined ? {} : { "shown-with": host }),
    })),
    round: Object.fromEntries(
      rows.map(({ present, votes }, at) => [IDS[at] as string, tally(votes.slice(0, present))]),
    ),
  }));

function tally(votes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const vote of votes) counts[vote] = (counts[vote] ?? 0) + 1;
  return counts;
}

function cast(round: VoteRound, groups: readonly string[]): number {
  return groups
    .flatMap((group) => Object.values(round[group] ?? {}))
    .reduce((sum, count) => sum + count, 0);
}

function assessmentOf({ people, round }: Room) {
  return anAssessment({
    people: [...people],
    answers: { [KEY]: { answer: "level-1", votes: [round, {}] } },
  });
}

describe("which group may be shown, for everybody who shows one", () => {
  it("puts everybody who is there in one group, at the wall and on paper alike", () => {
    fc.assert(
      fc.property(anyRoom, ({ people }) => {
        const there = people.filter(({ present }) => present > 0).map(({ group }) => group);
        for (const groups of [groupsAtTheWall(people), groupsPresent(people, 3)]) {
          const placed = groups.flatMap(({ members }) => members.map(({ group }) => group));
          expect(placed.toSorted()).toEqual(there.toSorted());
        }
        const size = wallGroups(people).reduce((sum, group) => sum + group.size, 0);
        expect(size).toBe(people.reduce((sum, { present }) => sum + present, 0));
      }),
    );
  });

  it("never shows fewer people than the limit, and hides enough that the rest does not give them away", () => {
    fc.assert(
      fc.property(anyRoom, fc.constantFrom(3, 5), (room, minGroup) => {
        const [score] = scoreAssessment(assessmentOf(room), { minGroup }).criteria;
        const shown = (score?.votes?.groups ?? []).map(({ group, with: others = [] }) => [
          group,
          ...others,
        ]);
        for (const members of shown) {
          expect(cast(room.round, members)).toBeGreaterThanOrEqual(minGroup);
        }
        const named = shown.flat();
        const hidden = Object.keys(room.round).filter(
          (group) => !named.includes(group) && cast(room.round, [group]) > 0,
        );
        if (named.length === 0 || hidden.length === 0) return;
        expect(cast(room.round, hidden)).toBeGreaterThanOrEqual(minGroup);
      }),
    );
  });

  it("gives a plan no group that the scorecard hides, and the public none below five", () => {
    fc.assert(
      fc.property(anyRoom, fc.constantFrom("trustees", "public"), (room, audience) => {
        const minGroup = SMALLEST_SHOWN[audience];
        const assessment = assessmentOf(room);
        const [score] = scoreAssessment(assessment, { minGroup }).criteria;
        const plan = planOf(assessment, { audience });
        const sides = plan.appendix[0]?.questions[0]?.sides ?? [];
        const may = (score?.votes?.groups ?? []).filter(
          ({ group, with: others = [] }) => cast(room.round, [group, ...others]) >= minGroup,
        );
        expect(sides.length).toBeLessThanOrEqual(may.length);
        for (const { count } of plan.people.answered) {
          expect(count).toMatch(/^\d+$|^fewer than [35]$/u);
          if (/^\d+$/u.test(count)) expect(Number(count)).toBeGreaterThanOrEqual(minGroup);
        }
      }),
    );
  });

  it("gives the public no second group beside a hidden one of three", () => {
    const sizes = { "lived-experience": 5, staff: 5, trustees: 3 };
    const assessment = assessmentOf({
      people: Object.entries(sizes).map(([group, present]) => ({ group, name: group, present })),
      round: Object.fromEntries(
        Object.entries(sizes).map(([group, size]) => [group, { "level-0": size }]),
      ),
    });
    const [score] = scoreAssessment(assessment, { minGroup: SMALLEST_SHOWN.public }).criteria;
    const sides = planOf(assessment, { audience: "public" }).appendix[0]?.questions[0]?.sides;
    expect(sides?.length).toBeLessThanOrEqual(score?.votes?.groups.length ?? 0);
  });

  it("explains no counts, whatever the groups", () => {
    fc.assert(
      fc.property(anyRoom, (room) => {
        const votes = toText(explain(assessmentOf(room), KEY, { minGroup: 3 }) ?? [], {
          color: false,
          columns: 70,
        }).split("The votes")[1];
        expect(votes ?? "").not.toMatch(/Level \d \d|\d+ said|\d of \d/u);
      }),
    );
  });
});

describe("small groups that stand with another", () => {
  const person = (group: string, present: number, host?: string): Group => ({
    group,
    name: group,
    present,
    ...(host === undefined ? {} : { "shown-with": host }),
  });
  const namesAt = (people: readonly Group[]) =>
    wallGroups(people).map(({ group, name, size }) => `${group}: ${name} (${size})`);

  it.each<[string, Group[], string[]]>([
    [
      "follow a join that leads on, so that nobody's vote has no place at the wall",
      [person("staff", 5), person("trustees", 2, "staff"), person("visitors", 1, "trustees")],
      ["staff: staff, trustees and visitors (8)"],
    ],
    [
      "follow it by way of a group that is not there",
      [person("staff", 5), person("trustees", 0, "staff"), person("visitors", 1, "trustees")],
      ["staff: staff and visitors (6)"],
    ],
    [
      "type together where they joined each other",
      [person("b", 1, "a"), person("a", 2, "b"), person("staff", 4)],
      ["staff: staff (4)", "b: b and a (3)"],
    ],
    [
      "stay alone where they joined nobody who is known",
      [person("trustees", 2, "nobody"), person("staff", 4)],
      ["staff: staff (4)", "trustees: trustees (2)"],
    ],
    [
      "stand under the one they joined where that one is not there",
      [person("staff", 0), person("trustees", 2, "staff"), person("visitors", 2, "staff")],
      ["staff: trustees and visitors (4)"],
    ],
  ])("%s", (_, people, expected) => {
    expect(namesAt(people)).toEqual(expected);
  });
});
