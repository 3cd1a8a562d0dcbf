// The attacker of test/scoring/attack.test.ts against the built program itself, so that an older build can be tried too.
// They know who was there and that all voted, go through all ways in which these people can have voted, and keep those
// that give the same outputs. A vote is known where the whole group of that person chose the same in each way that is left.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LEVELS, rubricText } from "../bench/load.js";
import { inFolder, run, Tally } from "./try.js";

const IDS = ["lived-experience", "staff", "trustees"];
const CHOICES = [...LEVELS, "unsure"];
/** Questions in one file: the older build takes files of 1 MB. */
const MOST = 500;
const OUTPUTS = [
  ["score", "room.yaml", "--json"],
  ["score", "room.yaml", "--json", "--min-group", "5"],
  ["compare", "none.yaml", "room.yaml", "--format", "json"],
  ["plan", "room.yaml", "-f", "json", "-o", "-"],
  ["plan", "room.yaml", "-f", "json", "-o", "-", "--for", "public"],
];

export async function votes(people = 5) {
  const tally = new Tally(
    `votes worked out from ${OUTPUTS.length} outputs, all rooms of up to ${people}, all ways to vote`,
  );
  for (const sizes of roomsOf(3, people)) {
    const tables = tablesOf(sizes);
    const outputs = await outputsOf(sizes, tables);
    const known = fixed(sizes, tables, outputs);
    tally.count(
      `room of ${sizes}, ${tables.length} ways to vote`,
      {},
      known > 0 && `${known} votes known`,
    );
  }
  return [tally];
}

function roomsOf(groups, people) {
  if (groups === 0 || people === 0) return [];
  return Array.from({ length: people }, (_, at) => at + 1).flatMap((first) => [
    [first],
    ...roomsOf(groups - 1, people - first).map((rest) => [first, ...rest]),
  ]);
}

function waysOf(people, choices = CHOICES.length) {
  if (choices === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, count) => count).flatMap((count) =>
    waysOf(people - count, choices - 1).map((rest) => [count, ...rest]),
  );
}

function tablesOf(sizes) {
  return sizes
    .map((size) => waysOf(size))
    .reduce((tables, ways) => tables.flatMap((table) => ways.map((way) => [...table, way])), [[]]);
}

/** For each way to vote all that the program says of that question. */
async function outputsOf(sizes, tables) {
  const said = [];
  for (let from = 0; from < tables.length; from += MOST)
    said.push(...(await saidOf(sizes, tables.slice(from, from + MOST))));
  return said;
}

async function saidOf(sizes, tables) {
  return inFolder((folder) => {
    writeFileSync(join(folder, "rubric.yaml"), rubricText(tables.length));
    writeFileSync(join(folder, "none.yaml"), headText(sizes));
    const answers = tables.map(
      (table, at) => `  large/q${at}: { votes: [{ ${roundText(table)} }] }`,
    );
    writeFileSync(join(folder, "room.yaml"), `${headText(sizes)}answers:\n${answers.join("\n")}\n`);
    const said = tables.map(() => []);
    for (const args of OUTPUTS) {
      const { status, stdout, said: words } = run(args, { cwd: folder });
      if (status !== 0) throw new Error(`${args.join(" ")}: ${words}`);
      collect(wholeLists(JSON.parse(stdout)), said);
    }
    return said.map((each) => JSON.stringify(each));
  });
}

/** Of a plan only what stands there of each question: a list of the first few would tell questions apart by their place. */
function wholeLists(value) {
  if (!value.coprod.startsWith("plan/")) return value;
  const { appendix, differences } = value;
  return { appendix, differences };
}

function headText(sizes) {
  const people = sizes.map(
    (present, at) => `- { group: ${IDS[at]}, name: Group ${at}, present: ${present} }`,
  );
  return `coprod: assessment/1\ntitle: Room\nstarted: 2026-11-10\nrubrics: [{ id: large, file: ./rubric.yaml }]\npeople:\n${people.join("\n")}\n`;
}

function roundText(table) {
  return table
    .map((counts, at) => {
      const cast = counts.flatMap((count, choice) =>
        count > 0 ? [`${CHOICES[choice]}: ${count}`] : [],
      );
      return `${IDS[at]}: { ${cast.join(", ")} }`;
    })
    .join(", ");
}

/** Every group of fields that speaks of one question, with the question's number taken out. */
function collect(value, said) {
  if (typeof value !== "object" || value === null) return;
  const texts = Object.values(value).filter((each) => typeof each === "string");
  const found = texts.map((text) => /(?:large\/q|thing )(\d+)\b/u.exec(text)?.[1]).find(Boolean);
  if (found === undefined) for (const inner of Object.values(value)) collect(inner, said);
  else said[Number(found)].push(JSON.stringify(value).replace(/(large\/q|thing )\d+/gu, "$1N"));
}

/** How many times the vote of everybody in a group is known. */
function fixed(sizes, tables, outputs) {
  const alike = Map.groupBy?.(tables, (_, at) => outputs[at]) ?? grouped(tables, outputs);
  let known = 0;
  for (const same of alike.values())
    for (const [group, size] of sizes.entries()) if (isKnown(same, group, size)) known += 1;
  return known;
}

function grouped(tables, outputs) {
  const alike = new Map();
  for (const [at, table] of tables.entries())
    alike.set(outputs[at], [...(alike.get(outputs[at]) ?? []), table]);
  return alike;
}

function isKnown(tables, group, size) {
  const choices = tables.map((table) => table[group].indexOf(size));
  if (choices.includes(-1)) return false;
  const open = size === 1 ? choices.filter((choice) => choice < LEVELS.length) : choices;
  return new Set(open).size < 2;
}
