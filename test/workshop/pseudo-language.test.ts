import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Block } from "../../src/terminal/blocks.ts";
import { Pages, page } from "../../src/terminal/page.ts";
import { ROWS_TO_ASK } from "../../src/terminal/scroll-reminder.ts";
import { wallText } from "../../src/terminal/to-text.ts";
import { criteriaOfItem } from "../../src/workshop/items.ts";
import { beginInterview, hearLine, type Step } from "../../src/workshop/machine.ts";
import { messages } from "../../src/workshop/messages/messages.ts";
import { wallPages } from "../../src/workshop/wall.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { flat } from "../support/screen.ts";
import { emptyFile, rubricFrom, smallRubrics } from "../support/small-rubrics.ts";
import { inPseudo } from "../support/translations.ts";
import { momentAt, PEOPLE } from "../support/walk.ts";

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 16 },
];

/** Every screen once: votes, sides, notes, proof, an action, a checklist, skipped ones, the end and the trustees' paper. */
const LINES = [
  ...[
    "?",
    "v",
    "112",
    "3334",
    "t",
    "w",
    "We talked",
    "e",
    "Minutes",
    "",
    "d",
    "1 3",
    "late",
    "early",
  ],
  ...[
    "a",
    "Ask them",
    "Chair",
    "May 2027",
    "",
    "",
    "s",
    "u",
    "x",
    "y",
    "g",
    "b",
    "ypn",
    "w 2",
    "No",
    "",
  ],
  ...[
    "?",
    "r",
    "y p n",
    "",
    "",
    "g end",
    "a",
    "We forgot the buses",
    "1",
    "y",
    "1",
    "12 May 2027",
    "b",
    "q",
  ],
];

const ACCENTS = /[âêîôûŵŷ]/iu;

describe("in a language that is 40 % longer, a page of the room", () => {
  let restore = () => {};
  beforeAll(() => {
    restore = inPseudo(messages);
  });
  afterAll(() => restore());

  const rubrics = () =>
    readdirSync(join(PACKAGE_FOLDER, "rubrics"))
      .map((name) => readFileSync(join(PACKAGE_FOLDER, "rubrics", name), "utf8"))
      .filter((text) => text.includes("coprod: rubric/"))
      .map(rubricFrom);

  it.each(SIZES)("of each question and checklist stands whole at $columns by $rows", (size) => {
    const wall = {
      columns: size.columns,
      saved: "10:31",
      tables: true,
      rows: size.rows - ROWS_TO_ASK,
    };
    const all = rubrics().flatMap((rubric) => wallPages(rubric));
    expect(all.length).toBeGreaterThan(100);
    const lost = all.flatMap(({ item, blocks }) => {
      const text = page(blocks, wall);
      const rows = text.split("\n");
      const seen = flat(rows);
      // In a small window each barrier goes by its name.
      const titles = item.kind === "checklist" && size.columns === 60 ? item.titles : undefined;
      const asked = titles ?? criteriaOfItem(item).map(({ asks }) => asks);
      return [
        ...asked.filter((words) => !seen.includes(flat([words]))),
        ...(rows.length > wall.rows ? [`${item.number} takes ${rows.length}`] : []),
        ...rows.filter((row) => row.length > size.columns),
      ];
    });
    expect(lost).toEqual([]);
  });

  it.each(SIZES)("says each word of each screen at $columns by $rows", (size) => {
    const lost: string[] = [];
    let spoken = 0;
    const check = (step: Step) => {
      const { texts, said } = shownAt(step, size);
      const rows = [...texts.flatMap((text) => text.split("\n")), step.prompt ?? ""];
      lost.push(...rows.filter((row) => row.length > size.columns), ...lostOf(step.blocks, said));
      spoken += ACCENTS.test(said) ? 1 : 0;
    };
    const file = emptyFile(smallRubrics(), { people: PEOPLE });
    const setting = { fileName: "our.yaml", quick: false, fresh: false, stopped: undefined };
    let step = beginInterview(
      { rubrics: smallRubrics(), file, ...setting, question: "principles/power" },
      momentAt(0),
    );
    check(step);
    for (const [at, line] of LINES.entries()) {
      if (step.prompt === undefined) break;
      step = hearLine(step.state, line, momentAt(at + 1));
      check(step);
    }
    expect(spoken).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });
});

function shownAt({ blocks }: Step, { columns, rows: all }: (typeof SIZES)[number]) {
  const wall = { columns, saved: "10:31", tables: true, bold: false };
  const pages = new Pages((rows) => ({ ...wall, rows: rows(all) }));
  pages.say(blocks, { turns: true });
  const shown = pages.show();
  const texts = shown.how === "clean" ? shown.texts : [shown.text];
  return { texts, said: flat(texts.join("\n").split("\n")) };
}

/** Of what a page cannot do without; what can be said in brief may be. */
function lostOf(blocks: readonly Block[], said: string): readonly string[] {
  if (blocks.some(({ brief }) => brief !== undefined)) return [];
  return wordsOf(blocks.filter(({ spare }) => spare === undefined)).filter(
    (word) => !said.includes(word),
  );
}

/** What is said where there is room for all of it. */
function wordsOf(blocks: readonly Block[]): readonly string[] {
  return wallText(blocks, { columns: 10_000, saved: "10:31" }).split(/\s+/u).filter(Boolean);
}
