// How long the lint of the bundled rubrics takes, beside the bare `yaml` parse of the same files: the same work done
// with and without everything we add. Measured in pairs, one right after the other, so that a busy machine slows both.
// Bundled and run by lint-rules.js.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import { applyRules } from "../../src/lint/apply-rules.ts";
import { lintText } from "../../src/lint/lint-text.ts";
import * as readability from "../../src/lint/readability.ts";
import { settingsFrom } from "../../src/lint/settings.ts";
import { subjectOf } from "../../src/lint/subject.ts";

const WARM_UP = 5;
const PAIRS = 25;
const [FOLDER] = process.argv.slice(2);

const files = readdirSync(FOLDER)
  .filter((name) => name !== "guide.yaml")
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
const settings = settingsFrom(undefined);
const surroundings = {
  today: "2026-11-21",
  agreed: [],
  readability,
  sources: [],
  schemaAddress: undefined,
};

/** Everything `coprod lint` finds in one file: the parser's checks, then every rule of the usual profile. */
function lint({ name, text }) {
  const linted = lintText(name, text);
  const subject = subjectOf(linted, surroundings);
  if (subject === undefined || linted.diagnostics.length > 0) throw new Error(`${name} is broken.`);
  return applyRules(subject, settings).filter(({ severity }) => severity !== "info").length;
}

function parse({ text }) {
  return parseDocument(text).toJS();
}

function milliseconds(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function measure(given) {
  const pair = () => ({
    parse: milliseconds(() => given.forEach(parse)),
    lint: milliseconds(() => given.forEach(lint)),
  });
  for (let run = 0; run < WARM_UP; run++) pair();
  const pairs = Array.from({ length: PAIRS }, pair);
  return {
    parse: median(pairs.map((each) => each.parse)),
    lint: median(pairs.map((each) => each.lint)),
    ratio: median(pairs.map((each) => each.lint / each.parse)),
  };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(name, given) {
  const { parse: bare, lint: whole, ratio } = measure(given);
  const size = given.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1024;
  const cells = [`${size.toFixed(0)} kB`, `${bare.toFixed(1)} ms`, `${whole.toFixed(1)} ms`];
  const columns = cells.map((cell) => cell.padStart(9)).join(" ");
  process.stdout.write(`${name.padEnd(18)}${columns} ${ratio.toFixed(2).padStart(6)}\n`);
}

const found = files.reduce((sum, file) => sum + lint(file), 0);
process.stdout.write(`${files.length} rubrics, ${found} warnings; medians of ${PAIRS} pairs\n`);
process.stdout.write(`${"".padEnd(18)}     size     parse      lint  ratio\n`);
for (const file of files) row(basename(file.name, ".yaml"), [file]);
row("all together", files);
