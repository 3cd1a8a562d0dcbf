import type { Rubric } from "../../rubric/rubric.ts";
import { classWords } from "../../scoring/beside-words.ts";
import { percentsOf } from "../../scoring/percent.ts";
import { standingWords } from "../../scoring/result-words.ts";
import type { BarrierScore, SectionScore } from "../../scoring/schema.ts";
import { quoted } from "../../util/words.ts";
import { isNotAsked, type PlanInput } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";

type Method = PlanView["method"];
type Working = Method["workings"][number];

function rulesFor({ scorecard, assessment, items }: PlanInput): string[] {
  const holds = items.some(({ must, rubric }) => must !== "none" && rubric.bands.length > 0);
  return [
    ...planWords.method.rules.slice(0, -1),
    ...(holds ? [planWords.method.holdsRule] : []),
    ...resultRules(assessment.rubrics),
    ...planWords.method.rules.slice(-1),
    ...(scorecard.barriers.length > 0 ? [planWords.method.barrierRule] : []),
    ...(items.some((item) => item.criterion.private && !isNotAsked(item))
      ? [planWords.method.privateRule]
      : []),
  ];
}

/** How results are made, with whose they are where not all are made alike. */
function resultRules(rubrics: readonly Rubric[]): string[] {
  const scored = rubrics.filter(({ sections }) =>
    sections.some(({ kind, scored: isScored }) => kind === "principle" && isScored),
  );
  const ways = [...new Set(scored.map(({ headline }) => headline))];
  if (ways.length < 2) return ways.map((each) => planWords.method.resultRules[each]);
  return scored.map(
    ({ title, headline }) => `${quoted(title)}: ${planWords.method.resultRules[headline]}`,
  );
}

/** How each number was reached, and what this plan does not claim. */
export function describeMethod(input: PlanInput): Method {
  const { scorecard, assessment } = input;
  return {
    rules: rulesFor(input),
    limits: planWords.method.limits,
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
    return { title, sum: planWords.method.noSum[noScore ?? "not-asked"], result };
  return {
    title,
    sum: planWords.method.settledShare(rangeText([low, high], percent), known ?? "0"),
    result,
  };
}

function barrierWorkings(input: PlanInput): Working[] {
  const { scorecard, sections } = input;
  const asked = scorecard.barriers.filter(({ key }) => isAsked(input, key));
  return asked.map(({ key, pressure, cover, ...standing }) => {
    const parts = [
      pressure === null ? "" : planWords.method.felt(rangeText(pressure, percentsOf(pressure))),
      cover === null ? "" : planWords.method.inPlace(rangeText(cover, percentsOf(cover))),
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
  return planWords.method.noSum[noClass === "does-not-apply" ? noClass : "not-asked"];
}

function rangeText(
  [low, high]: readonly [string, string],
  percent: readonly [number, number],
): string {
  const range = low === high ? low : planWords.method.to(low, high);
  return planWords.method.shownAs(range, percent);
}
