import { rmSync } from "node:fs";
import { describe, expect, it, type TestContext } from "vitest";
import { flat, Screen } from "../support/screen.ts";
import {
  ASKED,
  assessmentIn,
  type Driven,
  drive,
  newFolder,
  type Step,
  WHY_NO_TERMINAL,
} from "../support/terminal.ts";
import { wholeSession } from "../support/whole-session.ts";

const { lines, criteria } = wholeSession();
const STEPS: readonly Step[] = lines.map(({ line }) => ({ pattern: ASKED, send: `${line}\r` }));

/** What the room sees each time a line is waited for. */
function replay({ output, marks }: Driven, { columns, rows }: Size) {
  const screen = new Screen(columns, rows);
  let from = 0;
  const sights = marks.map((mark) => {
    screen.feed(output.slice(from, mark));
    from = mark;
    return screen.inSight;
  });
  screen.feed(output.slice(from));
  return { sights, tooWide: screen.tooWide };
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 16 },
  { columns: 40, rows: 12 },
];

const title = `a whole workshop in a terminal${WHY_NO_TERMINAL === undefined ? "" : ` (left out: ${WHY_NO_TERMINAL})`}`;

// A session is mostly waiting, for the program and for its screen, so they all run at once.
describe.skipIf(WHY_NO_TERMINAL !== undefined).concurrent(title, () => {
  it.for(SIZES)(
    "row 12: at $columns x $rows nothing is too wide or said twice, and each question stays with its prompt",
    async (size, { onTestFinished }) => {
      const folder = folderUntil(onTestFinished);
      const driven = await drive(STEPS, { folder, turns: true, ...size });
      expect({ status: driven.status, problem: driven.problem }).toEqual({
        status: 0,
        problem: null,
      });
      expectTheFileIsWhole(folder);
      const { sights, tooWide } = replay(driven, size);
      expect(tooWide).toEqual([]);
      expect(driven.output).not.toContain("\u001b[?25l");
      expect(twice(sights)).toEqual([]);
      expect(lost(sights)).toEqual([]);
    },
  );

  it.for(SIZES)(
    "row 12: at $columns x $rows wide and combined signs take the room they need",
    async (size, { onTestFinished }) => {
      const folder = folderUntil(onTestFinished);
      const group = "ことばのちがうひとたちのあつまり";
      const note = "みんなで決めました。家族🎉とe\u0301te\u0301にt\u0302y\u0302で話しました。";
      const typed = [
        ...["みんなの川の家とともだちのあつまり", "", "", "3", "4", "0", "0", group, "5", ""],
        ...["1", "111", "2222", "33333", "w", note, "", "2", "", "q"],
      ];
      const steps = typed.map((line) => ({ pattern: ASKED, send: `${line}\r` }));
      const driven = await drive(steps, { folder, turns: true, ...size });
      expect(driven).toMatchObject({ status: 0, problem: null });
      expect(replay(driven, size).tooWide).toEqual([]);
      const { people, answers } = assessmentIn(folder);
      expect(people?.at(-1)).toMatchObject({ name: group, present: 5 });
      expect(Object.values(answers ?? {})[0]?.note).toBe(note);
    },
  );
});

/** A folder that is gone when the test is over. */
function folderUntil(onTestFinished: TestContext["onTestFinished"]): string {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function expectTheFileIsWhole(folder: string): void {
  const { answers = {}, actions = [], plan, sessions } = assessmentIn(folder);
  const open = criteria.filter(({ key }) => answers[key]?.answer === undefined);
  expect(open.map(({ key }) => key)).toEqual([]);
  expect(Object.values(answers).filter(({ votes }) => votes !== undefined)).toHaveLength(3);
  expect(Object.values(answers).filter(({ answer }) => answer === "differ")).toHaveLength(2);
  expect(actions.map(({ who }) => who)).toEqual(["Chair", undefined, "Chair", undefined]);
  expect(plan).toMatchObject({ meeting: { date: "2026-12-12" }, review: "2027-05-13" });
  expect(sessions?.at(-1)?.how).toBe("finished");
}

/** Descriptions of levels that stood more than once on one screen. */
function twice(sights: readonly (readonly string[])[]): readonly string[] {
  const texts = criteria.flatMap(({ levels }) => levels.map(({ text = "" }) => text));
  const wanted = [...new Set(texts.map((text) => text.replace(/\s+/gu, " ")))];
  return sights.flatMap((sight) => {
    const seen = flat(sight);
    return wanted.filter((words) => words !== "" && seen.split(words).length > 2);
  });
}

/** Prompts for an answer at which the question or a level's name was out of sight. */
function lost(sights: readonly (readonly string[])[]): readonly string[] {
  return lines.flatMap(({ at }, index) => {
    const sight = sights[index] ?? [];
    if (at === undefined || !sight.includes("Our answer:")) return [];
    const seen = flat(sight);
    const wanted = [at.asks, ...at.levels.map(({ name }) => name)];
    const missing = wanted.filter((words) => !seen.includes(words));
    return missing.length === 0 ? [] : [`${at.key}, line ${index}: ${missing.join(" / ")}`];
  });
}
