import { describe, expect, it } from "vitest";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { aCriterion, anAssessment, aRubric, aSection, levels } from "../support/builders.ts";

const NAMES = ["one", "two", "three", "four"];
const rubric = aRubric({
  id: "barriers",
  sections: NAMES.map((name) =>
    aSection({
      id: name,
      kind: "barrier",
      criteria: [
        aCriterion({ id: `${name}-felt`, measures: "pressure", levels: levels(3), scale: "felt" }),
        aCriterion({ id: `${name}-check` }),
      ],
    }),
  ),
});
const [felt] = criteriaOf(rubric);
const ids = felt?.levels.map(({ id }) => id) ?? [];
const pressures = { one: 2, two: 2, three: 1, four: 1 };
const said = Object.fromEntries(
  Object.entries(pressures).map(([name, level]) => [`barriers/${name}-felt`, ids[level] ?? ""]),
);
const checks = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`barriers/${name}-check`, ids[0] ?? ""]));

const scored = (answers: Readonly<Record<string, string>>) =>
  scoreAssessment(anAssessment({ rubrics: [rubric], answers }));

describe("a checklist whose barrier is not among those felt most", () => {
  it("waits: it is in no sum, and is not called unanswered", () => {
    const { barriers, criteria } = scored({ ...said, ...checks(["one", "two", "three"]) });
    expect(barriers.map(({ class: named, noClass }) => named ?? noClass)).toEqual([
      "act-first",
      "act-first",
      "keep-watch",
      "waits",
    ]);
    expect(barriers[3]).toMatchObject({ pressure: ["1/3", "1/3"], cover: null });
    expect(criteria.find(({ key }) => key === "barriers/four-check")).toEqual({
      key: "barriers/four-check",
      answer: "waits",
      interval: null,
      must: "none",
      votes: null,
    });
  });

  it("counts as ever where it was answered", () => {
    const { barriers } = scored({ ...said, ...checks(NAMES) });
    expect(barriers[3]).toMatchObject({ class: "keep-watch", noClass: null });
  });

  it("is one not asked where nobody has said how much its barrier is felt", () => {
    const { "barriers/four-felt": _, ...others } = said;
    const { barriers } = scored({ ...others, ...checks(["one", "two", "three"]) });
    expect(barriers[3]?.noClass).toBe("not-asked");
  });
});
