import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_RUBRICS } from "../../src/files/rubrics.ts";
import type { Criterion } from "../../src/rubric/rubric.ts";
import { type Item, itemsOf } from "../../src/workshop/items.ts";
import { checkCharacters } from "../../src/workshop/parse-input.ts";
import { PACKAGE_FOLDER } from "./context.ts";
import { askedAfterFelt } from "./felt.ts";
import { rubricFrom } from "./small-rubrics.ts";

/** A line that is typed, and the question it is typed at, if any. */
export interface SessionLine {
  readonly line: string;
  readonly at?: Criterion;
}

/** Before the first question: charity, what it covers, how much, who is here, trustees joined with staff, cards. */
const START = ["River House", "", "", "3", "5", "0", "2", "", "1", "1"];

const ACTION = ["a", "Put two people on the budget group", "Chair", "March 2027"];

/** What a team may do at a question, by its number; at the others it agrees on a level without votes. */
const AT_QUESTION: Readonly<Record<number, readonly string[]>> = {
  0: ["112", "3344421", "t", "w", "We changed the times", "", ...ACTION, "2"],
  1: ["e", "Minutes of April", "", "", "2"],
  2: ["333/333333u", "v", "223", "3333332", "3"],
  3: ["d", "1 3", "We hear about it later", "We ask each spring"],
  4: ["", "u"],
  5: ["s"],
  6: ["help", "t", "l", "r", "zzz", "", "1"],
  7: ["14", "", "44", "", "d", "They hear late", "We do ask"],
};

const AT_CHECKLIST: Readonly<Record<number, readonly string[]>> = {
  0: ["t", "w 2", "Not yet", "", "a 1", "Work out the hours", "", ""],
};

const AT_THE_END = ["We forgot the bus fares", "1", "", "", "", ""];
/** One step is agreed, one put off, one turned down, and one is said in other words. */
const STEPS = ["1", "Chair", "March 2027", "2", "3", "No money", "w", "Ask the board", "", "", "f"];
const FACTS = [
  ...["y", "1", "12 December 2026", "You agree.", "Trust is lost.", "13 May 2027"],
  ...["20 December 2026", "Bus fares", "None", "The work rests on one person", "The office"],
];

/** A whole workshop over the rubrics that are asked by default: votes by group, notes, actions, the check screen, the facts. */
export function wholeSession(): {
  readonly criteria: readonly Criterion[];
  readonly lines: readonly SessionLine[];
} {
  const rubrics = DEFAULT_RUBRICS.map((id) =>
    rubricFrom(readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8")),
  );
  const items = askedAfterFelt(itemsOf(rubrics, { quick: false }));
  const questions = items.filter((item) => item.kind === "question");
  const lists = items.filter((item) => item.kind === "checklist");
  const lines = items.flatMap((item) =>
    item.kind === "question"
      ? questionLines(item.criterion, questions.indexOf(item))
      : checklistLines(item, lists.indexOf(item)),
  );
  return {
    criteria: items.flatMap((item) => (item.kind === "question" ? item.criterion : item.criteria)),
    lines: [...plain(START), ...lines, ...plain([...AT_THE_END, ...STEPS, ...FACTS])],
  };
}

function questionLines(at: Criterion, index: number): readonly SessionLine[] {
  const typed = AT_QUESTION[index] ?? ["", String((index % at.levels.length) + 1)];
  return typed.map((line) => ({ line, at }));
}

function checklistLines(
  item: Extract<Item, { kind: "checklist" }>,
  index: number,
): readonly SessionLine[] {
  const characters = checkCharacters(item.criteria).slice(0, item.criteria[0].levels.length);
  const whole = item.criteria
    .map((_, line) => characters[line % characters.length]?.character)
    .join(" ");
  return plain([...(AT_CHECKLIST[index] ?? []), whole, ""]);
}

function plain(lines: readonly string[]): readonly SessionLine[] {
  return lines.map((line) => ({ line }));
}
