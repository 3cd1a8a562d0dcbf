import type { Assessment } from "../../assessment/assessment.ts";
import { withoutCommands } from "../../util/visible-text.ts";
import { listOf } from "../../util/words.ts";
import { headlineRubric, resultWords } from "../result-words.ts";
import type { Scorecard } from "../schema.ts";
import { differencesText, mustHavesText, unknownsText } from "./scorecard-findings.ts";
import { type Reading, readingOf, whoAnswered } from "./scorecard-reading.ts";
import { barriersText, partsText, sectionsText } from "./scorecard-sections.ts";

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
    partsText(reading),
    sectionsText(reading),
    barriersText(reading),
    mustHavesText(reading),
    differencesText(reading),
    unknownsText(reading),
    sourceText(reading),
    reading.paragraph(NOT_CLAIMED),
  ];
  return withoutCommands(`${blocks.filter((block) => block !== "").join("\n\n")}\n`);
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
  const missing = scorecard.people.filter(
    ({ present, outside }) => present === 0 && outside === undefined,
  );
  const absent = listOf(missing.map(({ name }) => name));
  const isRoom = scorecard.people.every(({ outside }) => outside === undefined);
  const sentences = [
    whoAnswered(scorecard),
    ...(absent === "" ? [] : [`${isRoom ? "Not in the room" : "Nobody answered of"}: ${absent}.`]),
  ];
  return paragraph(sentences.join(" "));
}

/** The result in words, what decides it, and what each end of it means. */
function headlineText({ assessment, scorecard, heading, paragraph }: Reading): string {
  const { ready, percent, why } = resultWords(scorecard, assessment.rubrics);
  const result = percent === null ? ready : `${ready}, ${percent}`;
  return [
    heading(`Result: ${result}.`),
    ...why.map((sentence) => paragraph(sentence)),
    ...endMeanings(assessment.rubrics, scorecard.headline).map((line) => paragraph(line)),
  ].join("\n");
}

/** What the two ends mean, where they have names of their own. */
function endMeanings(
  rubrics: Assessment["rubrics"],
  headline: Scorecard["headline"],
): readonly string[] {
  const ends = [...new Set(headline?.bands)];
  const named = headlineRubric(headline, rubrics)?.bands.filter(({ id }) => ends.includes(id));
  return ends.length < 2 ? [] : (named ?? []).map(({ name, means }) => `${name}: ${means}`);
}
