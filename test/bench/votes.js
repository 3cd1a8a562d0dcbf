// A survey of many people, counted into an assessment: whole processes, with the most memory that each took.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processorTime } from "./beside.js";
import { LEVELS, rubricText } from "./load.js";
import { spreadOf } from "./pairs.js";
import { BIN } from "./places.js";
import { table } from "./table.js";

const ROWS = 20_000;
const QUESTIONS = 22;
const MOST_MS = 3000;
const MOST_MB = 200;
const GROUPS = ["lived-experience", "staff", "trustees"];

export function votes(folder, rounds) {
  const cwd = join(folder, "votes");
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, "large-rubric.yaml"), rubricText(QUESTIONS));
  writeFileSync(join(cwd, "survey.csv"), survey());
  const taken = Array.from({ length: rounds }, () => {
    writeFileSync(join(cwd, "ours.yaml"), ASSESSMENT);
    return processorTime([BIN, "votes", "add", "ours.yaml", "survey.csv", "--yes"], cwd);
  });
  if (taken.some(({ code }) => code !== 0)) throw new Error("The survey was not added.");
  const middle = (of) => spreadOf(taken.map(of)).median.toFixed(0);
  const head = ["rows × questions", "ms", "target", "processor ms", "MB", "target MB"];
  const row = [
    `${ROWS} × ${QUESTIONS}`,
    middle(({ wall }) => wall),
    MOST_MS,
    middle(({ cpu }) => cpu),
    middle(({ mb }) => mb),
    MOST_MB,
  ];
  return { title: "Votes: a survey of many people", text: table(head, [row.map(String)]) };
}

const ASSESSMENT = `coprod: assessment/1
title: A large one
started: 2026-11-10
rubrics: [{ id: large, file: ./large-rubric.yaml }]
people:
${GROUPS.map((group) => `- { group: ${group}, name: ${group}, present: 0 }\n`).join("")}`;

/** As Microsoft Forms hands it out; nobody in it is real. */
function survey() {
  const heads = ["ID", "Start time", "Completion time", "Email", "Name", "group"];
  const keys = Array.from({ length: QUESTIONS }, (_, at) => `large__q${at}`);
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const about = [
      row + 1,
      "9/27/26 13:00:00",
      "9/27/26 13:10:00",
      `p${row}@x.example`,
      "Somebody",
    ];
    const answers = keys.map((_, at) => LEVELS[(row * 7 + at * 3) % 5] ?? "");
    return [...about, GROUPS[row % 3], ...answers].join(",");
  });
  return [[...heads, ...keys].join(","), ...rows].join("\r\n");
}
