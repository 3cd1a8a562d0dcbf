import type { Rubric } from "../../rubric/rubric.ts";
import { classWords } from "../../scoring/beside-words.ts";
import { percentsOf } from "../../scoring/percent.ts";
import { standingWords } from "../../scoring/result-words.ts";
import type { BarrierScore, SectionScore } from "../../scoring/schema.ts";
import { percentWords, quoted } from "../../util/words.ts";
import { isNotAsked, type PlanInput } from "../input.ts";
import type { PlanView } from "../schema/index.ts";

type Method = PlanView["method"];
type Working = Method["workings"][number];

const RULES = [
  "Each level counts as a share from 0 (the lowest) to 1 (the highest). A part of the plan scores the share of its questions, by weight. A weight is 1 unless the question says otherwise.",
  "Where we do not know, have not asked or do not agree, we count both the lowest and the highest it could be. So a score is a range.",
  "Where the two ends differ, we round the low end down and the high end up. A result we are sure of is one number, the nearest whole percent.",
  "While less than half of a part is answered, it is too early to say anything about it.",
  "A question that does not apply to us is left out.",
  "Actions come in this order: must-haves that are not met, must-haves we cannot say, what we see differently, what we do not know, and what we can improve.",
];

/** What makes the result of each kind of instrument. */
const RESULT_RULES: Readonly<Record<Rubric["headline"], string>> = {
  weakest: "The weakest principle decides how ready we are.",
  mean: "The result is the mean of its parts, each counted once.",
  sum: "The points of all answers are added up to one total.",
  none: "Each part has a result of its own, and there is none of the whole.",
};

const HOLDS_RULE =
  "A must-have that is not met holds the result down, whatever the other answers are.";

function rulesFor({ scorecard, assessment, items }: PlanInput): string[] {
  const holds = items.some(({ must, rubric }) => must !== "none" && rubric.bands.length > 0);
  return [
    ...RULES.slice(0, -1),
    ...(holds ? [HOLDS_RULE] : []),
    ...resultRules(assessment.rubrics),
    ...RULES.slice(-1),
    ...(scorecard.barriers.length > 0 ? [BARRIER_RULE] : []),
    ...(items.some((item) => item.criterion.private && !isNotAsked(item)) ? [PRIVATE_RULE] : []),
  ];
}

/** How results are made, with whose they are where not all are made alike. */
function resultRules(rubrics: readonly Rubric[]): string[] {
  const scored = rubrics.filter(({ sections }) =>
    sections.some(({ kind, scored: isScored }) => kind === "principle" && isScored),
  );
  const ways = [...new Set(scored.map(({ headline }) => headline))];
  if (ways.length < 2) return ways.map((each) => RESULT_RULES[each]);
  return scored.map(({ title, headline }) => `${quoted(title)}: ${RESULT_RULES[headline]}`);
}

const BARRIER_RULE =
  "For barriers we look at how strongly each is felt and how much is in place. Where we are unsure we assume the worse.";

const PRIVATE_RULE =
  "What people may not want to say openly is asked for on folded slips, and no show of cards is counted for it.";

const LIMITS = [
  "These questions help people talk. Nobody has tested them as a measuring tool.",
  "The results cannot be compared with those of another charity.",
  "A high result is not proof of co-production. Only the people who take part can say that.",
];

/** How each number was reached, and what this plan does not claim. */
export function describeMethod(input: PlanInput): Method {
  const { scorecard, assessment } = input;
  return {
    rules: rulesFor(input),
    limits: LIMITS,
    workings: [
      ...scorecard.sections
        .filter(({ key }) => isAsked(input, key))
        .map((score) => sectionWorking(input, score)),
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

function isAsked({ items }: PlanInput, key: string): boolean {
  return items.some((item) => item.section.key === key && !isNotAsked(item));
}

function sectionWorking(input: PlanInput, score: SectionScore): Working {
  const { key, low, high, percent, known, noScore } = score;
  const title = input.sections.get(key)?.title ?? key;
  const { name: result } = standingWords(score, input.assessment.rubrics);
  if (low === null || high === null || percent === null)
    return { title, sum: NO_SUM[noScore ?? "not-asked"], result };
  return {
    title,
    sum: `${rangeText([low, high], percent)}. Settled share: ${known ?? "0"}.`,
    result,
  };
}

const NO_SUM: Readonly<Record<NonNullable<SectionScore["noScore"]>, string>> = {
  "does-not-apply": "Too few of its questions apply to us.",
  "not-asked": "None of its questions is answered.",
  "too-early": "Less than half of it is answered, by weight.",
  unscored: "Its answers are words.",
};

function barrierWorkings(input: PlanInput): Working[] {
  const { scorecard, sections } = input;
  const asked = scorecard.barriers.filter(({ key }) => isAsked(input, key));
  return asked.map(({ key, pressure, cover, ...standing }) => {
    const parts = [
      pressure === null ? "" : `Felt: ${rangeText(pressure, percentsOf(pressure))}.`,
      cover === null ? "" : `In place: ${rangeText(cover, percentsOf(cover))}.`,
    ].filter((part) => part !== "");
    return {
      title: sections.get(key)?.title ?? key,
      sum: parts.length === 0 ? noSum(standing.noClass) : parts.join(" "),
      result: classWords(standing),
    };
  });
}

/** A checklist that waits has its barrier felt, so that is said. */
function noSum(noClass: BarrierScore["noClass"]): string {
  return NO_SUM[noClass === "does-not-apply" ? noClass : "not-asked"];
}

function rangeText(
  [low, high]: readonly [string, string],
  percent: readonly [number, number],
): string {
  const range = low === high ? low : `${low} to ${high}`;
  return `${range}, shown as ${percentWords(percent)}`;
}
