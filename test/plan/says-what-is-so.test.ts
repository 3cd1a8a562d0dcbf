import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { compareAssessments } from "../../src/comparison/compare-assessments.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Criterion, Rubric } from "../../src/rubric/rubric.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { anAssessment } from "../support/builders.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { examples } from "../support/examples.ts";
import { renderPlan } from "../support/render.ts";
import { seeded } from "../support/seeded.ts";
import { planOf } from "../support/specimen.ts";

// A reader that knows nothing of how the plan is made holds the sentences of its Markdown against the scorecard's JSON.
// All 10,000 rooms: npx vitest run --mode long test/plan/says-what-is-so.test.ts

const ROOMS = examples(200, 10_000);

const rubrics = ["principles", "barriers"].map((id): Rubric => {
  const path = join(PACKAGE_FOLDER, `rubrics/${id}.yaml`);
  const { rubric } = parseRubric(path, readFileSync(path, "utf8"));
  if (rubric === undefined) throw new Error(`${id} is not sound.`);
  return rubric;
});
const sections = rubrics.flatMap((rubric) => rubric.sections);
const bandName = (id: string) => rubrics[0]?.bands.find((band) => band.id === id)?.name ?? id;
const titleOf = (key: string) => sections.find((section) => section.key === key)?.title ?? key;

type Random = () => number;

/** A room with a hidden level, some of everything that leaves an answer open, and here and there a whole part unasked. */
function aRoom(random: Random): Assessment {
  const level = random();
  const doubt = random() * 0.3;
  const unasked = random() < 0.3 ? 0.5 : random() * 0.1;
  const answers: Record<string, Response> = {};
  for (const section of sections) {
    if (random() < unasked) continue;
    for (const criterion of section.criteria) {
      const response = anAnswer(criterion, { random, level, doubt });
      if (response !== undefined) answers[criterion.key] = response;
    }
  }
  return anAssessment({ rubrics, answers });
}

function anAnswer(
  { levels, allowNotApplicable }: Criterion,
  { random, level, doubt }: { random: Random; level: number; doubt: number },
): Response | undefined {
  const top = levels.length - 1;
  const at = Math.max(0, Math.min(top, Math.round((level + (random() - 0.5) * 0.6) * top)));
  const id = (index: number) => levels[index]?.id ?? "";
  const chance = random();
  if (chance < doubt) return { answer: "unsure" };
  if (chance < doubt * 1.4) return { answer: "skipped" };
  if (chance < doubt * 1.8) return undefined;
  if (chance < doubt * 2 && at > 0) return { answer: "differ", from: id(0), to: id(at) };
  if (chance > 0.97 && allowNotApplicable) return { answer: "not-applicable", reason: "No." };
  return { answer: id(at) };
}

function percentOf([low, high]: readonly [number, number]): string {
  return low === high ? `${low}%` : `${low}% to ${high}%`;
}

function bandOf([low, high]: readonly [string, string]): string {
  return low === high ? bandName(low) : `Between ${bandName(low)} and ${bandName(high)}`;
}

/** Every sentence of the page that the JSON does not bear out. */
function contradictions(page: string, card: Scorecard): string[] {
  return [
    ...emptyRanges(page),
    ...readiness(page, card),
    ...weakest(page, card),
    ...mustHaves(page, card),
    ...standings(page, card),
    ...unknowns(page, card),
    ...barriers(page, card),
  ];
}

function emptyRanges(page: string): string[] {
  return [...page.matchAll(/(\d+)% to (\d+)%/gu)].flatMap(([said, low, high]) =>
    Number(low) < Number(high) ? [] : [`a range of one number: ${said}`],
  );
}

function readiness(page: string, { headline, noHeadline }: Scorecard): string[] {
  const said = /## How ready we are\s+\*\*(.+?)\*\*/u.exec(page)?.[1]?.trim() ?? "(nothing)";
  const names = {
    "no-principles": "No overall result",
    unscored: "No score",
    "not-enough": "Not enough to say",
    "too-early": "Too early to say",
    "none-wanted": "No overall result",
    "several-results": "More than one result",
  };
  const right =
    headline === null
      ? names[noHeadline?.reason ?? "no-principles"]
      : bandOf(headline.bands ?? ["", ""]);
  return said === right ? [] : [`ready: ${said}, not ${right}`];
}

function weakest(page: string, { headline }: Scorecard): string[] {
  const found =
    /Our weakest principles? (?:is|are|seems? to be) ((?:“[^”]+”(?:, | and )?)+)(?:, (?:each )?at ([\d% to]+))?\./u.exec(
      page,
    );
  if (found === null) return headline === null ? [] : ["the weakest is not named"];
  if (headline === null) return [`weakest without a result: ${found[0]}`];
  const named = [...(found[1] ?? "").matchAll(/“([^”]+)”/gu)].map(([, title]) => title);
  const right = headline.weakest.map(titleOf);
  return [
    ...(named.join() === right.join() ? [] : [`weakest: ${named}, not ${right}`]),
    ...(found[2] === undefined || found[2] === percentOf(headline.percent)
      ? []
      : [`weakest at ${found[2]}, not ${percentOf(headline.percent)}`]),
  ];
}

function mustHaves(page: string, card: Scorecard): string[] {
  const having = (must: string) => card.criteria.filter((each) => each.must === must).length;
  const [met, not, open] = [having("pass"), having("fail"), having("unknown")];
  const found = /Of (\d+) must-haves?: (.+)\./u.exec(page);
  const all = /All (\d+) must-haves are met/u.exec(page);
  const count = (words: RegExp) => Number(words.exec(found?.[2] ?? "")?.[1] ?? 0);
  const said =
    all === null
      ? [count(/(\d+) met/u), count(/(\d+) not met/u), count(/(\d+) we cannot/u)]
      : [Number(all[1]), 0, 0];
  const capped = card.headline?.capped ?? [];
  const held = /[Mm]ust-haves? (?:is|are) not met, so the result/u.test(page);
  return [
    ...(said.join() === [met, not, open].join() ? [] : [`must-haves: ${said}`]),
    ...(held === capped.length > 0 ? [] : [`held down: ${held}`]),
  ];
}

function standings(page: string, card: Scorecard): string[] {
  return card.sections.flatMap(({ key, bands, percent }) => {
    const row = page.split("\n").find((line) => line.startsWith(`| ${titleOf(key)} |`));
    if (row === undefined || bands === null || percent === null) return [];
    const right = `${bandOf(bands)}, ${percentOf(percent)}`;
    return row.includes(`| ${right} |`) ? [] : [`${row} does not say ${right}`];
  });
}

function unknowns(page: string, { criteria }: Scorecard): string[] {
  const applying = criteria.filter(({ interval }) => interval !== null);
  const having = (answer: string) => applying.filter((each) => each.answer === answer).length;
  const found = /Of (\d+) questions, ([^.]+)\./u.exec(page);
  if (found === null)
    return having("unsure") + having("skipped") + having("none") === 0 ? [] : ["open is not said"];
  const count = (words: RegExp) => Number(words.exec(found[2] ?? "")?.[1] ?? 0);
  const said = [
    Number(found[1]),
    count(/the answer to (\d+)/u),
    count(/we left (\d+)/u),
    count(/not asked (\d+)/u),
  ];
  const right = [applying.length, having("unsure"), having("skipped"), having("none")];
  return said.join() === right.join() ? [] : [`unknowns: ${said}, not ${right}`];
}

function barriers(page: string, card: Scorecard): string[] {
  const ofClass = (id: string | null) => card.barriers.filter((each) => each.class === id).length;
  const found = /Of (\d+) barriers?, we feel (\w+) strongly/u.exec(page);
  if (found === null) return [];
  const felt = found[2] === "none" ? 0 : Number(found[2]);
  const right = [card.barriers.length - ofClass(null), ofClass("act-first") + ofClass("in-hand")];
  return [Number(found[1]), felt].join() === right.join() ? [] : [`barriers: ${found[0]}`];
}

/** The rows of what changed, each against the comparison. */
function changes(page: string, older: Assessment, newer: Assessment): string[] {
  const { sections: compared } = compareAssessments(older, newer);
  return compared.flatMap(({ key, change }) => {
    const row = page
      .split("\n")
      .find((line) => line.startsWith(`| ${titleOf(key)} |`) && line.split("|").length === 6);
    if (row === undefined) return [];
    const said = row.split("|")[4]?.trim() ?? "";
    const isBetter = said.startsWith("Better");
    const isWorse = said.startsWith("Worse");
    return isBetter === (change === "better") && isWorse === (change === "worse") ? [] : [row];
  });
}

it(`says nothing that the JSON contradicts, in ${ROOMS} rooms`, {
  timeout: 3_600_000,
}, async () => {
  const random = seeded(20_261_130);
  let previous: Assessment | undefined;
  for (let room = 0; room < ROOMS; room += 1) {
    const assessment = aRoom(random);
    const card = scoreAssessment(assessment);
    const again = room % 3 === 0 ? previous : undefined;
    const view = planOf(assessment, again === undefined ? {} : { previous: again });
    const page = await renderPlan(view, "md");
    const wrong = [
      ...contradictions(page, card),
      ...(again === undefined ? [] : changes(page, again, assessment)),
    ];
    expect({ room, wrong }).toEqual({ room, wrong: [] });
    previous = assessment;
  }
});

it("notices a plan that says otherwise, so that it can fail", async () => {
  const assessment = aRoom(seeded(3));
  const page = await renderPlan(planOf(assessment), "md");
  const turned = aRoom(seeded(77));
  expect(contradictions(page, scoreAssessment(assessment))).toEqual([]);
  expect(contradictions(page, scoreAssessment(turned)).length).toBeGreaterThan(2);
  expect(contradictions(`${page}\n66% to 66%`, scoreAssessment(assessment))).toHaveLength(1);
});
