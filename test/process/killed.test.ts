import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Child, IS_BUILT } from "../support/child.ts";
import { examples } from "../support/examples.ts";
import { seeded } from "../support/seeded.ts";
import { rubricFrom, SMALL_PRINCIPLES } from "../support/small-rubrics.ts";
import { assessmentIn, newFolder } from "../support/terminal.ts";

const KILLS = examples(40, 200);
/** Several teams at once, each in a folder of its own, so that both processors have work. */
const TEAMS = 4;
const LINES = 40;
/** Longer than a save takes, so that some kills come in the middle of one. */
const LONGEST_MS = 8;

const ASK = ["assess", "our.yaml", "--plain"];
const [SECTION] = rubricFrom(SMALL_PRINCIPLES).sections;
const LEVELS = SECTION?.criteria[0]?.levels.map(({ id }) => id) ?? [];
const KEYS = rubricFrom(SMALL_PRINCIPLES).sections.flatMap(({ criteria }) =>
  criteria.map(({ key }) => key),
);

/** The answers in the order of the questions. */
type State = readonly string[];

interface Burst {
  readonly lines: readonly string[];
  /** What the file holds before the first answer, after it, after the second and so on. */
  readonly states: readonly State[];
}

describe.skipIf(!IS_BUILT)("a program that is killed (-9) while people answer", () => {
  it(`row 4: holds every answer that was shown as saved, at ${KILLS} random moments`, {
    timeout: 600_000,
  }, async () => {
    const teams = Array.from({ length: TEAMS }, (_, index) => team(index + 1, KILLS / TEAMS));
    const ends = (await Promise.all(teams)).flat();
    expect(ends).toHaveLength(KILLS);
    const within = ends.filter((saved) => saved > 0 && saved < LINES);
    expect(within.length, "most kills should come between two answers").toBeGreaterThan(KILLS / 2);
    expect(new Set(within).size, "at different moments").toBeGreaterThan(5);
  });
});

/** How many answers were shown as saved at each kill. */
async function team(seed: number, kills: number): Promise<readonly number[]> {
  const random = seeded(seed);
  const folder = newFolder();
  await begin(folder);
  const shown: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const burst = burstFrom(stateIn(folder), random);
    const saved = await killWithin(folder, burst, random);
    const found = stateIn(folder);
    const possible = burst.states.slice(saved).map(String);
    expect(possible, `seed ${seed}, kill ${kill}: ${saved} shown as saved`).toContain(
      String(found),
    );
    shown.push(saved);
  }
  await asksAgain(folder);
  rmSync(folder, { recursive: true, force: true });
  return shown;
}

async function begin(folder: string): Promise<void> {
  writeFileSync(join(folder, "principles.yaml"), SMALL_PRINCIPLES);
  const child = new Child([...ASK, "--rubric", "./principles.yaml"], folder);
  child.process.stdin.end(["River House", "", "s", "1", "1", "1", "1", "q", ""].join("\n"));
  expect(await child.ended, child.output).toBe(0);
  expect(stateIn(folder)).toEqual(["not-yet", "not-yet", "not-yet", "not-yet"]);
}

/** Every answer changes the file; after the last question we go back to the first. */
function burstFrom(state: State, random: () => number): Burst {
  const states = [state];
  const lines: string[] = [];
  for (let count = 0; count < LINES; count++) {
    const question = count % KEYS.length;
    const before = states.at(-1) ?? state;
    const others = LEVELS.filter((id) => id !== before[question]);
    const level = others[Math.floor(random() * others.length)] ?? "";
    states.push(before.with(question, level));
    lines.push(String(LEVELS.indexOf(level) + 1), "y");
    if (question === KEYS.length - 1) lines.push("g 1");
  }
  return { lines, states };
}

/** At a number of answers rather than a time, since a busy machine may take any time for each. */
async function killWithin(folder: string, { lines }: Burst, random: () => number) {
  const child = new Child([...ASK, "--question", "power"], folder);
  await child.type([]);
  const from = child.output.length;
  const wanted = Math.floor(random() * LINES);
  child.process.stdin.write(lines.map((line) => `${line}\n`).join(""));
  await child.printed((output) => savedIn(output.slice(from)) >= wanted);
  await pause(random() * LONGEST_MS);
  child.process.kill("SIGKILL");
  expect(await child.ended).toBe("SIGKILL");
  return savedIn(child.output.slice(from));
}

function savedIn(output: string): number {
  return output.match(/^Saved \d\d:\d\d\. Our answer/gmu)?.length ?? 0;
}

function stateIn(folder: string): State {
  const { answers = {} } = assessmentIn(folder);
  return KEYS.map((key) => answers[key]?.answer ?? "none");
}

/** What the killed processes left behind is gone after one ordinary session. */
async function asksAgain(folder: string): Promise<void> {
  const child = new Child([...ASK, "--question", "power"], folder);
  // One of the two changes the answer, and so the file.
  child.process.stdin.end("1\ny\ng 1\n2\ny\nq\n");
  expect(await child.ended).toBe(0);
  const left = readdirSync(folder).filter((name) => !name.endsWith(".bak"));
  expect(left).toEqual(["our.yaml", "principles.yaml"]);
}
