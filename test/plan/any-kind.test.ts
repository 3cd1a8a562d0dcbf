import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Assessment, resolveAssessment } from "../../src/assessment/assessment.ts";
import type { Response } from "../../src/assessment/schema.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import type { Scorecard } from "../../src/scoring/schema.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { exact } from "../../src/util/exact.ts";
import { settled, twoRubrics } from "../support/any-kind.ts";
import { examples } from "../support/examples.ts";
import { renderPlan } from "../support/render.ts";
import { planOf } from "../support/specimen.ts";

// A reader that knows nothing of how the plan is made holds its sentences against the scorecard, over two sets of questions of
// any kind at a time. All 10,000: npx vitest run --mode long test/plan/any-kind.test.ts

const ROOMS = examples(100, 10_000);

/** Answered, left for later, not known, does not apply, or never asked, by a row of numbers. */
function aRoom(rubrics: readonly Rubric[], row: readonly number[]): Assessment {
  const answers = rubrics.flatMap(criteriaOf).flatMap((each, at) => {
    const response = anAnswer(each, (row[at % row.length] ?? 0) + at);
    return response === undefined ? [] : [[each.key, response] as const];
  });
  const file = {
    coprod: "assessment/1" as const,
    title: "Lake House",
    rubrics: rubrics.map(({ id }) => ({ id })),
    answers: Object.fromEntries(answers),
  };
  return resolveAssessment(file, rubrics);
}

function anAnswer(criterion: Criterion, number: number): Response | undefined {
  const open: (Response | undefined)[] = [
    { answer: "unsure" },
    { answer: "skipped" },
    undefined,
    { answer: "not-applicable", reason: "No." },
  ];
  return number % 11 < open.length && (criterion.allowNotApplicable || number % 11 < 3)
    ? open[number % 11]
    : settled(criterion, number);
}

interface Read {
  readonly page: string;
  readonly card: Scorecard;
  readonly rubrics: readonly Rubric[];
}

type Check = (read: Read) => string[];

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));
const said = (isSo: boolean, words: string) => (isSo ? [] : [words]);
const part = (page: string, heading: string) =>
  new RegExp(String.raw`^## ${heading}\n([\s\S]*?)(?=^## |(?![\s\S]))`, "mu").exec(page)?.[1] ?? "";
const titleOf = (rubrics: readonly Rubric[], key: string) =>
  rubrics.flatMap(({ sections }) => sections).find((each) => each.key === key)?.title ?? key;

const CHECKS: Readonly<Record<string, Check>> = {
  "no range of one number": ({ page }) =>
    [...page.matchAll(/([\d.]+)% to ([\d.]+)%|([\d.]+) to ([\d.]+) points? of/gu)].flatMap(
      ([range, low, high, least, most]) => said(low !== high || least !== most, range),
    ),
  "nobody differs here": ({ page }) =>
    said(!/see it differently|steps? apart|do not agree:/u.test(page), "a difference of nobody"),
  "no step where the questions have none": ({ page }) =>
    said(!page.includes("clear next step"), "a next step of nobody"),
  "no must-have where there is none": ({ page }) =>
    said(!/must-have that is not met holds/u.test(page), "a must-have of nobody"),
  "it is said whose the result is, where the other questions have another": ({
    page,
    card,
    rubrics,
  }) => {
    const id = card.headline?.rubric ?? card.headline?.weakest[0]?.split("/")[0];
    const owner = rubrics.find((each) => each.id === id);
    const isSaid = /## How ready we are\n+\*\*.+, in “(.+?)”\*\*/u.exec(page)?.[1];
    const isMixed = new Set(rubrics.map(({ headline }) => headline)).size > 1;
    return said(isSaid === (isMixed ? owner?.title : undefined), `whose: ${isSaid}`);
  },
  "the names shown are those of the result": ({ page, card, rubrics }) => {
    const shown = [...part(page, "How ready we are").matchAll(/^- (?:\*\*)?(.+?)\./gmu)];
    const id = card.headline?.rubric ?? card.headline?.weakest[0]?.split("/")[0];
    const names = rubrics.find((each) => each.id === id)?.bands.map(({ name }) => name) ?? [];
    const all = shown.map(([, name]) => name).join();
    return card.headline === null ? [] : said(all === names.join(), `names: ${all}`);
  },
  "the weakest is the lowest of its own kind": ({ page, card, rubrics }) => {
    const found =
      /our weakest principles? (?:is|are|seems? to be) (.+?)(?:, (?:each )?at|\.)/iu.exec(page);
    const rivals = card.sections.filter(({ key, kind, low }) => {
      const owner = rubrics.find(({ id }) => key.startsWith(`${id}/`));
      return kind === "principle" && low !== null && owner?.headline === "weakest";
    });
    const share = (low: string | null) => Number(exact(low ?? "1").valueOf());
    const lowest = Math.min(...rivals.map(({ low }) => share(low)));
    const right = rivals
      .filter(({ low }) => share(low) === lowest)
      .map(({ key }) => titleOf(rubrics, key));
    const named = [...(found?.[1] ?? "").matchAll(/“([^”]+)”/gu)].map(([, title]) => title);
    return found === null ? [] : said(named.join() === right.join(), `${found[0]}, not ${right}`);
  },
  "what is not answered is listed, and nothing else": ({ page, card, rubrics }) => {
    const list =
      /### Not answered yet\n([\s\S]*?)(?=^##? |^### |(?![\s\S]))/mu.exec(
        part(page, "What we do not know"),
      )?.[1] ?? "";
    const named = [...list.matchAll(/^- (.+)$/gmu)].map(([, asks]) => asks ?? "");
    const open = new Set(
      card.criteria
        .filter(
          ({ answer, interval }) =>
            (answer === "none" || answer === "skipped") && interval !== null,
        )
        .map(({ key }) => key),
    );
    const right = rubrics
      .flatMap(criteriaOf)
      .filter(({ key }) => open.has(key))
      .map(({ asks }) => asks);
    return said(same(named, right), `listed ${named}, not ${right}`);
  },
  "all is answered only where it is": ({ page, card }) => {
    const isOpen = card.criteria.some(
      ({ answer, interval }) => interval !== null && ["none", "skipped", "unsure"].includes(answer),
    );
    return said(
      !(isOpen && page.includes("We have an answer to every question")),
      "not every question",
    );
  },
  "each row of the table is as in the JSON": ({ page, card, rubrics }) =>
    card.sections.flatMap(({ key, percent, points }) => {
      const row = page.split("\n").find((line) => line.startsWith(`| ${titleOf(rubrics, key)} |`));
      if (row === undefined || percent === null) return [];
      const [low, high] = percent;
      const owner = rubrics.find(({ id }) => key.startsWith(`${id}/`));
      const share = low === high ? `${low}%` : `${low}% to ${high}%`;
      const isSaid =
        owner?.show === "points" && points !== undefined
          ? / points? of /u.test(row)
          : row.includes(` ${share} |`);
      return said(isSaid, `${row}, not ${share}`);
    }),
};

function contradictions(read: Read): string[] {
  return Object.entries(CHECKS).flatMap(([name, check]) =>
    check(read).map((each) => `${name}: ${each}`),
  );
}

it(`says nothing that the JSON contradicts, of questions of any kind, in ${ROOMS} rooms`, {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      twoRubrics,
      fc.array(fc.nat(40), { minLength: 3, maxLength: 9 }),
      async (rubrics, row) => {
        const assessment = aRoom(rubrics, row);
        const page = await renderPlan(planOf(assessment), "md");
        expect(contradictions({ page, card: scoreAssessment(assessment), rubrics })).toEqual([]);
      },
    ),
    { numRuns: ROOMS },
  );
});

it("notices a plan that says otherwise, so that it can fail", async () => {
  const rubrics = fc.sample(twoRubrics, { numRuns: 1, seed: 7 })[0] ?? [];
  const assessment = aRoom(rubrics, [3, 9, 20]);
  const card = scoreAssessment(assessment);
  const page = await renderPlan(planOf(assessment), "md");
  const lies = "66% to 66%. People see it differently. There is a clear next step.";
  expect(contradictions({ page, card, rubrics })).toEqual([]);
  expect(contradictions({ page: `${page}\n${lies}`, card, rubrics })).toHaveLength(3);
});
