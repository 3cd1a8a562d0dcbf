import type { Assessment } from "../../assessment/assessment.ts";
import { MONTHS } from "../../util/dates.ts";

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
  if (isSure || !areApart(titles)) return "";
  return `These files may be of different charities: ${quotedList(titles)}. ${WHY}`;
}

const WHY = "Results do not compare between charities.\n";

function coversNote(assessments: readonly Assessment[]): string {
  const covers = unlike(assessments.flatMap((each) => each.covers ?? []));
  if (covers.length < 2) return "";
  return `These files do not look at the same work: ${quotedList(covers)}. Keep that in mind when you read what changed.\n`;
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
