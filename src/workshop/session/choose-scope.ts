import type { Rubric } from "../../rubric/rubric.ts";
import { choices } from "../../terminal/blocks.ts";
import { itemsOf, type Selection } from "../item.ts";
import { lengthWords } from "../messages/resume-words.ts";
import { echo, fold, readNumber } from "../parse-input.ts";
import { usualMinutes } from "../usual-minutes.ts";
import { ask, type Stopped } from "./ask.ts";
import type { Talk } from "./talk.ts";

/** By the number that is typed. */
const SELECTIONS: Readonly<Record<number, Selection | "some">> = {
  1: { quick: false },
  2: { quick: true },
  3: "some",
};

/** Asks how much the people want to do today: everything, a quick look, or some of the parts. */
export async function howMuch(
  talk: Talk,
  rubrics: readonly Rubric[],
): Promise<Selection | Stopped> {
  talk.say([
    choices([
      { mark: "1", name: `Everything. ${howLong(rubrics, { quick: false })}` },
      { mark: "2", name: `A quick look. ${howLong(rubrics, { quick: true })}` },
      { mark: "3", name: "Only some of the parts" },
    ]),
  ]);
  const words = "How much will we do today? Press Enter for everything.";
  const help = "Type 1 for everything, 2 for a quick look, 3 for some of the parts, or q to stop.";
  for (let again = words; ; ) {
    const typed = await ask(talk, { words: again, prompt: "1, 2 or 3: ", help });
    if (typeof typed !== "string") return typed;
    const chosen = SELECTIONS[readNumber(typed || "1") ?? 0];
    if (chosen !== undefined) return chosen === "some" ? someParts(talk, rubrics) : chosen;
    again = `${echo(typed)} is not one of the choices. Type 1, 2 or 3.`;
  }
}

/** How long it takes in words, from what the rubrics say of themselves. */
export function howLong(rubrics: readonly Rubric[], selection: Selection): string {
  const items = itemsOf(rubrics, selection);
  return lengthWords({ items }, toFive(usualMinutes(rubrics, items)));
}

/** Nobody can say it more closely than that. */
function toFive(minutes: number): number {
  return Math.max(5, Math.round(minutes / 5) * 5);
}

async function someParts(talk: Talk, rubrics: readonly Rubric[]): Promise<Selection | Stopped> {
  const sections = rubrics.flatMap((rubric) => rubric.sections);
  const rows = sections.map(({ title }, index) => ({ mark: String(index + 1), name: title }));
  talk.say([choices(rows)]);
  const help = "Type the numbers of the parts for today, for example 1 3, or q to stop.";
  let words = "Which parts? Type their numbers, for example 1 3. The others stay for another day.";
  for (;;) {
    const typed = await ask(talk, { words, prompt: "Parts: ", help });
    if (typeof typed !== "string") return typed;
    const keys = fold(typed)
      .split(/[\s,]+/u)
      .map((each) => sections[Number(each) - 1]?.key);
    const known = keys.filter((key) => key !== undefined);
    if (known.length === keys.length) return { quick: false, sections: [...new Set(known)] };
    words = `${echo(typed)} does not fit. Type numbers from 1 to ${sections.length}, for example 1 3.`;
  }
}
