import { dateText } from "../../util/dates.ts";
import { listOf } from "../../util/words.ts";
import { peopleCount } from "../groups.ts";
import type { Scorecard } from "../schema.ts";

type Answered = Pick<Scorecard, "people" | "smallestShown" | "view">;

/** Who was in the room and who was not: numbers of people, never names, and of small groups no numbers either. */
export function whoAnswered({ people, smallestShown, view }: Answered): string {
  const there = people.filter(({ present }) => present !== 0);
  const who = listOf(
    there.map(({ name, present }) => `${name} (${peopleCount(present, smallestShown)})`),
  );
  return {
    shared: `Who answered: ${who}.`,
    staff: `Who answered: ${who}. This is a staff view: nobody with lived experience was in the room.`,
    unknown: "Who answered was not written down.",
  }[view];
}

type About = Pick<Scorecard["assessment"], "title" | "started"> & Answered;

/** Title, start and who was there: the first thing to know about a result. */
export function aboutAssessment({ title, started, ...answered }: About): string {
  const began = started === null ? "" : `, started on ${dateText(started)}`;
  return `${title}${began}. ${whoAnswered(answered)}`;
}
