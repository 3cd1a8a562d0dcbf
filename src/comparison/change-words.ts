import { listOf, percentWords, quoted, rangeWords } from "../util/words.ts";
import type { Answered, Cause, Change, Comparison, ComparisonStatus, Standing } from "./schema.ts";

// What became of a score and why, in the words that the comparison and the plan both say.

interface Changed {
  readonly change: Change | null;
  readonly status: ComparisonStatus;
  readonly because: readonly Cause[];
}

type Questions = Comparison["criteria"];

/** Where something stood: its name, and beside it the number as its rubric says it. */
export function placeWords({ names, percent, bands, amount }: Standing): string {
  const number = amount === undefined ? percentWords(percent) : amount;
  if (bands === null || number === null) return number ?? rangeWords(names);
  return `${rangeWords(names)}, ${number}`;
}

/** How a score changed, with what made it change. */
export function changeText({ change, status, because }: Changed, questions: Questions): string {
  if (change === null) return STATUSES[status];
  const causes = causeText(because, questions);
  if (change !== "may-have-changed")
    return causes === "" ? CHANGES[change] : `${CHANGES[change]}, because ${causes}`;
  return causes === "" ? CHANGES[change] : `It may have changed, because ${causes}`;
}

export const CHANGES: Readonly<Record<Change, string>> = {
  better: "Better",
  worse: "Worse",
  same: "The same",
  "may-have-changed": "It may have changed: too much is still open",
  learning: "We know more now; neither better nor worse",
};

const STATUSES: Readonly<Record<ComparisonStatus, string>> = {
  compared: "",
  "questions-changed": "Cannot be compared, because the questions are not the same ones",
  "bands-moved": "Cannot be compared, because the bands were moved",
  "kind-changed": "Cannot be compared, because this part is of another kind now",
  "not-enough": "One of the two times there are not enough answers to say",
  added: "New this time",
  removed: "Not asked this time",
};

/** Whether where it stood and where it stands now may be set side by side. */
export function isSideBySide(status: ComparisonStatus): boolean {
  return status !== "bands-moved" && status !== "kind-changed";
}

/** The causes as the end of a sentence that has begun with `because`; empty where there is none. */
function causeText(because: readonly Cause[], questions: Questions): string {
  const [first] = because;
  if (first === undefined) return "";
  const alike = because.filter(({ what }) => what === first.what);
  const found = alike.flatMap(({ key }) => questions.find((each) => each.key === key) ?? []);
  const asks = listOf(found.map((each) => quoted(each.asks)));
  switch (first.what) {
    case "must-have-not-met":
      return `${mustHaves(found.length)} not met now: ${asks}`;
    case "must-have-met":
      return `${mustHaves(found.length)} met now: ${asks}`;
    case "must-have-unknown":
      return `we cannot say now whether ${mustHaves(found.length)} met: ${asks}`;
    case "open":
      return `${asks} ${found.length === 1 ? "is" : "are"} still open`;
    case "better":
    case "worse":
      return `of ${listOf(found.map(movedText))}`;
  }
}

function mustHaves(count: number): string {
  return count === 1 ? "a must-have is" : "must-haves are";
}

function movedText({ asks, before, after }: Questions[number]): string {
  return `${quoted(asks)} (it was ${levelsText(before)}, and is ${levelsText(after)})`;
}

function levelsText({ levels }: Answered): string {
  if (levels === null) return "not for us";
  const [low, high] = levels.map(quoted);
  return low === high ? `${low}` : `between ${low} and ${high}`;
}

/** Which way a barrier went, with what made it go. */
export function attentionText(
  { attention, status, because }: Comparison["barriers"][number],
  questions: Questions,
): string {
  if (attention === null) return STATUSES[status];
  if (attention === "same") return "It needs as much attention as last time";
  const causes = causeText(because, questions);
  const start = `It needs ${attention} attention now`;
  return causes === "" ? start : `${start}, because ${causes}`;
}

/** Why two assessments cannot be compared at all; undefined where they can. */
export function incomparableText({ incomparable, older, newer }: Comparison): string | undefined {
  const pair = (was: string | null, now: string | null) =>
    `${quoted(was ?? "")} and ${quoted(now ?? "")}`;
  switch (incomparable) {
    case null:
      return undefined;
    case "other-charity":
      return `These cannot be compared, because they are of different charities: ${pair(older.charity, newer.charity)}.`;
    case "other-work":
      return `These cannot be compared, because they are of different work: ${pair(older.covers, newer.covers)}.`;
  }
}

export function isMove(change: Change | null): boolean {
  return change === "better" || change === "worse";
}
