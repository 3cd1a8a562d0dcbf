import type { Band, Criterion, Rubric } from "../rubric/rubric.ts";
import type { CriterionScore } from "../scoring/schema.ts";
import { type Exact, exact } from "../util/exact.ts";
import { isLearning, type Settled } from "./pair-criteria.ts";
import type { Cause, Change, ComparisonStatus, Standing } from "./schema.ts";

type Range<Value> = readonly [low: Value, high: Value];

/** What can be said of a range that moved: only what holds wherever in it the truth lies. */
export function rangeChange<Value>(
  [oldLow, oldHigh]: Range<Value>,
  [newLow, newHigh]: Range<Value>,
  compare: (a: Value, b: Value) => number,
): Exclude<Change, "learning"> {
  if (compare(newLow, oldHigh) > 0) return "better";
  if (compare(newHigh, oldLow) < 0) return "worse";
  const settled = compare(oldLow, oldHigh) === 0 && compare(newLow, newHigh) === 0;
  return settled ? "same" : "may-have-changed";
}

function indexChange(before: Range<number>, after: Range<number>): Change {
  return rangeChange(before, after, (a, b) => a - b);
}

/** As `rangeChange`, for shares as the scorecard writes them. */
export function shareChange(before: Range<string>, after: Range<string>): Change {
  const exactly = ([low, high]: Range<string>): Range<Exact> => [exact(low), exact(high)];
  return rangeChange(exactly(before), exactly(after), (a, b) => a.compare(b));
}

/** What changed in the answers to one question that was asked the same way both times. */
export function answerChange(
  before: CriterionScore,
  after: CriterionScore,
  measures: Criterion["measures"],
): Change {
  if (before.interval === null || after.interval === null) {
    return before.interval === after.interval ? "same" : "may-have-changed";
  }
  const change = indexChange(before.interval, after.interval);
  if (change === "may-have-changed" && isUnknown(before) && isSettled(after)) return "learning";
  return measures === "pressure" ? reversed(change) : change;
}

/** A barrier that is felt more is not a gain. */
export function reversed(change: Change): Change {
  if (change === "better") return "worse";
  return change === "worse" ? "better" : change;
}

// People who do not agree have answered; what they do not know, or have not been asked, is open.
function isUnknown(score: CriterionScore): boolean {
  return !isSettled(score) && score.answer !== "differ";
}

function isSettled({ interval }: CriterionScore): boolean {
  return interval !== null && interval[0] === interval[1];
}

/** A score with the rubric whose bands it is named by. */
interface Placed {
  readonly standing: Standing | null;
  readonly rubric: Rubric | undefined;
}

interface Compared {
  readonly change: Change | null;
  readonly status: ComparisonStatus;
  readonly because: Cause[];
}

/** How a score changed; `questions` undefined where it was made from other questions. */
export function standingChange(
  before: Placed,
  after: Placed,
  questions: readonly Settled[] | undefined,
): Compared {
  if (before.standing === null || after.standing === null) return uncompared("not-enough");
  if (questions === undefined) return uncompared("questions-changed");
  const bands = bandChange(before, after);
  if (bands === undefined) return uncompared("bands-moved");
  const number = shareChange(shareOf(before.standing), shareOf(after.standing));
  const combination = combined(bands, number);
  const learning = combination === "may-have-changed" && isLearning(questions);
  const change = learning ? "learning" : combination;
  const because = causesOf(change, { before: before.standing, after: after.standing }, questions);
  return { change, status: "compared", because };
}

export function uncompared(status: ComparisonStatus): Compared {
  return { change: null, status, because: [] };
}

const MOST_CAUSES = 3;

/** A must-have that turned speaks first: it moves the band and leaves the number. Else the answers that moved most. */
function causesOf(
  change: Change,
  { before, after }: { readonly before: Standing; readonly after: Standing },
  questions: readonly Settled[],
): Cause[] {
  const causes = (what: Cause["what"], keys: readonly string[]) =>
    keys.slice(0, MOST_CAUSES).map((key) => ({ key, what }));
  const onlyIn = (keys: readonly string[], others: readonly string[]) =>
    keys.filter((key) => !others.includes(key));
  const unmet = onlyIn(after.capped, before.capped);
  const unknown = onlyIn(after.undecided, before.undecided);
  if (change === "worse" && unmet.length > 0) return causes("must-have-not-met", unmet);
  const met = onlyIn(
    [...before.capped, ...before.undecided],
    [...after.capped, ...after.undecided],
  );
  if (change === "better" && met.length > 0 && bandRose(before, after))
    return causes("must-have-met", met);
  if ((change === "worse" || change === "may-have-changed") && unknown.length > 0)
    return causes("must-have-unknown", unknown);
  if (change === "better" || change === "worse")
    return causes(change, mostMoved(questions.filter((each) => each.change === change)));
  return change === "may-have-changed" ? causes("open", stillOpen(questions)) : [];
}

function bandRose(before: Standing, after: Standing): boolean {
  return before.bands?.join() !== after.bands?.join();
}

function mostMoved(questions: readonly Settled[]): string[] {
  return questions.toSorted((a, b) => b.moved.compare(a.moved)).map(({ newer }) => newer.key);
}

function stillOpen(questions: readonly Settled[]): string[] {
  return questions.filter(({ isOpen }) => isOpen).map(({ newer }) => newer.key);
}

// The band speaks first: it knows about must-haves, which leave the number alone.
function combined(band: Change, number: Change): Change {
  if (band === "better" || band === "worse") return band;
  return band === "same" || number !== "same" ? number : band;
}

/** Undefined where the bands themselves are not the same. */
function bandChange(before: Placed, after: Placed): Change | undefined {
  const [old, now] = [before.rubric?.bands ?? [], after.rubric?.bands ?? []];
  if (before.standing === null || after.standing === null || !sameBands(old, now)) return undefined;
  const index = (id: string) => now.findIndex((band) => band.id === id);
  const places = ({ bands }: Standing) =>
    [index(bands?.[0] ?? ""), index(bands?.[1] ?? "")] as const;
  return indexChange(places(before.standing), places(after.standing));
}

function sameBands(a: readonly Band[], b: readonly Band[]): boolean {
  const same = (band: Band, other: Band | undefined) =>
    other !== undefined && band.id === other.id && band.from.equals(other.from);
  return a.length === b.length && a.every((band, index) => same(band, b[index]));
}

function shareOf({ low, high }: Standing): readonly [string, string] {
  return [low, high];
}
