import type { Band, Rubric } from "../rubric/rubric.ts";
import { indexChange, shareChange } from "./change.ts";
import { isLearning, type Settled } from "./same-questions.ts";
import type { Change, ComparisonStatus, Standing } from "./schema.ts";

/** A score with the rubric whose bands it is named by. */
interface Placed {
  readonly standing: Standing | null;
  readonly rubric: Rubric | undefined;
}

interface Compared {
  readonly change: Change | null;
  readonly status: ComparisonStatus;
}

/** How a score changed; `questions` undefined where it was made from other questions. */
export function standingChange(
  before: Placed,
  after: Placed,
  questions: readonly Settled[] | undefined,
): Compared {
  if (before.standing === null || after.standing === null) return uncompared("not-enough");
  if (questions === undefined) return uncompared("questions-changed");
  const number = shareChange(shareOf(before.standing), shareOf(after.standing));
  const change = combined(bandChange(before, after) ?? number, number);
  const learning = change === "may-have-changed" && isLearning(questions);
  return { change: learning ? "learning" : change, status: "compared" };
}

export function uncompared(status: ComparisonStatus): Compared {
  return { change: null, status };
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
  const places = ({ bands: [low, high] }: Standing) => [index(low), index(high)] as const;
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
