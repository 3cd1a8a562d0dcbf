import type { Assessment } from "../../assessment/assessment.ts";
import type { Scorecard } from "../schema.ts";
import { barriersText } from "./scorecard-barriers.ts";
import { differencesText, mustHavesText, unknownsText } from "./scorecard-findings.ts";
import { headlineText, whoAnswered } from "./scorecard-headline.ts";
import { type Reading, readingOf } from "./scorecard-reading.ts";
import { sectionsText } from "./scorecard-sections.ts";

/** The scorecard for a terminal: words first, bars second, no line wider than `columns` (40 at least, 76 at most). */
export function scorecardText(
  assessment: Assessment,
  scorecard: Scorecard,
  options: { color: boolean; columns: number },
): string {
  const reading = readingOf(assessment, scorecard, options);
  const blocks = [
    whoAnswered(reading),
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
