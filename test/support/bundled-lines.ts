import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_RUBRICS } from "../../src/files/rubrics.ts";
import { type Item, itemsOf } from "../../src/workshop/items.ts";
import { checkCharacters } from "../../src/workshop/parse-input.ts";
import { PACKAGE_FOLDER } from "./context.ts";
import { askedAfterFelt } from "./felt.ts";
import { rubricFrom } from "./small-rubrics.ts";

/** What a new assessment asks before its first question: charity, what it covers, how much, who is here, how they vote. */
export const START_LINES = ["River House", "", "", "3", "5", "0", "2", "", "1", "3"] as const;

/** The lines that answer every question and checklist of some rubrics, or of those that are asked by default. */
export function bundledLines(ids: readonly string[] = DEFAULT_RUBRICS): {
  readonly lines: readonly string[];
  readonly answers: number;
} {
  const rubrics = ids.map((id) =>
    rubricFrom(readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8")),
  );
  const items = askedAfterFelt(itemsOf(rubrics, { quick: false }));
  const answers = items.reduce(
    (total, item) => total + (item.kind === "question" ? 1 : item.criteria.length),
    0,
  );
  return { lines: items.flatMap(linesFor), answers };
}

function linesFor(item: Item, index: number): readonly string[] {
  if (item.kind === "question") {
    return [String((index % item.criterion.levels.length) + 1)];
  }
  const characters = checkCharacters(item.criteria).slice(0, item.criteria[0].levels.length);
  return [
    item.criteria.map((_, line) => characters[line % characters.length]?.character).join(" "),
    "",
  ];
}
