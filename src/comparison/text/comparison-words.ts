import { isUnasked } from "../../scoring/interval.ts";
import { shareWords } from "../../scoring/percent.ts";
import type { BarrierScore } from "../../scoring/schema.ts";
import { dateText } from "../../util/dates.ts";
import { listOf, percentWords, rangeWords } from "../../util/words.ts";
import type { Answered, Change, Comparison, Standing } from "../schema.ts";

/** As a sentence about one score. */
export const CHANGE_SENTENCES: Readonly<Record<Change, string>> = {
  better: "Better.",
  worse: "Worse.",
  same: "The same.",
  "may-have-changed": "It may have changed: too much is still open.",
  learning: "We know more now. That is neither better nor worse.",
};

export function standingWords({ names, percent }: Standing): string {
  return `${rangeWords(names)}, ${percentWords(percent)}`;
}

export function knownShare(range: BarrierScore["cover"]): string {
  return range === null ? "not enough to say" : shareWords(range);
}

/** What was answered, in the words of the question's own levels. */
export function answerWords({ answer, levels }: Answered): string {
  if (answer === "unsure") return "not known";
  if (isUnasked(answer)) return "not asked";
  if (levels === null) return "does not apply";
  if (answer === "differ") return `no agreement, from ${levels[0]} to ${levels[1]}`;
  return answer === "votes" ? `by votes, ${rangeWords(levels)}` : levels[0];
}

export function wasAndNow(was: string, now: string): string {
  return `Was: ${was}. Now: ${now}.`;
}

/** Title, start and who was there: the first thing to know about a result. */
export function sideWords({ title, started, people, view }: Comparison["older"]): string {
  const there = people.filter(({ present }) => present > 0);
  const who = listOf(there.map(({ name, present }) => `${name} (${present})`));
  const began = started === null ? "" : `, started on ${dateText(started)}`;
  const sentences = {
    shared: [`Who answered: ${who}.`],
    staff: [
      `Who answered: ${who}.`,
      "This is a staff view: nobody with lived experience was in the room.",
    ],
    unknown: ["Who answered was not written down."],
  }[view];
  return [`${title}${began}.`, ...sentences].join(" ");
}
