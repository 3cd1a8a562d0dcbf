import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveAssessment } from "../../src/assessment/assessment.ts";
import { withPicked } from "../../src/assessment/felt-most.ts";
import type { AssessmentFile, Response } from "../../src/assessment/schema.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { itemsOf } from "../../src/workshop/items.ts";
import { canBePicked } from "../../src/workshop/session/choose-scope.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { seeded } from "../support/seeded.ts";
import { planOf } from "../support/specimen.ts";

const rubrics = ["principles", "barriers"].map((id): Rubric => {
  const path = join(PACKAGE_FOLDER, `rubrics/${id}.yaml`);
  const { rubric } = parseRubric(path, readFileSync(path, "utf8"));
  if (rubric === undefined) throw new Error(`${id} is not sound.`);
  return rubric;
});
const PICKED = "principles/change-course";
const withEight = withPicked(rubrics, PICKED);
const core = withEight.flatMap(criteriaOf).filter((criterion) => criterion.core);

/** Every core question answered at the level that `choose` gives, and nothing else. */
function quick(choose: (levels: number) => number, more: Record<string, Response> = {}) {
  const answers = core.map(({ key, levels }) => {
    const answer = levels[choose(levels.length)]?.id ?? "";
    return [key, { answer }] as const;
  });
  const file: AssessmentFile = {
    coprod: "assessment/1",
    title: "Lake House",
    look: "quick",
    picked: PICKED,
    rubrics: rubrics.map(({ id }) => ({ id })),
    answers: { ...Object.fromEntries(answers), ...more },
  };
  return resolveAssessment(file, withEight);
}

describe("a quick look", () => {
  it("settles in 100 of 100 fully answered cases", () => {
    const random = seeded(18);
    const cards = Array.from({ length: 100 }, () =>
      scoreAssessment(quick((levels) => Math.floor(random() * levels))),
    );
    const settled = cards.filter(
      ({ headline }) => headline !== null && headline.low === headline.high,
    );
    expect(settled).toHaveLength(100);
    const bands = settled.map(({ headline }) => headline?.bands?.join());
    expect(bands.every((each) => new Set(each?.split(",")).size === 1)).toBe(true);
  });

  it.each([
    ["top", (levels: number) => levels - 1, 3],
    ["bottom", () => 0, 0],
  ] as const)("gives the %s band where all is at that end", (_, choose, band) => {
    const { headline } = scoreAssessment(quick(choose));
    expect(headline?.bands).toEqual([rubrics[0]?.bands[band]?.id, rubrics[0]?.bands[band]?.id]);
  });

  it("says that it is one, and suggests no asking of what was not meant to be asked", () => {
    const plan = planOf(quick((levels) => levels - 1));
    expect(plan.short.why[0]).toMatch(/^This is on a quick look: it is made of \d+ of the \d+ /u);
    expect(plan.unknowns).toMatchObject({ notAsked: [] });
    expect(JSON.stringify(plan.actions)).not.toContain("Answer together");
  });

  it("says nothing of barriers that nobody was to be asked about", () => {
    const assessment = quick((levels) => levels - 1);
    expect(scoreAssessment(assessment).barriers).toEqual([]);
    expect(planOf(assessment).barriers).toEqual([]);
  });

  it.each(canBePicked(rubrics).map(({ key }) => [key]))("counts %s where it was picked", (key) => {
    const eight = withPicked(rubrics, key);
    const asked = eight.flatMap(criteriaOf).filter((each) => each.core);
    const all = asked.map(
      ({ key: name, levels }) => [name, { answer: levels.at(-1)?.id ?? "" }] as const,
    );
    const answers = Object.fromEntries(all);
    const about = {
      coprod: "assessment/1",
      title: "Lake House",
      look: "quick",
      picked: key,
    } as const;
    const file = { ...about, rubrics: rubrics.map(({ id }) => ({ id })), answers };
    const { look, headline } = scoreAssessment(resolveAssessment(file, eight));
    expect(itemsOf(eight, { quick: true })).toHaveLength(8);
    expect({ look, bands: headline?.bands }).toEqual({
      look: "quick",
      bands: [rubrics[0]?.bands.at(-1)?.id, rubrics[0]?.bands.at(-1)?.id],
    });
  });

  it("asks eight questions, all of them in the principles", () => {
    const items = itemsOf(withEight, { quick: true });
    expect(items.map(({ section }) => section.kind)).toEqual(Array(8).fill("principle"));
  });

  it("is a whole look from the first other answer on", () => {
    const other = withEight.flatMap(criteriaOf).find((criterion) => !criterion.core);
    const answer = { answer: other?.levels[0]?.id ?? "" };
    const card = scoreAssessment(quick(() => 1, { [other?.key ?? ""]: answer }));
    expect(card.look).toBeNull();
    expect(card.headline).toBeNull();
  });
});
