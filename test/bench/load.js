// The largest assessments that anybody could bring, beside the build of an older commit: whole processes, in turn.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildOf, processorTime } from "./beside.js";
import { spreadOf } from "./pairs.js";
import { BIN, EXAMPLE } from "./places.js";
import { table } from "./table.js";

/** Questions, groups, actions, and the most milliseconds on the clock that a plan may take. */
const SIZES = [
  { questions: 1000, groups: 500, actions: 1000, most: 800 },
  { questions: 200, groups: 5, actions: 5000, most: 800 },
];

export function load(folder, { rounds, commit }) {
  const old = buildOf(commit, join(folder, "older"));
  const bins = [BIN, join(old, "bin", "coprod.js")];
  const rows = SIZES.flatMap((size) =>
    ["score", "plan"].map((command) => row({ folder, bins, rounds }, size, command)),
  );
  const head = [
    "questions × groups × actions",
    "command",
    "ms",
    "target",
    `${commit}: ms`,
    "times",
  ];
  return { title: "Load: one large assessment", text: table(head, rows) };
}

function row({ folder, bins, rounds }, size, command) {
  const cwd = writeLarge(folder, size);
  const words = {
    score: ["score", "large.yaml"],
    plan: ["plan", "large.yaml", "-o", "plan.html", "--force"],
  };
  const taken = bins.map(() => []);
  for (let round = -1; round < rounds; round++)
    for (const [at, bin] of bins.entries()) {
      const { wall, code } = processorTime([bin, ...words[command]], cwd);
      if (code !== 0) throw new Error(`${command} of ${Object.values(size)} ended with ${code}.`);
      if (round >= 0) taken[at].push(wall);
    }
  const [now, older] = taken.map((each) => spreadOf(each).median);
  const { questions, groups, actions, most } = size;
  const target = command === "plan" ? `${most}` : "";
  return [
    `${questions} × ${groups} × ${actions}`,
    command,
    now.toFixed(0),
    target,
    older.toFixed(0),
    (now / older).toFixed(2),
  ];
}

/** Each question is answered by four of the groups, so that the older build, which takes 1 MB, can read it too. */
export function writeLarge(folder, { questions, groups, actions }) {
  const cwd = join(folder, `large-${questions}-${groups}-${actions}`);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, "large-rubric.yaml"), rubricText(questions));
  const range = (length) => Array.from({ length }, (_, at) => at);
  const votes = (at) =>
    range(4)
      .map(
        (more) =>
          `${groupId((at * 4 + more) % groups)}: { ${LEVELS[(at + more) % 4]}: 3, unsure: 1 }`,
      )
      .join(", ");
  const text = [
    "coprod: assessment/1",
    "title: A large one",
    "started: 2026-11-10",
    "rubrics: [{ id: large, file: ./large-rubric.yaml }]",
    "people:",
    ...range(groups).map((at) => `- { group: ${groupId(at)}, name: Group ${at}, present: 4 }`),
    "answers:",
    ...range(questions).map(
      (at) =>
        `  large/q${at}: { answer: differ, from: ${LEVELS[0]}, to: ${LEVELS[3]}, votes: [{ ${votes(at)} }] }`,
    ),
    "actions:",
    ...range(actions).map(
      (at) =>
        `- { id: a${at}, for: large/q${at % questions}, do: Ask them, who: Chair, by: 2027-03, status: ${at % 3 === 0 ? "done" : "planned"} }`,
    ),
    "",
  ];
  writeFileSync(join(cwd, "large.yaml"), text.join("\n"));
  return cwd;
}

export const LEVELS = ["not-yet", "in-places", "usual", "shared"];

function groupId(at) {
  return at === 0 ? "lived-experience" : `g${at}`;
}

/** The bundled rubric's head, with so many questions that are all alike. */
export function rubricText(questions) {
  const example = readFileSync(
    join(EXAMPLE, "..", "..", "..", "rubrics", "principles.yaml"),
    "utf8",
  );
  const bands = /^bands:\n(?: .*\n)+/mu.exec(example)[0];
  const levels = LEVELS.map((id) => `${id}: It is ${id}.`).join(", ");
  const criteria = Array.from(
    { length: questions },
    (_, at) =>
      `      - { id: q${at}, asks: "Do we do thing ${at}?", levels: { ${levels} }, next: { shared: { do: Do it., first: Start., effort: small, who: Chair, sign: It is done. } } }`,
  );
  return `coprod: rubric/1
id: large
version: 1.0.0
language: en-GB
title: A large one
about: Many questions.
minutes: 60
scales:
  practice: [{ id: not-yet, name: Not yet }, { id: in-places, name: In places }, { id: usual, name: Usual }, { id: shared, name: Shared }]
${bands}sections:
  - id: all
    kind: principle
    title: All of them
    why: They matter.
    scale: practice
    criteria:
${criteria.join("\n")}
`;
}
