// Bundled and run by in-process.js. Arguments: the package's folder, a folder to write in, and the sizes.
import { readdirSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { html } from "../../src/documents/formats/html.ts";
import { fillTexts } from "../../src/documents/templates/fill.ts";
import { withAssessment } from "../../src/files/assessment-file.ts";
import { buildPlan } from "../../src/plan/build-plan.ts";
import { nodeFiles } from "../../src/platform/files.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import { scoreAssessment } from "../../src/scoring/score-assessment.ts";
import { interleaved } from "./pairs.js";
import { ms, times } from "./table.js";

const [root = "", folder = "", ...sizes] = process.argv.slice(2);
const WARM_UP = 200;
const SAVES = 60;
const GROUPS = ["lived-experience", "staff", "trustees"];

const rubrics = ["principles", "barriers"].map((id) => {
  const path = join(root, "rubrics", `${id}.yaml`);
  const { rubric } = parseRubric(path, readFileSync(path, "utf8"));
  if (rubric === undefined) throw new Error(`${id} is not sound.`);
  return rubric;
});
const criteria = rubrics.flatMap((rubric) => [...criteriaOf(rubric)]);
const templates = readTemplates(join(root, "templates"));

const rows = [
  ...(await measured("score", score)),
  ...(await measured("score and plan, HTML", plan)),
];
process.stdout.write(JSON.stringify({ rows, save: await saveRow() }));

/** Settled, disagreeing, unsure, missing and voted answers in turn, other ones for each number. */
function assessment(number) {
  const people = GROUPS.map((group) => ({ group, name: group, present: 5 }));
  const answers = criteria.flatMap(({ key, levels }, index) => {
    const at = (more) => levels[(number + index + more) % levels.length]?.id ?? "";
    const round = Object.fromEntries(
      GROUPS.map((group, more) => [group, { [at(more)]: 4, unsure: 1 }]),
    );
    const responses = [
      { answer: at(0) },
      { answer: at(1) },
      { answer: "differ", from: levels[0]?.id, to: at(0) },
      { answer: "unsure" },
      { votes: [round] },
      undefined,
    ];
    const response = responses[(number * 7 + index) % responses.length];
    return response === undefined ? [] : [[key, response]];
  });
  return {
    title: `Number ${number}`,
    covers: undefined,
    started: undefined,
    rubrics,
    people,
    answers: new Map(answers),
    actions: [],
    plan: {},
    sessions: [],
  };
}

function score(number) {
  scoreAssessment(assessment(number));
}

async function plan(number) {
  const given = assessment(number);
  const view = buildPlan(given, scoreAssessment(given, { minGroup: 3 }), {
    date: "2026-11-12",
    length: "full",
    audience: "trustees",
  });
  await html.render({
    view,
    largePrint: false,
    fill: (name) => fillTexts(view, name, templates),
  });
}

async function measured(what, work) {
  await run(WARM_UP, work);
  const each = [];
  for (const size of sizes) each.push({ size, ...(await run(Number(size), work)) });
  // One alone says more about the moment than about the work.
  const few = each[1]?.milliseconds ?? 0;
  return each.map(({ size, milliseconds, heap }) => [
    what,
    size,
    milliseconds.toFixed(2),
    (milliseconds / few).toFixed(2),
    heap.toFixed(1),
  ]);
}

async function run(size, work) {
  const began = performance.now();
  for (let number = 0; number < size; number++) await work(number);
  const milliseconds = (performance.now() - began) / size;
  globalThis.gc?.();
  return { milliseconds, heap: process.memoryUsage().heapUsed / 1024 / 1024 };
}

/** Against the least that a safe save can do: write beside, ask the disk to keep it, put it in place. */
async function saveRow() {
  const text = readFileSync(join(root, "docs", "examples", "river-house.yaml"), "utf8");
  const files = nodeFiles();
  const ours = join(folder, "ours.yaml");
  const least = join(folder, "least.yaml");
  const machine = { pid: process.pid, name: "bench", isAlive: () => true };
  const context = { files, machine, now: () => new Date() };
  const atLeast = () =>
    timed(async () => {
      const file = await open(`${least}.part`, "w");
      await file.writeFile(text);
      await file.sync();
      await file.close();
      await rename(`${least}.part`, least);
    });
  const found = await withAssessment(context, ours, (assessment) =>
    interleaved(SAVES, () => timed(() => assessment.save(text)), atLeast),
  );
  return ["save", ms(found.a), "write, sync, rename", ms(found.b), times(found.ratio)];
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function readTemplates(at) {
  const found = readdirSync(at, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(hbs|css)$/u.test(name))
    .map((name) => [name.replaceAll("\\", "/"), readFileSync(join(at, name), "utf8")]);
  return new Map(found);
}
