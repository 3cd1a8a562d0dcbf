import { type Band, bandNames, type Rubric } from "../../rubric/rubric.ts";
import type { SectionScore } from "../../scoring/schema.ts";
import {
  capitalised,
  counted,
  listOf,
  percentWords,
  quoted,
  rangeWords,
} from "../../util/words.ts";
import { isNotAsked, isUnsure, type PlanInput, type PlanItem } from "../input.ts";
import type { StandingView } from "../schema/parts.ts";
import { bandTicks, barOf } from "../words.ts";
import { standingText } from "./since-last-plan.ts";

/** Where we are now, one row a section. A range stays a range: there is never a middle. */
export function describeStandings(input: PlanInput, kind: SectionScore["kind"]): StandingView[] {
  return input.scorecard.sections
    .filter((score) => score.kind === kind)
    .flatMap((score) => {
      const items = input.items.filter(({ section }) => section.key === score.key);
      const [first] = items;
      if (first === undefined) return [];
      return [{ ...describeStanding(first, items, score), ...lastTime(input, score.key) }];
    })
    .map((row) => (input.options.length === "summary" ? { ...row, means: null } : row));
}

function describeStanding(
  { rubric, section }: PlanItem,
  items: readonly PlanItem[],
  score: SectionScore,
): Omit<StandingView, keyof LastTime> {
  const common = { title: section.title, unknown: unknownText(items) };
  const said = items.some((item) => !isNotAsked(item));
  const { percent, bands } = score;
  if (!said || !score.enough || percent === null || bands === null) {
    const band = said ? "Not enough answers to say" : "Not asked yet";
    return { ...common, band, means: null, percent: null, held: null, bar: null };
  }
  const [low, high] = bandNames(rubric, bands);
  return {
    ...common,
    band: capitalised(rangeWords([low, high])),
    means: low === high ? (bandWith(rubric, bands[0])?.means ?? null) : null,
    percent: percentWords(percent),
    held: heldText(items, score),
    bar: barOf(percent, bandTicks(rubric)),
  };
}

type LastTime = Pick<StandingView, "was" | "wasBar">;

/** In words in any case; drawn only where both times asked the same, so that nobody compares by eye what does not. */
function lastTime({ comparison, options }: PlanInput, key: string): LastTime {
  const found = comparison?.sections.find((each) => each.key === key);
  if (found === undefined) return { was: null, wasBar: null };
  const { before, status } = found;
  if (status === "added") return { was: "New this time.", wasBar: null };
  const other = status === "questions-changed" ? ", from other questions" : "";
  const isDrawn = status === "compared" && before?.asked === true;
  return {
    was: `Last time: ${standingText(before, { short: options.length === "summary" })}${other}.`,
    wasBar: isDrawn ? barOf(before.percent) : null,
  };
}

function bandWith({ bands }: Rubric, id: string): Band | undefined {
  return bands.find((band) => band.id === id);
}

/** What is not settled in a section, with each reason told apart. */
function unknownText(items: readonly PlanItem[]): string {
  const applicable = items.filter(({ interval }) => interval !== undefined);
  const parts = [
    { count: applicable.filter(isUnsure).length, words: "we do not know" },
    {
      count: applicable.filter(({ answer }) => answer.kind === "differ").length,
      words: "we do not agree on",
    },
    { count: applicable.filter(isNotAsked).length, words: "we have not asked yet" },
  ].filter(({ count }) => count > 0);
  const all = counted(applicable.length, "question");
  if (applicable.length > 0 && applicable.every(isNotAsked))
    return applicable.length === 1
      ? "We have not asked its one question yet."
      : `We have not asked any of its ${all} yet.`;
  if (parts.length === 0)
    return applicable.length === 1 ? "We answered its one question." : `We answered all ${all}.`;
  return `Of ${all}: ${listOf(parts.map(({ count, words }) => `${count} ${words}`))}.`;
}

function heldText(items: readonly PlanItem[], { capped }: SectionScore): string | null {
  const questions = items
    .filter(({ criterion }) => capped.includes(criterion.key))
    .map(({ criterion }) => quoted(criterion.asks));
  if (questions.length === 0) return null;
  const mustHaves = questions.length === 1 ? "a must-have is" : "must-haves are";
  const hold = questions.length === 1 ? "holds" : "hold";
  return `${capitalised(mustHaves)} not met and ${hold} this back: ${listOf(questions)}`;
}
