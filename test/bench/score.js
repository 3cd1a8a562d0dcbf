// Scores 1, 100 and 10,000 assessments of the default set in one process: time must grow with their number and memory
// must not. Run after a build: node --expose-gc test/bench/score.js
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRubric } from "../../dist/rubric/parse.js";
import { criteriaOf } from "../../dist/rubric/rubric.js";
import { scoreAssessment } from "../../dist/scorecard/score-assessment.js";

const SIZES = [1, 100, 10_000];
const WARM_UP = 2_000;
/** Where these are passed, something grows that should not. */
const MOST_SLOWER = 2;
const MOST_HEAP_GROWN = 8;

const GROUPS = ["lived-experience", "staff", "trustees"];
const people = GROUPS.map((group) => ({ group, name: group, present: 5 }));

const rubrics = ["principles", "barriers"].map((id) => {
  const path = join(import.meta.dirname, "..", "..", "rubrics", `${id}.yaml`);
  const { rubric } = parseRubric(path, readFileSync(path, "utf8"));
  if (rubric === undefined) throw new Error(`${id} is not sound.`);
  return rubric;
});
const criteria = rubrics.flatMap(criteriaOf);

/** Settled, disagreeing, unsure, missing and voted answers in turn, other ones for each number. */
function assessment(number) {
  const answers = criteria.flatMap(({ key, levels }, index) => {
    const at = (more) => levels[(number + index + more) % levels.length].id;
    const round = Object.fromEntries(
      GROUPS.map((group, more) => [group, { [at(more)]: 4, unsure: 1 }]),
    );
    const responses = [
      { answer: at(0) },
      { answer: at(1) },
      { answer: "differ", from: levels[0].id, to: at(0) },
      { answer: "unsure" },
      { votes: [round] },
      undefined,
    ];
    const response = responses[(number * 7 + index) % responses.length];
    return response === undefined ? [] : [[key, response]];
  });
  const empty = { covers: undefined, started: undefined, actions: [], plan: {}, sessions: [] };
  return { ...empty, title: `Number ${number}`, rubrics, people, answers: new Map(answers) };
}

function heapMegabytes() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

function measure(size) {
  const began = performance.now();
  for (let number = 0; number < size; number++) scoreAssessment(assessment(number));
  const milliseconds = performance.now() - began;
  return { size, milliseconds, each: milliseconds / size, heap: heapMegabytes() };
}

measure(WARM_UP);
const rows = SIZES.map(measure);
for (const { size, milliseconds, each, heap } of rows) {
  const cells = [`${size}`, milliseconds.toFixed(1), each.toFixed(3), heap.toFixed(1)];
  const [count, all, one, memory] = cells.map((cell) => cell.padStart(8));
  process.stdout.write(`${count} assessments ${all} ms, ${one} ms each, heap ${memory} MB\n`);
}
const [, few, many] = rows;
const slower = many.each / few.each;
const grown = many.heap - few.heap;
process.stdout.write(
  `${many.size} against ${few.size}: ${slower.toFixed(2)} times the time each, heap ${grown.toFixed(1)} MB more\n`,
);
process.exitCode = slower <= MOST_SLOWER && grown <= MOST_HEAP_GROWN ? 0 : 1;
