import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN } from "../support/child.ts";
import { flat as flatLines, Screen } from "../support/screen.ts";
import {
  ASKED,
  assessmentIn,
  type Driven,
  drive,
  HINT,
  linesShown,
  newFolder,
  type Step,
  WHY_NO_TERMINAL,
} from "../support/terminal.ts";

/** An empty prompt with the hint below it: only then is a line waited for. */
function at(prompt: string, send: string): Step {
  return { until: `${prompt}\n${HINT}`, send };
}

const START = [
  at("Charity:", "River House\r"),
  at("We look at:", "\r"),
  at("1, 2 or 3:", "\r"),
  at("People with lived experience:", "s\r"),
];
/** With people to vote, on slips: cards have been seen by everybody. */
const WITH_PEOPLE = [
  ...START.slice(0, 3),
  at("People with lived experience:", "3\r"),
  at("Staff:", "4\r"),
  at("Volunteers:", "0\r"),
  at("Trustees:", "0\r"),
  at("Another group:", "\r"),
  at("1, 2 or 3:", "2\r"),
];
const answer = (line: string) => at("Our answer:", line);

let folder = "";
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fine = (driven: Driven, status = 0) =>
  expect({ status: driven.status, problem: driven.problem }).toEqual({ status, problem: null });
const flat = (text: string) => linesShown(text).join(" ").replace(/\s+/gu, " ");

const title = `the full screen${WHY_NO_TERMINAL === undefined ? "" : ` (left out: ${WHY_NO_TERMINAL})`}`;

describe.skipIf(WHY_NO_TERMINAL !== undefined)(title, () => {
  it("row 29: hides votes: two different votes write the same bytes until they are revealed", async () => {
    const vote = (lived: string, staff: string): Step[] => [
      ...WITH_PEOPLE,
      at("People with lived experience (3 here):", `${lived}\r`),
      at("Staff (4 here):", `${staff}\r`),
      answer("q\r"),
    ];
    const other = newFolder();
    const [first, second] = await Promise.all([
      drive(vote("344", "4432"), { folder }),
      drive(vote("111", "2u12"), { folder: other }),
    ]);
    rmSync(other, { recursive: true, force: true });
    fine(first);
    fine(second);
    const untilReveal = ({ output, marks }: Driven) =>
      output.slice(marks[8], marks[10]).replace(/\d\d:\d\d/gu, "");
    expect(untilReveal(first)).toContain("***");
    expect(untilReveal(first)).toBe(untilReveal(second));
    expect(linesShown(first.output).join("\n")).toMatch(/^Staff +\. +1 +1 +2 +\. +4$/mu);
  });

  it("row 9: takes a marked paste whole into a note, in two bursts, and leaves the next question alone", async () => {
    const driven = await drive(
      [
        ...START,
        answer("w\r"),
        at(">", "\u001b[200~one\r\rthree, "),
        { pause: 0.05, send: "and more\rfour\u001b[201~" },
        at(">", "\r"),
        answer("q\r"),
      ],
      { folder },
    );
    fine(driven);
    expect(Object.values(assessmentIn(folder).answers ?? {})).toEqual([
      { note: "one\n\nthree, and more\nfour" },
    ]);
  });

  it("row 9: takes a paste without marks whole into a note too, also in two bursts", async () => {
    const driven = await drive(
      [
        ...START,
        answer("w\r"),
        at(">", "one\r\ntwo\r\n\r\nfour"),
        { pause: 0.05, send: "teen\r\nfive\r\n" },
        at(">", "\r"),
        answer("q\r"),
      ],
      { folder },
    );
    fine(driven);
    expect(Object.values(assessmentIn(folder).answers ?? {})).toEqual([
      { note: "one\ntwo\n\nfourteen\nfive" },
    ]);
  });

  it("row 9: makes one line of a paste where one line is asked for", async () => {
    const driven = await drive(
      [
        ...START,
        answer("a\r"),
        at(">", "\u001b[200~put two people\ron the budget group\u001b[201~"),
        { until: "put two people on the budget group", send: "\r" },
        at("Who will make sure it happens?", "\r"),
        at("By when?", "\r"),
        answer("q\r"),
      ],
      { folder },
    );
    fine(driven);
    expect(assessmentIn(folder).actions?.map((each) => each.do)).toEqual([
      "put two people on the budget group",
    ]);
  });

  it("row 10: lets nothing that was typed ahead answer a question that nobody has seen", async () => {
    const driven = await drive(
      [
        ...START,
        answer("2\r1\r3\r"),
        { until: "2 1 3", pause: 0.1, send: "\u0015" },
        answer("q\r"),
      ],
      { folder },
    );
    fine(driven);
    expect(assessmentIn(folder).answers).toBeUndefined();
  });

  it("rows 11 and 12: swallows Ctrl-Z, goes back on Esc and left, and outlives a change of size", async () => {
    const driven = await drive(
      [
        ...START,
        answer("2\r"),
        answer("\u001a"),
        { until: "To take the last thing back, type z", resize: [50, 14] },
        { pause: 0.1, send: "\u001b[D" },
        { until: "Our answer so far", send: "" },
        { until: `Our answer:\n${HINT}`, send: "\u001b" },
        { until: "This is the first question.", send: "" },
        { until: `Our answer:\n${HINT}`, send: "q\r" },
      ],
      { folder },
    );
    fine(driven);
    expect(Object.values(assessmentIn(folder).answers ?? {})).toHaveLength(1);
  });

  it("row 12: at 20 x 10 the prompt stays in sight, and no word is cut", async () => {
    const steps = (typed: readonly string[]): Step[] =>
      typed.map((line) => ({ pattern: ASKED, send: `${line}\r` }));
    const driven = await drive(steps(["River House", "", "", "s", "2", "help", "q"]), {
      folder,
      columns: 20,
      rows: 10,
      turns: true,
    });
    fine(driven);
    const screen = new Screen(20, 10);
    screen.feed(driven.output.slice(0, driven.marks[4]));
    expect(flatLines(screen.inSight)).toContain("Our answer: > Type ? for help");
    expect(flatLines(screen.inSight)).toContain("How we work together");
    screen.feed(driven.output.slice(driven.marks[4]));
    // Only a word that is longer than the window may run over its edge.
    const broken = screen.tooWide.filter((line) => line.trim().includes(" "));
    expect(broken).toEqual([]);
    expect(flatLines(screen.all)).toContain("Do we talk openly about who holds power");
  });

  it("row 12: a window that changes its size in a prompt shows no block twice and asks on", async () => {
    const driven = await drive(
      [
        ...START,
        { until: `Our answer:\n${HINT}`, resize: [40, 12] },
        { until: HINT, pause: 0.1, resize: [100, 40] },
        { until: HINT, pause: 0.1, send: "2\r" },
        { pattern: `Question 2 of[^?]*?[\\s\\S]*Our answer:\n`, pause: 0.1, send: "q\r" },
      ],
      { folder },
    );
    fine(driven);
    expect(Object.keys(assessmentIn(folder).answers ?? {})).toHaveLength(1);
    const [small, large] = [new Screen(40, 12), new Screen(100, 40)];
    small.feed(driven.output.slice(driven.marks[4], driven.marks[5]));
    expect(flatLines(small.inSight)).toContain("who holds power");
    large.feed(driven.output.slice(driven.marks[5], driven.marks[7]));
    const sight = flatLines(large.inSight);
    expect(sight.match(/Question \d+ of/gu)).toEqual(["Question 2 of"]);
  });

  it("row 2: Ctrl-C right behind an answer, also twice, ends with 130 and a whole file", async () => {
    const delays = [0, 0.001, 0.003, 0.01];
    const folders = delays.map(() => newFolder());
    const all = await Promise.all(
      delays.map((pause, index) =>
        drive([...START, answer("2\r"), { pause, send: "\u0003\u0003" }], {
          folder: folders[index] ?? folder,
        }),
      ),
    );
    for (const [index, driven] of all.entries()) {
      fine(driven, 130);
      const { answers = {}, sessions } = assessmentIn(folders[index] ?? "");
      const confirmed = Object.keys(answers).length;
      expect(sessions ?? []).toHaveLength(Math.min(1, confirmed));
      const shown = /Saved \d\d:\d\d\. Our answer/u.test(driven.output) ? 1 : 0;
      expect(confirmed).toBeGreaterThanOrEqual(shown);
      expect(driven.output).not.toMatch(/\n\s+at |node:internal/u);
    }
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  });

  it("row 11: stopped by a shell with Ctrl-Z in plain mode, fg goes on where it was", async () => {
    const argv = ["bash", "--norc", "--noprofile", "-i"];
    const command = `'${process.execPath}' '${BIN}' assess our.yaml --plain`;
    const driven = await drive(
      [
        { until: "$ ", send: `${command}\r` },
        { until: "Charity: ", send: "River House\r" },
        { until: "We look at: ", send: "\u001a" },
        { until: "Stopped", send: "fg\r" },
        { until: "--plain\n", pause: 0.3, send: "\r" },
        { until: "1, 2 or 3: ", send: "\r" },
        { until: "People with lived experience: ", send: "s\r" },
        { until: "\nOur answer: ", send: "\u001a" },
        { until: "Stopped", send: "fg\r" },
        { until: "--plain\n", pause: 0.3, send: "2\r" },
        { until: "\nOur answer: ", send: "q\r" },
        { until: "--review\n", send: "" },
        { until: "$ ", send: "exit\r" },
      ],
      { folder, argv, env: { PS1: "$ ", BASH_SILENCE_DEPRECATION_WARNING: "1" } },
    );
    expect(driven.problem).toBeNull();
    const { answers = {}, sessions } = assessmentIn(folder);
    expect(Object.values(answers).map((each) => each.answer)).toEqual(["in-places"]);
    expect(sessions?.map((each) => each.how)).toEqual(["stopped"]);
  });

  it("row 11: stopped from outside and woken again in the full mode, it asks on", async () => {
    const driven = await drive(
      [
        ...START,
        { until: `Our answer:\n${HINT}`, signal: 19 },
        { pause: 0.2, signal: 18 },
        { pause: 0.2, send: "2\r" },
        answer("q\r"),
      ],
      { folder },
    );
    fine(driven);
    expect(Object.keys(assessmentIn(folder).answers ?? {})).toHaveLength(1);
  });

  it("row 34: Ctrl-D ends at every kind of prompt, also while a line waits to be told from a paste", async () => {
    const ends: readonly (readonly Step[])[] = [
      [at("Charity:", "\u0004")],
      [...START, answer("w\r"), at(">", "half a note\r\u0004")],
      [...WITH_PEOPLE, at("People with lived experience (3 here):", "\u0004")],
      [...START, answer("a\r"), at(">", "\u0004")],
    ];
    const folders = ends.map(() => newFolder());
    const all = await Promise.all(
      ends.map((steps, index) => drive(steps, { folder: folders[index] ?? folder })),
    );
    for (const driven of all) {
      fine(driven);
      expect(flat(driven.output)).toMatch(/The input ended\./u);
    }
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  });

  const places: readonly [string, readonly Step[], string][] = [
    ["the first screen", [at("Charity:", "\u0003")], "Nothing has been saved yet."],
    ["a question", [...START, answer("2\r"), answer("\u0003\u0003")], "is saved in our.yaml"],
    [
      "a note",
      [...START, answer("w\r"), at(">", "half\r"), at(">", "\u0003")],
      "is saved in our.yaml",
    ],
    ["an action", [...START, answer("a\r"), at(">", "\u0003")], "is saved in our.yaml"],
    [
      "the votes",
      [...WITH_PEOPLE, at("People with lived experience (3 here):", "12\u0003")],
      "is saved in our.yaml",
    ],
  ];
  it("row 1: ends on Ctrl-C with one friendly line and 130, wherever it comes", async () => {
    const folders = places.map(() => newFolder());
    const all = await Promise.all(
      places.map(([, steps], index) => drive(steps, { folder: folders[index] ?? folder })),
    );
    for (const [index, driven] of all.entries()) {
      const [place, , words] = places[index] ?? ["", [], ""];
      expect({ place, status: driven.status }).toEqual({ place, status: 130 });
      expect(flat(driven.output)).toContain("Stopped.");
      expect(flat(driven.output)).toContain(words);
      expect(driven.output).not.toMatch(/\n\s+at |node:internal/u);
      expect(driven.output).not.toContain("\u001b[?25l");
      expect(driven.output.lastIndexOf("\u001b[?2004l")).toBeGreaterThan(
        driven.output.lastIndexOf("\u001b[?2004h"),
      );
    }
    expect(Object.values(assessmentIn(folders[2] ?? "").answers ?? {})).toEqual([{ note: "half" }]);
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  });

  it("rows 3, 5 and 34: ends kindly on Ctrl-D, on SIGTERM, and when its window closes", async () => {
    const steps = (last: Step): Step[] => [
      ...START,
      answer("2\r"),
      { until: `Our answer:\n${HINT}`, ...last },
    ];
    const [other, third] = [newFolder(), newFolder()];
    const [end, term, closed] = await Promise.all([
      drive(steps({ send: "\u0004" }), { folder }),
      drive(steps({ signal: 15 }), { folder: other }),
      drive(steps({ close: true }), { folder: third }),
    ]);
    fine(end);
    expect(flat(end.output)).toContain(
      "The input ended. Everything confirmed is saved in our.yaml",
    );
    fine(term, 143);
    // Ended by the signal itself, which a shell shows as 129.
    fine(closed, -1);
    const hows = [folder, other, third].map((each) => assessmentIn(each).sessions?.at(-1)?.how);
    expect(hows).toEqual(["input-ended", "terminated", "closed"]);
    for (const each of [other, third]) rmSync(each, { recursive: true, force: true });
  });

  it("row 13: writes no colour where none is wanted, and goes plain in a dumb terminal", async () => {
    const [other, third] = [newFolder(), newFolder()];
    const [colored, plain, dumb] = await Promise.all([
      drive([...START, answer("q\r")], { folder, env: { FORCE_COLOR: "1" } }),
      drive([...START, answer("q\r")], { folder: other, env: { NO_COLOR: "1", FORCE_COLOR: "1" } }),
      drive(
        [
          { until: "Charity: ", send: "\n" },
          { until: "We look at: ", send: "q\n" },
        ],
        { folder: third, env: { TERM: "dumb" } },
      ),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for.
    const paint = /\u001b\[\d+m/u;
    expect(colored.output).toMatch(paint);
    expect(plain.output).not.toMatch(paint);
    expect(plain.output).not.toContain("Warning");
    expect(
      linesShown(plain.output)
        .join("\n")
        .replace(/\d\d:\d\d/gu, ""),
    ).toBe(
      linesShown(colored.output)
        .join("\n")
        .replace(/\d\d:\d\d/gu, ""),
    );
    fine(dumb);
    expect(dumb.output).not.toContain("\u001b");
    for (const each of [other, third]) rmSync(each, { recursive: true, force: true });
  });

  it("row 19: says that the same file is open in another window, and shows it without changing it", async () => {
    const before = await drive([...START, answer("2\r"), answer("q\r")], { folder });
    fine(before);
    const text = () => readFileSync(join(folder, "our.yaml"), "utf8");
    const lock = { pid: process.pid, machine: hostname(), since: new Date().toISOString() };
    writeFileSync(join(folder, ".our.yaml.lock"), JSON.stringify(lock));
    const whole = text();
    const second = await drive(
      [
        { until: "is open in another window on this computer since", send: "" },
        { until: `r, o, y or q:\n${HINT}`, send: "o\r" },
        // The pages are turned to the last one.
        { pattern: ASKED, send: "\r" },
      ],
      { folder, turns: true },
    );
    fine(second);
    expect(flat(second.output)).toContain("2, In places");
    expect(text()).toBe(whole);
  });
});
