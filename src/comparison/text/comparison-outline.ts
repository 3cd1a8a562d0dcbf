import { helpedWords } from "../../assessment/actions.ts";
import type { Assessment } from "../../assessment/assessment.ts";
import { isUnasked } from "../../scoring/interval.ts";
import { aboutAssessment } from "../../scoring/text/scorecard-reading.ts";
import {
  type Block,
  bullets,
  heading,
  type ListItem,
  list,
  paragraph,
} from "../../terminal/blocks.ts";
import { MONTHS } from "../../util/dates.ts";
import { asSentence, counted } from "../../util/words.ts";
import { incomparableText } from "../change-words.ts";
import type { ActionOutcome, Comparison, ComparisonSeries, CriterionChange } from "../schema.ts";
import { answeredWords, comparedInShort, comparedScores, wasAndNow } from "./comparison-scores.ts";

/** What changed between two assessments, to read from start to end. */
export function comparisonOutline(comparison: Comparison): Block[] {
  return [
    heading(1, "What changed since last time"),
    ...body(comparison, 2),
    paragraph(NOT_CLAIMED),
  ];
}

/** Several assessments: each step, and then the first against the last. */
export function seriesOutline({ steps, whole }: ComparisonSeries): Block[] {
  const titles = steps.map((_, index) => `Step ${index + 1} of ${steps.length}`);
  return [
    heading(1, "What changed, step by step"),
    ...steps.flatMap((step, index) => [heading(2, titles[index] ?? ""), ...body(step, 3)]),
    heading(2, "From first to last"),
    ...body(whole, 3),
    paragraph(NOT_CLAIMED),
  ];
}

const NOT_CLAIMED =
  "This looks at one charity over time. It is not a tested measure, and it is not for comparing charities.";

/** The short form that stands under a scorecard: what went up, what went down, and where to read the rest. */
export function sinceLastTime(comparison: Comparison): Block[] {
  const refused = incomparableText(comparison);
  if (refused !== undefined) return [heading(2, "Since last time"), paragraph(refused)];
  return [
    heading(2, "Since last time"),
    paragraph(`Last time: ${aboutAssessment(comparison.older)}`),
    ...comparedInShort(comparison, 3),
    ...changed(comparison, ["better", "worse"]),
    ...bullets("In all:", countLines(comparison)),
    paragraph("For all that changed: coprod compare, with both files."),
  ];
}

function body(comparison: Comparison, depth: 2 | 3): Block[] {
  const refused = incomparableText(comparison);
  if (refused !== undefined) return [...sides(comparison), paragraph(refused)];
  return [
    ...sides(comparison),
    ...comparedScores(comparison, depth),
    ...comparedActions(comparison.actions),
    heading(depth, "Question by question"),
    ...bullets("In all:", countLines(comparison)),
    ...changed(comparison, ["better", "worse", "may-have-changed", "learning"]),
    ...otherQuestions(comparison),
  ];
}

function sides({ older, newer, incomparable }: Comparison): Block[] {
  return bullets(incomparable === null ? "We compared:" : "We looked at:", [
    `Last time: ${aboutAssessment(older)}`,
    `This time: ${aboutAssessment(newer)}`,
  ]);
}

type Shown = Exclude<CriterionChange["change"], "same">;

const TITLES: Readonly<Record<Shown, string>> = {
  better: "Better:",
  worse: "Worse:",
  "may-have-changed": "May have changed, but too much is open to tell:",
  learning: "Learnt: we did not know before, and we do now. It is neither better nor worse:",
};

function changed({ criteria }: Comparison, kinds: readonly Shown[]): Block[] {
  return kinds.flatMap((kind) => {
    const here = criteria.filter((each) => each.change === kind && isBothTimesAnswered(each));
    return list(TITLES[kind], here.map(changeItem));
  });
}

function changeItem({ asks, before, after, formerKey }: Omit<CriterionChange, "change">): ListItem {
  const renamed = formerKey === null ? [] : [`Last time this question had the key ${formerKey}.`];
  return {
    text: asks,
    details: [wasAndNow(answeredWords(before), answeredWords(after)), ...renamed],
  };
}

/** Whether there is something to show: what was answered once and not asked again is counted, not listed. */
function isBothTimesAnswered(each: CriterionChange): boolean {
  if (hasWaited(each)) return false;
  return each.change === "learning" || !(isOpen(each.before) || isUnasked(each.after.answer));
}

/** Whether it was a check that nobody asked for, last time or this time, because other barriers come first. */
function hasWaited({ before, after }: CriterionChange): boolean {
  return [before, after].some(({ answer }) => answer === "waits");
}

function isOpen(answered: CriterionChange["before"]): boolean {
  return isUnasked(answered.answer) || answered.answer === "unsure";
}

function countLines({ criteria: all }: Comparison): string[] {
  if (all.length === 0) return ["No question was asked the same way both times."];
  const waited = all.filter(hasWaited);
  const criteria = all.filter((each) => !waited.includes(each));
  const open = criteria.filter((each) => isOpen(each.before) && each.change !== "learning");
  const dropped = criteria.filter((each) => !open.includes(each) && isUnasked(each.after.answer));
  const rest = criteria.filter((each) => !open.includes(each) && !dropped.includes(each));
  const lines: readonly (readonly [string, readonly unknown[]])[] = [
    ...COUNTED.map(
      ([kind, words]) => [words, rest.filter((each) => each.change === kind)] as const,
    ),
    ["Not known last time, and still open", open],
    ["Answered last time, and not asked this time", dropped],
    ["In a checklist that waits, this time or last time", waited],
  ];
  return lines
    .filter(([, found]) => found.length > 0)
    .map(([words, found]) => `${words}: ${found.length} of ${counted(all.length, "question")}.`);
}

const COUNTED = [
  ["better", "Better"],
  ["worse", "Worse"],
  ["same", "The same"],
  ["may-have-changed", "May have changed"],
  ["learning", "Learnt"],
] as const;

function otherQuestions({ added, removed, reworded, sections, barriers }: Comparison): Block[] {
  const whole = [...sections, ...barriers];
  const listed = (questions: Comparison["added"], status: "added" | "removed") => {
    const parts = whole.filter((each) => each.status === status);
    const keys = new Set(parts.map(({ key }) => key));
    const inPart = (key: string) => questions.filter(({ section }) => section === key).length;
    return [
      ...parts.map(({ key, title }) => ({ name: title, text: counted(inPart(key), "question") })),
      ...questions.filter(({ section }) => !keys.has(section)).map(({ asks }) => ({ text: asks })),
    ];
  };
  return [
    ...list("New this time, so there is nothing to compare:", listed(added, "added")),
    ...list("No longer asked:", listed(removed, "removed")),
    ...list(
      "Asked in another way now, so the answers are not compared:",
      reworded.map(rewordedItem),
    ),
  ];
}

function rewordedItem({ asked, ...pair }: Comparison["reworded"][number]): ListItem {
  const was = asked === pair.asks ? "The answers to choose from have changed." : `It was: ${asked}`;
  const { text, details = [] } = changeItem({ ...pair, measures: "practice" });
  return { text, details: [was, ...details] };
}

/**
 * What to know before reading what changed: that the files may not belong together, or stand in the wrong order, which
 * would turn every gain into a loss. Empty where there is nothing to say. Each line ends in a newline.
 */
export function comparisonNotes(assessments: readonly Assessment[]): string {
  const notes = [charityNote(assessments), coversNote(assessments), orderNote(assessments)];
  return notes.filter((note) => note !== "").join("");
}

function charityNote(assessments: readonly Assessment[]): string {
  const names = unlike(assessments.flatMap(({ plan }) => plan.charity ?? []));
  const isSure = assessments.every(({ plan }) => plan.charity !== undefined);
  if (names.length > 1)
    return `These files are of different charities: ${quotedList(names)}. ${WHY}`;
  const titles = assessments.map(({ title }) => title);
  if (isSure || !(areApart(titles) || areOfOneDay(assessments))) return "";
  return `These files may be of different charities: ${quotedList(titles)}. ${WHY}`;
}

const WHY =
  "Results do not compare between charities.\nTo see teams side by side, type coprod together --teams and their files.\n";

/** Nobody looks at the same work twice on one day, and calls it something else. */
function areOfOneDay(assessments: readonly Assessment[]): boolean {
  const [day, ...other] = new Set(assessments.map(({ started }) => started));
  return (
    day !== undefined &&
    other.length === 0 &&
    unlike(assessments.map(({ title }) => title)).length > 1
  );
}

function coversNote(assessments: readonly Assessment[]): string {
  const covers = unlike(assessments.flatMap((each) => each.covers ?? []));
  if (covers.length < 2) return "";
  return `These files do not look at the same work: ${quotedList(covers)}. So their results are not compared.\n`;
}

/** Days are only compared, never required. */
function orderNote(assessments: readonly Assessment[]): string {
  const days = assessments.flatMap(({ started }) => started ?? []);
  const isInOrder = days.every((day, index) => index === 0 || day >= (days[index - 1] ?? ""));
  if (isInOrder) return "";
  return "These files are not in the order in which they were started. We compared them as given: the oldest comes first.\n";
}

/** Each text once, whatever its capitals and spaces. */
function unlike(texts: readonly string[]): string[] {
  const found = new Map(texts.map((text) => [plainWords(text).join(" "), text]));
  return [...found.values()];
}

/** Whether some title has no word that tells a charity by in common with the first. */
function areApart(titles: readonly string[]): boolean {
  const [first = [], ...others] = titles.map((title) =>
    plainWords(title).filter((word) => !COMMON.has(word) && !/^\d+$/u.test(word)),
  );
  if (first.length === 0) return false;
  return others.some((words) => words.length > 0 && !words.some((word) => first.includes(word)));
}

/** Words of titles that say when or what for, and not whose. */
const COMMON = new Set([
  ...MONTHS.map((month) => month.toLowerCase()),
  ..."a an and at co-production coproduction for in of on our the to we year".split(" "),
  ..."annual assessment autumn check first last look new quarter quick readiness review second".split(
    " ",
  ),
  ..."session spring summer team third winter workshop".split(" "),
]);

function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

function quotedList(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(" and ");
}

/** What came of each action of last time: how far it is, whether it helped, and what people say now. */
function comparedActions(actions: readonly ActionOutcome[]): Block[] {
  return list("What came of each action:", actions.map(actionItem));
}

function actionItem(action: ActionOutcome): ListItem {
  const { number, do: words, question, why, note } = action;
  const moved =
    question === null
      ? []
      : [
          `${question.asks} ${wasAndNow(answeredWords(question.before), answeredWords(question.after))}`,
        ];
  return {
    name: number,
    text: asSentence(words),
    details: [
      outcomeText(action),
      ...(why === null ? [] : [`Why: ${asSentence(why)}`]),
      ...(note === null ? [] : [`Note: ${asSentence(note)}`]),
      ...moved,
    ],
  };
}

const STATUS: Readonly<Record<ActionOutcome["status"], string>> = {
  done: "Done",
  doing: "Under way",
  planned: "Not started",
  dropped: "Dropped",
  gone: "In no list now, and nobody has written down what happened",
};

/** Done, and no change seen: a finding like any other. */
function outcomeText(action: ActionOutcome): string {
  const { status, change } = action;
  const isUnmoved = status === "done" && (change === "same" || change === "worse");
  const seen = isUnmoved ? ", and no change for the better is seen" : "";
  return [`${STATUS[status]}${seen}.`, ...helpedWords(action)].join(" ");
}
