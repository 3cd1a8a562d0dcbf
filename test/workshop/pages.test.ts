import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { page } from "../../src/terminal/page.ts";
import { ROWS_TO_ASK } from "../../src/terminal/scroll-reminder.ts";
import { criteriaOfItem } from "../../src/workshop/items.ts";
import { wallPages } from "../../src/workshop/wall.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { flat } from "../support/screen.ts";
import { rubricFrom } from "../support/small-rubrics.ts";

const FOLDER = join(PACKAGE_FOLDER, "rubrics");
const RUBRICS = readdirSync(FOLDER)
  .map((name) => readFileSync(join(FOLDER, name), "utf8"))
  .filter((text) => text.includes("coprod: rubric/"))
  .map(rubricFrom);
const PAGES = RUBRICS.flatMap((rubric) =>
  wallPages(rubric).map((each) => ({ ...each, rubric: rubric.id })),
);

const PROJECTOR = { columns: 80, rows: 24 };

/** Pages that a window of this size cannot hold, with how many rows they take. */
function tooLong({ columns, rows }: { columns: number; rows: number }) {
  const room = rows - ROWS_TO_ASK;
  return PAGES.flatMap(({ rubric, item, blocks }) => {
    const took = page(blocks, { columns, saved: "10:31", tables: true, rows: room }).split(
      "\n",
    ).length;
    return took > room ? [`${rubric} ${item.number} ${item.kind}: ${took}`] : [];
  });
}

/** What a page of this size does not show of its question or checklist. */
function missing({ item, blocks }: (typeof PAGES)[number], { columns, rows }: typeof PROJECTOR) {
  const text = page(blocks, { columns, saved: "10:31", rows: rows - ROWS_TO_ASK });
  const seen = flat(text.split("\n"));
  const criteria = criteriaOfItem(item);
  const levels = item.kind === "question" ? criteria.flatMap((each) => each.levels) : [];
  // In a small window each barrier goes by its name.
  const titles = item.kind === "checklist" && columns === 60 ? item.titles : undefined;
  const wanted = titles ?? [
    ...criteria.map(({ asks }) => asks),
    ...levels.map((each) => each.text ?? each.name),
  ];
  return wanted.filter((words) => !seen.includes(flat([words])));
}

describe(`the ${PAGES.length} questions and checklists of all bundled rubrics`, () => {
  it.each([PROJECTOR, { columns: 60, rows: 16 }, { columns: 140, rows: 40 }])(
    "stand whole on a window of $columns by $rows",
    (size) => {
      expect(PAGES.flatMap((each) => missing(each, size))).toEqual([]);
      expect(tooLong(size)).toEqual([]);
    },
  );
});
