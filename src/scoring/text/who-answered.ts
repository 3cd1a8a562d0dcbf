import { dateText } from "../../util/dates.ts";
import { listOf } from "../../util/words.ts";
import type { Scorecard } from "../schema.ts";

/** Who was in the room and who was not: numbers of people, never names. */
export function whoAnswered({ people, view }: Pick<Scorecard, "people" | "view">): string {
  const there = people.filter(({ present }) => present > 0);
  const who = listOf(there.map(({ name, present }) => `${name} (${present})`));
  return {
    shared: `Who answered: ${who}.`,
    staff: `Who answered: ${who}. This is a staff view: nobody with lived experience was in the room.`,
    unknown: "Who answered was not written down.",
  }[view];
}

type About = Pick<Scorecard["assessment"], "title" | "started"> &
  Pick<Scorecard, "people" | "view">;

/** Title, start and who was there: the first thing to know about a result. */
export function aboutAssessment({ title, started, people, view }: About): string {
  const began = started === null ? "" : `, started on ${dateText(started)}`;
  return `${title}${began}. ${whoAnswered({ people, view })}`;
}
