import { bandNames, criteriaOf, type Rubric, sectionCalled } from "../rubric/rubric.ts";
import { askedOnce } from "../rubric/same-as.ts";
import { asSentence, capitalised, inSentence, listOf, quoted, rangeWords } from "../util/words.ts";
import { namesUsed, quickLookWords } from "./beside-words.ts";
import { isWeakestSure, rivalsFor } from "./headline.ts";
import { amountWords } from "./percent.ts";
import { meanWords } from "./results.ts";
import type { NoHeadline, Scorecard, SectionScore } from "./schema.ts";

// What a result is called and why it is that, in the sentences that the scorecard, the explanation, the plan and the e-mail
// all say. Each is made from the scorecard alone, so that none of them can say otherwise than its JSON.

export interface ResultWords {
  /** The band, such as Ready, or the words that there is none. */
  readonly ready: string;
  /** `67%`; null where there is no number. */
  readonly percent: string | null;
  /** Where other questions have a result of another kind: the title of those that this one is of. */
  readonly whose: string | null;
  /** Why, a sentence each. */
  readonly why: readonly string[];
}

type Rubrics = readonly Rubric[];
type Headline = NonNullable<Scorecard["headline"]>;

/** The result as a whole. */
export function resultWords(scorecard: Scorecard, rubrics: Rubrics): ResultWords {
  const { headline, noHeadline } = scorecard;
  const named = namesUsed(scorecard, rubrics);
  if (headline !== null) {
    const words = reachedWords(scorecard, headline, rubrics);
    const beside = headline.how === undefined ? ownResults(scorecard, rubrics) : [];
    const quick = quickLookWords(askedOnce(scorecard, rubrics));
    return { ...words, why: [...quick, ...words.why, ...beside, ...named] };
  }
  const reason = noHeadline ?? { reason: "no-principles", sections: [], answered: [0, 0] };
  const why = [...NO_RESULT[reason.reason](scorecard, reason, rubrics), ...named];
  return { ready: NO_RESULT_NAMES[reason.reason], percent: null, whose: null, why };
}

/** The title of the questions that the result is of, where others have a result of another kind; else null. */
export function whoseResult({ headline }: Pick<Scorecard, "headline">, rubrics: Rubrics) {
  const owner = headlineRubric(headline, rubrics);
  const kindOf = (each: Rubric) => [each.headline, ...each.bands.map(({ id }) => id)].join("\n");
  const others = rubrics.filter(({ sections }) =>
    sections.some(({ kind, scored }) => kind === "principle" && scored),
  );
  const isSo = owner !== undefined && others.some((each) => kindOf(each) !== kindOf(owner));
  return isSo ? owner.title : null;
}

const NO_RESULT_NAMES: Readonly<Record<NoHeadline["reason"], string>> = {
  "no-principles": "No overall result",
  unscored: "No score",
  "not-enough": "Not enough to say",
  "too-early": "Too early to say",
  "none-wanted": "No overall result",
  "several-results": "More than one result",
};

/** The results of the rubrics that are added up or whose mean is taken, a sentence each. */
export function ownResults({ results = [] }: Scorecard, rubrics: Rubrics): string[] {
  return results.map(({ rubric: id, ...result }) => {
    const rubric = rubrics.find((each) => each.id === id);
    const { name, percent } = standingWords({ ...result, key: `${id}/` }, rubrics);
    const amount = percent === null || percent === name ? "" : `, ${percent}`;
    return `${quoted(rubric?.title ?? id)}: ${inSentence(name)}${amount}.`;
  });
}

type WhyNot = (scorecard: Scorecard, reason: NoHeadline, rubrics: Rubrics) => string[];

const NO_RESULT: Readonly<Record<NoHeadline["reason"], WhyNot>> = {
  "no-principles": () => ["These questions have no principle, so there is no overall result."],
  unscored: () => [
    "The answers to these questions are words, so no number and no band is made of them.",
  ],
  "none-wanted": () => [
    "Each part of these questions has a result of its own, and there is none of the whole.",
  ],
  "several-results": (scorecard, _, rubrics) => ownResults(scorecard, rubrics),
  "not-enough": (_, { sections }, rubrics) => [
    `Too many questions about ${titlesOf(rubrics, sections)} do not apply to us.`,
  ],
  "too-early": ({ sections, criteria }, { sections: keys, answered: [answered, all] }, rubrics) => {
    const having = (reason: SectionScore["noScore"]) =>
      keys.filter((key) => sections.some((each) => each.key === key && each.noScore === reason));
    const gone = criteria.filter(({ answer }) => answer === "look-again").map(({ key }) => key);
    const isAgain = (key: string) =>
      sectionCalled(rubrics, key)?.criteria.some((each) => gone.includes(each.key)) ?? false;
    const open = having("not-asked");
    const about = (found: readonly string[], words: (titles: string) => string) =>
      found.length === 0 ? [] : [words(titlesOf(rubrics, found))];
    return [
      answered === 0
        ? "None of the questions that make the result is answered yet."
        : `We have answered ${answered} of ${all} questions so far.`,
      ...about(having("too-early"), (titles) => `Less than half of ${titles} is answered.`),
      ...about(
        open.filter(isAgain),
        (titles) => `The levels of ${titles} are others now: look again.`,
      ),
      ...about(
        open.filter((key) => !isAgain(key)),
        (titles) => `We have not answered anything about ${titles} yet.`,
      ),
    ];
  },
};

function reachedWords(scorecard: Scorecard, headline: Headline, rubrics: Rubrics): ResultWords {
  const rubric = headlineRubric(headline, rubrics);
  const amount = amountWords(headline, rubric);
  const names = endNames(rubric, headline);
  const range = amount === null ? "The result is a range," : `The number is a range, ${amount},`;
  return {
    ready: headline.bands === null ? (amount ?? "") : capitalised(rangeWords(names)),
    percent: headline.bands === null ? null : amount,
    whose: whoseResult(scorecard, rubrics),
    why: [
      ...meaningOf(rubric, headline.bands ?? []),
      ...decidingText(scorecard, headline, { rubrics, names }),
      ...(headline.low === headline.high
        ? []
        : [`${range} because there are things we do not know or do not agree on yet.`]),
    ],
  };
}

/** The rubric whose bands name the result as a whole. */
export function headlineRubric(
  headline: Scorecard["headline"],
  rubrics: Rubrics,
): Rubric | undefined {
  const own = rubrics.find(({ id }) => id === headline?.rubric);
  return own ?? ownerOf(rubrics, headline?.weakest[0]);
}

/** Names of the bands at both ends; where a rubric has none, the percents speak for themselves. */
export function endNames(
  rubric: Rubric | undefined,
  { bands, percent }: Pick<Headline, "bands" | "percent">,
): [string, string] {
  return bands === null ? [`${percent[0]}%`, `${percent[1]}%`] : bandNames(rubric, bands);
}

/** What a band means, where it is one and no range of bands. */
export function meaningOf(rubric: Rubric | undefined, [low, high]: readonly string[]): string[] {
  const means = rubric?.bands.find(({ id }) => id === low)?.means;
  return low !== undefined && low === high && means !== undefined ? [means] : [];
}

interface Naming {
  readonly rubrics: Rubrics;
  /** Names of the bands at the two ends. */
  readonly names: readonly [string, string];
}

/** What really decides: a must-have that holds the band, and only else the weakest principle. */
function decidingText(
  scorecard: Scorecard,
  headline: Headline,
  { rubrics, names: [low, high] }: Naming,
): string[] {
  const { capped, undecided } = headline;
  const weakest =
    headline.how === undefined
      ? weakestText(scorecard, headline, rubrics)
      : [madeText(scorecard, headline, rubrics)];
  return [
    ...(capped.length === 0 ? weakest : [cappedText(placed(rubrics, capped), "the result", high)]),
    ...(capped.length === 0 ? [] : weakest.slice(0, 1)),
    ...(undecided.length === 0
      ? []
      : [undecidedText(placed(rubrics, undecided), "the result", low)]),
  ];
}

/** How the result of an instrument of its own kind is made. */
function madeText(scorecard: Scorecard, headline: Headline, rubrics: Rubrics): string {
  const rubric = headlineRubric(headline, rubrics);
  const amount = headline.low === headline.high ? amountWords(headline, rubric) : null;
  const said = amount === null ? "" : `: ${amount}`;
  if (headline.how === "sum") return `All answers are added up to one total${said}.`;
  return meanWords(scorecard, rubric, said);
}

function weakestText(scorecard: Scorecard, headline: Headline, rubrics: Rubrics): string[] {
  const titles = titlesOf(rubrics, headline.weakest);
  const several = headline.weakest.length > 1;
  const isSettled = headline.low === headline.high;
  const isSure = isWeakestSure(scorecard, rubrics);
  const each = several ? "each at" : "at";
  const amount = amountWords(headline, headlineRubric(headline, rubrics));
  const isSaid = amount !== null && (isSettled || (isSure && !several));
  const at = isSaid ? `, ${each} ${amount}` : "";
  const [be, seem] = several
    ? ["principles are", "principles seem to be"]
    : ["principle is", "principle seems to be"];
  const owner = ownerOf(rubrics, headline.weakest[0]);
  // Where other questions have a result of their own, this one is not of all of them.
  const isOfAll = scorecard.results === undefined || owner === undefined;
  const our = isOfAll ? "Our" : `In ${quoted(owner.title)}, our`;
  return [
    `${our} weakest ${isSure ? be : seem} ${titles}${at}.`,
    ...(rivalsFor(scorecard, rubrics).length < 2
      ? []
      : ["A strong principle does not make up for a weak one, so the weakest decides."]),
  ];
}

/** `“Can people step back?” (Flexibility)` for each. */
function placed(rubrics: Rubrics, criteria: readonly string[]): string[] {
  return criteria.map((key) => {
    const found = rubrics
      .flatMap(({ sections }) => sections)
      .flatMap((section) => section.criteria.map((criterion) => ({ section, criterion })))
      .find(({ criterion }) => criterion.key === key);
    return found === undefined
      ? quoted(key)
      : `${quoted(found.criterion.asks)} (${found.section.title})`;
  });
}

function cappedText(questions: readonly string[], what: string, band: string): string {
  const are = questions.length === 1 ? "A must-have is" : "Must-haves are";
  return asSentence(
    `${are} not met, so ${what} cannot be higher than ${quoted(band)}: ${listOf(questions)}`,
  );
}

function undecidedText(questions: readonly string[], what: string, band: string): string {
  const [are, it] =
    questions.length === 1 ? ["a must-have is", "it is"] : ["must-haves are", "they are"];
  const start = asSentence(`We cannot say yet whether ${are} met: ${listOf(questions)}`);
  return `${start} If ${it} not, ${what} is no higher than ${quoted(band)}.`;
}

/** Where one section stands. */
export interface StandingWords {
  /** The band, or why there is none. */
  readonly name: string;
  /** Its number, in percent or points; null where there is none, or names alone are wanted. */
  readonly percent: string | null;
  /** What the band means, where it is one. */
  readonly means: string | null;
  /** The must-haves that hold the band, in sentences; null where none does. */
  readonly held: string | null;
}

export const NO_SCORE_NAMES: Readonly<Record<NonNullable<SectionScore["noScore"]>, string>> = {
  "does-not-apply": "Too much does not apply",
  "not-asked": "Not answered yet",
  "too-early": "Too early to say",
  unscored: "Not scored",
};

export function standingWords(
  score: Pick<
    SectionScore,
    "key" | "bands" | "percent" | "points" | "capped" | "undecided" | "noScore"
  >,
  rubrics: Rubrics,
): StandingWords {
  const { key, bands, percent, capped, undecided, noScore } = score;
  if (percent === null) {
    const name = NO_SCORE_NAMES[noScore ?? "not-asked"];
    return { name, percent: null, means: null, held: null };
  }
  const rubric = ownerOf(rubrics, key);
  const amount = amountWords({ ...score, percent }, rubric);
  const [low, high] = endNames(rubric, { bands, percent });
  const asks = (keys: readonly string[]) => keys.map((each) => quoted(asksOf(rubric, each)));
  const held = [
    ...(capped.length === 0 ? [] : [cappedText(asks(capped), "this", high)]),
    ...(undecided.length === 0 ? [] : [undecidedText(asks(undecided), "this", low)]),
  ];
  return {
    name: bands === null ? (amount ?? "") : capitalised(rangeWords([low, high])),
    percent: amount,
    means: meaningOf(rubric, bands ?? [])[0] ?? null,
    held: held.length === 0 ? null : held.join(" "),
  };
}

/** The rubric that a section or a part belongs to. */
export function ownerOf(rubrics: Rubrics, key: string | undefined): Rubric | undefined {
  return rubrics.find(({ id }) => key?.startsWith(`${id}/`));
}

function asksOf(rubric: Rubric | undefined, key: string): string {
  const criteria = rubric === undefined ? [] : criteriaOf(rubric);
  return criteria.find((criterion) => criterion.key === key)?.asks ?? key;
}

function titlesOf(rubrics: Rubrics, keys: readonly string[]): string {
  return listOf(keys.map((key) => quoted(sectionCalled(rubrics, key)?.title ?? key)));
}
