import type { Assessment } from "../../assessment/assessment.ts";
import { levelNames } from "../../rubric/rubric.ts";
import { isCopy } from "../../rubric/same-as.ts";
import { withoutCommands } from "../../util/visible-text.ts";
import { counted, listOf, quoted, rangeWords } from "../../util/words.ts";
import { headlineRubric, resultWords } from "../result-words.ts";
import type { CriterionScore, Scorecard, VotesScore } from "../schema.ts";
import { areApart } from "../votes-score.ts";
import { type Reading, readingOf, type Scored, whoAnswered } from "./scorecard-reading.ts";
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
  const { ready, percent, whose, why } = resultWords(scorecard, assessment.rubrics);
  const amount = percent === null ? ready : `${ready}, ${percent}`;
  const result = whose === null ? amount : `${amount}, in ${quoted(whose)}`;
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

/** Must-haves not met and not known, or that all are met. Empty where the rubrics have none. */
function mustHavesText(reading: Reading): string {
  const { criteria, heading, paragraph, pen } = reading;
  const having = (result: CriterionScore["must"]) =>
    criteria.filter(({ score }) => score.must === result);
  const [failed, unknown, met] = [having("fail"), having("unknown"), having("pass")];
  const righted = criteria.filter(
    ({ score }) => score.putRight === "fail" && score.must !== "fail",
  );
  const all = paragraph(`All must-haves are met (${met.length} of ${met.length}).`);
  const toRight = questions(reading, heading("What has to be put right", pen.red), righted);
  if (failed.length + unknown.length === 0)
    return [met.length === 0 ? "" : all, toRight].filter((text) => text !== "").join("\n\n");
  return [
    questions(reading, heading("Must-haves that are not met", pen.red), failed),
    toRight,
    questions(reading, heading("Must-haves we do not know about yet"), unknown),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

function questions({ item }: Reading, heading: string, listed: readonly Scored[]): string {
  if (listed.length === 0) return "";
  return [heading, ...listed.map(({ criterion }) => item(criterion.asks))].join("\n");
}

/** The questions on which people or groups stand apart. Empty where there are none. */
function differencesText(reading: Reading): string {
  const found = reading.criteria
    .filter(({ criterion }) => !isCopy(criterion))
    .map((scored) => ({ scored, ways: waysOf(reading, scored) }))
    .filter(({ ways }) => ways.length > 0);
  if (found.length === 0) return "";
  const items = found.map(({ scored, ways }) =>
    [
      reading.item(scored.criterion.asks),
      ...ways.map((way) => reading.paragraph(way, "    ")),
    ].join("\n"),
  );
  return [reading.heading("Where we see things differently"), ...items].join("\n");
}

function waysOf(reading: Reading, { criterion, score }: Scored): string[] {
  const { answer, interval, votes } = score;
  const ways: string[] = [];
  if (answer === "differ" && interval !== null) {
    const [from, to] = levelNames(criterion, interval);
    ways.push(`We do not agree: from ${from} to ${to}.`);
  }
  if (votes?.class === "split") ways.push("The votes are split between two sides.");
  if (votes !== null && areApart(criterion, votes)) {
    const groups = votes.groups.map((group) => groupWords(reading, criterion, group));
    ways.push(`Groups see it differently. Middle vote of each: ${groups.join("; ")}.`);
  }
  // Where nothing says it more closely.
  if (ways.length === 0 && votes?.class === "different-views")
    ways.push("The votes are spread over several levels.");
  return ways;
}

function groupWords(
  { scorecard }: Reading,
  criterion: Scored["criterion"],
  { group, with: others = [], level, upper = level }: VotesScore["groups"][number],
): string {
  const name = (id: string) => scorecard.people.find((each) => each.group === id)?.name ?? id;
  const middle = rangeWords(levelNames(criterion, [level, upper]));
  return `${listOf([group, ...others].map(name))}: ${middle}`;
}

/** How much is open, with what people do not know apart from what was never asked, and without what does not apply. */
function unknownsText({ criteria, heading, item }: Reading): string {
  const counting = criteria.filter(
    ({ criterion, score }) => score.interval !== null && !isCopy(criterion),
  );
  const count = (test: (score: CriterionScore) => boolean) =>
    counting.filter(({ score }) => test(score)).length;
  const unsure = count(({ answer }) => answer === "unsure");
  const left = count(({ answer }) => answer === "skipped");
  const unasked = count(({ answer }) => answer === "none");
  const again = count(({ answer }) => answer === "look-again");
  const voted = count(({ answer }) => answer === "votes");
  const all = counted(counting.length, "question");
  if (counting.length === 0) return "";
  const open = [
    { words: "We do not know", number: unsure },
    { words: "Left for later", number: left },
    { words: "Not asked yet", number: unasked },
    { words: "To look at again, as the levels are others now", number: again },
    { words: "Votes, but no agreed answer yet", number: voted },
  ].filter(({ number }) => number > 0);
  return [
    heading("What we do not know"),
    ...open.map(({ words, number }) => item(`${words}: ${number} of ${all}.`)),
    ...(open.length === 0 ? [item("Every question that applies has an answer.")] : []),
  ].join("\n");
}
