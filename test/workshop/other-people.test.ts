import { describe, expect, it } from "vitest";
import { peopleAt } from "../../src/assessment/assessment.ts";
import type { Group, Session } from "../../src/assessment/schema.ts";
import { buildPlan } from "../../src/plan/build-plan.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { anAssessment } from "../support/builders.ts";
import { walk } from "../support/walk.ts";

const VOTED = walk(["v", "112", "3334", "2", "", "q"]).file;
const COMING_BACK = { file: VOTED, question: undefined };

/** One person with lived experience and three staff today, where three and four voted before. */
const FEWER = ["n", "1", "3", ""];

describe("on a day with fewer people than have voted before", () => {
  it("asks about a group that is small today", () => {
    const { last } = walk(FEWER, COMING_BACK);
    expect(last).toContain("There is only 1 person in one group: people with lived experience.");
  });

  it("waits for the votes of those who are here today", () => {
    const { transcript, step } = walk([...FEWER, "2", "g 2", "1", "33"], COMING_BACK);
    expect(transcript).toContain("People with lived experience (1 here): 1");
    expect(transcript).toContain("Staff (3 here): 33");
    expect(step.prompt).toBe("Staff (3 here, 2 typed): ");
  });

  it("keeps numbers in the file that cover the votes of the earlier day", () => {
    const { file, transcript } = walk([...FEWER, "2"], COMING_BACK);
    expect(file.people?.map(({ present }) => present)).toEqual([3, 4]);
    expect(transcript).toContain("Saved. 4 people are here.");
    expect(transcript).toContain("For staff the file keeps 4");
  });

  it("counts from today's numbers where somebody comes late", () => {
    const late = ["2", "g 2", "12", "y", "333", "1", "g people"];
    const { transcript, step, file } = walk([...FEWER, ...late], COMING_BACK);
    expect(transcript).toContain("You typed 2 votes. You said 1 person is here.");
    expect(step.prompt).toBe("People with lived experience (Enter keeps 2): ");
    expect(file.people?.map(({ present }) => present)).toEqual([3, 4]);
  });

  it("asks for the views of those who are here today", () => {
    const { step, transcript } = walk(
      ["n", "3", "0", "", "g 2", "", "d", "1 3", "We hear late"],
      COMING_BACK,
    );
    expect(transcript).toContain("People with lived experience: We hear late");
    expect(step.prompt).toBe("People with lived experience (3 here): ");
  });
});

describe("whose votes", () => {
  const now = { ...COMING_BACK };
  /** Three of each on the second day, and one person more, who is put in with the staff. */
  const JOINED = [
    "n",
    "3",
    "4",
    "Commissioner",
    "1",
    "",
    "1",
    "g 3",
    "v",
    "111",
    "44444",
    "2",
    "q",
  ];

  it("are those of the people who were there on that day, with the groups as they were then", () => {
    const { file } = walk(JOINED, now);
    const days = (file.sessions ?? []).map(({ people = [] }) =>
      people.map((each) => [each.group, each.present, each["shown-with"]]),
    );
    expect(days.at(-1)).toEqual([
      ["lived-experience", 3, undefined],
      ["staff", 4, undefined],
      ["commissioner", 1, "staff"],
    ]);
    const { first, second } = {
      first: file.answers?.["principles/power"],
      second: file.answers?.["principles/board"],
    };
    const assessment = { people: file.people ?? [], sessions: file.sessions ?? [] };
    expect(peopleAt(assessment, second).map(({ group }) => group)).toContain("commissioner");
    expect(first?.voted).toBeDefined();
  });

  it("are never shown with a group that joined on another day", () => {
    const day = (date: string, people: Group[]): Session => ({
      began: `${date}T10:00:00Z`,
      ended: `${date}T12:00:00Z`,
      how: "stopped",
      people,
    });
    const staff = { group: "staff", name: "Staff", present: 4 };
    const lived = { group: "lived-experience", name: "People with lived experience", present: 4 };
    const guest = { group: "guest", name: "Commissioner", present: 1, "shown-with": "staff" };
    const sessions = [
      day("2026-11-30", [lived, staff]),
      day("2026-12-07", [lived, { ...staff, present: 5 }, guest]),
    ];
    const people = [lived, { ...staff, present: 5 }, guest];
    const asked = (voted: string) =>
      peopleAt({ people, sessions }, { voted }).map(({ group }) => group);
    expect(asked("2026-11-30T11:00:00Z")).toEqual(["lived-experience", "staff"]);
    expect(asked("2026-12-07T11:00:00Z")).toEqual(["lived-experience", "staff", "guest"]);
    const plan = buildPlan(
      anAssessment({ people, sessions, answers: { "principles/question": "level-1" } }),
      scoreAssessment(anAssessment({ people, sessions })),
      { date: undefined, length: "full", audience: "trustees" },
    );
    const who = plan.made.find(({ name }) => name === "Who came");
    expect(who?.text).toBe(
      "On 30 November 2026: People with lived experience (4) and Staff (4). " +
        "On 7 December 2026: People with lived experience (4) and Staff and Commissioner (6).",
    );
  });
});
