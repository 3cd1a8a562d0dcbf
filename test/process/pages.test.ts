import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Criterion, Rubric } from "../../src/rubric/rubric.ts";
import { criteriaOfItem, type Item, itemsOf } from "../../src/workshop/items.ts";
import { checkCharacters } from "../../src/workshop/parse-input.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { askedAfterFelt } from "../support/felt.ts";
import { flat, Screen } from "../support/screen.ts";
import { rubricFrom } from "../support/small-rubrics.ts";
import { ASKED, drive, HINT, newFolder, WHY_NO_TERMINAL } from "../support/terminal.ts";

const FOLDER = join(PACKAGE_FOLDER, "rubrics");
const RUBRICS = readdirSync(FOLDER)
  .map((name) => readFileSync(join(FOLDER, name), "utf8"))
  .filter((text) => text.includes("coprod: rubric/"))
  .map(rubricFrom);
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 16 },
  { columns: 140, rows: 40 },
] as const;
type Size = (typeof SIZES)[number];

/** What is typed, and what has to be in sight before it is. */
interface Typed {
  readonly line: string;
  readonly page: string;
  readonly needs?: readonly string[];
  /** Either all of these, or all of those. */
  readonly either?: readonly [readonly string[], readonly string[]];
  readonly prompt?: string;
  /** What must not be said twice. */
  readonly once?: string;
}

const ROOM = ["4", "4", "0", "2"];
const VOTING = "People with lived experience (4 here):";

const SET_UP: readonly Typed[] = [
  { page: "first words", line: "River House", needs: ["Co-production self-assessment"] },
  { page: "what we look at", line: "", prompt: "We look at:" },
  ...ROOM.map((line) => ({ page: "who is here", line, needs: ["Who is in the room?"] })),
  { page: "another group", line: "", needs: ["Trustees: 2", "Is anybody else here?"] },
  { page: "a small group", line: "2", needs: ["There are only 2 people in one group"] },
  { page: "how we vote", line: "1", needs: ["Cards or fingers", "No votes. We will just talk"] },
];

function wholeQuestion({ asks, levels }: Criterion): Pick<Typed, "needs" | "either" | "once"> {
  const names = levels.map(({ name }) => name);
  const texts = levels.map(({ text, name }) => text ?? name);
  return { once: asks, needs: [asks], either: [texts, [...names, `r 1 to r ${levels.length}`]] };
}

function revealed({ asks, levels }: Criterion): Pick<Typed, "needs" | "once"> {
  return {
    once: asks,
    needs: [asks, ...levels.map(({ name }) => name), "not sure votes", "Everyone"],
  };
}

function typedAt(item: Item, index: number): readonly Typed[] {
  if (item.kind === "checklist") return typedAtList(item);
  const { criterion } = item;
  const best = Math.min(3, criterion.levels.length);
  const votes = `112${best}/33${best}u/2${best}`.replace(/[34]/gu, String(best));
  const whole = wholeQuestion(criterion);
  const first: readonly Typed[] = [
    { page: "question", line: "help", ...whole, prompt: VOTING },
    { page: "help", line: "l", needs: ["take back the last thing"] },
    { page: "list", line: "t", needs: ["to do"] },
    // Long talking points, as a long list, have a second page that the first one names.
    { page: "talk", line: "r 2" },
    { page: "a level", line: "9", needs: [criterion.asks, criterion.levels[1]?.text ?? ""] },
    { page: "a slip", line: "1", needs: ["is not a set of votes", criterion.asks] },
    { page: "too few votes", line: "x", needs: ["1 of 4. Type the missing votes"] },
    { page: "votes taken out", line: "w", needs: [criterion.asks] },
    { page: "note", line: "", needs: ["Type a note"], prompt: ">" },
  ];
  return [
    ...(index === 0 ? first : []),
    { page: "question", line: votes, ...whole, prompt: VOTING },
    { page: "reveal", line: "v", ...revealed(criterion), prompt: "Our answer:" },
    { page: "second round", line: votes, ...whole, prompt: VOTING },
    { page: "second reveal", line: "2", ...revealed(criterion), prompt: "Our answer:" },
  ];
}

function typedAtList({
  criteria,
  section,
  titles,
}: Extract<Item, { kind: "checklist" }>): readonly Typed[] {
  const characters = checkCharacters(criteria);
  const line = criteria.map((_, index) => characters[index % 3]?.character).join("");
  const needs = criteria.map(({ asks }) => asks);
  return [
    {
      page: "checklist",
      line,
      // In a small window each barrier goes by its name.
      ...(titles === undefined ? { needs } : { either: [needs, titles] as const }),
      prompt: promptOf(section, titles),
    },
    { page: "read back", line: "", needs: [`${criteria.length} `], prompt: "Keep:" },
  ];
}

function promptOf({ kind }: Item["section"], titles: readonly string[] | undefined): string {
  if (titles !== undefined) return "How much:";
  return kind === "barrier" ? "In place:" : "Our answers:";
}

function firstDay(rubric: Rubric): readonly Typed[] {
  const items = askedAfterFelt(itemsOf([rubric], { quick: false }));
  const end: Typed = { page: "check at the end", line: "q", needs: ["Before you finish"] };
  return [...SET_UP, ...items.flatMap(typedAt), end];
}

const SECOND_DAY: readonly Typed[] = [
  { page: "resume", line: "y", needs: ["Welcome back.", "Are the same people here today?"] },
  { page: "carry on", line: "", needs: ["Press Enter to carry on"] },
  { page: "check at the end", line: "q", needs: ["Before you finish"] },
];

let pages = 0;

/** What is wrong with one page as it stands on the screen. */
function faultsOf(sight: readonly string[], typed: Typed): readonly string[] {
  pages += 1;
  // In a wide window the levels stand side by side.
  const abreast = [sight.map((row) => row.slice(0, 70)), sight.map((row) => row.slice(70))];
  const seen = [sight, ...abreast].map(flat).join("\n");
  const { page, needs = [], either, prompt = "" } = typed;
  const lacks = (words: readonly string[]) => words.filter((each) => !seen.includes(flat([each])));
  const hint = sight.lastIndexOf(HINT);
  const asked = sight.slice(Math.max(0, hint - 2), hint).join(" ");
  const missing = [
    ...lacks(needs),
    ...(either === undefined || either.some((words) => lacks(words).length === 0) ? [] : either[0]),
    ...(asked.includes(prompt) && hint > 0 ? [] : [`the prompt ${prompt}`]),
    ...(sight[0] === "" ? ["its first row"] : []),
  ];
  const { once = "" } = typed;
  const twice = once !== "" && flat(sight).split(flat([once])).length > 2 ? [once] : [];
  return [
    ...missing.map((each) => `${page} lacks ${each}:\n${sight.join("\n")}`),
    ...twice.map((each) => `${page} says twice ${each}:\n${sight.join("\n")}`),
  ];
}

interface Day {
  readonly folder: string;
  readonly args: readonly string[];
  readonly lines: readonly Typed[];
  readonly size: Size;
}

async function faultsOfDay({ folder, args, lines, size }: Day): Promise<readonly string[]> {
  const steps = lines.map(({ line }) => ({ pattern: ASKED, send: `${line}\r` }));
  const { output, marks, problem } = await drive(steps, { folder, args, ...size });
  expect(problem).toBeNull();
  const screen = new Screen(size.columns, size.rows);
  let from = 0;
  const faults = lines.flatMap((typed, index) => {
    screen.feed(output.slice(from, marks[index]));
    from = marks[index] ?? from;
    return faultsOf(screen.inSight, typed);
  });
  return [...faults, ...screen.tooWide.map((line) => `too wide: ${line}`)];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the code by which a page begins.
const TURNED = /(?=\u001b\[\d+;1H)/u;

/** What is wrong with the pages on which all answers are read back. */
async function faultsOfReview(folder: string, rubric: Rubric, size: Size) {
  const end = { pattern: "or type q to stop\\.", send: "\r" };
  const args = ["assess", "our.yaml", "--review"];
  const { output, problem } = await drive([end], { folder, args, turns: true, ...size });
  expect(problem).toBeNull();
  const screen = new Screen(size.columns, size.rows);
  const sights = output.split(TURNED).flatMap((text) => {
    screen.feed(text);
    return text.includes("[H") ? [screen.inSight] : [];
  });
  pages += sights.length;
  const read = flat(sights.flat());
  const asked = askedAfterFelt(itemsOf([rubric], { quick: false })).flatMap(criteriaOfItem);
  return [
    ...sights
      .filter((rows) => rows[0] === "" || !flat(rows).includes("Enter "))
      .map((rows) => `a page read back begins or ends wrongly:\n${rows.join("\n")}`),
    ...asked.filter(({ asks }) => !read.includes(flat([asks]))).map(({ asks }) => `lost: ${asks}`),
  ];
}

const title = `every page${WHY_NO_TERMINAL === undefined ? "" : ` (left out: ${WHY_NO_TERMINAL})`}`;

describe.skipIf(WHY_NO_TERMINAL !== undefined)(title, () => {
  afterAll(() => {
    process.stdout.write(`${pages} pages were looked at on the whole screen.\n`);
  });

  describe.each(SIZES)("stands whole in a window of $columns by $rows", (size) => {
    it.each(RUBRICS.map((rubric) => ({ id: rubric.id, rubric })))("$id", async ({ id, rubric }) => {
      const folder = newFolder();
      const first = ["assess", "our.yaml", "--rubric", id];
      const faults = [
        ...(await faultsOfDay({ folder, args: first, lines: firstDay(rubric), size })),
        ...(await faultsOfDay({ folder, args: ["assess", "our.yaml"], lines: SECOND_DAY, size })),
        ...(await faultsOfReview(folder, rubric, size)),
      ];
      rmSync(folder, { recursive: true, force: true });
      expect([faults[0], ...faults.map((fault) => fault.split("\n", 1)[0])].join("\n")).toBe("");
    });
  });
});
