import { bandNames } from "../../rubric/rubric.ts";
import { percentsOf } from "../../scoring/percent.ts";
import type { SectionScore } from "../../scoring/schema.ts";
import { capitalised, percentWords, rangeWords } from "../../util/words.ts";
import type { PlanInput } from "../input.ts";
import type { PlanView } from "../schema/index.ts";
import { barrierClassName } from "./barriers.ts";

type Method = PlanView["method"];
type Working = Method["workings"][number];

const NOT_ENOUGH = "Not enough answers to say";

const RULES = [
  "Each level counts as a share from 0 (the lowest) to 1 (the highest). A part of the plan scores the share of its questions, by weight. A weight is 1 unless the question says otherwise.",
  "Where we do not know, have not asked or do not agree, we count both the lowest and the highest it could be. So a score is a range.",
  "We round the low end down and the high end up, so a result we are sure of can still show two numbers.",
  "A question that does not apply to us is left out.",
  "A must-have that is not met holds the result down, whatever the other answers are.",
  "The weakest principle decides how ready we are.",
  "For barriers we look at how strongly each is felt and how much is in place. Where we are unsure we assume the worse.",
  "Actions come in this order: must-haves that are not met, must-haves we cannot say, what we see differently, what we do not know, and what we can improve.",
];

const LIMITS = [
  "These questions help people talk. Nobody has tested them as a measuring tool.",
  "The results cannot be compared with those of another charity.",
  "A high result is not proof of co-production. Only the people who take part can say that.",
];

/** How each number was reached, and what this plan does not claim. */
export function describeMethod(input: PlanInput): Method {
  const { scorecard, assessment } = input;
  return {
    rules: RULES,
    limits: LIMITS,
    workings: [
      ...scorecard.sections.map((score) => sectionWorking(input, score)),
      ...barrierWorkings(input),
    ],
    rubrics: assessment.rubrics.map(({ title, id, version, hash }) => ({
      title,
      id,
      version,
      hash,
    })),
  };
}

function sectionWorking(input: PlanInput, score: SectionScore): Working {
  const { key, low, high, percent, known, bands } = score;
  const title = input.sections.get(key)?.title ?? key;
  if (low === null || high === null || percent === null || bands === null)
    return { title, sum: "Too few of its questions apply to us.", result: NOT_ENOUGH };
  const rubric = input.assessment.rubrics.find(({ sections }) =>
    sections.some((section) => section.key === key),
  );
  const names = bandNames(rubric, bands);
  return {
    title,
    sum: `${rangeText([low, high], percent)}. Settled share: ${known ?? "0"}.`,
    result: capitalised(rangeWords(names)),
  };
}

function barrierWorkings({ scorecard, sections }: PlanInput): Working[] {
  return scorecard.barriers.map(({ key, pressure, cover, class: id }) => {
    const parts = [
      pressure === null ? "" : `Felt: ${rangeText(pressure, percentsOf(pressure))}.`,
      cover === null ? "" : `In place: ${rangeText(cover, percentsOf(cover))}.`,
    ].filter((part) => part !== "");
    return {
      title: sections.get(key)?.title ?? key,
      sum: parts.length === 0 ? "Not asked yet." : parts.join(" "),
      result: barrierClassName(id),
    };
  });
}

function rangeText(
  [low, high]: readonly [string, string],
  percent: readonly [number, number],
): string {
  const range = low === high ? low : `${low} to ${high}`;
  return `${range}, shown as ${percentWords(percent)}`;
}
