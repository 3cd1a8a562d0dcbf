import { bandNames } from "../rubric/rubric.ts";
import { isWeakestSure } from "../scoring/weakest.ts";
import { capitalised, listOf, percentWords, quoted, rangeWords } from "../util/words.ts";
import { isNotAsked, type Material } from "./input.ts";
import type { PlanView } from "./schema/index.ts";

type Readiness = Pick<PlanView["short"], "ready" | "why">;

/** How ready we are, in the words of the rubric's bands: the weakest principle decides. */
export function describeReadiness(material: Material): Readiness {
  const { headline, noHeadline } = material.scorecard;
  if (headline === null) return noReadiness(material, noHeadline);
  const untouched = headline.weakest.filter((key) => isUntouched(material, key));
  const named = headline.weakest.filter((key) => !untouched.includes(key));
  if (named.length === 0) return { ready: CANNOT_SAY, why: notAskedText(material, untouched) };
  const rubric = material.items.find(({ section }) =>
    headline.weakest.includes(section.key),
  )?.rubric;
  const [low, high] = bandNames(rubric, headline.bands);
  const means = rubric?.bands.find(({ id }) => id === headline.bands[0])?.means;
  const weakest = sectionTitles(material, named);
  const principle = WEAKEST[`${isWeakestSure(material.scorecard)}`][named.length === 1 ? 0 : 1];
  return {
    ready: capitalised(rangeWords([low, high])),
    why: [
      ...(low === high && means !== undefined ? [means] : []),
      `Our weakest ${principle} ${weakest}, at ${percentWords(headline.percent)}.`,
      "A strong principle does not make up for a weak one, so the weakest decides.",
      ...cappedText(material, headline.capped),
      ...notAskedText(material, untouched),
      ...(headline.low === headline.high
        ? []
        : [
            "The number is a range because there are things we do not know or do not agree on yet.",
          ]),
    ],
  };
}

const WEAKEST = {
  true: ["principle is", "principles are"],
  false: ["principle seems to be", "principles seem to be"],
} as const;

const CANNOT_SAY = "We cannot say yet";

/** Nothing asked is no result: from nought to a hundred percent would only look like one. */
function isUntouched({ items }: Material, key: string): boolean {
  return items.filter(({ section }) => section.key === key).every(isNotAsked);
}

function notAskedText(material: Material, keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  return [`We have not asked about ${sectionTitles(material, keys)} yet.`];
}

function noReadiness(material: Material, reason: Material["scorecard"]["noHeadline"]): Readiness {
  const ready = CANNOT_SAY;
  if (reason === null || reason.reason === "no-principles")
    return { ready, why: ["These questions have no principles, so there is no overall result."] };
  const sections = sectionTitles(material, reason.sections);
  return { ready, why: [`We have not answered enough about ${sections}.`] };
}

function cappedText({ items }: Material, capped: readonly string[]): string[] {
  const questions = items
    .filter(({ criterion }) => capped.includes(criterion.key))
    .map(({ criterion }) => quoted(criterion.asks));
  if (questions.length === 0) return [];
  const mustHaves = questions.length === 1 ? "a must-have that is" : "must-haves that are";
  return [`It is held down by ${mustHaves} not met: ${listOf(questions)}`];
}

function sectionTitles({ sections }: Material, keys: readonly string[]): string {
  return listOf(keys.map((key) => quoted(sections.get(key)?.title ?? key)));
}
