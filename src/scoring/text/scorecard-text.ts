import type { Assessment } from "../../assessment/assessment.ts";
import { bandNames } from "../../rubric/rubric.ts";
import { listOf, percentWords, rangeWords } from "../../util/words.ts";
import { isWeakestSure } from "../headline.ts";
import type { Scorecard } from "../schema.ts";
import { differencesText, mustHavesText, unknownsText } from "./scorecard-findings.ts";
import { isUntouched, type Reading, readingOf, whoAnswered } from "./scorecard-reading.ts";
import { barriersText, heldText, sectionsText } from "./scorecard-sections.ts";

/** The scorecard for a terminal: words first, bars second, no line wider than `columns` (40 at least, 76 at most). */
export function scorecardText(
  assessment: Assessment,
  scorecard: Scorecard,
  options: { color: boolean; columns: number },
): string {
  const reading = readingOf(assessment, scorecard, options);
  const blocks = [
    whoWasThere(reading),
    titleText(reading),
    headlineText(reading),
    sectionsText(reading),
    barriersText(reading),
    mustHavesText(reading),
    differencesText(reading),
    unknownsText(reading),
    sourceText(reading),
    reading.paragraph(NOT_CLAIMED),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const NOT_CLAIMED =
  "This is a start for talk: it is not a tested measure, and it does not prove co-production. " +
  "Please do not use it to compare charities.";

function titleText({ scorecard, heading, paragraph }: Reading): string {
  const { title, covers } = scorecard.assessment;
  return [heading(title), ...(covers === null ? [] : [paragraph(covers)])].join("\n");
}

function sourceText({ scorecard, paragraph }: Reading): string {
  const rubrics = scorecard.rubrics.map(({ id, version }) => `${id} ${version}`);
  return paragraph(`Questions from: ${rubrics.join(", ")}.`);
}

/** The first line of every report. */
function whoWasThere({ scorecard, paragraph }: Reading): string {
  const missing = scorecard.people.filter(({ present }) => present === 0);
  const absent = listOf(missing.map(({ name }) => name));
  const sentences = [
    whoAnswered(scorecard),
    ...(absent === "" ? [] : [`Not in the room: ${absent}.`]),
  ];
  return paragraph(sentences.join(" "));
}

/** The result in words, the principle that decides it, and what its bands mean. */
function headlineText(reading: Reading): string {
  const { headline, noHeadline } = reading.scorecard;
  if (headline?.weakest.every((key) => isUntouched(reading, key)))
    return openText(reading, headline);
  if (headline !== null) return resultText(reading, headline);
  const why = noHeadline === null ? [] : [reasonText(reading, noHeadline)];
  return [reading.heading("Result: there is none yet."), ...why].join("\n");
}

type Result = NonNullable<Scorecard["headline"]>;

/** Nothing asked is no result: from nought to a hundred percent would only look like one. */
function openText(reading: Reading, { weakest }: Result): string {
  const words = [reading.heading("Result: we cannot say yet."), notAskedText(reading, weakest)];
  return words.join("\n");
}

function notAskedText({ sections, paragraph }: Reading, keys: readonly string[]): string {
  return paragraph(`We have not asked about ${listOf(titlesOf(sections, keys))} yet.`);
}

function resultText(reading: Reading, headline: Result): string {
  const { heading, paragraph } = reading;
  const rubric = reading.sections.get(headline.weakest[0] ?? "")?.rubric;
  const bands = bandNames(rubric, headline.bands);
  const meanings = rubric?.bands.filter(({ id }) => headline.bands.includes(id)) ?? [];
  return [
    heading(`Result: ${rangeWords(bands)}, ${percentWords(headline.percent)}.`),
    weakestText(reading, headline.weakest),
    ...(headline.capped.length === 0 ? [] : [paragraph(heldText(bands[1]))]),
    ...meanings.map(({ name, means }) => paragraph(`${name}: ${means}`)),
  ].join("\n");
}

/** Only what was asked about can be weak; the rest is said apart. */
function weakestText(reading: Reading, keys: readonly string[]): string {
  const { sections, paragraph, item } = reading;
  const notAsked = keys.filter((key) => isUntouched(reading, key));
  const asked = keys.filter((key) => !notAsked.includes(key));
  const rest = notAsked.length === 0 ? [] : [notAskedText(reading, notAsked)];
  const [first = "", ...others] = titlesOf(sections, asked);
  const isSure = isWeakestSure(reading.scorecard);
  if (others.length === 0) {
    const named = isSure ? `: ${first}.` : `. It seems to be: ${first}.`;
    return [paragraph(`The weakest principle decides the result${named}`), ...rest].join("\n");
  }
  const why = paragraph(
    isSure
      ? "The weakest principles decide the result:"
      : "The weakest principles decide the result. They seem to be:",
  );
  return [why, ...[first, ...others].map(item), ...rest].join("\n");
}

function reasonText(
  { sections, paragraph, item }: Reading,
  { reason, sections: keys }: NonNullable<Scorecard["noHeadline"]>,
): string {
  if (reason === "no-principles") {
    return paragraph("These questions are not about a principle, so there is no result.");
  }
  const why = paragraph("There is not enough to say. Too many questions do not apply in:");
  return [why, ...titlesOf(sections, keys).map(item)].join("\n");
}

function titlesOf(sections: Reading["sections"], keys: readonly string[]): string[] {
  return keys.map((key) => sections.get(key)?.section.title ?? key);
}
